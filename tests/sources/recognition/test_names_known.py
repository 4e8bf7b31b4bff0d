"""The names that the data know."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from msgspec.structs import replace

from salesperf.sources.files.raw_tables import raw_tables
from salesperf.sources.known import Known, Names
from salesperf.sources.options import ReadOptions
from salesperf.sources.recognise import recognised
from salesperf.sources.recognition.names_known import NamesKnown
from salesperf.sources.recognition.sample import Sample


@pytest.fixture
def known(tmp_path: Path) -> NamesKnown:
    """500 orders, of which the last ones are Bob's."""
    rows = "".join(f"{at},2025-04-10,{'Ann' if at < 400 else 'BOB'},P{at % 2},7\n" for at in range(500))
    path = tmp_path / "orders.csv"
    path.write_text(f"order_id,order_date,sales_rep,product,amount\n{rows}", encoding="utf-8")
    raws, _, _ = raw_tables([str(path)], options=ReadOptions())
    tables: tuple[Known, ...] = recognised(raws, ReadOptions(), named=()).tables
    return NamesKnown(tables, [Sample(raw.header, raw.sample) for raw in raws])


def test_names_are_counted_over_all_rows_where_a_sample_has_some(known: NamesKnown) -> None:
    assert known.shown("rep") == {"Ann"}
    assert known.count(frozenset({"ann", "bob", "cid"}), "rep") == 2


def test_where_a_sample_has_none_no_row_is_read(known: NamesKnown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pl.LazyFrame, "collect", lambda _: pytest.fail("read"))

    assert known.count(frozenset({"bob"}), "rep") == 0
    assert known.count(frozenset({"p0", "p1"}), "product") == 2
    assert known.count(frozenset({"ann"}), "team") == 0


def test_names_that_a_list_gives_ids_are_known(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("order_id,order_date,region,amount\n1,2025-04-10,7,5\n2,2025-04-11,8,5\n", encoding="utf-8")
    raws, _, _ = raw_tables([str(path)], options=ReadOptions())
    (orders,) = recognised(raws, ReadOptions(), named=()).tables
    listed = replace(orders, names={"region": Names("regions.csv", {"7": "North", "8": "South"})})

    known = NamesKnown([listed], [Sample(raws[0].header, raws[0].sample)])

    assert known.count(frozenset({"NORTH", "South", "East"}), "region") == 2
