"""What a row of market sizes is of."""

from __future__ import annotations

import pytest

from salesperf.facts.market_scope import WHOLE, Known, NoScope, Scope, known_keys, scope_of_row
from salesperf.tables.literal import bundle_of

KNOWN = Known(
    {
        "region": frozenset({"East", "华东"}),
        "category": frozenset({"Tiles", "East"}),
        "product": frozenset({"P1"}),
    },
    {"Blue tile": "P1"},
)


@pytest.mark.parametrize(
    ("row", "scope"),
    [
        ({}, Scope(WHOLE)),
        ({"scope": "Total"}, Scope(WHOLE)),
        ({"scope": "全公司", "scope_id": None}, Scope(WHOLE)),
        ({"scope_id": "全国"}, Scope(WHOLE)),
        ({"region": "全国"}, Scope(WHOLE)),
        ({"scope": "region", "scope_id": "East"}, Scope("region", "East")),
        ({"scope": "大区", "region": "华东"}, Scope("region", "华东")),
        ({"scope": "区域", "scope_id": "华西"}, Scope("region", "华西")),
        ({"region": "华东"}, Scope("region", "华东")),
        ({"scope": "华东"}, Scope("region", "华东")),
        ({"scope_id": "Tiles"}, Scope("category", "Tiles")),
        ({"product_name": "Blue tile"}, Scope("product", "P1")),
        ({"scope": "Blue tile"}, Scope("product", "P1")),
    ],
)
def test_a_row_is_of_what_its_words_or_its_one_column_say(row: dict[str, object], scope: Scope) -> None:
    assert scope_of_row(row, KNOWN) == scope


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"scope": "North America"}, "'North America', which is neither the company nor a region"),
        ({"scope": "East"}, "'East', which is neither"),
        ({"region": "East", "category": "Tiles"}, "region, category at once"),
        ({"scope": "region"}, "does not say of which"),
    ],
)
def test_a_row_of_nothing_that_is_sold_says_why(row: dict[str, object], told: str) -> None:
    found = scope_of_row(row, KNOWN)

    assert isinstance(found, NoScope)
    assert told in found.message.en


def test_near_names_are_suggested() -> None:
    found = scope_of_row({"scope": "Tile"}, KNOWN)

    assert isinstance(found, NoScope)
    assert found.hint.en == "did you mean 'Tiles'?"


def test_what_the_tables_name_is_known() -> None:
    found = known_keys(
        bundle_of(
            [
                ("orders", "order_id,order_date,region,product_id,amount\nA,2026-01-01,East,P1,1\n"),
                ("products", "product_id,product_name,category\nP1,Blue,Tiles\n"),
                ("market", "period,region,market_size\n2026,Mars,1\n"),
            ]
        )
    )

    assert found.keys == {
        "region": frozenset({"East"}),
        "product": frozenset({"P1", "Blue"}),
        "category": frozenset({"Tiles"}),
    }
    assert found.by_name == {"Blue": "P1"}
