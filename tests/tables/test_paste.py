"""Lines of salesperf.toml that TOML reads as they were meant."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from salesperf.tables.paste import column_line, quoted, table_lines

WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(WRITTEN)
def test_any_text_is_read_back(text: str) -> None:
    assert tomllib.loads(f"a = {quoted(text)}") == {"a": text}


@given(WRITTEN, WRITTEN)
def test_a_table_is_read_back(file: str, header: str) -> None:
    (table,) = tomllib.loads(table_lines("orders", [file], {"amount": header}, sheet="一月"))["table"]

    assert table == {"name": "orders", "files": [file], "sheet": "一月", "columns": {"amount": header}}


def test_columns_stand_on_one_line() -> None:
    assert column_line({"amount": "额", "rep_name": "谁"}) == 'columns = { amount = "额", rep_name = "谁" }'


def test_the_tables_of_other_sheets_are_named_where_one_is() -> None:
    lines = table_lines("orders", ["b.xlsx"], {"rep_name": "谁"}, sheet="单", beside=[("products", "品")])

    assert tomllib.loads(lines)["table"] == [
        {"name": "orders", "files": ["b.xlsx"], "sheet": "单", "columns": {"rep_name": "谁"}},
        {"name": "products", "files": ["b.xlsx"], "sheet": "品"},
    ]
    assert "products" not in table_lines("orders", ["b.csv"], {"rep_name": "谁"}, beside=[("products", "品")])
