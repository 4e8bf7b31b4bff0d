"""Actions by what a meeting asks: what is late, what is open, what was done since the last one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from salesperf.facts.action_words import ActionState
from salesperf.facts.actions import Action


class Actions(Struct, frozen=True):
    """`open` are the late ones first, the longest late before others, then by due day; `done` since the day `since`."""

    on: date
    since: date
    open: tuple[Action, ...]
    done: tuple[Action, ...]
    undated: int
    """Actions that are done on no day that is known."""
    unknown: tuple[str, ...]
    """Words of status that nobody knows: their actions count as open."""

    @property
    def late(self) -> tuple[Action, ...]:
        """The open ones whose due day is over."""
        return tuple(one for one in self.open if days_late(one, on=self.on))


def days_late(action: Action, *, on: date) -> int:
    """For how many days an open action is late; 0 for one that is not."""
    is_open = action.state is ActionState.OPEN
    return max((on - action.due).days, 0) if is_open and action.due is not None else 0


def actions_of(actions: Sequence[Action], *, on: date, days: int = 7) -> Actions:
    """The actions as a meeting on a day sees them that meets every so many days."""
    since = on - timedelta(days=days)
    done = [one for one in actions if one.state is ActionState.DONE]
    dated = [one for one in done if one.done is not None and since < one.done <= on]
    unknown = {one.word for one in actions if not one.is_known and one.word is not None}
    return Actions(
        on=on,
        since=since,
        open=tuple(sorted((one for one in actions if one.state is ActionState.OPEN), key=_by_due)),
        done=tuple(sorted(dated, key=lambda one: (one.done or on, one.key))),
        undated=sum(one.done is None for one in done),
        unknown=tuple(sorted(unknown)),
    )


def _by_due(action: Action) -> tuple[bool, date, date, str]:
    raised = action.raised or date.min
    return (action.due is None, action.due or raised, raised, action.key)
