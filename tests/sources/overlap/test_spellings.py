"""Names that are written in several ways: told with rows and money, and kept apart."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl

from salesperf.sources.loaded import Loaded
from salesperf.sources.overlap.spellings import Spelling, spelling_findings, spellings
from salesperf.tables.schema import MONEY

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _orders(**columns: list[str | None]) -> pl.DataFrame:
    rows = len(next(iter(columns.values())))
    amounts = pl.Series("amount", [Decimal(100 * (at + 1)) for at in range(rows)], dtype=MONEY)
    return pl.DataFrame(columns).with_columns(amounts)


def test_case_width_and_blanks_make_no_other_name() -> None:
    (one,) = spellings("orders", _orders(rep_name=["Bob Lee", "bob lee", "Bob Lee", "BobLee", "Ann"]))

    assert one.ways == (
        Spelling("Bob Lee", 2, Decimal(400)),
        Spelling("BobLee", 1, Decimal(400)),
        Spelling("bob lee", 1, Decimal(200)),
    )


def test_two_ids_are_two_people() -> None:
    assert spellings("orders", _orders(rep_id=["E1", "E2"], rep_name=["Bob Lee", "bob lee"])) == ()


def test_names_without_an_id_are_compared_among_each_other() -> None:
    frame = _orders(customer_id=["C1", None, None], customer_name=["ACME", "Acme", "acme"])

    (one,) = spellings("orders", frame)

    assert [way.name for way in one.ways] == ["Acme", "acme"]


def test_codes_that_differ_by_case_are_two_codes() -> None:
    assert spellings("orders", _orders(customer_id=["0015gAAa", "0015gaaA"])) == ()


def test_a_name_that_stands_as_an_id_is_a_name() -> None:
    assert len(spellings("orders", _orders(rep_id=["Bob Lee", "bob lee"]))) == 1


def test_lists_are_not_looked_at() -> None:
    assert spellings("products", _orders(rep_name=["Bob Lee", "bob lee"])) == ()


def test_many_names_are_counted() -> None:
    letters = "abcdefghijklmnopqrstuvwxy"
    names = [one for letter in letters for one in (letter, letter.upper())]

    told = list(spelling_findings("orders", _orders(rep_name=names)))

    assert len(told) == 21
    assert told[-1].message == "5 further names are written in several ways"


def test_reading_keeps_them_apart_and_tells(write_text: Write, load_files: Load) -> None:
    rows = "1,2025-01-03,C1,张 三,100\n2,2025-01-13,C2,张三,200\n"

    loaded = load_files(write_text("订单号,日期,客户,业务员,金额\n" + rows))

    (told,) = [one for one in loaded.issues if one.code == "R319"]
    assert loaded.bundle.tables["orders"].frame["rep_name"].n_unique() == 2
    assert "200" in told.message
    assert 'values.rep_name = { "张三" = "张 三" }' in told.hint
