"""Whose a target is: the names and ids of target sheets matched to the reps, teams and other groups of the data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.text import Text, folded, same
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.tables.bundle import Table

COMPANY, TEAM, REP, REGION = "company", "team", "rep", "region"
_WORDS = ("rep_name", "employee_no", "manager_id", "team", "role")
_LEADS = re.compile(
    r"经理|总监|主管|部长|负责人|(?<![a-z])(?:manager|director|head|vp|vice president|lead|leader|chief)(?![a-z])"
)
_NO_LEADER = re.compile(
    r"客户经理|大客户经理|(?<![a-z])(?:account|key account|relationship) (?:manager|director)(?![a-z])"
)


class People(Struct, frozen=True):
    """Who the people table knows: names and second ids to ids, the team of each, and who reports to whom."""

    ids: Mapping[str, str]
    names: Mapping[str, str]
    team: Mapping[str, str]
    reports: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]

    def below(self, leader: str) -> frozenset[str]:
        """The leader and everybody who reports to them, at any depth."""
        found, waiting = {leader}, [leader]
        while waiting:
            for one in self.reports.get(waiting.pop(), ()):
                if one not in found:
                    found.add(one)
                    waiting.append(one)
        return frozenset(found)

    def nearest_below(self, leader: str, among: Collection[str]) -> frozenset[str]:
        """Those who report to a leader; in place of one not `among` the asked, those who report to that one."""
        found, seen, waiting = set[str](), {leader}, list(self.reports.get(leader, ()))
        while waiting:
            one = waiting.pop()
            if one in among:
                found.add(one)
            elif one not in seen:
                waiting += self.reports.get(one, ())
            seen.add(one)
        return frozenset(found - {leader})

    def is_leader_by_title(self, rep: str) -> bool:
        """Whether the title says that others are led; an account manager leads none."""
        return _says_leader(self.titles.get(rep, ""))

    def is_leader_by_name(self, rep: str) -> bool:
        """Whether the name itself says it: 周主管, Manager East."""
        return _says_leader(self.names.get(rep, rep))


def _says_leader(words: str) -> bool:
    return bool(_LEADS.search(_NO_LEADER.sub("", folded(words).casefold())))


def people_on(table: Table | None, day: date) -> People:
    """The people as they were on a day."""
    now = rows_on(table, day)
    said = {name: {key: str(row[name]) for key, row in now.items() if row.get(name)} for name in _WORDS}
    ids: dict[str, str] = {}
    for words in (said["rep_name"], said["employee_no"], {key: key for key in now}):
        ids |= {folded(word): key for key, word in words.items()}
    reports: dict[str, list[str]] = {}
    for key, manager in said["manager_id"].items():
        leader = ids.get(folded(manager))
        if leader and leader != key:
            reports.setdefault(leader, []).append(key)
    return People(
        ids=ids,
        names=said["rep_name"],
        team=said["team"],
        reports={leader: tuple(found) for leader, found in reports.items()},
        titles=said["role"],
    )


def rows_on(table: Table | None, day: date) -> Mapping[str, Mapping[str, object]]:
    """The row of each person on a day: of several the one that is valid then, else the last."""
    rows = [] if table is None else table.frame.rows(named=True)
    rows = sorted(rows, key=lambda row: (_is_valid(row, day), str(row.get("valid_from") or "")))
    return {str(row["rep_id"]): row for row in rows if row["rep_id"]}


def _is_valid(row: Mapping[str, object], day: date) -> bool:
    start, end = row.get("valid_from"), row.get("valid_to")
    return not ((isinstance(start, date) and start > day) or (isinstance(end, date) and end < day))


def leaders(reps: Iterable[str], people: People, section: TargetsSection) -> Iterator[str]:
    """The reps that lead others: those the configuration names and those somebody reports to, but for `sellers`."""
    told = {people.ids.get(folded(word), word) for word in section.managers}
    sellers = {people.ids.get(folded(word), word) for word in section.sellers}
    for rep in reps:
        if rep in told or (people.reports.get(rep) and rep not in sellers):
            yield rep


def scope_words(scope: str) -> Text:
    """What the owners of a scope are: of one that no data can be split by, as the sheet of targets says it."""
    return DIMENSIONS[scope].label if scope in DIMENSIONS else same(scope)
