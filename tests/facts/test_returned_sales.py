"""Returns that name the sale they undo."""

from __future__ import annotations

from decimal import Decimal

from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

HEADER = "order_id,return_of,order_date,customer_name,team,product_name,amount,status\n"
SALES = (
    "S1,,2026-01-05,Ann,East,Pump,100,completed\nS1,,2026-01-05,Ann,East,Valve,60,completed\n"
    "S2,,2026-01-06,Bob,West,Pump,80,completed\n"
)


def _net(rows: str, by: str) -> dict[str | None, Decimal]:
    found = sales(bundle_of([("orders", HEADER + SALES + rows)]), section=SalesSection())
    lines = collect(found.lines)
    return {group[0]: part["net"].sum() for group, part in lines.group_by(by)}


def test_a_return_is_of_the_team_customer_and_product_of_its_sale() -> None:
    returned = "R1,S2,2026-02-01,,,,-30,returned\n"

    assert _net(returned, "team") == {"East": Decimal(160), "West": Decimal(50)}
    assert _net(returned, "customer") == {"Ann": Decimal(160), "Bob": Decimal(50)}
    assert _net(returned, "product") == {"Pump": Decimal(150), "Valve": Decimal(60)}


def test_a_return_that_bears_the_number_of_its_sale_is_of_it_too() -> None:
    assert _net("S2,,2026-02-01,,,,-30,returned\n", "team") == {"East": Decimal(160), "West": Decimal(50)}


def test_the_product_of_a_return_of_several_products_is_not_guessed() -> None:
    returned = "R1,S1,2026-02-01,,,,-30,returned\n"

    assert _net(returned, "team") == {"East": Decimal(130), "West": Decimal(80)}
    assert _net(returned, "product") == {"Pump": Decimal(180), "Valve": Decimal(60), None: Decimal(-30)}


def test_what_the_row_says_itself_stays() -> None:
    assert _net("R1,S2,2026-02-01,,North,,-30,returned\n", "team") == {
        "East": Decimal(160),
        "West": Decimal(80),
        "North": Decimal(-30),
    }


def test_the_returns_that_took_something_from_their_sale_are_counted() -> None:
    rows = HEADER + SALES + "R1,S2,2026-02-01,,,,-30,returned\nR2,S9,2026-02-01,,,,-5,returned\n"

    found = sales(bundle_of([("orders", rows)]), section=SalesSection())

    assert dict(found.notes)["told_by_sale"].en.startswith("1 return: team, product")


def test_what_an_order_has_several_of_is_told_with_count_and_example() -> None:
    rows = HEADER + SALES + "R1,S1,2026-02-01,,,,-30,returned\nR2,S1,2026-02-02,,,,-5,returned\n"

    found = sales(bundle_of([("orders", rows)]), section=SalesSection())

    (finding,) = (one for one in found.findings if one.code == "F515")
    assert (finding.count, finding.value) == (2, "S1")
    assert finding.message == (
        "2 returns do not say the product, and the order named has several, so that it stays empty: "
        "order 'S1' has 'Pump', 'Valve'"
    )


def test_returns_that_say_their_product_or_whose_order_has_one_are_not_told_of() -> None:
    rows = HEADER + SALES + "R1,S1,2026-02-01,,,Valve,-30,returned\nR2,S2,2026-02-02,,,,-5,returned\n"

    found = sales(bundle_of([("orders", rows)]), section=SalesSection())

    assert [one.code for one in found.findings] == []
