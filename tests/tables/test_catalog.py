from __future__ import annotations

import re

import pytest

from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind, TableSchema

CHINESE = re.compile(r"[\u4e00-\u9fff]")

DESIGNED = (
    "orders invoices payments leads deals stage_history activities surveys customers products people targets market "
    "costs campaigns fx_rates reviews actions customer_summary splits assignments hierarchy adjustments "
    "opening_balances"
)


def test_every_designed_table_is_declared() -> None:
    assert TABLES.keys == tuple(DESIGNED.split())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_names_each_column_once_in_snake_case(table: TableSchema) -> None:
    assert len(set(table.names)) == len(table.names)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in table.names)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_recognised_by_a_column_of_its_own(table: TableSchema) -> None:
    assert table.needed


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_tables_and_columns_have_names_in_both_languages(table: TableSchema) -> None:
    for text in (table.label, table.grain, *(column.label for column in table.columns)):
        assert text.en
        assert not CHINESE.search(text.en)
        assert CHINESE.search(text.zh) or text.zh.isascii()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_ids_are_text_and_dates_are_days(table: TableSchema) -> None:
    for column in table.columns:
        if column.name.endswith("_id") or column.name == "return_of":
            assert column.kind is Kind.ID
        if column.name.endswith("_date"):
            assert column.kind is Kind.DATE


def test_one_column_name_has_one_kind_everywhere() -> None:
    kinds: dict[str, set[Kind]] = {}
    for table in TABLES:
        for column in table.columns:
            kinds.setdefault(column.name, set()).add(column.kind)

    # The source of a lead is a channel that people group by; the source of a market figure is a citation.
    assert {name for name, found in kinds.items() if len(found) > 1} == {"source"}
