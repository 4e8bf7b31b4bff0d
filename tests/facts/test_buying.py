from __future__ import annotations

from datetime import date

import polars as pl
from msgspec.structs import replace

from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

HEADER = "order_id,order_date,customer_id,rep_id,amount\n"
SOLD = "A,2026-01-05,C1,R1,100\nB,2026-01-06,C2,R2,50\n"


def marked(text: str, *, as_of: date | None = None, to: date | None = None, begins: date | None = None) -> pl.DataFrame:
    of = bundle_of([("orders", HEADER + text)])
    table = replace(of.tables["orders"], data_from=begins, **({} if to is None else {"data_through": to}))
    return collect(sales(Bundle({"orders": table}), section=SalesSection(), as_of=as_of).lines).sort("order", "date")


def orders(of: pl.DataFrame) -> list[str | None]:
    return of["qualified_order"].to_list()


def test_a_sold_line_makes_its_order_its_customer_and_its_rep_count() -> None:
    found = marked(SOLD + "C,2026-01-07,C3,R3,-5\nD,2026-01-08,C4,R4,0\n")

    assert orders(found) == ["A", "B", None, None]
    assert found["buying_customer"].to_list() == ["C1", "C2", None, None]
    assert found["selling_rep"].to_list() == ["R1", "R2", None, None]


def test_an_order_that_came_back_whole_does_not_count() -> None:
    assert orders(marked(SOLD + "A,2026-01-09,C1,R1,-100\n")) == [None, None, "B"]


def test_a_return_after_the_as_of_date_undoes_no_order() -> None:
    assert orders(marked(SOLD + "A,2026-02-09,C1,R1,-100\n", as_of=date(2026, 1, 31))) == ["A", None, "B"]


def test_a_return_on_a_day_that_is_not_believed_undoes_no_order() -> None:
    # Neither the return of 2062 nor that of 1905 is counted anywhere: the order stands with its 100.
    assert orders(marked(SOLD + "A,2062-01-01,C1,R1,-100\n", to=date(2026, 1, 6))) == ["A", None, "B"]
    assert orders(marked(SOLD + "A,1905-01-01,C1,R1,-100\n", begins=date(2026, 1, 5))) == [None, "A", "B"]
