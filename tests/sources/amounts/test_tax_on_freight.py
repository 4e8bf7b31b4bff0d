"""Tax on freight that stands with the tax on goods."""

from __future__ import annotations

import polars as pl

from salesperf.sources.amounts.tax_on_freight import perhaps_on_freight
from salesperf.tables.schema import MONEY

HEADERS = {"tax": "Taxes", "freight": "Shipping"}


def _said(amount: list[str], tax: list[str], freight: list[str | None]) -> list[str]:
    cells = {"amount": amount, "tax": tax, "freight": freight}
    frame = pl.DataFrame({name: pl.Series(each, dtype=pl.String).cast(MONEY) for name, each in cells.items()})
    return [note.en for note in perhaps_on_freight(frame, HEADERS)]


def test_what_may_be_too_much_is_told() -> None:
    # 20 of 120 are 1/6 of the goods; 11 are 1/6 of 60 + 6, of which 1 is on the freight.
    assert _said(["120", "60"], ["20", "11"], ["0", "6"]) == [
        (
            "the amounts hold no freight: if the tax under 'Taxes' is on that under 'Shipping' (6.00) too, "
            "about 1.00 too much is taken off"
        )
    ]


def test_where_every_order_has_freight_it_is_told_too() -> None:
    assert len(_said(["60"], ["11"], ["6"])) == 1


def test_one_rate_with_and_without_freight_shows_that_the_freight_bears_no_tax() -> None:
    assert _said(["120", "60"], ["20", "10"], [None, "6"]) == []


def test_without_freight_or_tax_nothing_is_said() -> None:
    assert _said(["120"], ["20"], [None]) == []
    assert _said(["120"], ["0"], ["6"]) == []


def test_a_tax_that_was_worked_out_from_the_amounts_is_on_them_alone() -> None:
    cells = {"amount": ["60"], "tax": ["10"], "freight": ["6"]}
    frame = pl.DataFrame({name: pl.Series(each, dtype=pl.String).cast(MONEY) for name, each in cells.items()})
    headers = {**HEADERS, "tax": "VAT %", "tax_rate": "VAT %"}

    assert list(perhaps_on_freight(frame, headers)) == []
