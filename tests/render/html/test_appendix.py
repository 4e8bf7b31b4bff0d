from __future__ import annotations

from msgspec.structs import replace

from salesperf.core.text import Lang
from salesperf.render.html.appendix import compacted
from salesperf.report.words import Aside, Card, Chapter, Grid, Kind, Line, Saying, Word


def card(key: str, label: str, text: str, **asides: str) -> Card:
    beside = tuple(Aside(name.replace("_", " "), Word(said), said) for name, said in asides.items())
    return Card(key, label, Word(text), text, text, beside)


def reps_of_east(*headers: str) -> Grid:
    kinds = (Kind.WORD, *(Kind.NUMBER,) * len(headers))
    line = Line((Word("Ann"), *(Word("400"),) * len(headers)), section="ann")
    return Grid("Reps of East", ("Rep", *headers), kinds, (False,) * len(kinds), (line,), None, "")


ANN = Chapter("ann", "Ann", cards=(card("revenue", "Revenue", "400", target="350"), card("orders", "Orders", "4")))
EAST = Chapter(
    "east",
    "East",
    cards=(card("revenue", "Revenue", "700", target="650", on_last_year="+12%"), card("orders", "Orders", "9")),
    grids=(reps_of_east("Revenue (USD)", "Target (USD)"),),
    chapters=(ANN,),
)
DRILL = Chapter("drill", "Teams and reps", chapters=(EAST,))


def test_each_figure_is_a_table_with_everybody_in_it() -> None:
    found = compacted(DRILL, lang=Lang.EN)

    assert found is not None
    assert found.kept == ()
    revenue, orders = found.figures
    assert (revenue.title, orders.title) == ("Revenue", "Orders")
    assert revenue.headers == ("Teams and reps", "Value", "Target", "On last year")
    assert [[word.text for word in line.words] for line in revenue.lines] == [
        ["East", "700", "650", "+12%"],
        ["Ann", "400", "350", ""],
    ]
    assert [line.level for line in revenue.lines] == [0, 1]
    assert orders.headers == ("Teams and reps", "Value")


def test_a_table_that_says_more_than_the_tiles_keeps_its_section_as_it_is() -> None:
    more = replace(EAST, grids=(reps_of_east("Discount (%)"),))

    assert compacted(replace(DRILL, chapters=(more,)), lang=Lang.EN) is None


def test_a_table_of_the_section_itself_that_says_more_is_kept() -> None:
    own = reps_of_east("Discount (%)")

    found = compacted(replace(DRILL, grids=(own,)), lang=Lang.EN)

    assert found is not None
    assert found.kept == (own,)


def test_sentences_within_and_sections_without_others_are_no_tables() -> None:
    said = replace(EAST, sayings=(Saying("East is red."),))

    assert compacted(replace(DRILL, chapters=(said,)), lang=Lang.EN) is None
    assert compacted(replace(DRILL, chapters=()), lang=Lang.EN) is None


def test_a_section_without_tiles_is_a_heading_over_those_inside_it() -> None:
    alone = Chapter(
        "alone", "Reps without a team", chapters=(replace(ANN, key="bob", title="Bob", cards=ANN.cards[:1]),)
    )

    found = compacted(replace(DRILL, chapters=(EAST, alone)), lang=Lang.EN)

    assert found is not None
    revenue, orders = found.figures
    assert [(line.words[0].text, line.level) for line in revenue.lines] == [
        ("East", 0),
        ("Ann", 1),
        ("Reps without a team", 0),
        ("Bob", 1),
    ]
    assert {word.text for word in revenue.lines[2].words[1:]} == {""}
    assert [line.words[0].text for line in orders.lines] == ["East", "Ann"], "a heading over nobody is none"
