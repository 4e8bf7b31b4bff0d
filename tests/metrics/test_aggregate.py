from __future__ import annotations

from decimal import Decimal
from typing import Any

import narwhals as nw
import polars as pl
import pytest

from salesperf.core.registry import Registry
from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.engine import Frame, collect, scan
from salesperf.facts.lines import LINE_MEASURES, measured
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.facts.signs import signs_of
from salesperf.metrics.aggregate import aggregated
from salesperf.metrics.atoms import column_needed
from salesperf.metrics.catalog.examples import ORDERS
from salesperf.metrics.catalog.sales_atoms import SALES_ATOMS
from salesperf.metrics.model import Atom, How
from salesperf.tables.literal import bundle_of
from salesperf.tables.schema import MONEY


def lines() -> Frame:
    """The worked example's lines, with January, February and March as periods 0, 1 and 2."""
    found = sales(bundle_of(ORDERS), section=SalesSection()).lines
    return found.with_columns(period=(nw.col("date").dt.month() - 1).cast(nw.Int32))


def test_every_atom_of_the_worked_example_by_month() -> None:
    found = aggregated(lines(), keys=["period"], atoms=[atom.key for atom in SALES_ATOMS], last_period=2).sort("period")

    def column(name: str) -> list[object]:
        return found[name].to_list()

    assert column("rows") == [3, 4, 1]
    assert column("net") == [1750, 950, 150]
    assert column("gross") == [1750, 1050, 150]
    assert column("returned") == [0, 100, 0]
    assert column("quantity") == [17, 6, 1]
    assert column("cost") == [900, 590, 90]
    assert column("costed_net") == [1450, 950, 150]
    assert column("list_value") == [1800, 1250, 150]
    assert column("orders") == [2, 2, 1]
    assert column("reps") == [2, 2, 1]
    assert column("customers") == [2, 2, 1]
    assert column("opening") == [0, 2, 2]
    assert column("new") == [2, 1, 0]
    assert column("retained") == [0, 1, 0]
    assert column("reactivated") == [0, 0, 1]
    assert column("lost") == [0, 1, 2]
    assert column("repeat") == [0, 0, 0]
    assert column("new_net") == [1750, 800, 0]
    assert column("top10_net") == [1750, 950, 150]


def test_a_group_with_lost_customers_only_has_a_row_of_zeros() -> None:
    found = aggregated(lines(), keys=["period", "rep"], atoms=["net", "lost", "orders"], last_period=2)

    march = found.filter(pl.col("period") == 2, pl.col("rep") == "R1").row(0, named=True)
    # R1 sold to C1 in February and to nobody in March.
    assert march == {"period": 2, "rep": "R1", "rows": 0, "net": Decimal(0), "lost": 1, "orders": 0}


def test_a_sum_of_nothing_known_is_null_and_of_no_rows_zero() -> None:
    text = "order_id,order_date,customer_id,amount,cost\nA,2026-01-01,C,1,\nB,2026-02-01,D,1,2\n"
    found = sales(bundle_of([("orders", text)]), section=SalesSection()).lines
    numbered = found.with_columns(period=(nw.col("date").dt.month() - 1).cast(nw.Int32))

    counted = aggregated(numbered, keys=["period"], atoms=["cost", "lost"], last_period=2).sort("period")

    assert counted["cost"].to_list() == [None, 2, 0]
    assert counted["lost"].to_list() == [0, 1, 1]


@pytest.mark.parametrize(
    ("atom", "column"),
    [("net", "net"), ("customers", "customer"), ("reps", "rep"), ("customer_net", "customer"), ("lost", "customer")],
)
def test_an_atom_says_which_column_it_needs(atom: str, column: str) -> None:
    assert column_needed(atom) == column


SQL_TYPES = {pl.String: "VARCHAR", pl.Date: "DATE", pl.Boolean: "BOOLEAN", pl.Int32: "INTEGER"}


def relation_of(rows: pl.DataFrame, connection: Any) -> Any:
    """The same rows in DuckDB."""
    columns = ", ".join(f"{name} {SQL_TYPES.get(type(rows[name].dtype), 'DECIMAL(38, 6)')}" for name in rows.columns)
    connection.execute(f"CREATE TABLE lines ({columns})")
    marks = ", ".join("?" * rows.width)
    connection.executemany(f"INSERT INTO lines VALUES ({marks})", rows.rows())  # noqa: S608 -- question marks only
    return connection.table("lines")


def fetched(frame: Frame, *, in_batches: bool = False) -> pl.DataFrame:  # noqa: ARG001 -- DuckDB decides by itself
    """The rows of a DuckDB frame, as `engine.collect` would give them."""
    rows = frame.to_native().fetchall()
    names = frame.collect_schema().names()
    whole = {name for name, dtype in frame.collect_schema().items() if dtype.is_integer()}
    read = pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
    amounts = [pl.col(name).cast(MONEY) for name in names if isinstance(read[name].dtype, pl.Decimal)]
    counts = [pl.col(name).cast(pl.Int32 if name == "period" else pl.Int64) for name in whole]
    return read.with_columns([*amounts, *counts])


@pytest.mark.parametrize("keys", [["period"], ["period", "rep"]])
def test_another_engine_adds_up_and_counts_the_same(keys: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB absent")
    marks = ["qualified_order", "buying_customer", "selling_rep"]
    wanted = ["period", "rep", "customer", "is_sold", *marks, *LINE_MEASURES]
    rows = collect(lines().select(*wanted))
    expected = aggregated(lines(), keys=keys, atoms=[atom.key for atom in SALES_ATOMS], last_period=2).sort(keys)

    with duckdb.connect() as connection:
        monkeypatch.setattr("salesperf.metrics.aggregate.collect", fetched)
        # Nothing is computed half-way, so that every step of the customer facts runs on the other engine.
        monkeypatch.setattr("salesperf.facts.customers.kept", lambda frame: frame)
        frame = nw.from_native(relation_of(rows, connection))
        found = aggregated(frame, keys=keys, atoms=[atom.key for atom in SALES_ATOMS], last_period=2).sort(keys)

    assert found.rows(named=True) == expected.rows(named=True)


def test_another_engine_measures_the_lines_the_same() -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB absent")
    orders = bundle_of(ORDERS).tables["orders"]
    signs = signs_of(scan(orders), section=SalesSection())
    names = ["order_id", "is_sold", "is_returned", *LINE_MEASURES]
    expected = collect(measured(scan(orders), signs).select(*names))

    with duckdb.connect() as connection:
        frame = nw.from_native(relation_of(orders.frame, connection))
        found = fetched(measured(frame, signs).select(*names))

    assert sorted(map(str, found.rows())) == sorted(map(str, expected.rows()))


@pytest.fixture
def atoms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Atoms of every other kind over columns of the worked example."""
    more = (
        Atom("lines", How.COUNT, "units", Unit.COUNT, same("lines")),
        Atom("middle", How.MEDIAN, "gross", Unit.MONEY, same("middle")),
        Atom("stock", How.BALANCE, "net", Unit.MONEY, same("stock")),
    )
    monkeypatch.setattr("salesperf.metrics.aggregate.ATOMS", Registry("atom", more))


@pytest.mark.usefixtures("atoms")
def test_counts_medians_and_balances_by_month() -> None:
    found = aggregated(lines(), keys=["period"], atoms=["lines", "middle", "stock"], last_period=3).sort("period")

    # The cancelled line A5 has no units that count.
    assert found["lines"].to_list() == [3, 3, 1, 0]
    # January 1,000, 450 and 300; February 0 (the return), 800, 0 (cancelled) and 250.
    assert found["middle"].to_list() == [450.0, 125.0, 150.0, None]
    assert found["stock"].to_list() == [1750, 2700, 2850, 2850]


@pytest.mark.usefixtures("atoms")
def test_a_balance_goes_on_where_a_group_has_no_lines() -> None:
    found = aggregated(lines(), keys=["period", "rep"], atoms=["stock"], last_period=2).sort("period", "rep")

    # R1 sold 1,450 in January, less 100 and 250 more in February, nothing in March; R2 300, 800, 150.
    assert found.select("period", "rep", "stock").rows() == [
        (0, "R1", 1450), (0, "R2", 300),
        (1, "R1", 1600), (1, "R2", 1100),
        (2, "R1", 1600), (2, "R2", 1250),
    ]  # fmt: skip
