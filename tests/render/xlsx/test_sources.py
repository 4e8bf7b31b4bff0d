from __future__ import annotations

from msgspec.structs import replace

from drawn import bare_report
from opened import opened, row_of, rows
from salesperf.core.text import Lang, Text, same
from salesperf.render.xlsx import draw
from salesperf.report.model import Definition, Meta, Note, Report


def test_every_file_has_its_digest_and_the_account_of_its_rows(pack_report: Report) -> None:
    sheet = opened(draw(pack_report))["Sources"]

    heads = row_of(sheet, "file")
    orders = dict(zip(heads, row_of(sheet, "orders.csv"), strict=True))
    source = next(one for one in pack_report.meta.manifest["inputs"] if one["file"] == "orders.csv")  # type: ignore[attr-defined]
    assert orders["SHA-256"] == source["sha256"]
    assert (orders["rows in"], orders["loaded"], orders["set aside"]) == (22, 19, 2)
    assert orders["no data, by reason"] == "total row: 1"


def test_a_table_is_named_as_people_call_it(pack_report: Report) -> None:
    named = replace(pack_report.meta, tables={"orders": Text("orders", "订单（orders）")})
    sheet = opened(draw(replace(pack_report, meta=named, lang=Lang.ZH)))["说明"]

    orders = dict(zip(row_of(sheet, "文件"), row_of(sheet, "orders.csv"), strict=True))
    assert orders["识别为"] == "订单（orders）"


def test_kinds_of_rows_and_reasons_are_told_in_the_language_of_the_report(pack_report: Report) -> None:
    words = {"total row": Text("total", "合计行"), "written for people": Text("written for people", "供人阅读")}
    manifest = {**pack_report.meta.manifest, "left_out": [{"file": "README.md", "reason": "written for people"}]}
    meta = replace(pack_report.meta, words=words, manifest=manifest)

    sheet = opened(draw(replace(pack_report, meta=meta, lang=Lang.ZH)))["说明"]

    orders = dict(zip(row_of(sheet, "文件"), row_of(sheet, "orders.csv"), strict=True))
    assert orders["非数据行（按原因）"] == "合计行: 1"
    assert row_of(sheet, "README.md")[1] == "供人阅读"


def test_definitions_notes_and_versions_are_told(pack_report: Report) -> None:
    sheet = opened(draw(pack_report))["Sources"]

    assert row_of(sheet, "Attainment (attainment)")[1] == "Net revenue over its target."
    assert row_of(sheet, "Warning: rows of Northwind Ltd are left out")
    assert row_of(sheet, "result, SHA-256")[1] == pack_report.meta.manifest["result_sha256"]
    assert str(row_of(sheet, "versions")[1]).startswith("salesperf: ")


def test_what_is_not_known_of_a_manifest_is_told_under_its_key() -> None:
    report = replace(bare_report(), meta=Meta(manifest={"strange": {"a": [1, None, "x"]}}))

    sheet = opened(draw(report))["Sources"]

    assert row_of(sheet, "strange")[1] == "a: 1, , x"


def test_an_answer_without_a_manifest_says_so() -> None:
    sheet = opened(draw(bare_report()))["Sources"]

    assert "This answer keeps no list of its sources." in [row[0] for row in rows(sheet)]


def test_the_digest_stands_last_on_one_line(pack_report: Report) -> None:
    sheet = opened(draw(pack_report))["Sources"]

    heads = [cell for row in sheet.iter_rows() for cell in row if cell.value == "SHA-256"]
    below = sheet.cell(heads[0].row + 1, heads[0].column)
    assert sheet.cell(heads[0].row, heads[0].column + 1).value is None
    assert not below.alignment.wrap_text


def test_a_long_label_is_read_whole_in_a_row_that_is_high_enough() -> None:
    label = "share of revenue from customers who came back within a year"
    one = Definition("share", same(label), same("Short."))

    sheet = opened(draw(replace(bare_report(), definitions=(one,))))["Sources"]

    # 67 characters under a column of 34, in bold: three lines of 15 points.
    row = next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == f"{label} (share)")
    assert sheet.row_dimensions[row].height == 45


def test_what_to_type_and_to_copy_stands_apart_from_the_notes(pack_report: Report) -> None:
    notes = (
        Note("targets", same("2 targets: type salesperf targets status")),
        Note("reading", same("Put in:\n[[table]]\nname = 1"), warning=True),
    )

    book = opened(draw(replace(pack_report, notes=notes)))
    told = [row[0] for row in rows(book["Sources"])]

    at = told.index("For whoever maintains the data")
    assert [str(one)[:32] for one in told[told.index("Notes") + 1 : at] if one] == ["Warning: Put in (the lines stand"]
    assert told[at + 1 : at + 3] == [
        "2 targets: type salesperf targets status",
        "Warning: Put in:\n[[table]]\nname = 1",
    ]
    assert not any("[[table]]" in str(cell) for row in rows(book["Contents"]) for cell in row)


def test_what_the_cells_of_teams_and_reps_are_called_by_is_told(pack_report: Report) -> None:
    sheet = opened(draw(pack_report))["Sources"]

    assert "Names of cells begin with" in [row[0] for row in rows(sheet)]
    assert [row_of(sheet, name)[1] for name in ("Ann", "张伟", "Bob")] == ["rep_1_", "rep_2_", "rep_3_"]


def test_the_question_is_told_in_words_without_what_was_not_asked(pack_report: Report) -> None:
    asked = {"pack": "executive", "metrics": [], "by": [], "period": "2026-Q1", "where": ["region=East"]}
    manifest = {**pack_report.meta.manifest, "request": asked}

    sheet = opened(draw(replace(pack_report, meta=replace(pack_report.meta, manifest=manifest))))["Sources"]

    assert row_of(sheet, "question")[1] == "report: executive; period: 2026-Q1; only: region=East"
