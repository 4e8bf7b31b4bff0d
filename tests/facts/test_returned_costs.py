"""Returns without a cost take that of the sale they undo."""

from __future__ import annotations

from decimal import Decimal

from salesperf.engine import collect
from salesperf.facts.sales import Sales, sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

HEADER = "order_id,line_id,return_of,order_date,product_name,quantity,amount,cost,status\n"
SALES = (
    "S1,1,,2026-01-05,Pump,4,400,200,completed\nS1,2,,2026-01-05,Gate,2,60,50,completed\n"
    "S2,1,,2026-01-06,Pump,1,90,45,completed\nS2,2,,2026-01-06,Pump,2,190,110,completed\n"
    "S3,1,,2026-01-07,Odd,1,80,,completed\n"
)


def _found(rows: str, header: str = HEADER, sold: str = SALES) -> Sales:
    return sales(bundle_of([("orders", header + sold + rows)]), section=SalesSection())


def _sums(found: Sales) -> tuple[Decimal, Decimal]:
    lines = collect(found.lines)
    return lines["cost_of_net"].sum(), lines["costed_net"].sum()


def test_a_return_takes_off_the_cost_of_the_pieces_that_came_back() -> None:
    found = _found("R1,,S1,2026-02-01,Pump,-1,-100,,returned\n")

    # 200 + 50 + 45 + 110 less a quarter of 200; 740 of known cost less 100.
    assert _sums(found) == (Decimal(355), Decimal(640))
    assert dict(found.notes)["told_costs"].en.startswith("1 return: the cost")


def test_the_named_line_tells_what_two_lines_of_a_product_differ_in() -> None:
    # The second line of S2: 110 for 2 pieces; without a line the 155 for 3.
    assert _sums(_found("R1,2,S2,2026-02-01,Pump,-1,-95,,returned\n"))[0] == Decimal(350)
    assert _sums(_found("R1,,S2,2026-02-01,Pump,-3,-280,,returned\n"))[0] == Decimal(250)


def test_without_pieces_the_amount_tells_the_part() -> None:
    assert _sums(_found("R1,,S1,2026-02-01,Pump,,-50,,returned\n"))[0] == Decimal(380)
    header = "order_id,return_of,order_date,product_name,amount,cost,status\n"
    sold = "S1,,2026-01-05,Pump,400,200,completed\n"
    assert _sums(_found("R1,S1,2026-02-01,Pump,-100,,returned\n", header, sold)) == (Decimal(150), Decimal(300))


def test_a_sale_without_a_cost_or_that_nobody_knows_leaves_it_unknown() -> None:
    for returned in ("R1,,S3,2026-02-01,Odd,-1,-80,,returned\n", "R1,,S9,2026-02-01,Pump,-1,-80,,returned\n"):
        found = _found(returned)
        assert _sums(found) == (Decimal(405), Decimal(740))
        assert "told_costs" not in dict(found.notes)


def test_a_cost_of_its_own_stays() -> None:
    assert _sums(_found("R1,,S1,2026-02-01,Pump,-1,-100,60,returned\n")) == (Decimal(345), Decimal(640))


def test_a_sale_that_is_its_own_return_is_left_alone() -> None:
    # The status of the row changed when it came back: nothing of it was kept. As a credit note it takes 250 / 6 off.
    back = "S1,3,,2026-01-08,Lid,1,100,,returned\n"
    header = HEADER.replace(",product_name", "")
    sold, back = (_without_product(rows) for rows in (SALES, back))
    bundle = bundle_of([("orders", header + sold + back)])

    changed = sales(bundle, section=SalesSection(returned_status="status_change"))
    noted = sales(bundle, section=SalesSection(returned_status="credit_note"))

    assert _sums(changed)[0] == Decimal(405)
    assert _sums(noted)[0] == Decimal(405) - Decimal("41.666667")


def _without_product(rows: str) -> str:
    return "".join(f"{','.join(row.split(',')[:4])},{','.join(row.split(',')[5:])}\n" for row in rows.splitlines())
