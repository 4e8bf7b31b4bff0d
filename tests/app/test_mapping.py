from __future__ import annotations

from salesperf.app.mapping import layout_block, mapping_block, mapping_records
from salesperf.core.text import Lang, Text
from salesperf.report.model import Cell, TableBlock, Value
from salesperf.sources.loaded import Mapped, Recognition
from salesperf.sources.rows.raw import Layout

AMOUNT = Mapped("Amt", "amount", "alias", Text("an alias", "别名"))


def _seen(file: str, *, table: str | None = "orders", unmapped: tuple[str, ...] = ()) -> Recognition:
    return Recognition(
        file, None, table, None, (AMOUNT,), unmapped, 1.0, Layout(1, 2, evidence=(Text("',' fits", "',' 合适"),))
    )


def _values(block: TableBlock) -> list[list[Value]]:
    return [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in block.rows]


def test_files_understood_alike_are_shown_once_and_recorded_each() -> None:
    files = [_seen("a.csv"), _seen("b.csv"), _seen("c.csv", unmapped=("Note",)), _seen("d.csv", table=None)]

    assert _values(mapping_block(files, lang=Lang.EN)) == [
        ["a.csv and 1 more", "orders", "Amt", "amount", "alias", "an alias"],
        ["c.csv", "orders", "Amt", "amount", "alias", "an alias"],
        ["c.csv", "orders", "Note", None, "not used", None],
    ]
    assert [row[0] for row in mapping_records(files, lang=Lang.EN).rows] == ["a.csv", "b.csv", "c.csv", "c.csv"]


def test_the_evidence_is_in_the_language_of_the_report() -> None:
    assert _values(mapping_block([_seen("a.csv")], lang=Lang.ZH)) == [
        ["a.csv", "订单明细（orders）", "Amt", "金额（amount）", "表头匹配", "别名"]
    ]
    # Records keep the code, which programs read.
    assert mapping_records([_seen("a.csv")], lang=Lang.ZH).rows[0][-2:] == ("alias", "别名")


def test_the_layout_says_why() -> None:
    assert _values(layout_block([_seen("a.csv"), _seen("b.csv")], lang=Lang.ZH)) == [
        ["a.csv等2个文件", "',' 合适"],
        ["a.csv等2个文件", "表头在第 1 行，数据自第 2 行起"],
    ]
