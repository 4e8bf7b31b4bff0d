"""What a lookup in a table of customers, products or people left open, told once and in the same words."""

from __future__ import annotations

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import counted
from salesperf.engine import Frame, Match
from salesperf.facts.keys import FIX, StrayKey, either, stakes, strays_among

_SHOWN = 10


def unmatched(match: Match, lines: Frame, known: Frame, *, on: str, right_on: str, table: str) -> tuple[Issue, ...]:
    """Keys of the lines that the table does not have, with the lines and the net that hang on them, as one finding."""
    if not match.unmatched_left:
        return ()
    money = "net" if "net" in lines.collect_schema().names() else None
    keys = strays_among(lines, known, key=on, listed=right_on, money=money)
    listed = ", ".join(f"{one.key!r} ({_stakes(one)})" for one in keys[:_SHOWN])
    more = f" and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
    message = f"{counted(len(keys), 'key is', 'keys are')} not in the {table} table: {listed}{more}"
    near = any(one.nearest.keys for one in keys)
    return (issue("F506", message, Where(column=on), hint=FIX if near else "", count=match.unmatched_left),)


def _stakes(one: StrayKey) -> str:
    near = f"; nearest {either(one.nearest)}" if one.nearest.keys else ""
    return stakes(one) + near


def repeated(match: Match, *, table: str, key: str) -> tuple[Issue, ...]:
    """Keys that the table has more than once."""
    if not match.duplicate_right:
        return ()
    keys = counted(match.duplicate_right, "key occurs", "keys occur")
    message = f"{keys} again in the {table} table; the first row is used"
    return (issue("F507", message, Where(column=key), count=match.duplicate_right),)
