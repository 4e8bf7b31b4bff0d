from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.commission.in_words.tiers import Paid, points_words, share_words, tiers_words
from salesperf.analyses.commission.written.tiers import CurvePoint, FactorTier, Tier


def test_every_tier_says_from_where_to_where_it_goes() -> None:
    tiers = [Tier(to=Decimal(1000), rate=Decimal("0.01")), Tier(to=Decimal(2000), rate=Decimal("0.015"))]

    told = tiers_words([*tiers, Tier(rate=Decimal("0.02"))], Paid())

    assert told.en == "1% up to 1,000; 1.5% from 1,000 to 2,000; 2% above 2,000"
    assert told.zh == "1,000以内1%；1,000至2,000部分1.5%；2,000以上2%"


def test_a_single_tier_is_of_all() -> None:
    assert tiers_words([Tier(rate=Decimal("0.02"))], Paid()).en == "2% of all"


def test_factors_and_bounds_of_a_target_are_told_as_such() -> None:
    tiers = [FactorTier(to=Decimal("1.2"), factor=Decimal("1.50")), FactorTier(factor=Decimal(2))]

    assert tiers_words(tiers, Paid(of_target=True)).en == "times 1.5 up to 120%; times 2 above 120%"


def test_a_rate_of_what_is_counted_is_an_amount() -> None:
    tiers = [Tier(to=Decimal(10), rate=Decimal(50)), Tier(rate=Decimal(75))]

    assert tiers_words(tiers, Paid(is_share=False)).en == "50 up to 10; 75 above 10"


def test_points_are_told_in_order() -> None:
    points = [CurvePoint(at=Decimal("0.5"), rate=Decimal(0)), CurvePoint(at=Decimal(1), rate=Decimal("0.02"))]

    assert points_words(points, Paid(of_target=True)).en == "0% at 50%; 2% at 100%"


def test_a_share_keeps_every_digit() -> None:
    assert share_words(Decimal("0.012345")) == "1.2345%"
