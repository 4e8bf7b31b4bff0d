from __future__ import annotations

import pytest
from msgspec.structs import replace

from salesperf.core.errors import UsageError
from salesperf.core.registry import Registry
from salesperf.engine import collect
from salesperf.facts.section import SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.framed import framed
from salesperf.metrics.parts import EVERY_SALE, Lens
from salesperf.metrics.request import Request
from salesperf.tables.literal import bundle_of

SHOP = bundle_of(
    [
        (
            "orders",
            """\
order_id,order_date,rep_id,rep_name,region,amount
A,2026-01-05,R1,Ann,East,10
B,2026-01-06,R2,Bo,West,20
C,2026-01-07,R1,Ann,West,40
""",
        )
    ]
)
WESTERN = replace(CATALOG["net_revenue"], key="western", where=("region=West",))


def test_each_lens_has_its_lines_within_those_of_the_question() -> None:
    facts = facts_of(SHOP, section=SalesSection())
    metrics = (CATALOG["net_revenue"], WESTERN)

    found = framed(facts, Request(by=("rep",), where=("rep=Ann",)), metrics, SHOP, catalog=Registry("metric", metrics))

    orders = {lens: sorted(collect(lines)["order"].to_list()) for lens, lines in found.lines.items()}
    assert orders == {EVERY_SALE: ["A", "C"], Lens(conditions=("region=West",)): ["C"]}
    assert found.labels["rep"] == {"R1": "Ann", "R2": "Bo"}
    assert list(found.claims) == [Lens(conditions=("region=West",))]


def test_a_value_need_not_be_named_by_every_kind_of_event() -> None:
    bundle = bundle_of(
        [
            ("orders", "order_id,order_date,channel,amount\nA,2026-01-05,web,10\nB,2026-01-06,shop,5\n"),
            ("costs", "cost_date,kind,channel,amount\n2026-01-07,Ads,web,3\n"),
        ]
    )
    facts = facts_of(bundle, section=SalesSection())
    metrics = (CATALOG["net_revenue"], CATALOG["sales_cost"])

    found = framed(facts, Request(where=("channel=shop",)), metrics, bundle, catalog=CATALOG)

    assert [collect(frame).height for frame in found.lines.values()] == [1, 0]
    with pytest.raises(UsageError, match="no channel 'shp'"):
        framed(facts, Request(where=("channel=shp",)), metrics, bundle, catalog=CATALOG)
