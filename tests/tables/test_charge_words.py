"""Words and codes of charges written as items."""

from __future__ import annotations

import polars as pl
import pytest

from salesperf.tables import charge_words
from salesperf.tables.charge_words import is_charge, is_named_so, is_told

CHARGES = [
    "Sales tax 8%", "SALESTAX", "SALES-TAX", "Sales Tax (8.25%)", "VAT 20%", "VAT@20%", "20% VAT", "GST 10%", "GST",
    "CA Sales Tax", "Sales Tax - NY", "Sales Tax (TX)", "增值税13%", "13%增值税", "增值税（13%）", "ＶＡＴ 20％",
    "Shipping and Handling", "SHIPPING & HANDLING", "FREIGHT", "FREIGHT_OUT", "运费", "手续费 2%",
]  # fmt: skip
GOODS = [
    "Catering incl. VAT 20%", "Tax advice 20%", "Vat 200 l", "TV Delivery", "税务咨询", "增值税发票夹", "Shipping box",
    "VAT return", "20%", "", "CA", "Discount 8%", "Tax 2025",
]  # fmt: skip


@pytest.mark.parametrize("cell", CHARGES)
def test_words_codes_and_rates_of_charges(cell: str) -> None:
    assert is_charge(cell)
    assert pl.Series([cell]).str.contains(charge_words.MAY_BE).item()


@pytest.mark.parametrize("cell", GOODS)
def test_goods_with_such_a_word_are_none(cell: str) -> None:
    assert not is_charge(cell)


def test_every_word_is_found_by_what_looks_for_it_first() -> None:
    words = pl.Series([*charge_words.TAXES, *charge_words.OTHERS, *charge_words.POSTED])

    assert words.str.contains(charge_words.MAY_BE).all()
    assert max(words.str.len_bytes()) * 3 <= charge_words.LONGEST


def test_postage_is_told_and_no_charge() -> None:
    assert is_told("POSTAGE")
    assert is_told("Postage and packing")
    assert not is_charge("Postage")


@pytest.mark.parametrize(("code", "name"), [("GST", "GST 10%"), ("SALESTAX", "Province"), ("VAT", "")])
def test_a_code_of_a_charge_stays_one(code: str, name: str) -> None:
    assert is_named_so(code, name)


def test_a_short_code_beside_the_name_of_goods_is_one_of_goods() -> None:
    assert not is_named_so("PST", "Piston")
