from __future__ import annotations

import pytest

from salesperf.core.errors import UsageError
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.model import Better, Derived, Family, Metric, Ratio
from salesperf.metrics.parts import (
    EVERY_SALE,
    Lens,
    atom_column,
    atoms_of,
    atoms_under,
    conditions_of,
    is_atom,
    metrics_in,
    parts_of,
)


def metric(key: str, formula: Ratio | Derived, *where: str) -> Metric:
    return Metric(key, Text(key, key), Text("", ""), Unit.NUMBER, Better.UP, Family.RESULT, formula, where=where)


EAST = metric("east", Derived("net_revenue"), "region=East")
SHARE = metric("share", Ratio("east", "net_revenue"), "amount>0")
WITH_OWN: Registry[Metric] = CATALOG.extended((EAST, SHARE))


def test_metrics_are_followed_down_to_their_atoms_once() -> None:
    catalog = CATALOG.extended((metric("x", Derived("aov / orders + net_revenue")),))

    assert atoms_of(catalog["x"], catalog) == ("net", "orders")


def test_a_metric_made_of_itself_is_refused() -> None:
    catalog: Registry[Metric] = CATALOG.extended((metric("a", Derived("b + 1")), metric("b", Ratio("a", "orders"))))

    with pytest.raises(UsageError, match="a -> b -> a"):
        atoms_of(catalog["a"], catalog)


def test_of_an_atom_and_a_metric_with_one_name_a_composed_metric_means_the_metric() -> None:
    assert parts_of(CATALOG["aov"]) == ("net_revenue", "orders")
    assert not is_atom("orders", CATALOG["aov"], CATALOG)
    assert is_atom("orders", CATALOG["orders"], CATALOG)


def test_conditions_of_a_metric_hold_for_all_below_it_each_once() -> None:
    assert atoms_under([SHARE, CATALOG["net_revenue"]], WITH_OWN) == {
        Lens(conditions=("amount>0", "region=East")): ("net",),
        Lens(conditions=("amount>0",)): ("net",),
        EVERY_SALE: ("net",),
    }
    assert conditions_of(SHARE, WITH_OWN) == ("amount>0", "region=East")
    assert conditions_of(CATALOG["aov"], WITH_OWN) == ()


def test_the_same_atom_under_other_conditions_has_a_column_of_its_own() -> None:
    assert (atom_column("net"), atom_column("net", ("a=1", "b=2"))) == ("atom:net", "atom:net where a=1 and b=2")


def test_every_metric_under_a_metric_comes_with_the_conditions_from_above() -> None:
    found = [(part.key, outer) for part, outer, _ in metrics_in(SHARE, WITH_OWN)]

    assert found == [
        ("share", ()),
        ("east", ("amount>0",)),
        ("net_revenue", ("amount>0", "region=East")),
        ("net_revenue", ("amount>0",)),
    ]
