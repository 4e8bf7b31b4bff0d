from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.open_deals.compute import Deal, OpenDeals, Why
from salesperf.analyses.open_deals.report import open_deals_section, stalled_deals_section
from salesperf.core.text import Lang
from section_words import beyond, rows, said, table, total

ON = date(2026, 3, 31)
SINCE = date(2026, 3, 2)
DAYS_OLD = (("A", 40), ("B", 10), ("C", 90), ("D", 20), ("E", None))


def deal(key: str, amount: int | None, stalled: dict[Why, date] | None = None) -> Deal:
    return Deal(
        key=key, name=f"Deal {key}", customer="Alder", rep="Ann", stage="Proposal",
        amount=None if amount is None else Decimal(amount), expected=date(2026, 3, 1), moved=date(2026, 1, 30),
        silent=60, stalled=stalled or {},
    )  # fmt: skip


def found(*deals: Deal, has_amounts: bool = True, usual: float | None = None, sees_activity: bool = True) -> OpenDeals:
    return OpenDeals(ON, deals, 30, usual, has_amounts, has_reps=True, sees_activity=sees_activity)


def test_the_largest_deals_are_told_with_the_sum_of_the_others() -> None:
    section = open_deals_section(found(*(deal(f"{n}", n) for n in (9, 7, 5, 3))), lang=Lang.EN, most=2)

    assert said(section) == ["Open deals at the end of Mar 31, 2026: 4, 24 in all."]
    assert rows(section, "largest", "deal", "amount") == [("Deal 9", 9), ("Deal 7", 7), ("2 others", 8)]
    assert beyond(section, "largest", "deal") == ["Deal 5", "Deal 3"], "a workbook has them all"
    assert total(section, "largest")["amount"] == 24
    assert table(section, "largest").figures == (), "two bars show no more than two rows"


def test_without_any_amount_no_deal_is_the_largest_and_the_order_is_said() -> None:
    seen = found(deal("A", None), has_amounts=False)
    dark = found(replace(deal("A", None), silent=None, age=7), has_amounts=False, sees_activity=False)

    section = open_deals_section(seen, lang=Lang.EN)
    assert (section.title.en, table(section, "largest").title.en) == ("Open deals", "Longest without a move first")
    assert table(open_deals_section(dark, lang=Lang.EN), "largest").title.en == "Oldest first"
    assert open_deals_section(found(deal("A", 5)), lang=Lang.EN).title.en == "Largest open deals"


def test_stalled_deals_say_why_and_since_when() -> None:
    both = deal("A", 5, {Why.SILENT: SINCE, Why.OVERDUE: date(2026, 3, 2)})

    section = stalled_deals_section(found(deal("B", 9), both), lang=Lang.EN)

    assert said(section) == [
        "Standing still: 1 of 2 open deals, 5 in all.",
        "A deal stands still when nothing happened to it for more than 30 days, or its expected close is over.",
    ]
    why = "nothing happened for 60 days; should have closed on Mar 1, 2026"
    assert rows(section, "stalled", "deal", "since", "silent", "why") == [("Deal A", SINCE, 60, why)]


def test_where_the_limit_comes_from_and_what_is_not_seen_is_said() -> None:
    usual = stalled_deals_section(found(deal("A", 5, {Why.SILENT: SINCE}), usual=20.0), lang=Lang.EN)
    dark = found(deal("A", 5, {Why.OVERDUE: SINCE}), sees_activity=False)

    assert said(usual)[2:] == ["30 days are one and a half times the 20.0 days that usually lie between two stages."]
    assert said(stalled_deals_section(dark, lang=Lang.EN))[1:] == [
        (
            "The files tell nothing of what happened to deals (no activities, no stage changes): a deal stands still "
            "here when its expected close is over."
        )
    ]
    (largest,) = open_deals_section(dark, lang=Lang.EN).blocks
    assert "silent" not in [column.key for column in largest.columns]


def test_where_nothing_tells_whether_deals_stand_still_nobody_knows_and_their_age_is_told() -> None:
    aged = [replace(deal(key, 5), expected=None, moved=None, silent=None, age=age) for key, age in DAYS_OLD]
    dark = found(*aged, sees_activity=False)

    section = stalled_deals_section(dark, lang=Lang.EN)

    assert section.empty is not None
    assert section.empty.en == "nobody knows whether an open deal stands still"
    # Of 10, 20, 40 and 90 days the lower of the two in the middle.
    assert said(section) == [
        (
            "Nobody knows whether open deals stand still: the files tell nothing of what happened to them (no "
            "activities, no stage changes), nor when they should close."
        ),
        "Counted from their creation, half of the 4 whose day of creation is known are 20 days old or more.",
    ]
    assert rows(open_deals_section(dark, lang=Lang.EN), "largest", "age")[0] == (40,)
    assert said(stalled_deals_section(found(*aged[:2], sees_activity=False), lang=Lang.ZH), Lang.ZH)[1] == (
        "自创建之日算起，其中半数已有10天或更久。"
    )


def test_deals_without_amounts_have_neither_sums_nor_pictures() -> None:
    section = open_deals_section(found(deal("A", None), has_amounts=False), lang=Lang.EN)

    assert said(section) == ["Open deals at the end of Mar 31, 2026: 1."]
    assert (table(section, "largest").total, table(section, "largest").figures) == (None, ())


def test_deals_without_an_amount_beside_others_are_said_to_be_in_no_sum() -> None:
    bare = deal("B", None, {Why.SILENT: SINCE})

    largest = open_deals_section(found(deal("A", 5), bare), lang=Lang.EN)
    stalled = stalled_deals_section(found(deal("A", 5), bare), lang=Lang.EN)

    assert said(largest)[1] == "Without an amount, and so in no sum: 1 of them."
    assert said(stalled)[:2] == [
        "Standing still: 1 of 2 open deals, 0 in all.",
        "Without an amount, and so in no sum: 1 of them.",
    ]


def test_where_there_are_none_the_sections_say_so() -> None:
    none_open = open_deals_section(found(), lang=Lang.EN).empty
    none_stalled = stalled_deals_section(found(deal("A", 1)), lang=Lang.EN).empty

    assert none_open is not None
    assert none_stalled is not None
    assert (none_open.en, none_stalled.en) == ("no deal is open", "no open deal stands still")


def test_the_sum_past_its_expected_close_is_told_where_other_deals_are_silent_too() -> None:
    late, silent = deal("A", 5, {Why.OVERDUE: SINCE}), deal("B", 9, {Why.SILENT: SINCE})

    section = stalled_deals_section(found(silent, late, deal("C", 1)), lang=Lang.EN)

    assert said(section)[:2] == [
        "Standing still: 2 of 3 open deals, 14 in all.",
        "Past their expected close date: 1 of 3 open deals, 5 in all.",
    ]
