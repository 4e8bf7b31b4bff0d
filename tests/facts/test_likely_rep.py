"""The header that likely names the reps, with lines that can be pasted."""

from __future__ import annotations

import tomllib

import polars as pl
import pytest
from msgspec.structs import replace

from salesperf.facts.likely_rep import likely_rep, rep_lines
from salesperf.tables.bundle import Bundle, Spot, Table


def _bundle(mapped: frozenset[str], *headers: str) -> Bundle:
    table = Table("orders", pl.DataFrame(), mapped)
    return Bundle({"orders": table}, unmapped_in=dict.fromkeys(headers, Spot("orders", ("a.csv",))))


def test_the_lines_name_the_table_its_file_and_the_header() -> None:
    said = likely_rep(_bundle(frozenset(), "规格", "拓展专员"), "orders")

    assert said is not None
    assert "likely: '拓展专员'" in said.en
    (table,) = tomllib.loads(said.en[said.en.index("[[table]]") :])["table"]
    assert table == {"name": "orders", "files": ["a.csv"], "columns": {"rep_name": "拓展专员"}}


@pytest.mark.parametrize("header", ["规格", "专员电话"])
def test_nothing_is_said_of_headers_that_name_nobody(header: str) -> None:
    assert likely_rep(_bundle(frozenset(), header), "orders") is None


def test_nothing_is_said_where_reps_are_known() -> None:
    assert rep_lines("拓展专员", _bundle(frozenset({"rep_name"}), "拓展专员")) is None


def test_a_header_of_another_table_is_none_of_this_one() -> None:
    bundle = Bundle({}, unmapped_in={"回访专员": Spot("surveys", ("s.csv",))})

    assert likely_rep(bundle, "orders") is None
    assert likely_rep(bundle, "surveys") is not None


def test_a_column_of_teams_may_be_of_people() -> None:
    bundle = replace(_bundle(frozenset({"team"})), headers={"_SalesTeamID": "team"})
    said = likely_rep(bundle, "orders")

    assert said is not None
    assert said.en == "where '_SalesTeamID' is of people: --by team"
    assert likely_rep(bundle, "invoices") is None


def test_a_column_of_managers_may_be_of_those_who_sell() -> None:
    bundle = replace(_bundle(frozenset({"manager"})), headers={"Sales Manager": "manager"})
    said = likely_rep(bundle, "orders")

    assert said is not None
    assert said.en == "where 'Sales Manager' is of people: --by manager"
