from __future__ import annotations

from datetime import date

from commission_ground import plan
from salesperf.analyses.commission.in_words.terms import person_words, pool_words, terms_words
from salesperf.analyses.commission.written.who import Who
from salesperf.metrics.catalog import CATALOG

FLAT = '[[component]]\nname = "x"\nrule = "flat"\nrate = 1\n'


def test_terms_say_when_for_whom_and_how_often() -> None:
    told = [one.en for one in terms_words(plan(FLAT, period="quarter"))]

    assert told == [
        "it holds from 2026-01-01 on",
        "it pays in CNY and is settled every quarter",
        "it is for everybody, unless a table of assignments says whom",
    ]


def test_an_end_and_named_people_are_told() -> None:
    found = plan(FLAT)
    terms = found.plan.model_copy(update={"to": date(2026, 6, 30), "who": Who(reps=("Ann", "Ben"), teams=("East",))})

    told = [one.en for one in terms_words(found.model_copy(update={"plan": terms}))]

    assert told[0] == "it holds from 2026-01-01 to 2026-06-30"
    assert told[2] == "it is for the reps Ann, Ben; the teams East, unless a table of assignments says whom"


def test_pools_say_what_fills_them_and_what_a_head_gets() -> None:
    found = plan(
        f'{FLAT}[[pool]]\nname = "team"\nshare = "weighted"\nrate = 0.02\ngate = 1\ncap = 1000\nbeyond = "shared"\n'
        "weights = { Rep = 1, Lead = 2.5 }\n"
    )

    told = [one.en for one in pool_words(found.pool[0], CATALOG)]

    assert told == [
        "a pool of 2% of the team's net revenue, shared by weights of roles",
        "weights: Rep 1, Lead 2.5",
        "nothing is paid below an attainment of 100% of the team's target",
        "one head gets 1,000 at most; what lies above is shared by the others",
    ]


def test_what_holds_for_a_persons_sum_is_told_and_nothing_where_nothing_does() -> None:
    found = plan(
        f"{FLAT}[person]\ncap = 50000\nfloor = 100\n[guarantee]\namount = 3000\nperiods = 3\n"
        '[draw]\nkind = "recoverable"\nstyle = "minimum"\namount = 2000\n[holdback]\nshare = 0.2\nrelease_after = 2\n'
    )

    assert [one.en for one in person_words(found)] == [
        "all components together pay somebody 50,000 at most a month",
        "where they pay anything they pay 100 at least",
        "commission is filled up to 3,000 a month, nothing of it owed back, in the first 3 periods of a person",
        "2,000 a month are paid ahead, as a minimum, taken back of later commission",
        "20% of a month's commission is kept back and released 2 periods later",
    ]
    assert person_words(plan(FLAT)) == ()
