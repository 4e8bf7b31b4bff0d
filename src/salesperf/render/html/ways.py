"""The ways back from sections to the rows that lead to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from salesperf.report.words import Chapter, Grid, Page


class Way(Struct, frozen=True):
    """The way back from a section to the first row of another section that leads to it.

    `title` is what the row's section is called, `is_above` whether it stands before, `row` the row's place among all
    that lead to the section, counted from 0.
    """

    title: str
    is_above: bool
    row: int


def every_chapter(chapters: Sequence[Chapter]) -> Iterator[Chapter]:
    """All sections in reading order, each before those inside it."""
    for chapter in chapters:
        yield chapter
        yield from every_chapter(chapter.chapters)


def ways_back(page: Page) -> Mapping[str, Way]:
    """The way back of each section; a row that leads to what it stands in leads from nowhere else, and is passed over.

    A row of no section leads back to the page.
    """
    order = {chapter.key: number for number, chapter in enumerate(every_chapter(page.chapters))}
    found: dict[str, Way] = {}
    rows: Counter[str] = Counter()
    for within, grid in _places(page):
        here = within[-1] if within else Chapter("", page.title)
        for key in (line.section for line in grid.lines if line.section in order):
            if key not in found and key not in {chapter.key for chapter in within}:
                found[key] = Way(here.title, order.get(here.key, -1) < order[key], rows[key])
            rows[key] += 1
    return found


def finder(ways: Mapping[str, Way]) -> Callable[[str], bool]:
    """Whether this row is the one that a section leads back to, asked of each row that leads to it in turn."""
    asked: Counter[str] = Counter()

    def is_way_back(key: str) -> bool:
        asked[key] += 1
        return key in ways and ways[key].row == asked[key] - 1

    return is_way_back


def _places(page: Page) -> Iterator[tuple[tuple[Chapter, ...], Grid]]:
    """Each table with the sections it stands in, from the outermost on."""
    for grid in page.grids:
        yield (), grid
    yield from _places_in(page.chapters, ())


def _places_in(chapters: Sequence[Chapter], above: tuple[Chapter, ...]) -> Iterator[tuple[tuple[Chapter, ...], Grid]]:
    for chapter in chapters:
        within = (*above, chapter)
        for grid in chapter.grids:
            yield within, grid
        yield from _places_in(chapter.chapters, within)
