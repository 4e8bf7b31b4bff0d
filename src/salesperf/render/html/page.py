"""A report as one HTML file: every string is text, and nothing in it runs or is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import count

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec.structs import replace

from salesperf.core.text import Lang
from salesperf.render.figures.svg import svg
from salesperf.render.html.appendix import Compacted, compacted
from salesperf.render.html.sparks import spark
from salesperf.render.html.spoken import spoken
from salesperf.render.html.style import style, style_hash
from salesperf.render.html.unfilled import filled
from salesperf.render.html.ways import every_chapter, finder, ways_back
from salesperf.render.html.wide import is_wide, parts_of, stands_beside
from salesperf.report.capitals import with_capitals
from salesperf.report.chart import Chart
from salesperf.report.escape import on_one_line
from salesperf.report.model import Report
from salesperf.report.page import page
from salesperf.report.provenance import provenance
from salesperf.report.words import Card, Chapter, Grid, Page, Remark, Word

_CODES = {Lang.EN: "en", Lang.ZH: "zh-CN", Lang.BOTH: "zh-CN"}
_FEWEST_LISTED = 3
"""Fewer sections than these need no list of contents."""
_WIDE, _NARROW = "wide", "narrow"
_WIDTHS = {_WIDE: 720, _NARROW: 340}
"""The widths in pixels that every chart is drawn in, by the class of its box."""
_FEWEST_ACROSS = 3
_MOST_ACROSS = 4
_MOST_BOTH = 3
"""Names in two languages need room."""
_MOST_ON_SHEET = 5


def draw(report: Report, *, for_phones: bool = True) -> bytes:
    """The page in UTF-8, the same bytes for the same report.

    Rows that have a section link to it, and it back to the first of them. Without `for_phones` the page is for paper
    alone: every chart is drawn for it once, and tables too wide for it stand in parts alone.
    """
    report = with_capitals(report)
    words = page(report)
    ways, origin = ways_back(words), provenance(report)
    as_tables = partial(compacted, lang=report.lang)
    drawn = words.chapters if for_phones else tuple(_on_paper(words.chapters, as_tables))
    text = (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=words,
            **_noted(words, has_sources=bool(origin.record)),
            origin=origin,
            organisation=on_one_line(report.meta.organisation) if report.meta.organisation else "",
            code=_CODES[report.lang],
            say=spoken(report.lang),
            style=Markup(style()),  # noqa: S704 -- our own file
            style_hash=style_hash(),
            contents=words.chapters if len(words.chapters) >= _FEWEST_LISTED else (),
            linked={chapter.key for chapter in every_chapter(drawn)},
            ways=ways,
            is_way_back=finder(ways),
            numbered=map("table-{}".format, count(1)).__next__,
            anchor=_anchor,
            trend=_trend,
            svg=_svg,
            widths=partial(_widths, for_phones=for_phones),
            marked=_marked,
            across=partial(_across, most=_MOST_BOTH if report.lang is Lang.BOTH else _MOST_ACROSS),
            on_sheet=partial(_across, most=_MOST_BOTH if report.lang is Lang.BOTH else _MOST_ON_SHEET),
            filled=partial(filled, remarks=words.remarks),
            is_wide=is_wide,
            stands_beside=stands_beside,
            compacted=as_tables,
            parts=parts_of,
            for_screens=for_phones,
            lit=_lit,
        )
    )
    return text.encode()


def _noted(words: Page, *, has_sources: bool) -> dict[str, tuple[Remark, ...]]:
    """The notes for readers; what who keeps the figures may do stands with the sources, where there are any."""
    return {
        "remarks": tuple(one for one in words.remarks if not (has_sources and one.is_aside)),
        "for_keepers": tuple(one for one in words.remarks if one.lines or one.is_aside),
    }


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("salesperf.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def _anchor(key: str) -> str:
    """The id of a section, apart from those of the page's own parts."""
    return f"part-{key}"


def _trend(card: Card) -> Markup:
    return spark(card.trend, label=card.trend_alt)


def _marked(grid: Grid) -> tuple[bool, ...]:
    """Of each column, whether any of its words has a mark: then all keep a place for one."""
    lines = (*grid.lines, grid.total) if grid.total else grid.lines
    return tuple(any(line.words[index].mark for line in lines) for index in range(len(grid.headers)))


def _on_paper(chapters: Sequence[Chapter], as_tables: Callable[[Chapter], Compacted | None]) -> Iterator[Chapter]:
    """The sections that stand on paper: those that are rows of tables there lead nowhere."""
    for chapter in chapters:
        yield replace(chapter, chapters=()) if as_tables(chapter) else chapter


def _widths(grid: Grid, *, for_phones: bool) -> dict[str, int]:
    """The widths a table's charts are drawn in: on paper alone the one it is printed in."""
    name = _NARROW if stands_beside(grid) else _WIDE
    return _WIDTHS if for_phones else {name: _WIDTHS[name]}


def _lit(card: Card) -> Word | None:
    """The light of a tile: that of its value, else the first beside it."""
    return next((word for word in (card.word, *(aside.word for aside in card.asides)) if word.status), None)


def _across(cards: Sequence[Card], *, most: int) -> int:
    """How many tiles stand side by side on a wide screen, so that the last row is as full as can be."""
    if len(cards) <= most:
        return max(len(cards), _FEWEST_ACROSS)
    return min(range(most, _FEWEST_ACROSS - 1, -1), key=lambda width: -len(cards) % width)


def _svg(chart: Chart, width: int) -> Markup:
    return Markup(svg(chart, width=width))  # noqa: S704 -- an element in which every word is escaped
