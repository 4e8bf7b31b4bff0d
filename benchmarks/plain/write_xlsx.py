"""Print how long a detail sheet of 200,000 rows and 12 columns takes, over a bare loop writing the same cells.

Both write the same cells in the same mode (row by row to disk), in turn, in this process: ours from a frame, as answers
hold their records, the loop from rows that are there already. With `memory` instead, print the peak of a process that
makes the frame and draws the sheet, in megabytes; with `bare` that of one which runs the loop over the frame.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Iterable
from datetime import date
from io import BytesIO

import polars as pl
import xlsxwriter

from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx import draw
from salesperf.report.model import Column, Meta, Records, Report
from salesperf.report.rows import FrameRows, Record

ROWS, RUNS = 200_000, 3
TEXTS, DAYS = 6, 8
"""The first column that is no text, and the first that is no day."""
KEYS = ("order_id", "customer_id", "customer", "rep", "region", "product")
COLUMNS = (
    *(Column(key, same(key)) for key in KEYS),
    Column("ordered", same("ordered")),
    Column("due", same("due")),
    Column("units", same("units"), Unit.COUNT),
    Column("price", same("price"), Unit.PRICE),
    Column("discount", same("discount"), Unit.MONEY),
    Column("amount", same("amount"), Unit.MONEY),
)


def frame() -> pl.DataFrame:
    """Rows as a company has them: few customers and products, every order and amount its own."""
    at = pl.int_range(ROWS)
    first = pl.lit(date(2024, 1, 1))
    money = pl.Decimal(18, 2)
    return pl.select(
        pl.format("SO-{}", at.cast(pl.String).str.zfill(7)).alias("order_id"),
        pl.format("C{}", (at % 2_000).cast(pl.String).str.zfill(5)).alias("customer_id"),
        pl.format("Customer {} Trading Co., Ltd", at % 2_000).alias("customer"),
        pl.format("Rep {}", at % 40).alias("rep"),
        (at % 4).replace_strict({0: "East", 1: "West", 2: "North", 3: "South"}).alias("region"),
        pl.format("Product {}", at % 300).alias("product"),
        (first + pl.duration(days=at % 900)).cast(pl.Date).alias("ordered"),
        (first + pl.duration(days=at % 900 + 30)).cast(pl.Date).alias("due"),
        (at % 50 + 1).alias("units"),
        ((at % 9_999 + 100).cast(money) / 100).cast(money).alias("price"),
        ((at % 777).cast(money) / 100).cast(money).alias("discount"),
        ((at * 37 % 10_000_000 + 1).cast(money) / 100).cast(money).alias("amount"),
    )


def bare(records: Iterable[Record]) -> bytes:
    """The same cells by a loop, nothing checked."""
    target = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "yyyy-mm-dd"})
        count, money = book.add_format({"num_format": "#,##0"}), book.add_format({"num_format": "#,##0.00"})
        forms = [text] * 6 + [day] * 2 + [count] + [money] * 3
        sheet = book.add_worksheet()
        for at, column in enumerate(COLUMNS):
            sheet.write_string(0, at, column.key)
        for row, values in enumerate(records, start=1):
            for at, value in enumerate(values):
                if at < TEXTS:
                    sheet.write_string(row, at, value, forms[at])
                elif at < DAYS:
                    sheet.write_datetime(row, at, value, forms[at])
                else:
                    sheet.write_number(row, at, float(value), forms[at])
    return target.getvalue()


def report(lines: pl.DataFrame) -> Report:
    """The rows as the answer of a command."""
    return Report(
        "salesperf.bench/1", same("Lines"), Lang.EN, (), Records(COLUMNS, FrameRows(lines)), meta=Meta(currency="USD")
    )


def taken(work: object) -> float:
    """Seconds of one run."""
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


def peak() -> float:
    """The most resident megabytes of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(what: str) -> None:
    """Print one number."""
    lines = frame()
    answer = report(lines)
    if what in {"memory", "bare"}:
        draw(answer) if what == "memory" else bare(lines.iter_rows())
        print(peak())
        return
    records = tuple(lines.rows())
    ratios = [taken(lambda: draw(answer)) / taken(lambda: bare(records)) for _ in range(RUNS)]
    print(statistics.median(ratios))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "time")
