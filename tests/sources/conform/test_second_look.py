from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from salesperf.core.errors import Issue, Severity
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def _issues(loaded: Loaded, code: str) -> list[Issue]:
    return [one for one in loaded.issues if one.code == code]


def test_a_bad_cell_far_below_the_sample_is_found(write_text: Write, load_files: Load) -> None:
    rows = "".join(f"{number},2026-01-05,5\n" for number in range(3000))

    loaded = load_files(write_text("order id,order date,amount\n" + rows + '3000,5 Jan 2026,"1,234.5"\n3001,soon,7\n'))

    assert _column(loaded, "order_date")[-1] == date(2026, 1, 5)
    assert _column(loaded, "amount")[-1] == Decimal("1234.5")
    assert [one.where.row for one in _issues(loaded, "R301")] == [3003]


def test_day_and_month_are_decided_beyond_the_sample(write_text: Write, load_files: Load) -> None:
    rows = "".join(f"{number},{1 + number % 12}/{1 + number % 11}/2026,5\n" for number in range(1000))

    loaded = load_files(write_text("order id,order date,amount\n" + rows + "1000,25/2/2026,5\n"))

    assert _column(loaded, "order_date")[1] == date(2026, 2, 2)
    assert _column(loaded, "order_date")[2] == date(2026, 3, 3)
    assert _column(loaded, "order_date")[12] == date(2026, 2, 1)
    assert "R305" not in _codes(loaded)


def test_more_than_six_decimals_are_one_finding(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text("order id,order date,amount\n1,2026-01-05,0.12345678\n2,2026-01-05,5\n3,2026-01-05,1.1234567\n")
    )

    (finding,) = _issues(loaded, "R304")
    assert finding.count == 2
    assert _column(loaded, "amount") == [Decimal("0.123457"), Decimal(5), Decimal("1.123457")]


def test_point_zero_ids_are_decided_by_all_rows(write_text: Write, load_files: Load) -> None:
    rows = "".join(f"{number}.0,2026-01-05,5\n" for number in range(1000))

    whole = load_files(write_text("order id,order date,amount\n" + rows))
    mixed = load_files(write_text("order id,order date,amount\n" + rows + "C1000,2026-01-05,5\n"))

    assert _column(whole, "order_id")[7] == "7"
    assert _column(mixed, "order_id")[7] == "7.0"


def test_one_date_column_settles_the_order_of_the_others(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,payment date,amount\n1,1/2/2026,13/2/2026,5\n2,3/4/2026,14/4/2026,5\n")

    loaded = load_files(path)

    assert _column(loaded, "order_date") == [date(2026, 2, 1), date(2026, 4, 3)]
    assert "R305" not in _codes(loaded)


def test_one_decimal_comma_settles_the_thousands_of_the_others(write_text: Write, load_files: Load) -> None:
    path = write_text("order id;order date;quantity;amount\n1;2026-01-05;1.234;5,50\n2;2026-01-06;2;1.000,25\n")

    assert _column(load_files(path), "quantity") == [Decimal(1234), Decimal(2)]


def test_names_of_few_are_folded_however_late_an_odd_one_comes(write_text: Write, load_files: Load) -> None:
    reps = ["Ann Bo", "Cy  Do", "NULL", "Ａnn Bo", " Ann Bo"]
    body = "".join(f"{number},Ann Bo,2026-01-05,5\n" for number in range(300))
    odd = "".join(f"{300 + number},{rep},2026-01-05,5\n" for number, rep in enumerate(reps))

    loaded = load_files(write_text("order id,sales rep,order date,amount\n" + body + odd))

    assert _column(loaded, "rep_name")[300:] == ["Ann Bo", "Cy Do", None, "Ann Bo", "Ann Bo"]
