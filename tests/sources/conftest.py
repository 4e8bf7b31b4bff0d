"""Small files of every encoding and dialect, written into the test's own folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from salesperf.sources.files.raw_tables import Read, raw_tables
from salesperf.sources.load import load
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions
from salesperf.sources.rows.raw import RawTable

WriteText = Callable[..., Path]
WriteBook = Callable[..., Path]
ReadOne = Callable[..., RawTable]


@pytest.fixture
def write_text(tmp_path: Path) -> WriteText:
    """Write rows or text to a file: `write_text(rows, "x.csv", encoding="gb18030", delimiter=";")`."""

    def write(
        rows: Sequence[Sequence[str]] | str,
        name: str = "orders.csv",
        *,
        encoding: str = "utf-8",
        delimiter: str = ",",
        line_end: str = "\n",
    ) -> Path:
        text = rows if isinstance(rows, str) else "".join(delimiter.join(row) + line_end for row in rows)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def write_book(tmp_path: Path) -> WriteBook:
    """Write sheets of cells to a workbook: `write_book({"Sheet1": rows}, "x.xlsx", at=(1, 1), hidden=("Sheet2",))`."""

    def write(
        sheets: dict[str, Sequence[Sequence[object]]],
        name: str = "orders.xlsx",
        *,
        at: tuple[int, int] = (1, 1),
        hidden: Sequence[str] = (),
    ) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            sheet.sheet_state = "hidden" if title in hidden else "visible"
            for down, row in enumerate(rows):
                for right, value in enumerate(row):
                    if value is not None:
                        sheet.cell(at[0] + down, at[1] + right, value)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def read() -> Callable[..., Read]:
    """Read inputs with options given by name."""

    def run(*inputs: Path | str, stdin: bytes | None = None, **options: object) -> Read:
        return raw_tables([str(one) for one in inputs], options=ReadOptions(**options), stdin=stdin)  # type: ignore[arg-type]

    return run


@pytest.fixture
def read_one(read: Callable[..., Read]) -> ReadOne:
    """Read one file that holds one table and no fault."""

    def run(path: Path | str, **options: object) -> RawTable:
        tables, issues, _ = read(path, **options)
        assert [str(issue) for issue in issues if issue.code not in {"R110", "R126"}] == []
        (table,) = tables
        return table

    return run


@pytest.fixture
def load_files() -> Callable[..., Loaded]:
    """Load files with options: `load_files(path, options=ReadOptions(date_order="dmy"), provenance=True)`."""

    def run(*paths: Path, options: ReadOptions | None = None, **more: object) -> Loaded:
        return load([str(path) for path in paths], options=options or ReadOptions(), **more)  # type: ignore[arg-type]

    return run


@pytest.fixture
def two_months(write_text: WriteText) -> Callable[..., list[Path]]:
    """Write an order of January and one of February, each under its own headers: `two_months(first, second)`."""
    values = {
        "订单编号": "1",
        "下单日期": "2026-01-05",
        "客户名称": "甲",
        "渠道": "线上",
        "状态": "已完成",
        "税额": "1",
    }

    def write(first: list[str], second: list[str], *, amounts: tuple[str, str] = ("5", "7")) -> list[Path]:
        later = values | {"订单编号": "2", "下单日期": "2026-02-05"}
        one = [values.get(header, amounts[0]) for header in first]
        two = [later.get(header, amounts[1]) for header in second]
        return [write_text([first, one], "2026-01.csv"), write_text([second, two], "2026-02.csv")]

    return write
