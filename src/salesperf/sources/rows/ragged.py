"""What is said of rows that are not as wide as the header or had to be repaired; refuses to judge them itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.rows.odd_row import Odd, OddRow

SHORT, TORN, REPAIRED, UNCLEAR = "R111", "R112", "R118", "R135"
"""The codes of rows with fewer and with more cells than the header, of rows repaired, and of rows nobody can tell."""
NAMED = 100
"""Rows that get an issue of their own, per file and kind; the rest are counted in one more."""
_UNCLEAR = Text(
    "the cells of the row do not fit their columns, or some are missing, and it is not clear which belongs where",
    "该行单元格与各列不符或有缺失，无法判断哪个单元格属于哪一列",
)
_TO_CLEAR = Text(
    "count the cells of the row against the header and put in the delimiter or quote that is missing",
    "请对照表头清点该行单元格，补上缺少的分隔符或引号",
)
_SHORT = Text(
    "the row has {found} of {width} cells; the missing ones are empty",
    "该行只有 {width} 个单元格中的 {found} 个；缺少的视为空",
)
_LONG = Text("the row has {found} cells, the header {width}", "该行有 {found} 个单元格，表头有 {width} 个")
_OTHER_DELIMITER = Text(
    "{hint}; if the cells are parted by something other than {delimiter!r}, name it with --delimiter",
    "{hint}；如分隔符并非 {delimiter!r}，请用 --delimiter 指定",
)
_TO_QUOTE = Text("put the cell that holds the delimiter between quotes", "请用引号括住含分隔符的单元格")


class Placed(Struct, frozen=True):
    """An odd row: `at` is its place among the rows kept, `line` that among all rows below the header, both from 0."""

    at: int
    line: int
    row: OddRow


def left(odd: Mapping[int, OddRow], out: Sequence[int]) -> tuple[Placed, ...]:
    """The odd rows by place among all rows, without those that turned out to be no data (`out`, ascending)."""
    gone = set(out)
    return tuple(Placed(line - bisect_left(out, line), line, row) for line, row in odd.items() if line not in gone)


def torn_of(odd: Iterable[Placed]) -> dict[int, tuple[str, ...]]:
    """The rows that cannot be loaded, by place, with the cells beyond the header."""
    return {one.at: one.row.beyond for one in odd if one.row.kind in {Odd.LONG, Odd.UNCLEAR}}


def or_other_delimiter(hint: Text, guessed: str | None) -> Text:
    """A hint with another way out where the delimiter was guessed (None: it was named)."""
    return hint if guessed is None else _OTHER_DELIMITER.fill(hint=hint, delimiter=guessed)


def odd_issues(
    odd: Sequence[Placed], *, first_row: int, width: int, file: str, guessed: str | None = None
) -> tuple[Issue, ...]:
    """An issue for each odd row; those beyond `NAMED` of a kind are counted. `guessed` is a delimiter nobody named."""
    said: dict[str, list[tuple[int, Text]]] = {SHORT: [], REPAIRED: []}
    torn: dict[int, tuple[str, ...]] = {}
    for one in odd:
        row, number = one.row, first_row + one.line
        if row.kind is Odd.SHORT:
            said[SHORT].append((number, _SHORT.fill(found=row.found, width=width)))
        elif row.kind is Odd.REPAIRED:
            said[REPAIRED].append((number, row.said))
        else:
            torn[number] = row.beyond
    found = [
        issue(code, message, Where(file, row=number)) for code, rows in said.items() for number, message in rows[:NAMED]
    ]
    further = [_further(code, len(rows), _WORDS[code], file) for code, rows in said.items()]
    return (*found, *(one for some in further for one in some), *torn_issues(torn, width, file, guessed=guessed))


_WORDS = {
    SHORT: Text("{rows:further row|further rows} with fewer cells than the header", "另有 {rows} 行的单元格少于表头"),
    TORN: Text("{rows:further row|further rows} with more cells than the header", "另有 {rows} 行的单元格多于表头"),
    REPAIRED: Text("{rows:further row|further rows} repaired", "另有 {rows} 行已修复"),
    UNCLEAR: Text(
        "{rows:further row|further rows} whose cells do not fit their columns", "另有 {rows} 行的单元格与各列不符"
    ),
}


def torn_issues(
    torn: Mapping[int, Sequence[str]], width: int, file: str, *, guessed: str | None = None
) -> tuple[Issue, ...]:
    """An issue for each row (by its number) that cannot be loaded for its width; those beyond `NAMED` are counted.

    A row without cells beyond the header is one of which it is not clear what belongs where.
    """
    long = {number: beyond for number, beyond in torn.items() if beyond}
    unclear = [number for number, beyond in torn.items() if not beyond]
    found = [
        issue(
            TORN,
            _LONG.fill(found=width + len(beyond), width=width),
            Where(file, row=number),
            hint=_TO_QUOTE,
            value=next(cell for cell in beyond if cell.strip()),
        )
        for number, beyond in list(long.items())[:NAMED]
    ]
    to_clear = or_other_delimiter(_TO_CLEAR, guessed)
    found += [issue(UNCLEAR, _UNCLEAR, Where(file, row=number), hint=to_clear) for number in unclear[:NAMED]]
    further = (*_further(TORN, len(long), _WORDS[TORN], file), *_further(UNCLEAR, len(unclear), _WORDS[UNCLEAR], file))
    return (*found, *further)


def _further(code: str, rows: int, words: Text, file: str) -> tuple[Issue, ...]:
    more = rows - NAMED
    return (issue(code, words.fill(rows=Count(more)), Where(file), count=more),) if more > 0 else ()
