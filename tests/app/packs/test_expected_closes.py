"""Open deals by the day on which they should close."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.open_deals.compute import Deal, OpenDeals, Why
from salesperf.app.packs.expected_closes import expected_closes
from salesperf.core.period import Grain, Period
from salesperf.core.text import Lang
from salesperf.facts.calendar import Calendar
from salesperf.report.model import Section
from section_words import rows, total

ON = date(2026, 6, 18)
JUNE = Calendar().period(Grain.MONTH, ON)


def deal(key: str, amount: int | None, expected: date | None) -> Deal:
    return Deal(
        key=key, name=None, customer=None, rep=None, stage=None, amount=None if amount is None else Decimal(amount),
        expected=expected, moved=None, silent=None,
        stalled={Why.OVERDUE: expected} if expected is not None and expected < ON else {},
    )  # fmt: skip


def told(*deals: Deal, has_amounts: bool = True, lang: Lang = Lang.EN, period: Period = JUNE) -> Section | None:
    found = OpenDeals(ON, deals, 30, None, has_amounts, has_reps=False, sees_activity=False)
    block = expected_closes(found, period, Calendar(), lang=lang)
    return None if block is None else Section("pipeline", block.title, blocks=(block,))


DEALS = (
    deal("D1", 100, date(2026, 6, 18)),
    deal("D2", 200, date(2026, 6, 30)),
    deal("D3", 400, date(2026, 7, 31)),
    deal("D4", 800, date(2026, 8, 1)),
    deal("D5", 1600, date(2026, 6, 17)),
    deal("D6", None, None),
)


def test_open_deals_stand_in_the_period_in_which_they_should_close() -> None:
    """The day reported on is not over; of June what is left counts, for what lies before it is past its date."""
    section = told(*DEALS)

    assert section is not None
    assert rows(section, "expected_closes", "expected", "deals", "amount") == [
        ("this period, June 2026", 2, 300),
        ("next period, July 2026", 1, 400),
        ("later", 1, 800),
        ("past their date", 1, 1600),
        ("without a date", 1, 0),
    ]
    assert total(section, "expected_closes") == {"expected": "total", "deals": 6, "amount": 3100}


def test_a_year_to_date_has_no_next_period() -> None:
    so_far = Period(date(2026, 1, 1), date(2026, 6, 30), "ytd")

    section = told(*DEALS, period=so_far)

    assert section is not None
    assert rows(section, "expected_closes", "expected", "deals") == [
        ("this period, January – June 2026", 2),
        ("later", 2),
        ("past their date", 1),
        ("without a date", 1),
    ]


def test_amounts_are_weighted_where_probabilities_are_known_and_of_no_deal_come_to_nothing() -> None:
    section = told(replace(DEALS[0], probability=Decimal("0.5")), DEALS[5])

    assert section is not None
    assert rows(section, "expected_closes", "weighted") == [(50,), (0,), (0,), (0,), (None,)]


def test_deals_without_amounts_are_counted_alone() -> None:
    section = told(replace(DEALS[2], amount=None), has_amounts=False, lang=Lang.ZH)

    assert section is not None
    assert rows(section, "expected_closes")[1] == ("下期（2026年7月）", 1)


def test_where_no_deal_tells_when_it_should_close_there_is_no_table() -> None:
    assert told(DEALS[5]) is None
