"""What is said on standard error: errors in one shape, and one line of account."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import groupby

from salesperf.core.errors import ConfigError, DataError, Issue, SalesperfError
from salesperf.core.text import printable

SHOWN = 10
"""Places shown per code; `salesperf check` lists all of them."""


def say(line: str = "") -> None:
    """One line on standard error, safe for a terminal; when nobody listens, nothing is said and the verdict stands."""
    if sys.stderr is not None:
        with suppress(BrokenPipeError):
            sys.stderr.write(f"{printable(line)}\n")


def say_error(fault: SalesperfError) -> None:
    """The fault, its issues grouped by code, and what to do about it."""
    say(f"error: {fault.message}")
    if isinstance(fault, (ConfigError, DataError)):
        for line in issue_lines(fault.issues):
            say(line)
        if fault.issues and fault.hint:
            say()
    if fault.hint:
        say(f"hint: {fault.hint}")


def issue_lines(issues: Iterable[Issue], *, shown: int = SHOWN) -> Iterable[str]:
    """Issues grouped by code: a title with the count, the first places, how many more, and the cure."""
    from salesperf.core.codes import CODES  # noqa: PLC0415 -- help has no issues

    ordered = sorted(issues, key=lambda issue: issue.code)
    for code, alike in groupby(ordered, key=lambda issue: issue.code):
        group = tuple(alike)
        count = sum(issue.count for issue in group)
        yield ""
        yield f"{code} {group[0].severity}: {CODES[code].title.en}" + (f" ({count:,})" if count > 1 else "")
        for issue in group[:shown]:
            yield f"  {_place(issue)}"
        if len(group) > shown:
            yield f"  and {sum(issue.count for issue in group[shown:]):,} more"
        yield f"  hint: {_cure(group, CODES[code].cure.en)}"


def _place(issue: Issue) -> str:
    place = str(issue.where)
    return f"{place}: {issue.message}" if place else issue.message


def _cure(group: Sequence[Issue], usual: str) -> str:
    """What to do: the hint all issues of the group share, else the code's own cure."""
    hints = {issue.hint for issue in group}
    shared = hints.pop() if len(hints) == 1 else ""
    return shared or usual
