"""Which rule pays what: one entry a kind."""

from __future__ import annotations

from salesperf.analyses.commission.case import Case, Earned
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.rules import (
    accelerator,
    collected,
    discount,
    flat,
    margin,
    over_target,
    override,
    rates,
    record_bonus,
    spif,
    tiered,
)


def earned(component: AnyComponent, case: Case) -> Earned:  # noqa: C901, PLR0911 -- one a kind
    """What a component pays for one window; the answer of its rule."""
    match component:
        case flat.FlatRule():
            return flat.earned(component, case)
        case tiered.MarginalTiers() | tiered.WholeTiers() | tiered.InterpolatedTiers():
            return tiered.earned(component, case)
        case accelerator.MarginalAccelerator() | accelerator.WholeAccelerator():
            return accelerator.earned(component, case)
        case rates.RateTable():
            return rates.earned(component, case)
        case margin.MarginRule():
            return margin.earned(component, case)
        case discount.DiscountRule():
            return discount.earned(component, case)
        case spif.SpifRule():
            return spif.earned(component, case)
        case collected.CollectedRule():
            return collected.earned(component, case)
        case over_target.OverTarget():
            return over_target.earned(component, case)
        case record_bonus.RecordBonus():
            return record_bonus.earned(component, case)
        case override.OverrideRule():
            return override.earned(component, case)
