"""The company's own target among the rows of a target sheet is no total."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.no_data.company_rows import is_of_company, scope_columns

Write = Callable[..., Path]
Load = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("row", "header", "is_companys"),
    [
        (("Company", "Total", "120"), ("Scope", "Name", "Target"), True),
        (("合计", "公司", "120"), ("名称", "层级", "目标"), True),
        (("Rep", "Total", "120"), ("Scope", "Name", "Target"), False),
        (("", "Total", "120"), ("Scope", "Name", "Target"), False),
        (("Company", "Total", "120"), ("Customer", "Product", "Amount"), False),
    ],
)
def test_a_row_is_the_companys_where_its_scope_says_so(
    row: tuple[str, ...], header: tuple[str, ...], *, is_companys: bool
) -> None:
    assert is_of_company(row, scopes=scope_columns(header)) is is_companys


@pytest.mark.parametrize("name", ["Company", "Total", "All", "Acme Ltd"])
def test_the_companys_target_counts_whatever_its_name(name: str, write_text: Write, load_files: Load) -> None:
    text = f"Level,Name,Metric,Period,Target\ncompany,{name},Net revenue,2026-03,120\n"
    text += "rep,Ann,Net revenue,2026-03,60\nrep,Bob,Net revenue,2026-03,50\n"

    loaded = load_files(write_text(text, "targets.csv"))

    frame = loaded.bundle.tables["targets"].frame
    assert frame.select("scope", "scope_id", "amount").rows() == [
        ("company", None, Decimal(120)),
        ("rep", "Ann", Decimal(60)),
        ("rep", "Bob", Decimal(50)),
    ]


def test_a_total_without_a_scope_is_still_one(write_text: Write, load_files: Load) -> None:
    text = "Level,Name,Metric,Period,Target\nrep,Ann,Net revenue,2026-03,60\nrep,Bob,Net revenue,2026-03,50\n"

    loaded = load_files(write_text(text + ",Total,,2026-03,110\n", "targets.csv"))

    assert loaded.bundle.tables["targets"].frame["amount"].sum() == 110
