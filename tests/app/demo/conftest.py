"""Both companies as written to disk, read back with nothing of the project: csv, openpyxl and the header texts."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from salesperf.app.demo import write_demo
from salesperf.app.demo.acme import ACME
from salesperf.app.demo.company import Company
from salesperf.app.demo.generate import generate
from salesperf.app.demo.hengyuan import HENGYUAN

Row = dict[str, str]


@dataclass(frozen=True)
class OrderLine:
    order: str
    day: date
    customer: str
    rep: str
    quantity: int
    unit_price: Decimal
    discount: Decimal
    amount: Decimal
    cost: Decimal | None
    status: str
    return_of: str


@dataclass(frozen=True)
class Exports:
    """One company's files: order lines with their types, the other tables as texts."""

    folder: Path
    lines: tuple[OrderLine, ...]
    deals: tuple[Row, ...]
    people: tuple[Row, ...]
    customers: tuple[Row, ...]


def _rows(path: Path, encoding: str) -> tuple[Row, ...]:
    return tuple(csv.DictReader(io.StringIO(path.read_bytes().decode(encoding), newline="")))


def _sheet_rows(path: Path) -> tuple[Row, ...]:
    """The rows between the header in row 2 and the totals in the last row."""
    _title, header, *rows, _totals = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    return tuple(
        {
            name: "" if cell is None else cell.date().isoformat() if isinstance(cell, datetime) else str(cell)
            for name, cell in zip(header, row, strict=True)
        }
        for row in rows
    )


def _day(text: str) -> date:
    return date(*(int(part) for part in text.replace("/", "-").split("-")))


def _money(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _line(row: Row, headers: str) -> OrderLine:
    order, day, customer, rep, quantity, unit_price, discount, amount, cost, status, return_of = (
        row[header] for header in headers.split(",")
    )
    return OrderLine(
        order,
        _day(day),
        customer,
        rep,
        int(quantity),
        _money(unit_price),
        _money(discount),
        _money(amount),
        _money(cost) if cost else None,
        status,
        return_of,
    )


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder)
    return folder


@pytest.fixture(scope="session")
def acme_exports(demo_folder: Path) -> Exports:
    folder = demo_folder / "acme_en"
    headers = "Order No,Order Date,Customer ID,Sales Rep,Qty,Unit Price,Discount,Amount,Cost,Status,Original Order"
    rows = [row for path in sorted(folder.glob("orders_*.csv")) for row in _rows(path, "utf-8")]
    tables = (_rows(folder / name, "utf-8") for name in ("deals.csv", "people.csv", "customers.csv"))
    return Exports(folder, tuple(_line(row, headers) for row in rows), *tables)


@pytest.fixture(scope="session")
def hengyuan_exports(demo_folder: Path) -> Exports:
    folder = demo_folder / "hengyuan_zh"
    headers = "订单编号,下单日期,客户编号,销售员,数量,单价,折扣金额,实付金额,成本,订单状态,原订单编号"
    rows = [row for year in (2023, 2024) for row in _rows(folder / f"订单_{year}.csv", "gb18030")]
    rows += _sheet_rows(folder / "订单_2025.xlsx")
    tables = (_rows(folder / name, "gb18030") for name in ("商机.csv", "人员.csv", "客户.csv"))
    return Exports(folder, tuple(_line(row, headers) for row in rows), *tables)


@pytest.fixture(scope="session", params=["acme", "hengyuan"])
def exports(request: pytest.FixtureRequest) -> Exports:
    """Each company's files in turn."""
    return request.getfixturevalue(f"{request.param}_exports")


@pytest.fixture(scope="session", params=[ACME, HENGYUAN], ids=["acme", "hengyuan"])
def company(request: pytest.FixtureRequest) -> Company:
    """Each company's records in turn."""
    return generate(request.param)
