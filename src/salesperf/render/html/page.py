"""A report as one HTML file: every string is text, and nothing in it runs or is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import count

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from salesperf.core.text import Lang
from salesperf.render.figures.svg import svg
from salesperf.render.html.sparks import spark
from salesperf.render.html.spoken import spoken
from salesperf.render.html.style import style, style_hash
from salesperf.render.html.wide import parts_of
from salesperf.report.chart import Chart
from salesperf.report.escape import on_one_line
from salesperf.report.model import Report
from salesperf.report.page import page
from salesperf.report.provenance import provenance
from salesperf.report.words import Card, Chapter, Grid, Page

_CODES = {Lang.EN: "en", Lang.ZH: "zh-CN", Lang.BOTH: "zh-CN"}
_FEWEST_LISTED = 3
"""Fewer sections than these need no list of contents."""
_WIDE = "wide"
_WIDTHS = {_WIDE: 720, "narrow": 340}
"""The widths in pixels that every chart is drawn in, by the class of its box."""
_FEWEST_ACROSS = 3
_MOST_ACROSS = 5
_MOST_BOTH = 3
"""Names in two languages need room."""


def draw(report: Report, *, for_phones: bool = True) -> bytes:
    """The page in UTF-8, the same bytes for the same report.

    Rows that have a section link to it, and it back to the first of them. Without `for_phones` every chart is drawn
    for wide paper alone.
    """
    words = page(report)
    every = tuple(_every(words.chapters))
    linked = {chapter.key for chapter in every}
    numbers = count(1)
    text = (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=words,
            origin=provenance(report),
            organisation=on_one_line(report.meta.organisation) if report.meta.organisation else "",
            code=_CODES[report.lang],
            say=spoken(report.lang),
            style=Markup(style()),  # noqa: S704 -- our own file
            style_hash=style_hash(),
            contents=words.chapters if len(words.chapters) >= _FEWEST_LISTED else (),
            linked=linked,
            backs={line.section for grid in _grids(words, every) for line in grid.lines} & linked,
            is_first=_firsts(),
            numbered=lambda: f"table-{next(numbers)}",
            anchor=_anchor,
            trend=_trend,
            svg=_svg,
            widths=_WIDTHS if for_phones else {_WIDE: _WIDTHS[_WIDE]},
            marked=_marked,
            across=partial(_across, most=_MOST_BOTH if report.lang is Lang.BOTH else _MOST_ACROSS),
            parts=parts_of,
        )
    )
    return text.encode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("salesperf.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def _every(chapters: Sequence[Chapter]) -> Iterator[Chapter]:
    for chapter in chapters:
        yield chapter
        yield from _every(chapter.chapters)


def _grids(words: Page, every: Sequence[Chapter]) -> Iterator[Grid]:
    yield from words.grids
    for chapter in every:
        yield from chapter.grids


def _anchor(key: str) -> str:
    """The id of a section, apart from those of the page's own parts."""
    return f"part-{key}"


def _firsts() -> Callable[[str], bool]:
    """Whether a section is asked for the first time: the row it links back to."""
    seen: set[str] = set()

    def is_first(key: str) -> bool:
        is_new = key not in seen
        seen.add(key)
        return is_new

    return is_first


def _trend(card: Card) -> Markup:
    return spark(card.trend, label=card.trend_alt)


def _marked(grid: Grid) -> tuple[bool, ...]:
    """Of each column, whether any of its words has a mark: then all keep a place for one."""
    lines = (*grid.lines, grid.total) if grid.total else grid.lines
    return tuple(any(line.words[index].mark for line in lines) for index in range(len(grid.headers)))


def _across(cards: Sequence[Card], *, most: int) -> int:
    """How many tiles stand side by side on a wide screen, so that the last row is as full as can be."""
    if len(cards) <= most:
        return max(len(cards), _FEWEST_ACROSS)
    return min(range(most, _FEWEST_ACROSS - 1, -1), key=lambda width: -len(cards) % width)


def _svg(chart: Chart, width: int) -> Markup:
    return Markup(svg(chart, width=width))  # noqa: S704 -- an element in which every word is escaped
