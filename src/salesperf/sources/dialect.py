"""How a text file separates its cells and lines, judged from a sample of at most 64 KB."""

from __future__ import annotations

import csv
import math
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from salesperf.sources.layout import head_of
from salesperf.sources.records import Writing
from salesperf.sources.writing import writing_of

DELIMITERS = (",", "\t", ";", "|")
_ROWS = 100
csv.field_size_limit(1 << 27)


@dataclass(frozen=True, slots=True)
class Dialect:
    """One character between cells, and the one that ends a line (a carriage return only where no line feed is)."""

    delimiter: str
    line_end: str
    evidence: str


def dialect_of(sample: str, *, delimiter: str | None = None) -> Dialect:
    """The dialect in which most rows of the sample have the same number of cells."""
    line_end = "\n" if "\n" in sample or "\r" not in sample else "\r"
    if delimiter is not None:
        return Dialect(delimiter, line_end, f"delimiter {delimiter!r} as named")
    best, width, share, _ = max((_fit(sample, candidate) for candidate in DELIMITERS), key=lambda fit: fit[3])
    if width == 1:
        return _rare(sample, line_end)
    return Dialect(best, line_end, f"{best!r} gives {width} cells in {share:.0%} of the rows looked at")


def _rare(sample: str, line_end: str) -> Dialect:
    """A rare delimiter that divides a whole table under a header, else one column."""
    fit = writing_of(sample)
    if fit.width > 1 and len(fit.writing.delimiter) == 1 and fit.writing == Writing(fit.writing.delimiter):
        return Dialect(fit.writing.delimiter, line_end, fit.evidence)
    return Dialect(",", line_end, "one column: no delimiter is in the rows")


def _fit(sample: str, delimiter: str) -> tuple[str, int, float, float]:
    """The usual number of cells in a row, the share of rows that have it, and how good that is.

    Blank lines do not count. A delimiter that leaves no header is worth half: commas inside `$500,000` are regular
    too, but their first row has none.
    """
    rows = list(islice(csv.reader(StringIO(sample, newline=""), delimiter=delimiter), _ROWS))
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return delimiter, 1, 0.0, 0.0
    width, count = max(widths.items(), key=lambda one: (one[1] * (one[0] > 1), one[0]))
    share = count / sum(widths.values())
    if width == 1:
        return delimiter, 1, share, 0.0
    first = next(row for row in rows if row)
    headed = len(first) == width or head_of(rows).header is not None
    return delimiter, width, share, share**2 * math.log2(width) * (1.0 if headed else 0.5)
