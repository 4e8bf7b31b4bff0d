from __future__ import annotations

import polars as pl
import pytest

from salesperf.core.text import Lang
from salesperf.sources.values.cells import Rules, reading_of
from salesperf.sources.values.currency import code_of, marked_currency, marks_of, normalised
from salesperf.tables.schema import Kind


@pytest.mark.parametrize(
    ("mark", "lang", "code"),
    [
        ("￥", Lang.ZH, "CNY"),
        ("¥", Lang.EN, None),
        ("元", Lang.EN, "CNY"),
        ("$", Lang.EN, "USD"),
        ("€", Lang.ZH, "EUR"),
        ("usd", Lang.EN, "USD"),
        ("人民币", Lang.ZH, "CNY"),
        ("rmb", Lang.EN, "CNY"),
        ("doubloons", Lang.EN, None),
    ],
)
def test_a_mark_stands_for_a_currency_or_for_none(mark: str, lang: Lang, code: str | None) -> None:
    assert code_of(mark, lang) == code


def _marks(header: str, cells: list[str], lang: Lang = Lang.EN) -> tuple[frozenset[str], bool]:
    marks = marks_of([reading_of(header, "amount", Kind.MONEY, pl.Series(cells), Rules())], lang)
    return marks.codes, marks.has_unclear_yen


def test_cells_and_headers_name_the_currency() -> None:
    assert _marks("Amount", ["$5", "6"]) == (frozenset({"USD"}), False)
    assert _marks("Amount (EUR)", ["5", "6"]) == (frozenset({"EUR"}), False)
    assert _marks("金额（美元）", ["5"], Lang.ZH) == (frozenset({"USD"}), False)


def test_a_unit_is_no_currency() -> None:
    assert _marks("Amount (PCS)", ["5 PCS"]) == (frozenset(), False)


def test_a_yen_sign_outside_chinese_is_unclear() -> None:
    assert _marks("Amount", ["¥5"]) == (frozenset(), True)
    assert _marks("金额", ["¥5"], Lang.ZH) == (frozenset({"CNY"}), False)


def test_a_currency_column_is_brought_to_codes() -> None:
    words = pl.Series("currency", ["usd", "€", "人民币", "Doubloon", None])

    assert normalised(words, Lang.EN).to_list() == ["USD", "EUR", "CNY", "Doubloon", None]


def test_each_cell_names_its_own_currency() -> None:
    assert marked_currency(pl.Series(["$5", "€6", "7"]), Lang.EN).to_list() == ["USD", "EUR", None]
