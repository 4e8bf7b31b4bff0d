from __future__ import annotations

from decimal import Decimal

from commission_ground import plan
from salesperf.analyses.commission.in_words.report import plan_report
from salesperf.core.text import Lang
from salesperf.metrics.catalog import CATALOG
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, Report

WRITTEN = (
    '[[component]]\nname = "base"\ntitle_zh = "基础"\nrule = "tiered"\nmode = "marginal"\n'
    "tiers = [{ to = 100, rate = 0.01 }, { rate = 0.02 }]\n"
    '[[component]]\nname = "table"\nrule = "rates"\nrows = [{ rate = 0.01 }]\n'
)


def report(lang: Lang = Lang.EN) -> Report:
    return plan_report(plan(WRITTEN), catalog=CATALOG, lang=lang)


def test_every_part_is_a_section_with_whole_sentences() -> None:
    found = report()

    assert [section.title.en for section in found.sections] == ["Terms", "base", "table", "What the plan decides"]
    assert [one.words.en for one in found.sections[1].sentences] == [
        "Counted is net revenue of each month.",
        "Each slice at its own rate: 1% up to 100; 2% above 100.",
    ]


def test_a_curve_is_drawn_of_the_numbers_of_its_table() -> None:
    [block] = report().sections[1].blocks

    [figure] = block.figures
    assert (figure.kind, figure.label, figure.values) == (FigureKind.LINE, "at", ("payout",))
    last = [cell.value for cell in block.rows[-1].cells if isinstance(cell, Cell)]
    # 200 at twice the last bound: 100 x 1 % + 100 x 2 % = 3, which is 1.5 % of it.
    assert last == [Decimal(200), Decimal("3.00"), 0.015]
    assert report().sections[2].blocks == ()
    assert [note.text.en for note in report().notes] == [
        "table has no curve: what it pays depends on more than one figure"
    ]


def test_every_choice_is_told_with_its_place_and_what_it_pays() -> None:
    told = [one.words.en for one in report().sections[-1].sentences]

    assert told[0] == (
        "How is a payout line rounded, once? plan.rounding = half_up: a half goes away from zero (0.125 pays 0.13)."
    )
    assert told[-1] == (
        "How are tiers paid? base.mode = marginal: each slice at its own rate (10,000 + 15,000 + 10,000 = 35,000)."
    )
    assert any("plan.returns_reduce_attainment = true" in one for one in told)
    assert not any("plan.fx" in one for one in told), "a choice that was not needed is not told"


def test_machines_get_a_row_for_each_sentence_in_the_language_asked_for() -> None:
    rows = report(Lang.ZH).records.rows

    assert ("component", "base", "按每月的销售净额计算") in rows
    assert ("choice", "base.mode", "marginal: 各段按各段的比例") in rows


def test_honours_have_a_section_of_their_own() -> None:
    honour = '[[honour]]\nname = "champion"\nmeasure = "net_revenue"\namount = 500\nties = "share"\n'

    found = plan_report(plan(WRITTEN + honour), catalog=CATALOG, lang=Lang.EN)

    assert "champion (honour)" in [section.title.en for section in found.sections]
