from __future__ import annotations

from decimal import Decimal

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.model import Beside, Cell, Meta, Records, Report, Section, Sentence, Tile
from salesperf.report.page import page
from salesperf.report.section_words import grid_of_cards
from salesperf.report.words import Chapter, Kind, Saying, Word

NO_COST = Text("no cost column", "没有成本列")


def chapter(section: Section, *, lang: Lang = Lang.EN, currency: str = "USD") -> Chapter:
    report = Report(
        "salesperf.report/1", same("T"), lang, (), Records((), ()), meta=Meta(currency=currency), sections=(section,)
    )
    return page(report).chapters[0]


def test_figures_of_a_sentence_are_said_short_each_in_its_unit() -> None:
    words = Text("{a} sold, {b} of the target, {c} on last year", "销售 {a}，完成 {b}，同比 {c}")
    values = {
        "a": Cell(Decimal(12436000), Unit.MONEY),
        "b": Cell(0.96, Unit.RATIO),
        "c": Cell(-0.031, Unit.GROWTH),
    }
    section = Section("s", same("S"), (Sentence(words, values, Status.YELLOW),))

    assert chapter(section).sayings == (
        Saying("$12.4M sold, 96% of the target, -3.1% on last year", "", Status.YELLOW, "! yellow"),
    )
    assert chapter(section, lang=Lang.ZH, currency="CNY").sayings[0].text == "销售 1,244万元，完成 96%，同比 -3.1%"


def test_a_sentence_in_both_languages_has_the_numbers_of_each() -> None:
    said = Sentence(Text("{a} sold", "销售 {a}"), {"a": Cell(Decimal(124000000), Unit.MONEY)})

    saying = chapter(Section("s", same("S"), (said,)), lang=Lang.BOTH, currency="CNY").sayings[0]

    assert (saying.text, saying.also) == ("销售 1.24亿元", "CN¥124M sold")


def test_names_in_a_sentence_are_text_whatever_they_hold() -> None:
    said = Sentence(same("{who} {unknown} {0} {"), {"who": Cell("{who}\x1b[31m\n{a}"), "a": Cell(1)})

    assert chapter(Section("s", same("S"), (said,))).sayings[0].text == "{who}\ufffd[31m⏎{a} {unknown} {0} {"


def test_a_missing_figure_of_a_sentence_has_its_footnote_and_a_partial_one_its_sign() -> None:
    said = Sentence(same("{a} and {b}"), {"a": Cell(None, Unit.RATIO, NO_COST), "b": Cell(3, Unit.COUNT, partial=True)})

    assert chapter(Section("s", same("S"), (said,))).sayings[0].text == "–¹ and 3*"


TILE = Tile(
    "net_revenue",
    Text("Net revenue", "净销售额"),
    Cell(Decimal("12436000.5"), Unit.MONEY, status=Status.RED),
    (
        Beside("target", Text("target", "目标"), Cell(Decimal(13000000), Unit.MONEY)),
        Beside("on_last_year", Text("on last year", "同比"), Cell(None, Unit.GROWTH, NO_COST)),
    ),
    (1.0, None, 2.0),
    Text("last 3 months", "近三个月"),
)


def test_a_tile_is_a_card_with_its_value_short_and_in_full() -> None:
    card = chapter(Section("s", same("S"), (), (TILE,))).cards[0]

    assert (card.short, card.word.figure, card.exact) == ("$12.4M", "$12,436,000.50", "12436000.5")
    assert card.word.light == "✗ red"
    assert [(aside.label, aside.short) for aside in card.asides] == [("target", "$13.0M"), ("on last year", "–")]
    assert card.asides[1].word == Word("–", "¹")
    assert card.trend_label == "last 3 months"


def test_cards_as_a_table_have_a_column_for_each_thing_beside_them() -> None:
    other = Tile(
        "orders",
        Text("Orders", "订单"),
        Cell(5, Unit.COUNT),
        (Beside("last_year", Text("last year", "去年"), Cell(4)),),
    )
    cards = chapter(Section("s", same("S"), (), (TILE, other))).cards

    grid = grid_of_cards(cards, lang=Lang.EN)

    assert grid.headers == ("Figure", "Value", "target", "on last year", "last year", "last 3 months")
    assert grid.kinds == (Kind.WORD, *(Kind.NUMBER,) * 4, Kind.SERIES)
    assert [[word.text + word.mark for word in line.words] for line in grid.lines] == [
        ["Net revenue", "✗ red $12,436,000.50", "$13,000,000", "–¹", "", "▁ █"],
        ["Orders", "5", "", "", "4", ""],
    ]


def test_cards_without_a_trend_have_no_column_of_it() -> None:
    cards = chapter(Section("s", same("S"), (), (Tile("a", same("A"), Cell(5, Unit.COUNT)),))).cards

    assert grid_of_cards(cards, lang=Lang.ZH).headers == ("指标", "数值")
