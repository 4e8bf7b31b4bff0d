from __future__ import annotations

from msgspec.structs import replace

from salesperf.core.text import Lang, Text, same
from salesperf.report.model import Cell, Column, Records, Report, Row, Section, Sentence, TableBlock
from salesperf.report.replaced import with_replaced_told


def _report(*names: str) -> Report:
    column = Column("customer", same("customer"))
    rows = tuple(Row((Cell(name),)) for name in names)
    return Report(
        schema="salesperf.test/1",
        title=same("Test"),
        lang=Lang.EN,
        blocks=(TableBlock("main", same("Test"), (column,), rows),),
        records=Records((column,), tuple((name,) for name in names)),
    )


def test_characters_that_cannot_be_printed_are_counted_once_for_each_name() -> None:
    (note,) = with_replaced_told(_report("Ac\x1bme", "Ac\x1bme", "B\x00o\x07", "Cy")).notes

    assert note.key == "replaced_characters"
    assert note.text == Text(
        "3 characters of the data cannot be printed and are shown as \ufffd", "数据中有3个字符无法显示，以 \ufffd 代替"
    )


def test_a_report_of_plain_names_stays_as_it_is() -> None:
    report = _report("Acme", "张三", "Zoë\tLtd")

    assert with_replaced_told(report) is report


def test_names_in_sentences_count_too() -> None:
    said = Sentence(same("{who}"), {"who": Cell("Ann\x07")})
    report = replace(_report(), sections=(Section("s", same("S"), (said,)),))

    assert [note.key for note in with_replaced_told(report).notes] == ["replaced_characters"]
