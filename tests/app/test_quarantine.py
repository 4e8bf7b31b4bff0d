"""The file of rows set aside, and what is said of a corrected one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from salesperf.app import checked
from salesperf.app.quarantine import check_corrections, keep
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang
from salesperf.report.model import Report

Asking = Callable[..., Ask]
ORDERS = (
    "Order ID,Order Date,Customer,Amount\n"
    "1,2026-01-05,Ann,100.50\n"
    "2,2026-13-20,Bob,200\n"
    "3,2026-02-03,Ann,abc\n"
    "4,2026-02-10,=Cas,\n"
    "5,2026-02-11,Bob,70\n"
)


@pytest.fixture
def bad(folder: Path, ask: Asking) -> Path:
    """bad.csv, the three bad rows of sales.csv."""
    (folder / "sales.csv").write_text(ORDERS, encoding="utf-8")
    file = folder / "bad.csv"
    file.unlink()
    assert keep(checked.check(ask("sales.csv")).aside, file, lang=Lang.EN) == 3
    return file


def _edit(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8-sig")
    for old, new in changes:
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def _told(report: Report) -> list[tuple[object, ...]]:
    """Row here, its row, verdict, why."""
    return [(row[0], row[3], row[4], row[6]) for row in report.records.rows]


def test_nothing_set_aside_writes_no_file(folder: Path, ask: Asking) -> None:
    assert keep(checked.check(ask("orders.csv")).aside, folder / "none.csv", lang=Lang.EN) == 0
    assert not (folder / "none.csv").exists()


def test_cells_that_a_spreadsheet_would_run_are_kept_from_it_only_when_asked(
    folder: Path, ask: Asking, bad: Path
) -> None:
    assert ",=Cas," in bad.read_text(encoding="utf-8-sig")

    keep(checked.check(ask("sales.csv")).aside, folder / "safe.csv", lang=Lang.EN, csv_safe=True)

    assert ",'=Cas," in (folder / "safe.csv").read_text(encoding="utf-8-sig")


def test_every_row_gets_its_verdict(ask: Asking, bad: Path) -> None:
    _edit(bad, ("2026-13-20", "2026-12-20"), (",abc", ",abd"))
    answer = check_corrections(ask("sales.csv"), bad)

    assert _told(answer.report) == [
        (2, 3, "✓ good", ""),
        (3, 4, "✗ still bad", "'abd' is not a number"),
        (4, 5, "✗ unchanged", "Amount is empty"),
    ]
    assert answer.report.records.rows[0][5] == "Order Date: '2026-13-20' → '2026-12-20'"
    (note,) = answer.report.notes
    assert note.text.en == (
        "1 row is good now, 1 still bad, 1 unchanged, 0 not applied; 0 set aside that this file does not have"
    )
    assert [account.quarantined for account in answer.accounts if account.table] == [2]


def test_rows_deleted_from_the_file_are_told_as_still_set_aside(ask: Asking, bad: Path) -> None:
    lines = bad.read_text(encoding="utf-8-sig").splitlines()
    bad.write_text("\n".join(lines[:2]) + "\n", encoding="utf-8")

    assert [(row, verdict) for _, row, verdict, _ in _told(check_corrections(ask("sales.csv"), bad).report)] == [
        (3, "✗ unchanged"),
        (4, "– not in this file"),
        (5, "– not in this file"),
    ]


def test_a_row_with_another_place_is_not_applied(ask: Asking, bad: Path) -> None:
    _edit(bad, ("sales.csv,,3,", "sales.csv,,6,"))
    first = _told(check_corrections(ask("sales.csv"), bad).report)[0]

    assert first[:3] == (2, None, "✗ not applied")


def test_the_files_it_names_are_found_beside_it(ask: Asking, bad: Path) -> None:
    _edit(bad, ("2026-13-20", "2026-12-20"))

    assert _told(check_corrections(replace(ask("x"), inputs=()), bad).report)[0][2] == "✓ good"


def test_files_that_cannot_be_found_must_be_named(ask: Asking, bad: Path) -> None:
    bad.with_name("sales.csv").unlink()

    with pytest.raises(UsageError, match=r"sales\.csv is not beside"):
        check_corrections(replace(ask("x"), inputs=()), bad)
