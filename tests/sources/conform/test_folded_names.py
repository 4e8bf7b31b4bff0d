"""Names that reading makes one, spells out or takes for none are kept to be told."""

from __future__ import annotations

import polars as pl

from salesperf.sources.conform.folded_names import FoldedNames, folded_names
from salesperf.sources.values.parse_id import folding


def _found(*names: str | None) -> FoldedNames | None:
    texts = pl.Series("customer_name", names, dtype=pl.String)
    return folded_names(texts, texts.unique(), folding(texts.unique()))


def test_names_of_several_widths_are_one_and_the_rows_that_read_otherwise_are_counted() -> None:
    found = _found("=1+1", "＝1+1", "＝1＋1", "＝1+1", "Acme")

    assert found is not None
    assert found.merged == (("=1+1", ("=1+1", "＝1+1", "＝1＋1")),)
    assert (found.rows, found.respelt, found.empty) == (3, (), ())


def test_characters_that_stand_for_others_are_told_and_width_alone_is_not() -> None:
    found = _found("№5 Stores", "Ａｃｍｅ", "上海（集团）")

    assert found is not None
    assert (found.respelt, found.merged, found.rows) == ((("№5 Stores", "No5 Stores"),), (), 1)
    assert _found("Ａｃｍｅ", "上海（集团）") is None


def test_texts_for_nothing_are_named_and_blanks_are_not() -> None:
    found = _found("NaN", "N/A", "-", "NaN", "  ", "", None, "Acme")

    assert found == FoldedNames((), (), 0, ("-", "N/A", "NaN"))


def test_blanks_that_are_trimmed_are_nothing_to_tell() -> None:
    assert _found(" Acme ", "Acme", "Li  Na", "Li\u00a0Na", "Li\u3000Na") is None
