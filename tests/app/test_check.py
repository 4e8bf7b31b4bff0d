from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from salesperf.app.check import assert_every_row_accounted, check_report, fails
from salesperf.core.codes import CODES
from salesperf.core.errors import Issue, Severity, Where
from salesperf.core.text import Lang, Text, same
from salesperf.report.model import Cell, TableBlock, Value
from salesperf.sources.loaded import Account, Loaded, Mapped, Recognition
from salesperf.sources.rows.raw import Layout
from salesperf.tables.bundle import Bundle

ERRORS = [code.key for code in CODES if code.severity is Severity.ERROR]
ACCOUNT = Account(
    "a.csv",
    None,
    "aa",
    "orders",
    rows=10,
    loaded=6,
    quarantined=1,
    superseded=2,
    dropped={"total": 1},
    repeated=3,
    money={"amount": Decimal("100.50")},
    money_loaded={"amount": Decimal("90.25")},
)
SEEN = Recognition(
    "a.csv", None, "orders", "generic_en", (Mapped("Amt", "amount", "alias", same("an alias")),), (), 1.0, Layout(1, 2)
)


def _finding(severity: Severity, row: int = 2, code: str = ERRORS[0]) -> Issue:
    return Issue(code, severity, f"fault in {row}", Where("a.csv", row=row, column="Amt"), value="x")


def _values(block: TableBlock) -> list[list[Value]]:
    return [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in block.rows]


def _block(key: str, *findings: Issue) -> TableBlock:
    report = check_report(Loaded(Bundle({}), (), (ACCOUNT,), (SEEN,)), findings, lang=Lang.EN)
    return next(block for block in report.blocks if block.key == key)


def test_every_row_is_accounted_for() -> None:
    block = _block("rows")

    assert [column.key for column in block.columns] == [
        "file",
        "table",
        "rows",
        "loaded",
        "quarantined",
        "superseded",
        "dropped",
        "repeated",
    ]
    assert _values(block) == [["a.csv", "orders", 10, 6, 1, 2, "total 1", 3]]


def test_what_became_of_a_file_is_told_in_the_language_of_the_report() -> None:
    copy = Account("b.csv", None, "aa", None, rows=0, loaded=0, note=Text("copy of a.csv", "与 a.csv 内容相同"))

    report = check_report(Loaded(Bundle({}), (), (copy,), ()), (), lang=Lang.ZH)

    assert _values(report.blocks[0])[0][-1] == "与 a.csv 内容相同"


def test_a_row_that_went_nowhere_is_a_bug() -> None:
    with pytest.raises(AssertionError, match="10 rows, but 9 accounted for"):
        assert_every_row_accounted([replace(ACCOUNT, loaded=5)])


def test_money_read_is_money_loaded_plus_what_was_left_out() -> None:
    assert _values(_block("money")) == [
        ["a.csv", "orders", "amount", Decimal("100.50"), Decimal("90.25"), Decimal("10.25")]
    ]


def test_columns_are_called_what_people_call_them() -> None:
    report = check_report(Loaded(Bundle({}), (), (ACCOUNT,), (SEEN,)), (), lang=Lang.ZH)
    blocks = {block.key: _values(block) for block in report.blocks}

    assert blocks["money"][0][:3] == ["a.csv", "订单明细（orders）", "金额（amount）"]
    assert "金额（amount）" in blocks["mapping"][0]


def test_nothing_found_is_good_news_and_reads_so() -> None:
    findings = _block("findings")

    assert findings.rows == ()
    assert findings.empty == Text("no problems found", "没有发现问题")
    assert findings.title.zh == "检查结果", "a heading of problems above none would read as one"


def test_the_mapping_says_why() -> None:
    assert _values(_block("mapping")) == [["a.csv", "orders", "Amt", "amount", "alias", "an alias"]]


def test_records_list_every_finding_heaviest_first_and_blocks_group_them() -> None:
    findings = (
        _finding(Severity.NOTE, 9, ERRORS[1]),
        _finding(Severity.ERROR, 7),
        _finding(Severity.ERROR, 3),
    )

    report = check_report(Loaded(Bundle({}), (), (ACCOUNT,), ()), findings, lang=Lang.EN)

    keys = [column.key for column in report.records.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in report.records.rows]
    assert [(row["severity"], row["row"]) for row in rows] == [("error", 3), ("error", 7), ("note", 9)]
    groups = _values(next(block for block in report.blocks if block.key == "findings"))
    assert [(row[0], row[3]) for row in groups] == [(ERRORS[0], 2), (ERRORS[1], 1)]


@pytest.mark.parametrize(
    ("severity", "findings", "warnings", "errors"),
    [
        (Severity.ERROR, True, True, True),
        (Severity.WARNING, True, True, False),
        (Severity.NOTE, False, False, False),
    ],
)
def test_fail_on_counts_what_is_as_heavy_or_heavier_and_never_a_note(
    severity: Severity, *, findings: bool, warnings: bool, errors: bool
) -> None:
    found = (_finding(severity),)

    assert fails(found, "findings") is findings
    assert fails(found, "warnings") is warnings
    assert fails(found, "errors") is errors
    assert fails(found, None) is False
    assert fails((), "findings") is False
