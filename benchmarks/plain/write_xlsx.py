"""Print how long a detail sheet of 200,000 rows and 12 columns takes, over a bare loop writing the same cells.

Both write the same cells in the same mode (row by row to disk), in turn, in this process. With `memory` instead, print
the resident megabytes that drawing adds to a process that holds the rows already; `all` prints the peak of the process.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import xlsxwriter

from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx import draw
from salesperf.report.model import Column, Meta, Records, Report, Value

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


def rows() -> tuple[tuple[Value, ...], ...]:
    """Rows as a company has them: few customers and products, every order and amount its own."""
    first = date(2024, 1, 1)
    customers = [f"Customer {number} Trading Co., Ltd" for number in range(2_000)]
    products = [f"Product {number}" for number in range(300)]
    return tuple(
        (
            f"SO-{at:07d}",
            f"C{at % 2_000:05d}",
            customers[at % 2_000],
            f"Rep {at % 40}",
            ("East", "West", "North", "South")[at % 4],
            products[at % 300],
            first + timedelta(days=at % 900),
            first + timedelta(days=at % 900 + 30),
            at % 50 + 1,
            Decimal(at % 9_999 + 100) / 100,
            Decimal(at % 777) / 100,
            Decimal(at * 37 % 10_000_000 + 1) / 100,
        )
        for at in range(ROWS)
    )


def bare(records: tuple[tuple[Value, ...], ...]) -> bytes:
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


def report(records: tuple[tuple[Value, ...], ...]) -> Report:
    """The rows as the answer of a command."""
    return Report("salesperf.bench/1", same("Lines"), Lang.EN, (), Records(COLUMNS, records), meta=Meta(currency="USD"))


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
    records = rows()
    answer = report(records)
    if what in {"memory", "all"}:
        before = peak()
        draw(answer)
        print(peak() - (before if what == "memory" else 0))
        return
    ratios = [taken(lambda: draw(answer)) / taken(lambda: bare(records)) for _ in range(RUNS)]
    print(statistics.median(ratios))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "time")
