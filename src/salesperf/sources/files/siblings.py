"""Files that are the same export of another month, judged by their names and headers alone.

A folder's file that nothing recognises is left out with a note; where it is the sister of one that is read, it lacks
something that its sisters have, and leaving it out would be a month without sales.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from salesperf.core.text import folded
from salesperf.sources.options import without_range
from salesperf.sources.profile import fold_header
from salesperf.sources.rows.raw import RawTable

_SERIAL = re.compile(
    r"\d+|(?<![a-z])(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|[一二三四五六七八九十]+(?=月|季)"
)
_FEW = 3
"""Headers from which two tables can be compared."""
_OF_ONE_NAME, _OF_ANY_NAME = 0.5, 0.8
"""The share of headers in common from which tables are sisters: under names that differ by number only, and others."""


def sister(raw: RawTable, others: Sequence[RawTable]) -> int | None:
    """The place of the table most like one, among tables that were recognised; None where none is its sister."""
    own = _headers(raw)
    best: tuple[float, int] | None = None
    for place, other in enumerate(others):
        theirs = _headers(other)
        if min(len(own), len(theirs)) < _FEW or _stand_together(raw, other):
            continue
        share = len(own & theirs) / max(len(own), len(theirs))
        enough = _OF_ONE_NAME if _series(raw) == _series(other) else _OF_ANY_NAME
        if share >= enough and (best is None or share > best[0]):
            best = (share, place)
    return None if best is None else best[1]


def _stand_together(one: RawTable, other: RawTable) -> bool:
    """Whether two tables stand on one sheet or in one text: then one of them is a summary, not another month."""
    return one.file is other.file and without_range(one.sheet) == without_range(other.sheet)


def _headers(raw: RawTable) -> frozenset[str]:
    return frozenset(fold_header(header) for header in raw.header)


def _series(raw: RawTable) -> tuple[str, str]:
    """What the names of all months of an export have in common; sheets of one workbook by the names of the sheets."""
    file = PurePath(raw.file.name)
    return _SERIAL.sub("#", folded(file.stem).lower()), _SERIAL.sub("#", folded(without_range(raw.sheet) or "").lower())
