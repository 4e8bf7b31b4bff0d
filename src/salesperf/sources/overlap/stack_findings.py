"""What a user should know of the files of one table: rows that stand in two of them, and dates far from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.overlap.reach import Reach
from salesperf.sources.overlap.sameness import COPY, TWICE
from salesperf.sources.overlap.stack import FileRows, Stacked, names_of
from salesperf.tables.labels import table_words

TWIN = Text("the same table as {file}", "与 {file} 是同一张表")
_BEYOND = Text("more than a year beyond the rest", "比其余日期晚一年以上")
_BEFORE = Text("more than ten years before the rest", "比其余日期早十年以上")


def about_files(whole: Stacked, files: Sequence[FileRows], same: Mapping[int, int]) -> Iterator[Issue]:
    """Rows and orders that several files hold; `same` are the files that are the same table as another, by place."""
    where = {file.place: Where(file.name, file.sheet) for file in files}
    yield from _overlaps(whole, where)
    yield from _same_rows(whole, names_of(files), where)
    yield from _different(whole)
    yield from _of_other_dates(whole)
    yield from _twins(same, where)


def about_dates(table: str, reached: Reach) -> Iterator[Issue]:
    """Dates that are not believed to tell how far the data reach."""
    yield from _far_dates(table, reached.beyond, _BEYOND)
    yield from _far_dates(table, reached.before, _BEFORE)


def _overlaps(whole: Stacked, where: Mapping[int, Where]) -> list[Issue]:
    return [
        issue(
            "R401",
            Text(
                "{rows:row|rows} in another file too, taken from there", "{rows} 行在另一文件中也有，以该文件为准"
            ).fill(rows=Count(rows)),
            where[place],
            count=rows,
        )
        for place, rows in sorted(whole.superseded.items())
        if place not in {one.place for one in whole.same.copies}
    ]


def _same_rows(whole: Stacked, names: Mapping[int, str], where: Mapping[int, Where]) -> list[Issue]:
    told = (("R416", COPY, whole.same.copies), ("R417", TWICE, whole.same.partly))
    return [
        issue(code, one.told(text, names), where[one.place], count=one.rows)
        for code, text, found in told
        for one in sorted(found, key=lambda one: (one.place, one.other))
    ]


def _different(whole: Stacked) -> list[Issue]:
    if not whole.different:
        return []
    phrase = Text(
        "{ids:order id occurs|order ids occur} in several files with other dates and customers: "
        "kept as different orders",
        "{ids} 个订单号在多个文件中出现，但日期和客户不同：按不同订单保留",
    )
    message = phrase.fill(ids=Count(len(whole.different)))
    return [issue("R405", message, value=whole.different[0], count=len(whole.different))]


def _of_other_dates(whole: Stacked) -> list[Issue]:
    if whole.dates is None:
        return []
    ids = (whole.dates.moved_orders, whole.dates.spread)
    told = zip((one for one in ids if one), whole.dates.notes(), strict=True)
    return [issue("R407", note, value=orders[0], count=len(orders)) for orders, note in told]


def _twins(same: Mapping[int, int], where: Mapping[int, Where]) -> list[Issue]:
    return [
        issue("R402", TWIN.fill(file=where[first].file), Where(where[place].file))
        for place, first in sorted(same.items())
    ]


def _far_dates(table: str, beyond: Mapping[str, tuple[date, ...]], how_far: Text) -> list[Issue]:
    return [
        issue(
            "R311",
            Text("{table} hold {day}, {how_far}", "{table}中有 {day}，{how_far}").fill(
                table=table_words(table), day=days[0], how_far=how_far
            ),
            Where(column=column),
            value=str(days[0]),
            count=len(days),
        )
        for column, days in beyond.items()
    ]
