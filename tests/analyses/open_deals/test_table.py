"""The table of open deals, whatever section holds it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.open_deals.compute import Deal, OpenDeals, Why
from salesperf.analyses.open_deals.report import open_deals_section, stalled_deals_section
from salesperf.analyses.open_deals.table import reason_of
from salesperf.core.text import Lang
from section_words import rows, table

ON = date(2026, 3, 31)
SINCE = date(2026, 3, 2)


def deal(key: str, amount: int | None, stalled: dict[Why, date] | None = None) -> Deal:
    return Deal(
        key=key, name=f"Deal {key}", customer="Alder", rep="Ann", stage="Proposal",
        amount=None if amount is None else Decimal(amount), expected=date(2026, 3, 1), moved=date(2026, 1, 30),
        silent=60, stalled=stalled or {},
    )  # fmt: skip


def found(*deals: Deal, has_amounts: bool = True, usual: float | None = None, sees_activity: bool = True) -> OpenDeals:
    return OpenDeals(ON, deals, 30, usual, has_amounts, has_reps=True, sees_activity=sees_activity)


def test_the_reason_is_told_in_words_and_both_where_there_are_two() -> None:
    both = deal("A", 5, {Why.SILENT: SINCE, Why.OVERDUE: date(2026, 3, 2)})

    assert reason_of(both, lang=Lang.ZH).zh == "已60天没有进展；预计2026年3月1日成交，已过期"
    assert reason_of(deal("A", 5), lang=Lang.EN).en == ""


def test_four_deals_and_more_are_drawn_as_bars() -> None:
    section = open_deals_section(found(*(deal(f"{n}", n) for n in (9, 7, 5, 3, 2, 1))), lang=Lang.EN, most=4)

    assert [(figure.values, figure.first) for figure in table(section, "largest").figures] == [(("amount",), 4)]
    bare = open_deals_section(found(*(deal(f"{n}", n) for n in (9, 7, 5, 3))), lang=Lang.EN, draws=False)
    assert table(bare, "largest").figures == ()


def test_the_header_says_where_days_are_counted_from_the_creation() -> None:
    """A deal that never moved is silent since it was there; where nothing tells of moves, all days are its age."""
    acted, new = deal("A", 5, {Why.SILENT: SINCE}), replace(deal("B", 5, {Why.SILENT: SINCE}), acted=False)
    dark = found(replace(deal("C", 5, {Why.OVERDUE: SINCE}), silent=None, age=7), sees_activity=False)

    assert days_header(found(acted)) == "days since it moved"
    assert days_header(found(acted, new)) == "days since it moved or was created"
    assert days_header(dark) == "days since it was created"
    assert rows(stalled_deals_section(dark, lang=Lang.EN), "stalled", "age") == [(7,)]


def days_header(told: OpenDeals) -> str:
    block = table(stalled_deals_section(told, lang=Lang.EN), "stalled")
    return next(column.label.en for column in block.columns if column.key in {"silent", "age"})


def test_a_rep_is_not_named_on_his_own_page() -> None:
    section = open_deals_section(found(deal("A", 1)), lang=Lang.EN, shows_reps=False)

    assert "Ann" not in rows(section, "largest")[0]
