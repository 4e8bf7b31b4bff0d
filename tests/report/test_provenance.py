from __future__ import annotations

import json

from msgspec.structs import replace

from company_pack import company_pack
from salesperf.core.text import Lang, Text
from salesperf.report.model import Report
from salesperf.report.provenance import Fact, provenance


def with_manifest(report: Report, manifest: dict[str, object]) -> Report:
    return replace(report, meta=replace(report.meta, manifest=manifest))


def test_it_is_said_what_a_report_is_about(pack_report: Report) -> None:
    assert provenance(pack_report).facts == (
        Fact("Period", "Jan 1, 2026 – Mar 31, 2026"),
        Fact("Data through", "Mar 20, 2026"),
        Fact("As of", "Mar 20, 2026"),
        Fact("Currency", "USD"),
        Fact("Sources", "orders.csv, book.xlsx"),
    )
    chinese = provenance(company_pack(lang=Lang.ZH)).facts
    assert chinese[0] == Fact("期间", "2026年1月1日 至 2026年3月31日")
    assert provenance(company_pack(lang=Lang.BOTH)).facts[0] == Fact("期间 / Period", "2026-01-01 – 2026-03-31")
    assert chinese[-1] == Fact("数据来源", "orders.csv、book.xlsx")


def test_why_a_file_is_left_out_is_told_in_the_language_of_the_report() -> None:
    report = with_manifest(company_pack(lang=Lang.ZH), {"left_out": [{"file": "README.md", "reason": "for people"}]})
    words = {"for people": Text("for people", "供人阅读")}

    assert provenance(report).left_out == (Fact("README.md", "for people"),)
    told = provenance(replace(report, meta=replace(report.meta, words=words)))
    assert told.left_out == (Fact("README.md", "供人阅读"),)


def test_the_conditions_of_the_question_stand_among_what_a_report_is_about(pack_report: Report) -> None:
    only = Text("region = North", "区域=North")

    facts = provenance(replace(pack_report, meta=replace(pack_report.meta, only=only))).facts

    assert facts[1] == Fact("Only", "region = North")


def test_rows_in_are_what_became_of_them() -> None:
    told = provenance(company_pack())
    assert told.rows is not None
    lines = [[word.text for word in line.words] for line in told.rows.lines]

    assert told.rows.headers == (
        *("File", "Sheet", "Read as", "Rows in", "Loaded", "Set aside", "No data"),
        "SHA-256 (start)",
    )
    assert lines == [
        ["orders.csv", "–", "orders", "22", "19", "2", "1", "abababababab"],
        ["book.xlsx", "People", "people", "4", "4", "0", "0", "cdcdcdcdcdcd"],
    ]
    assert told.rows.total is not None
    assert [word.text for word in told.rows.total.words] == ["Total", "", "", "26", "23", "2", "1", ""]
    assert told.account == "26 rows in = 23 loaded + 2 set aside + 1 without data"


def test_tables_are_named_as_people_call_them() -> None:
    report = company_pack(lang=Lang.ZH)
    told = provenance(replace(report, meta=replace(report.meta, tables={"orders": Text("orders", "订单（orders）")})))

    assert told.rows is not None
    assert [line.words[2].text for line in told.rows.lines] == ["订单（orders）", "people"]


def test_files_of_the_weightiest_tables_are_named_first(pack_report: Report) -> None:
    files = {"a_targets.xlsx": "targets", "b_payments.csv": "payments", "c_orders.csv": "orders", "d.csv": None}
    found = with_manifest(pack_report, {"inputs": [{"file": name, "table": table} for name, table in files.items()]})
    tables = {key: Text(key, key) for key in ("orders", "payments", "targets")}

    told = provenance(replace(found, meta=replace(found.meta, tables=tables)))

    assert told.facts[-1] == Fact("Sources", "c_orders.csv, b_payments.csv, a_targets.xlsx and 1 more")


def test_rows_of_another_file_are_counted_where_there_are_any(pack_report: Report) -> None:
    one = {"file": "a.csv", "table": "orders", "rows": 3, "loaded": 1, "quarantined": 0, "superseded": 2}
    told = provenance(with_manifest(pack_report, {"inputs": [one]}))

    assert told.account == "3 rows in = 1 loaded + 0 set aside + 0 without data + 2 taken from another file"
    assert told.rows is not None
    assert "Taken from another file" in told.rows.headers
    assert "Sheet" not in told.rows.headers


def test_many_files_are_named_by_the_first(pack_report: Report) -> None:
    files = [{"file": f"{name}.csv", "rows": 1, "loaded": 1} for name in "abcde"]
    named = with_manifest(pack_report, {"inputs": files})

    assert provenance(named).facts[-1].text == "a.csv, b.csv, c.csv and 2 more"
    assert provenance(replace(named, lang=Lang.ZH)).facts[-1].text == "a.csv、b.csv、c.csv等5个文件"
    in_both = "a.csv、b.csv、c.csv等5个文件 / a.csv, b.csv, c.csv and 2 more"
    assert provenance(replace(named, lang=Lang.BOTH)).facts[-1].text == in_both


def test_digests_are_whole_and_the_record_is_the_manifest(pack_report: Report) -> None:
    told = provenance(pack_report)

    assert told.digests[0] == Fact("orders.csv", "ab" * 32)
    assert told.digests[-1] == Fact("Result", "45" * 32)
    assert told.left_out == (Fact("notes.txt", "no table is recognised in it"),)
    assert told.versions[0] == Fact("salesperf", "0.1.0")
    assert json.loads(told.record) == pack_report.meta.manifest


def test_without_a_manifest_there_is_nothing_to_prove(pack_report: Report) -> None:
    told = provenance(with_manifest(pack_report, {}))

    assert (told.rows, told.account, told.digests, told.record) == (None, "", (), "")
    assert len(told.facts) == 4


def test_a_manifest_of_another_shape_is_told_as_it_is(pack_report: Report) -> None:
    told = provenance(with_manifest(pack_report, {"inputs": "x", "versions": 3, "left_out": [1], "file": "a\x1bb"}))

    assert (told.rows, told.versions, told.left_out) == (None, (), ())
    assert "a\\u001bb" in told.record
