"""How a text was written, told from a sample: delimiter, quote, and whether a backslash protects a quote."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from salesperf.core.text import Text
from salesperf.sources.headers.layout import head_of
from salesperf.sources.rows.records import Writing, lines_of, records

COMMON = (",", "\t", ";", "|")
RARE = ("^", "~", "\x1f", "，", "；", "#", ":", " ")
"""Delimiters that also stand inside times and words: believed only when they divide a whole table."""
_ONE_COLUMN = Text("one column: no delimiter is in the rows", "只有一列：各行中没有分隔符")
_WIDTH = Text(
    "{delimiter!r} gives {width} cells in {share} of the rows looked at",
    "按 {delimiter!r} 分列，所查看的行中 {share} 有 {width} 个单元格",
)
_LINES = 300
_ROWS = 100
_REGULAR = 0.9
"""Share of rows of one width from which a rare delimiter is believed."""
_THREE = 3


class Fit(Struct, frozen=True):
    """How well a way of writing explains the sample: the usual width, the share of rows that have it, a score.

    `headed` is whether it leaves a header.
    """

    writing: Writing
    width: int
    share: float
    score: float
    headed: bool = False

    @property
    def evidence(self) -> Text:
        """For people."""
        if self.width <= 1:
            return _ONE_COLUMN
        return _WIDTH.fill(delimiter=self.writing.delimiter, width=self.width, share=f"{self.share:.0%}")


def writing_of(sample: str, *, delimiter: str | None = None) -> Fit:
    """The way of writing under which most rows of the sample have one width; `delimiter` overrules."""
    text = "".join(lines_of(sample)[:_LINES])
    if delimiter is not None:
        return _fit(text, delimiter)
    lines = len(lines_of(text))
    fits = [_fit(text, one) for one in (*COMMON, *RARE) if text.count(one) * 2 >= lines > 0]
    common = [fit for fit in fits if fit.writing.delimiter in COMMON and fit.width > 1]
    # A mark that parts every row alike, its header too, leaves nothing to a blank that stands inside names.
    unlikely = " " if any(fit.share == 1 for fit in common) else ""
    rare = [fit for fit in fits if fit.writing.delimiter in RARE and fit.writing.delimiter != unlikely]
    believed = [*common, *(fit for fit in rare if _is_believed(fit, text))]
    if not believed:
        return _fit(text, ",")
    return _of_several_characters(text, max(believed, key=lambda fit: fit.score))


def _is_believed(fit: Fit, text: str) -> bool:
    blanks = text.count(" ")
    if fit.writing.delimiter == " " and any(text.count(f"{mark} ") >= _REGULAR * blanks for mark in COMMON):
        # Blanks behind a delimiter are padding.
        return False
    return fit.headed and fit.width >= _THREE and fit.share >= _REGULAR


def _of_several_characters(text: str, best: Fit) -> Fit:
    """The same delimiter written twice, around a mark, or with a blank behind it, where each of its places is so.

    One that ends lines without a blank is the delimiter, and the blanks are padding.
    """
    single = best.writing.delimiter
    rows = [record.cells for record in islice(records(text, best.writing), _ROWS) if len(record.cells) > 1]
    between = {cell for row in rows for cell in row[1::2]}
    if best.width >= _THREE and len(between) == 1 and not any(char.isalnum() for char in "".join(between)):
        return _fit(text, single + between.pop() + single)
    if single != " " and f"{single} " in text:
        spaced = _fit(text, f"{single} ")
        quote = spaced.writing.quote
        quotes = _cells_in(quote, text, f"{single} ") > _cells_in(quote, text, single)
        is_bare_behind = any(line.rstrip().endswith(single) for line in lines_of(text))
        is_as_wide = spaced.width >= best.width and not is_bare_behind
        if (quotes or is_as_wide) and spaced.share >= best.share * _REGULAR:
            return spaced
    return best


def _fit(text: str, delimiter: str) -> Fit:
    """The usual number of cells and the share of rows that have it.

    A delimiter that leaves no header is worth half: commas inside `$500,000` are regular too, but their first row
    has none.
    """
    quote = _quote_of(text, delimiter)
    writing = Writing(delimiter, quote, _has_backslashes(text, delimiter, quote))
    rows = [record.cells for record in islice(records(text, writing), _ROWS)]
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return Fit(writing, 0, 0.0, 0.0)
    width, count = max(widths.items(), key=lambda one: (one[1] * (one[0] > 1), one[0]))
    share = count / sum(widths.values())
    if width == 1:
        return Fit(writing, 1, share, 0.0)
    headed = _is_headed(rows, width)
    return Fit(writing, width, share, share**2 * math.log2(width) * (1.0 if headed else 0.5), headed)


def _is_headed(rows: Sequence[Sequence[str]], width: int) -> bool:
    first = next(row for row in rows if row)
    return len(first) == width or head_of(rows).header is not None


def _quote_of(text: str, delimiter: str) -> str:
    """The mark that stands around whole cells: a double quote unless apostrophes do it more often."""
    apostrophes = _cells_in("'", text, delimiter)
    doubles = _cells_in('"', text, delimiter)
    if apostrophes <= 1 and not doubles:
        apostrophes = _cells_in("'", text, delimiter, ends="")
    return "'" if apostrophes > 1 and apostrophes > doubles else '"'


def _cells_in(quote: str, text: str, delimiter: str, ends: str = r"\r\n") -> int:
    """Cells that are quoted from end to end; `ends` are the line ends that no cell holds."""
    mark = re.escape(delimiter)
    around = rf"(?:^|{mark}){quote}(?:[^{quote}\\{ends}]|{quote}{quote}|\\.)*{quote}(?={mark}|\r|\n|\Z)"
    return len(re.findall(around, text, re.MULTILINE))


def _has_backslashes(text: str, delimiter: str, quote: str) -> bool:
    """Whether a backslash stands before a quote that cannot be the end of its cell."""
    return re.search(rf"\\{quote}(?!{re.escape(delimiter)}|\s*[\r\n]|\Z)", text) is not None
