"""Names of sheets that Excel takes; no two the same."""

from __future__ import annotations

from salesperf.report.escape import on_one_line
from salesperf.report.names import Taken

_MOST_SHEET = 31
_FORBIDDEN_IN_SHEETS = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_RESERVED_SHEETS = frozenset({"history"})


def sheet_name(title: str, taken: Taken, *, number: int = 1) -> str:
    """A sheet's name from its title: at most 31 characters, none that Excel refuses, numbered when it is not new.

    >>> sheet_name("Team A/B: [East]?", Taken())
    'Team A B East'
    """
    plain = " ".join(on_one_line(title).translate(_FORBIDDEN_IN_SHEETS).split()).strip("'").strip()
    if not plain or plain.casefold() in _RESERVED_SHEETS:
        plain = f"{plain or 'Sheet'}_"
    while True:
        end = f" ({number})" if number > 1 else ""
        found = _shortened(plain, _MOST_SHEET - len(end)).rstrip().rstrip("'") + end
        if taken.take(found):
            return found
        number += 1


def _shortened(text: str, most: int) -> str:
    """At most so many UTF-16 units, never half a character, and no part of a word where whole ones fill the half."""
    kept = text
    while len(kept.encode("utf-16-le")) // 2 > most:
        kept = kept[:-1]
    if kept == text or text[len(kept)] == " ":
        return kept
    whole = kept.rpartition(" ")[0]
    return whole if 2 * len(whole) >= len(kept) else kept
