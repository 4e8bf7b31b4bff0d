from __future__ import annotations

import polars as pl

from salesperf.sources.profile import TableAliases
from salesperf.sources.recognition.columns import Matching, matching
from salesperf.sources.recognition.sample import Sample
from salesperf.tables.catalog import TABLES


def _aliases(
    strong: dict[str, tuple[str, ...]], weak: dict[str, tuple[str, ...]] | None = None, *, signed: bool = False
) -> TableAliases:
    signature = frozenset({"sum"}) if signed else frozenset()
    return TableAliases("named" if signed else "generic", "orders", signature, strong, weak or {})


def _match(columns: dict[str, list[str]], *aliases: TableAliases, **told: str) -> Matching:
    rows = pl.DataFrame(columns)
    return matching(TABLES["orders"], Sample(tuple(columns), rows), aliases, told=told)


def _headers(found: Matching) -> dict[str, str]:
    return {column: mapped.header for column, mapped in found.found.items()}


NUMBERS = ["1", "2"]


def test_the_first_alias_that_is_there_wins() -> None:
    found = _match({"Total": NUMBERS, "Net": NUMBERS}, _aliases({"amount": ("net", "total")}))

    assert _headers(found) == {"amount": "Net"}


def test_a_header_belongs_to_one_column_only() -> None:
    found = _match({"sum": NUMBERS}, _aliases({"amount": ("x", "sum"), "total_amount": ("sum",)}))

    assert _headers(found) == {"total_amount": "sum"}


def test_a_named_export_goes_before_the_generic_aliases() -> None:
    generic = _aliases({"amount": ("sum",)})
    named = _aliases({"total_amount": ("sum",)}, signed=True)

    assert _headers(_match({"sum": NUMBERS}, generic, named)) == {"total_amount": "sum"}


def test_a_weak_header_counts_half_and_comes_last() -> None:
    aliases = _aliases({"amount": ("net",)}, {"amount": ("value",), "order_date": ("date",)})

    found = _match({"value": NUMBERS, "net": NUMBERS, "date": ["2026-01-05", "2026-01-06"]}, aliases)

    assert _headers(found) == {"amount": "net", "order_date": "date"}
    assert found.score == 1.5
    assert not found.is_strong("order_date")


def test_what_the_user_told_is_not_questioned() -> None:
    found = _match({"net": NUMBERS, "words": ["a", "b"]}, _aliases({"amount": ("net",)}), amount="words")

    assert _headers(found) == {"amount": "words"}
    assert found.found["amount"].how == "config"


def test_half_the_cells_must_fit_a_sure_header_and_most_a_weak_one() -> None:
    half = ["5", "bad"]

    assert _headers(_match({"net": half}, _aliases({"amount": ("net",)}))) == {"amount": "net"}
    assert _headers(_match({"net": half}, _aliases({}, {"amount": ("net",)}))) == {}


def test_an_empty_id_column_gives_way_to_one_that_is_filled() -> None:
    rows = pl.DataFrame(
        {"old no": [None, None], "new no": ["2531", "2532"]}, schema=dict.fromkeys(("old no", "new no"), pl.String)
    )
    known = TableAliases("p", "invoices", frozenset(), {"invoice_id": ("oldno", "newno")}, {})

    found = matching(TABLES["invoices"], Sample(tuple(rows.columns), rows), (known,))

    assert found.found["invoice_id"].header == "new no"
