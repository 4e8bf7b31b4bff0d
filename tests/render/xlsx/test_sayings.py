from __future__ import annotations

from decimal import Decimal

from drawn import bare_report
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.render.xlsx.sayings import said
from salesperf.report.model import Cell, Sentence

SENTENCE = Sentence(
    Text("{who} sold {net} {and} no more.", "{who} 售出 {net}。"),
    {"who": Cell("{net}\x07"), "net": Cell(Decimal(12436000), Unit.MONEY)},
    Status.RED,
)


def test_figures_are_set_and_other_braces_stay() -> None:
    assert said(SENTENCE, bare_report()) == "✗ red {net}� sold $12.4M {and} no more."


def test_a_report_of_both_languages_says_both() -> None:
    assert said(SENTENCE, bare_report(Lang.BOTH)).startswith("✗ 红 / red {net}� 售出 ")
    assert said(SENTENCE, bare_report(Lang.BOTH)).endswith(" / {net}� sold $12.4M {and} no more.")


def test_the_figure_of_a_period_that_is_not_over_keeps_its_sign() -> None:
    part = Sentence(Text("sold {net}", "售出 {net}"), {"net": Cell(Decimal(151000), Unit.MONEY, partial=True)})

    assert said(part, bare_report()) == "sold $151K*"
