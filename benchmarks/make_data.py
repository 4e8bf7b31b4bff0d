"""Make the files the benchmarks read: CSVs of 5 million and 1 million lines, a polluted one, two workbooks, 305 days.

Deterministic; written once into benchmarks/data (or the folder given).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

HEADER = ("order_id", "order_date", "customer_id", "rep", "product", "region", "quantity", "amount")
REGIONS = ("North", "South", "East", "West")
FIRST = date(2023, 1, 1)
Line = tuple[str, str, str, str, str, str, int, str]


def lines(count: int, *, days: int, seed: int) -> Iterator[Line]:
    """Order lines in order of time: two a order on average, 100,000 customers, 60 reps."""
    rng = random.Random(seed)  # noqa: S311 -- sample data, no secret
    order = 0
    for number in range(count):
        if rng.random() < 0.5:  # noqa: PLR2004 -- two lines an order on average
            order += 1
        day = FIRST + timedelta(days=number * days // count)
        cents = rng.randrange(1_000, 1_000_000)
        yield (
            f"SO{order:08d}",
            day.isoformat(),
            f"C{rng.randrange(100_000):06d}",
            f"Rep {rng.randrange(60):02d}",
            f"SKU-{rng.randrange(400):04d}",
            REGIONS[rng.randrange(4)],
            rng.randrange(1, 20),
            f"{cents // 100}.{cents % 100:02d}",
        )


def write_csv(path: Path, rows: Iterator[Line]) -> None:
    """One CSV file with a header."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join(HEADER) + "\n")
        out.writelines(",".join(map(str, row)) + "\n" for row in rows)


def write_polluted(path: Path, clean: Path) -> None:
    """The lines of another file with a fault in each 3,000th: quotes, cells, line ends, blank lines, delimiters."""
    faults: tuple[Callable[[list[str]], str], ...] = (
        lambda cells: ",".join((*cells[:3], f'"{cells[3]}', *cells[4:])) + "\n",
        lambda cells: ",".join((*cells[:3], f'"{cells[3]}"', *cells[4:])) + "\n",
        lambda cells: ",".join((*cells[:4], "", *cells[4:])) + "\n",
        lambda cells: ",".join(cells) + "\r",
        lambda cells: ",".join(cells) + "\r\n\r\n",
        lambda cells: ",".join((*cells[:4], f'"{cells[4]}, ""new""\nsecond line"', *cells[5:])) + "\n",
        lambda cells: ";".join(cells) + "\n",
    )
    with clean.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8", newline="") as out:
        for number, line in enumerate(lines):
            if number % 3000 == 1500:  # noqa: PLR2004 -- a few hundred rows, spread over the file
                out.write(faults[number // 3000 % len(faults)](line.rstrip("\n").split(",")))
            else:
                out.write(line)


def write_workbook(path: Path, count: int) -> None:
    """One workbook with dates and numbers as Excel keeps them."""
    import xlsxwriter  # noqa: PLC0415 -- only this file needs it

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("orders")
    sheet.write_row(0, 0, HEADER)
    for number, row in enumerate(lines(count, days=730, seed=2), start=1):
        order, day, customer, rep, product, region, quantity, amount = row
        sheet.write_string(number, 0, order)
        sheet.write_datetime(number, 1, date.fromisoformat(day))
        for column, text in enumerate((customer, rep, product, region), start=2):
            sheet.write_string(number, column, text)
        sheet.write_number(number, 6, quantity)
        sheet.write_number(number, 7, float(amount))
    book.close()


def write_shares(path: Path, count: int) -> None:
    """One workbook as Excel writes them: shared texts, and a column of discounts in per cent."""
    import xlsxwriter  # noqa: PLC0415 -- only this file needs it

    rng = random.Random(5)  # noqa: S311 -- sample data, no secret
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    share = book.add_format({"num_format": "0%"})
    sheet = book.add_worksheet("orders")
    sheet.write_row(0, 0, (*HEADER[:7], "unit_price", "discount", "amount"))
    for number, row in enumerate(lines(count, days=730, seed=6), start=1):
        order, day, customer, rep, product, region, quantity, amount = row
        for column, text in enumerate((customer, rep, product, region), start=2):
            sheet.write_string(number, column, text)
        sheet.write_string(number, 0, order)
        sheet.write_datetime(number, 1, date.fromisoformat(day))
        sheet.write_number(number, 6, quantity)
        sheet.write_number(number, 7, rng.randrange(100, 50_000) / 100)
        sheet.write_number(number, 8, rng.randrange(4) / 20, share)
        sheet.write_number(number, 9, float(amount))
    book.close()


def write_days(folder: Path, *, days: int, lines_a_day: int) -> None:
    """One CSV a day, as an online shop exports them."""
    folder.mkdir(exist_ok=True)
    rows = lines(days * lines_a_day, days=days, seed=3)
    by_day: dict[str, list[Line]] = {}
    for row in rows:
        by_day.setdefault(row[1], []).append(row)
    for day, listed in by_day.items():
        write_csv(folder / f"{day}.csv", iter(listed))


def write_company(folder: Path, *, size: int) -> None:
    """The tables of one company: orders, and beside them deals, invoices, payments, leads, activities, costs."""
    folder.mkdir(parents=True, exist_ok=True)
    write_csv(folder / "orders.csv", lines(size, days=730, seed=5))
    rng = random.Random(6)  # noqa: S311 -- sample data, no secret

    def day(number: int, count: int, *, later: int = 0) -> str:
        return (FIRST + timedelta(days=number * 700 // count + later)).isoformat()

    def write(name: str, header: str, count: int, row: Callable[[int], str]) -> None:
        with (folder / name).open("w", encoding="utf-8", newline="") as out:
            out.write(header + "\n")
            out.writelines(row(number) + "\n" for number in range(count))

    def rep() -> str:
        return f"Rep {rng.randrange(60):02d}"

    part = size // 4
    write(
        "deals.csv",
        "deal_id,created_date,closed_date,rep_name,stage,amount",
        part,
        lambda n: (
            f"D{n},{day(n, part)},{day(n, part, later=rng.randrange(90))},{rep()},"
            f"{('won', 'lost')[n % 2]},{rng.randrange(1000, 90000)}.00"
        ),
    )
    write(
        "invoices.csv",
        "invoice_id,customer_id,rep_name,invoice_date,due_date,amount",
        part,
        lambda n: f"I{n},C{rng.randrange(100_000):06d},{rep()},{day(n, part)},{day(n, part, later=30)},100.00",
    )
    write(
        "payments.csv",
        "payment_id,invoice_id,customer_id,payment_date,amount",
        part,
        lambda n: f"P{n},I{n},C{n % 100_000:06d},{day(n, part, later=20 + rng.randrange(40))},100.00",
    )
    write(
        "leads.csv",
        "lead_id,created_at,rep_name,first_response_at,status",
        part,
        lambda n: f"L{n},{day(n, part)} 09:00,{rep()},{day(n, part)} {10 + n % 9}:30,{('converted', 'open')[n % 2]}",
    )
    write(
        "activities.csv",
        "activity_date,rep_id,rep_name,kind,completed",
        part,
        lambda n: f"{day(n, part)},R{n % 60},Rep {n % 60:02d},{('visit', 'call', 'proposal')[n % 3]},yes",
    )
    write("costs.csv", "cost_date,kind,amount", 700, lambda n: f"{day(n, 700)},advertising,{n}.00")


def main(folder: Path) -> None:
    """Make what is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    big, book, days = folder / "orders_5m.csv", folder / "orders_200k.xlsx", folder / "daily"
    if not big.exists():
        write_csv(big, lines(5_000_000, days=1095, seed=1))
    clean, polluted = folder / "orders_1m.csv", folder / "orders_1m_polluted.csv"
    if not clean.exists():
        write_csv(clean, lines(1_000_000, days=730, seed=4))
    if not polluted.exists():
        write_polluted(polluted, clean)
    if not book.exists():
        write_workbook(book, 200_000)
    if not (folder / "shares_50k.xlsx").exists():
        write_shares(folder / "shares_50k.xlsx", 50_000)
    if not (folder / "company").exists():
        write_company(folder / "company", size=400_000)
    if not days.exists():
        write_days(days, days=305, lines_a_day=1_777)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "data")
