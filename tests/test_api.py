from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf import api
from salesperf.core.errors import DataError, UsageError

ORDERS = (
    "Order ID,Order Date,Customer,Sales Rep,Region,Amount\n"
    "1,2026-01-05,Ann,Mei Lin,East,100.50\n"
    "2,2026-01-20,Bob,Mei Lin,East,200\n"
    "3,2026-02-03,Ann,Ivo Kranz,West,50\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS, encoding="utf-8")
    return path


def test_files_are_read_once_and_asked_often(file: Path) -> None:
    sales = api.open(file)
    file.unlink()

    assert sales.kpi_frame(metrics="net_revenue", by="rep", period="2026-01").to_dicts() == [
        {
            "period": "2026-01",
            "rep": "Mei Lin",
            "rep_id": "Mei Lin",
            "net_revenue": Decimal("300.500000"),
            "net_revenue_prev": None,
            "net_revenue_mom": None,
            "net_revenue_yoy_base": None,
            "net_revenue_yoy": None,
            "net_revenue_share": 1.0,
        }
    ]
    assert sales.kpi(metrics=["orders"]).records.rows[0][-1] == 3


def test_tables_are_frames_with_the_place_of_every_row(file: Path) -> None:
    orders = api.open([file]).tables["orders"]

    assert orders["amount"].dtype == pl.Decimal(38, 6)
    assert orders["_row"].to_list() == [2, 3, 4]


def test_explain_and_check_are_the_commands_reports(file: Path) -> None:
    sales = api.open(str(file))

    assert sales.explain("net_revenue", where="region=West").records.rows[0][2] == 4
    assert sales.check().schema == "salesperf.check/1"
    assert sales.issues == ()


def test_words_of_the_command_line_are_arguments(file: Path) -> None:
    sales = api.open(file, currency="USD", lang="zh")

    report = sales.kpi(grain="month", as_of=date(2026, 1, 31), where=["region=East"], compare="prev")

    assert report.meta.currency == "USD"
    assert report.title.zh == "销售业绩"
    assert report.meta.as_of == date(2026, 1, 31)


def test_bad_rows_raise_unless_set_aside(file: Path) -> None:
    file.write_text(f"{ORDERS}4,2026-02-04,Ann,Ivo Kranz,West,\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        api.open(file)
    assert caught.value.issues[0].where.row == 5
    assert api.open(file, on_bad_rows="quarantine").kpi(metrics="orders").records.rows[0][-1] == 3


@pytest.mark.parametrize(
    ("question", "words"),
    [({"grain": "mnth"}, "did you mean 'month'"), ({"compare": "yyo"}, "did you mean 'yoy'")],
)
def test_a_slip_suggests_here_too(question: dict[str, str], words: str, file: Path) -> None:
    with pytest.raises(UsageError) as caught:
        api.open(file).kpi(**question)  # type: ignore[arg-type]

    assert words in caught.value.hint


def test_the_environment_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESPERF_LANG", "zh")

    assert api.open(file).kpi().lang == "en"


def test_raw_tables_are_text(file: Path) -> None:
    (table,) = api.read_raw(file)

    assert table.header[0] == "Order ID"
    assert table.rows[0][-1] == "100.50"


def test_rows_set_aside_come_back_corrected(tmp_path: Path) -> None:
    export = tmp_path / "orders.csv"
    good = "".join(f"{row},2026-01-0{row},Ann,5\n" for row in range(1, 6))
    export.write_text(f"Order ID,Order Date,Customer,Amount\n{good}6,2026-01-06,Bob,x\n", encoding="utf-8")
    sales = api.open(export, on_bad_rows="quarantine")

    assert sales.set_aside["_reason"].to_list() == ["'x' is not a number"]
    assert sales.keep_aside(tmp_path / "bad.csv") == 1
    text = (tmp_path / "bad.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "bad.csv").write_text(text.replace("Bob,x", "Bob,7"), encoding="utf-8")
    mended = api.open(export, corrections=str(tmp_path / "bad.csv"))
    assert mended.kpi_frame(metrics="net_revenue")["net_revenue"].to_list() == [Decimal(32)]
