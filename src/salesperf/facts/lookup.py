"""What a lookup in a table of customers, products or people left open, told once and in the same words."""

from __future__ import annotations

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import counted
from salesperf.engine import Match

_SHOWN = 10


def unmatched(match: Match, *, table: str, line_key: str) -> tuple[Issue, ...]:
    """Keys of the lines that the table does not have, with the number of lines."""
    if not match.unmatched_left:
        return ()
    keys = match.unmatched_left_keys
    listed = ", ".join(repr(key) for key in keys[:_SHOWN])
    more = f" and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
    message = f"{counted(len(keys), 'key is', 'keys are')} not in the {table} table: {listed}{more}"
    return (issue("F506", message, Where(column=line_key), count=match.unmatched_left),)


def repeated(match: Match, *, table: str, key: str) -> tuple[Issue, ...]:
    """Keys that the table has more than once."""
    if not match.duplicate_right:
        return ()
    keys = counted(match.duplicate_right, "key occurs", "keys occur")
    message = f"{keys} again in the {table} table; the first row is used"
    return (issue("F507", message, Where(column=key), count=match.duplicate_right),)
