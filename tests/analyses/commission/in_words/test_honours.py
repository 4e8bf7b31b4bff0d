from __future__ import annotations

from commission_ground import plan
from salesperf.analyses.commission.in_words.honours import honour_words
from salesperf.core.period import Grain
from salesperf.metrics.catalog import CATALOG

FLAT = '[[component]]\nname = "x"\nrule = "flat"\nrate = 1\n'


def words(written: str) -> list[str]:
    [honour] = plan(f'{FLAT}[[honour]]\nname = "h"\nmeasure = "net_revenue"\nties = "all"\n{written}\n').honour
    return [one.en for one in honour_words(honour, grain=Grain.MONTH, catalog=CATALOG)]


def test_a_champion_is_told_with_the_prize_and_what_equals_get() -> None:
    assert words('amount = 500\nat_least = 1000\nwhere = ["region=East"]') == [
        "it goes to the rep with the highest net revenue of each month, only where region=East",
        "1,000 at least must be reached",
        "it pays 500",
        "of equals each gets the amount",
    ]


def test_an_honour_without_money_is_told_as_such() -> None:
    assert words('amount = 0\nof = "progress"\nnewcomer_months = 6') == [
        "it goes to the rep with the highest progress in net revenue of each month",
        "only people hired in the last 6 months compete",
        "it is the honour alone, without money",
    ]


def test_a_prize_of_a_team_says_what_each_head_gets() -> None:
    assert words('amount = 900\nby = "team"\nheads = "shared"\nbest = "lowest"\nat_least = 10') == [
        "it goes to the team with the lowest net revenue of each month",
        "10 must not be exceeded",
        "it pays 900",
        "the team's people share it equally",
        "of equals each gets the amount",
    ]
