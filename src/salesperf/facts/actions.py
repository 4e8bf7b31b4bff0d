"""What was agreed to be done, by whom and until when; one row an action, on the list of people by id or name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from salesperf.facts.action_words import ActionState, action_state
from salesperf.tables.bundle import Bundle, Table


class Action(Struct, frozen=True, kw_only=True):
    """One action; `owner` is the id of who is to do it where the list of people has it, `name` what people say.

    `word` is the status as written; a word that nobody knows leaves the action open and is no `is_known`.
    """

    key: str
    text: str
    owner: str
    name: str
    team: str | None
    raised: date | None
    due: date | None
    done: date | None
    word: str | None
    state: ActionState
    is_known: bool = True


class _Staff(Struct, frozen=True):
    names: Mapping[str, str]
    ids: Mapping[str, str]
    """Ids by name, of names that one person alone has."""
    teams: Mapping[str, str]


def actions_told(bundle: Bundle, *, on: date) -> tuple[Action, ...] | None:
    """The actions raised by a day, as they stood then, in the order of the file; None without a table of them.

    One without a day on which it was raised is there on every day.

    An action with a day on which it was done is done from that day on, whatever its status; one that was done later
    was open. Without such a day the status holds, and an empty one is open.
    """
    table = bundle.get("actions")
    if table is None:
        return None
    staff = _staff(bundle.get("people"))
    return tuple(_actions(table, staff, on=on))


def _actions(table: Table, staff: _Staff, *, on: date) -> Iterator[Action]:
    for number, row in enumerate(table.frame.iter_rows(named=True), start=1):
        raised, owner = row.get("raised_on"), str(row["owner"] or "")
        if raised is not None and raised > on:
            continue
        key = owner if owner in staff.names else staff.ids.get(owner, owner)
        word, done = row.get("status"), row.get("done_on")
        state = action_state(word) if word else ActionState.OPEN
        if done is not None:
            state = ActionState.DONE if done <= on else ActionState.OPEN
        yield Action(
            key=str(row.get("action_id") or number),
            text=str(row["text"] or ""),
            owner=key,
            name=staff.names.get(key, owner),
            team=staff.teams.get(key),
            raised=raised,
            due=row.get("due"),
            done=done if state is ActionState.DONE else None,
            word=word,
            state=state or ActionState.OPEN,
            is_known=state is not None,
        )


def _staff(people: Table | None) -> _Staff:
    if people is None or "rep_id" not in people.frame.columns or "rep_name" not in people.frame.columns:
        return _Staff({}, {}, {})
    names: dict[str, str] = {}
    teams: dict[str, str] = {}
    ids: dict[str, set[str]] = {}
    for row in people.frame.iter_rows(named=True):
        key, name, team = row["rep_id"], row["rep_name"], row.get("team")
        if key is None:
            continue
        names[key] = name or key
        if team is not None:
            teams[key] = team
        if name is not None:
            ids.setdefault(name, set()).add(key)
    return _Staff(names, {name: min(keys) for name, keys in ids.items() if len(keys) == 1}, teams)
