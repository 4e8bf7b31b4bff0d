from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from commission_ground import ground, plan, worked_out
from opened import opened, recalculated
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.stating.statement import people_of, statement
from salesperf.analyses.commission.together import Asked
from salesperf.core.errors import UsageError
from salesperf.core.period import Span
from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.render.xlsx import draw
from salesperf.report.grid import compact
from salesperf.report.model import Cell, Report, TableBlock, sections_of, tables_of
from salesperf.report.worked_out import ContradictionError

ORDERS = (
    "order_id,order_date,rep_id,rep_name,region,amount\n"
    "1,2026-01-05,R1,Ann,East,600\n2,2026-01-20,R1,Ann,East,600.25\n3,2026-01-21,R1,Ann,West,50\n"
    "4,2026-01-22,R2,Ben,East,9\n5,2026-02-03,R1,Ann,East,100\n"
)
JANUARY = Span(date(2026, 1, 1), date(2026, 1, 31))
QUARTER = Span(date(2026, 1, 1), date(2026, 3, 31))
TIERED = """
[[component]]
name = "base"
where = ["region=East"]
rule = "tiered"
mode = "marginal"
per = "year"
tiers = [{ to = 1000, rate = 0.01 }, { rate = 0.02 }]

[[component]]
name = "基本"
rule = "flat"
rate = 0.1
cap = 50
"""
HEADS = {"base": "=ROUND(D", "基本": "=ROUND(MIN(D"}
"""How the formulas of the lines begin."""
HELD = "\n[holdback]\nshare = 0.1\nrelease_after = 2\n"


def paid(terms: str = TIERED + HELD, until: date = QUARTER.end) -> Payroll:
    return worked_out(ground(orders=ORDERS), plan(terms), until)


def told(who: str = "Ann", span: Span = JANUARY, lang: Lang = Lang.EN) -> Report:
    return statement([Asked(paid(until=span.end), span)], who, lang=lang)


def tables(found: Report) -> dict[str, TableBlock]:
    return {f"{section.key}/{block.key}": block for section in sections_of(found) for block in section.blocks}


def column(block: TableBlock, key: str) -> list[object]:
    at = [one.key for one in block.columns].index(key)
    return [cell.value for row in block.rows if isinstance(cell := row.cells[at], Cell)]


@pytest.mark.parametrize("who", ["Ann", "R1"])
def test_a_statement_lists_what_is_paid_and_where_it_comes_from(who: str) -> None:
    """Worked by hand: 1,000 x 1 % + 200.25 x 2 % = 14.005, half up 14.01; 10 % of 1,250.25 at most 50; 64.01.

    10 % of it, 6.401, are held back: 57.61 are paid.
    """
    found = tables(told(who))

    payout = found["plan_1_payout/payout"]
    assert [str(one) for one in column(payout, "payout")] == ["14.01", "50.00", "-6.40"]
    assert column(payout, "exact") == [Decimal("14.005"), Decimal("125.025"), None]
    assert column(payout, "kind") == ["commission", "commission", "held back"]
    assert column(found["plan_1_component_1/slices"], "pay") == [Decimal(10), Decimal("4.005")]
    assert column(found["plan_1_component_1/rows"], "pay") == [Decimal(6), Decimal("8.005")]
    assert column(found["plan_1_component_1/rows"], "row") == [2, 3]
    assert column(found["plan_1_payout/balances"], "amount") == [Decimal(0), Decimal("6.40")]


def test_the_headings_say_who_when_and_by_which_plan() -> None:
    english, chinese = told(), told(lang=Lang.ZH)

    assert english.title.en == "Commission statement, Ann, January 2026"
    assert english.subtitle is not None
    assert english.subtitle.en == "test, version 1, CNY"
    assert chinese.title.zh.startswith("提成结算单：Ann")
    assert [section.title.en for section in english.sections] == ["Payout", "base", "基本", "The plan in words"]
    assert [tile.cell.value for tile in english.sections[0].tiles] == [
        Decimal("57.61"), Decimal("1200.25"), Decimal("1250.25"),
    ]  # fmt: skip


def test_a_page_says_what_is_paid_to_the_cent() -> None:
    assert compact(Decimal("3093.60"), Unit.TALLY, lang=Lang.EN, currency="USD") == "$3,093.60"
    assert {tile.cell.unit for tile in told().sections[0].tiles} == {Unit.TALLY}


def test_periods_of_a_quarter_are_told_apart() -> None:
    """February pays 100 x 2 % more of the year to date: the slices to 1,300.25 less those to 1,200.25."""
    found = tables(told(span=QUARTER))

    payout = found["plan_1_payout/payout"]
    paid_by = list(zip(column(payout, "period"), column(payout, "component"), column(payout, "payout"), strict=True))
    assert ("2026-02", "base", Decimal("2.00")) in paid_by
    titles = [block.title.en for block in tables_of(told(span=QUARTER)) if block.key == "slices"]
    assert titles[0] == "base, 2026-01: slices"
    assert len(titles) == len(set(titles))


def test_what_is_paid_by_several_plans_stands_under_each() -> None:
    found = paid(until=JANUARY.end)

    report = statement([Asked(found, JANUARY), Asked(found, JANUARY)], "Ann", lang=Lang.EN)

    assert [section.title.en for section in report.sections] == ["test, version 1, CNY"] * 2
    assert len(report.records.rows) == 2 * len([line for line in found.lines if line.participant == "R1"])


def test_statements_of_everybody_are_together_what_the_run_pays() -> None:
    asked = [Asked(paid(until=JANUARY.end), JANUARY)]

    people = people_of(asked)

    assert people == (("R1", "Ann"), ("R2", "Ben"))
    totals = [statement(asked, who, lang=Lang.EN).sections[0].tiles[0].cell.value for who, _ in people]
    assert sum(one for one in totals if isinstance(one, Decimal)) == sum(line.pay for line in asked[0].payroll.lines)


def test_somebody_whom_no_plan_knows_is_told() -> None:
    with pytest.raises(UsageError, match="Anna"):
        told("Anna")


def test_a_line_that_its_slices_do_not_give_is_not_printed() -> None:
    """One cent is added to what the engine found."""
    from msgspec.structs import replace  # noqa: PLC0415 -- one use

    found = paid(until=JANUARY.end)
    wrong = replace(found.lines[0], pay=found.lines[0].pay + Decimal("0.01"))

    with pytest.raises(ContradictionError, match=r"14\.02"):
        statement([Asked(replace(found, lines=(wrong, *found.lines[1:])), JANUARY)], "Ann", lang=Lang.EN)


def test_the_workbook_holds_formulas_that_libreoffice_works_out_to_the_cent(tmp_path: Path) -> None:
    content = draw(told())

    book, kept, again = opened(content), opened(content, values=True), recalculated(content, tmp_path)
    lines = {row[0].value: row for row in book["Payout"].iter_rows() if row[1].value == "commission"}
    # After component and kind come what was credited, the exact pay and the payout.
    assert [str(lines[name][3].value)[:5] for name in ("base", "基本")] == ["=SUM("] * 2
    assert [str(lines[name][4].value).startswith(head) for name, head in HEADS.items()] == [True] * 2
    assert [kept["Payout"][lines[name][4].coordinate].value for name in ("base", "基本")] == [14.01, 50]
    formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) >= 10
    for cell in formulas:
        ours = kept[cell.parent.title][cell.coordinate].value
        assert again[cell.parent.title][cell.coordinate].value == pytest.approx(ours, abs=1e-9), cell.coordinate
