from __future__ import annotations

import pytest

from salesperf.core.text import Lang, Text, same
from salesperf.report.capitals import capital, said, with_capitals
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Definition, Records, Report, Row, Section, Sentence, TableBlock, Tile


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        (Text("net revenue", "销售净额"), "Net revenue"),
        (Text("écart", "差额"), "Écart"),
        (same("net revenue"), "net revenue"),
        (Text("ann by month", "ann 按月"), "ann by month"),
        (Text("acme-2 by month", "按月（acme-2）"), "acme-2 by month"),
        (Text("RFM", "客户分层"), "RFM"),
        (Text("12 months", "12 个月"), "12 months"),
        (Text("(none)", "（无）"), "(none)"),
        (Text("", ""), ""),
    ],
)
def test_our_words_begin_with_a_capital_and_names_stay_as_they_are(said: Text, seen: str) -> None:
    assert capital(said) == Text(seen, said.zh)


def test_titles_tiles_columns_groups_pictures_terms_and_sentences_begin_with_a_capital_and_names_in_cells_do_not() -> (
    None
):
    figure = Figure(FigureKind.BAR, "f", Text("revenue by rep", "各人"), "rep", ("rep",))
    block = TableBlock(
        "b",
        Text("by rep", "按人"),
        (Column("rep", Text("rep", "人")),),
        (Row((Cell("ann"),), heading=Text("results", "结果")), Row((Cell("bob"),))),
        figures=(figure,),
    )
    deep = Section("d", Text("deeper", "更深"), blocks=(block,))
    sold = Sentence(Text("we sold", "卖出"))
    section = Section("s", Text("top", "上"), (sold,), (Tile("t", Text("orders", "订单"), Cell(1)),), (), (deep,))
    terms = (Definition("x", Text("term", "词"), Text("what it means", "含义")),)
    report = Report(
        "s/1", Text("weekly", "周报"), Lang.EN, (block,), Records((), ()), sections=(section,), definitions=terms
    )

    shown = with_capitals(report)

    top, inner = shown.sections[0], shown.sections[0].sections[0]
    table = inner.blocks[0]
    assert (shown.title.en, top.title.en, inner.title.en, top.tiles[0].label.en) == (
        "Weekly",
        "Top",
        "Deeper",
        "Orders",
    )
    assert (table.title.en, table.columns[0].label.en, table.figures[0].title.en) == ("By rep", "Rep", "Revenue by rep")
    assert table.rows[0].heading == Text("Results", "结果")
    assert table == shown.blocks[0]
    assert [row.cells for row in table.rows] == [row.cells for row in block.rows]
    assert (top.sentences[0].words.en, shown.definitions[0].label.en, shown.definitions[0].meaning.en) == (
        "We sold",
        "Term",
        "what it means",
    )


@pytest.mark.parametrize(
    ("lang", "row", "total"),
    [
        (Lang.EN, "Year to date", "Total"),
        (Lang.ZH, "年初至今", "合计"),
        (Lang.BOTH, "年初至今 / Year to date", "合计 / Total"),
    ],
)
def test_rows_called_by_our_words_and_totals_begin_with_a_capital_on_a_page(lang: Lang, row: str, total: str) -> None:
    to_date = said(Text("year to date", "年初至今"), lang)
    name = said(same("iMac resellers"), lang)
    block = TableBlock(
        "b",
        Text("by rep", "按人"),
        (Column("rep", Text("rep", "人")),),
        (Row((to_date,)), Row((name,))),
        total=Row((Cell(Text("total", "合计").say(lang)),)),
        empty=Text("nothing is owed", "没有应收"),
    )

    (shown,) = with_capitals(Report("s/1", same("Page"), lang, (block,), Records((), ()))).blocks

    values = [
        cell.value for line in (*shown.rows, shown.total) if line for cell in line.cells if isinstance(cell, Cell)
    ]
    assert values == [row, "iMac resellers", total]
    assert shown.empty.en == "Nothing is owed"
    assert to_date.value == Text("year to date", "年初至今").say(lang)
