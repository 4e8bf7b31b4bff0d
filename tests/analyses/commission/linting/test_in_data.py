from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.linting.finding import Found
from salesperf.analyses.commission.linting.in_data import found_in
from salesperf.core.period import Grain, Period
from salesperf.facts.calendar import Calendar

ORDERS = (
    "order_id,order_date,rep_id,amount,quantity\n"
    "1,2026-01-05,Ann,100,2\n2,2026-01-20,Ben,150,1\n3,2026-02-03,Ann,40,1\n4,2026-02-05,Ann,-5,1\n"
)
JANUARY = Calendar().period(Grain.MONTH, date(2026, 1, 1))
FEBRUARY = Calendar().period(Grain.MONTH, date(2026, 2, 1))
Quotas = dict[tuple[str, str, str, Period], Decimal]


def said(component: str, quotas: Quotas | None = None) -> list[tuple[str, str]]:
    found = worked_out(ground(orders=ORDERS), plan(component).without_targets(), date(2026, 2, 28), quotas)
    return [(one.found.value, one.told.en) for one in found_in(found)]


def component(rule: str) -> str:
    return f'[[component]]\nname = "x"\n{rule}\n'


def test_of_slices_only_the_tiers_above_the_most_are_dead() -> None:
    tiers = "tiers = [{ to = 50, rate = 0.01 }, { to = 150, rate = 0.02 }, { to = 200, rate = 0.03 }, { rate = 0.04 }]"

    told = said(component(f'rule = "tiered"\nmode = "marginal"\n{tiers}'))

    # Ben's 150 end exactly where the second tier does.
    assert told == [
        ("dead_tier", "x: nobody was ever in tier 3 (150 to 200); the most was 150, of Ben in 2026-01"),
        ("dead_tier", "x: nobody was ever in tier 4 (above 200); the most was 150, of Ben in 2026-01"),
    ]


def test_of_whole_amounts_a_tier_in_between_can_be_dead_too() -> None:
    tiers = "tiers = [{ to = 50, rate = 0.01 }, { to = 90, rate = 0.02 }, { rate = 0.03 }]"

    told = said(component(f'rule = "tiered"\nmode = "whole"\ntie = "lower"\n{tiers}'))

    # 35, 100 and 150: nobody between 50 and 90.
    assert [text for _, text in told] == [
        "x: nobody was ever in tier 2 (50 to 90); the most was 150, of Ben in 2026-01"
    ]


def test_the_tie_decides_who_is_in_the_tier_of_a_bound() -> None:
    for tie, count in (("lower", 1), ("upper", 0)):
        tiers = "tiers = [{ to = 150, rate = 0.01 }, { rate = 0.02 }]"
        assert len(said(component(f'rule = "tiered"\nmode = "whole"\ntie = "{tie}"\n{tiers}'))) == count


def test_deals_are_held_against_tiers_one_by_one() -> None:
    tiers = "tiers = [{ to = 120, rate = 0.01 }, { rate = 0.02 }]"

    assert said(component(f'rule = "tiered"\nmode = "marginal"\nper = "deal"\n{tiers}')) == [], "Ben's deal is of 150"


def test_attainment_is_of_each_ones_target_and_who_has_none_is_told() -> None:
    quotas: Quotas = {("rep", "Ann", "net_revenue", JANUARY): Decimal(120)}
    tiers = "tiers = [{ to = 1, factor = 1 }, { factor = 2 }]"

    told = said(component(f'rule = "accelerator"\nmode = "marginal"\nrate = 0.1\n{tiers}'), quotas)

    # 100 of 120 are 83.33 %, cut to 83.3 %; Ann has no target in February, Ben in neither month.
    assert told == [
        ("no_target", "x: no target above zero for 'Ann', 'Ben' in 2 periods"),
        ("dead_tier", "x: nobody was ever in tier 2 (above 100%); the most was 83.3%, of Ann in 2026-01"),
    ]


def test_a_bonus_that_nobody_ever_got_is_told() -> None:
    assert said(component('rule = "spif"\nonce = 200\nat_least = 3')) == [
        ("gate", "x: nobody ever sold 3; the most was 2, of Ann in 2026-01")
    ]
    assert said(component('rule = "spif"\nonce = 200\nat_least = 2')) == []


def test_a_target_that_nobody_exceeded_is_told() -> None:
    quotas: Quotas = {
        ("rep", who, "net_revenue", month): Decimal(150) for who in ("Ann", "Ben") for month in (JANUARY, FEBRUARY)
    }

    # Ben reached his 150 and did not exceed them.
    assert said(component('rule = "over_target"\nrate = 0.1'), quotas) == [
        ("gate", "x: nobody ever exceeded the target; the best was 100%, of Ben in 2026-01")
    ]


def test_sales_on_days_without_the_plan_are_told() -> None:
    rule = 'rule = "flat"\nrate = 0.1\n'
    people = (
        "rep_id,team,valid_from,valid_to\nAnn,East,2026-01-01,2026-01-31\nAnn,West,2026-02-01,\nBen,East,2026-01-01,\n"
    )
    by = plan(component(rule))
    terms = type(by.plan).model_validate({**by.plan.model_dump(by_alias=True), "who": {"teams": ("East",)}})

    found = worked_out(ground(orders=ORDERS, people=people), by.model_copy(update={"plan": terms}), date(2026, 2, 28))

    [told] = found_in(found)
    assert told.found is Found.NO_PLAN
    assert "'Ann': 2 lines from 2026-02-03 to 2026-02-05" in told.told.en


def test_a_gate_of_a_pool_without_team_targets_can_never_be_passed() -> None:
    pool = '[[pool]]\nname = "team"\nshare = "equal"\nrate = 0.1\ngate = 1\n'
    orders = ORDERS.replace("amount", "team,amount").replace("Ann,", "Ann,East,").replace("Ben,", "Ben,East,")
    people = "rep_id,team\nAnn,East\nBen,East\n"
    by = plan(component('rule = "flat"\nrate = 0.1') + pool)

    none = found_in(worked_out(ground(orders=orders, people=people), by, date(2026, 2, 28)))
    missed = found_in(
        worked_out(
            ground(orders=orders, people=people),
            by,
            date(2026, 2, 28),
            {("team", "East", "net_revenue", JANUARY): Decimal(500)},
        )
    )

    assert [one.told.en for one in none] == ["team: no team has a target, so that nobody can pass the gate of 100%"]
    # 250 of 500.
    assert [one.told.en for one in missed] == [
        "team: no team ever passed the gate of 100%; the best was 50%, of East in 2026-01"
    ]
