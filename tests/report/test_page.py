from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from rep_table import NO_BASE, NO_COST, report, row, words
from salesperf.core.text import Lang, Text, same
from salesperf.report.model import Cell, Definition, Note, Report
from salesperf.report.page import page
from salesperf.report.words import Remark, Term


def test_reasons_are_footnotes_numbered_in_reading_order_each_once() -> None:
    drawn = page(
        report(
            row("Ann", Cell(None, reason=NO_COST)),
            row("Bob", Cell(None, reason=NO_BASE)),
            row("Cid", Cell(None, reason=NO_COST)),
            row("Dan", Cell(None)),
        )
    )

    assert words(drawn) == [("Ann", "–¹"), ("Bob", "–²"), ("Cid", "–¹"), ("Dan", "–")]
    assert drawn.remarks == (Remark("no cost column", "¹"), Remark("no earlier period", "²"))


def test_a_partial_period_is_marked_and_explained() -> None:
    drawn = page(report(row("Ann", Cell(Decimal(5), partial=True))))

    assert words(drawn) == [("Ann", "5*")]
    assert [remark.mark for remark in drawn.remarks] == ["*"]


def test_a_note_about_partial_periods_takes_the_place_of_the_general_one() -> None:
    partial = report(row("Ann", Cell(Decimal(5), partial=True)))
    noted = replace(partial, notes=(Note("partial", same("March ends on the 20th")),))

    assert page(noted).remarks == (Remark("March ends on the 20th", "*"),)


def test_lines_to_copy_stand_below_their_note_and_other_breaks_of_a_line_do_not() -> None:
    told = Note("reading", same('a\nb is left out; put in:\n[[table]]\nname = "orders"\nfiles = ["a.csv"]'))

    (remark,) = page(replace(report(row("Ann", Cell(Decimal(5)))), notes=(told,))).remarks

    assert remark.text == "a⏎b is left out; put in:"
    assert remark.lines == ("[[table]]", 'name = "orders"', 'files = ["a.csv"]')


def test_a_note_in_both_languages_says_each_once_and_lines_to_copy_once() -> None:
    told = Note("reading", Text("put in:\n[[table]]\na = 1", "请加入：\n[[table]]\na = 1"))
    same_in_both = Note("name", same("orders.csv"))
    both = replace(report(row("Ann", Cell(None, reason=NO_COST))), lang=Lang.BOTH, notes=(told, same_in_both))

    assert page(both).remarks == (
        Remark("没有成本列", "¹", also="no cost column"),
        Remark("请加入：", lines=("[[table]]", "a = 1"), also="put in:"),
        Remark("orders.csv"),
    )
    assert page(both).remarks[0].whole == "没有成本列 / no cost column"


def test_definitions_are_terms_in_the_language_of_the_report() -> None:
    meaning = Definition("net_revenue", Text("Net revenue", "净销售额"), Text("less returns", "扣除退货"))
    defined = replace(report(row("Ann", Decimal(1))), definitions=(meaning,))

    assert page(defined).terms == (Term("net_revenue", "Net revenue", "less returns"),)
    assert page(replace(defined, lang=Lang.BOTH)).terms == (
        Term("net_revenue", "净销售额 / Net revenue", "扣除退货", "less returns"),
    )


def test_a_pack_has_its_sections_as_chapters_with_those_inside_them(pack_report: Report) -> None:
    drawn = page(pack_report)

    assert [chapter.key for chapter in drawn.chapters][-3:] == ["team-1", "team-2", "team-3"]
    assert [inner.title for inner in drawn.chapters[-3].chapters] == ["Ann", "张伟"]
    assert drawn.chapters[-1].empty == "nobody sold in this period"
    assert [remark.mark for remark in drawn.remarks][:3] == ["¹", "²", "*"]
