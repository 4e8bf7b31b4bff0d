from __future__ import annotations

from salesperf.core.text import Lang
from salesperf.render.html.ways import Way, every_chapter, finder, ways_back
from salesperf.report.words import Chapter, Grid, Kind, Line, Page, Word


def grid(*sections: str | None) -> Grid:
    """A table with a row for each section it leads to."""
    lines = tuple(Line((Word("row"),), section=section) for section in sections)
    return Grid("T", ("name",), (Kind.WORD,), (False,), lines, None, "")


def page(*chapters: Chapter, grids: tuple[Grid, ...] = ()) -> Page:
    return Page("Report", "", grids, (), Lang.EN, chapters)


def chapter(key: str, *grids: Grid, within: tuple[Chapter, ...] = ()) -> Chapter:
    return Chapter(key, key.upper(), grids=grids, chapters=within)


def test_a_section_leads_back_to_the_first_row_that_leads_to_it() -> None:
    ways = ways_back(page(chapter("a", grid(None, "c")), chapter("b", grid("c")), chapter("c")))

    assert ways == {"c": Way("A", is_above=True, row=0)}


def test_a_row_further_down_is_below() -> None:
    assert ways_back(page(chapter("a"), chapter("b", grid("a")))) == {"a": Way("B", is_above=False, row=0)}


def test_rows_within_the_section_they_lead_to_are_passed_over() -> None:
    inner = chapter("inner", grid("a"))

    ways = ways_back(page(chapter("a", grid("a"), within=(inner,)), chapter("b", grid("a"))))

    assert ways == {"a": Way("B", is_above=False, row=2)}


def test_a_row_of_a_section_around_it_leads_to_what_is_inside() -> None:
    assert ways_back(page(chapter("a", grid("b"), within=(chapter("b"),)))) == {"b": Way("A", is_above=True, row=0)}


def test_a_table_of_no_section_leads_from_the_page_and_unknown_sections_lead_nowhere() -> None:
    assert ways_back(page(chapter("a"), grids=(grid("a", "z"),))) == {"a": Way("Report", is_above=True, row=0)}


def test_the_row_is_found_by_counting_those_that_lead_there() -> None:
    is_way_back = finder({"a": Way("B", is_above=True, row=1)})

    assert [is_way_back(key) for key in ("a", "b", "a", "a")] == [False, False, True, False]


def test_every_section_comes_before_those_inside_it() -> None:
    chapters = (chapter("a", within=(chapter("b"),)), chapter("c"))

    assert [one.key for one in every_chapter(chapters)] == ["a", "b", "c"]
