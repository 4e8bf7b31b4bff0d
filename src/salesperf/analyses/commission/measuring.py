"""What the components of a plan are measured over: sales of those it holds for, of those below, or cash."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission.above import Hierarchy, ground_above
from salesperf.analyses.commission.assigned import within_cover
from salesperf.analyses.commission.collecting.order_shares import OrderCash
from salesperf.analyses.commission.collecting.receipts_credited import receipts_credited
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import Credited, Ground, credited
from salesperf.analyses.commission.plan import AnyComponent, Plan
from salesperf.analyses.commission.returns_known import without_returns
from salesperf.analyses.commission.rules.collected import CollectedRule
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.told_apart import SALE
from salesperf.core.period import Period


class Measuring(Struct, frozen=True):
    """The components of a plan, its periods, and whom and what they are measured of."""

    plan: Plan
    periods: tuple[Period, ...]
    above: Hierarchy
    cover: Cover
    cash: OrderCash | None = None

    def measured(self, whole: Ground) -> Mapping[str, Credited]:
        """Every component measured, by its name."""
        known: dict[tuple[object, ...], Credited] = {}
        wholes: dict[tuple[object, ...], Credited] = {}
        found = {}
        for one in self.plan.component:
            # Most plans pay several components of one measure, some of which it is told apart for.
            own = (one.name,) if _is_of_others(one) else (one.measure, one.where)
            same, in_all = (*own, one.needs), (*own, replace(one.needs, parts=(), record=None))
            if same not in known:
                known[same] = self._measured(whole, one, wholes.get(in_all))
                wholes.setdefault(in_all, known[same])
            found[one.name] = known[same]
        return found

    def by_order(self, whole: Ground) -> Mapping[str, Credited]:
        """The components that wait for cash, told apart by order beside what their rules ask for."""
        found = {}
        for one in self.plan.component:
            if one.waits:
                needs = replace(one.needs, parts=(*one.needs.parts, SALE))
                ground = self._ground(whole, one)
                found[one.name] = credited(ground, one.measure, self.periods, where=one.where, needs=needs)
        return found

    def _measured(self, whole: Ground, component: AnyComponent, alike: Credited | None) -> Credited:
        if isinstance(component, CollectedRule) and self.cash is not None:
            sold = without_returns(whole)
            return receipts_credited(sold, component, self.cash, cover=self.cover, periods=self.periods)
        ground = self._ground(whole, component)
        needs, where = component.needs, component.where
        return credited(ground, component.measure, self.periods, where=where, needs=needs, alike=alike)

    def _ground(self, whole: Ground, component: AnyComponent) -> Ground:
        if isinstance(component, OverrideRule):
            return ground_above(whole, component, self.above, self.cover)
        return within_cover(whole, self.cover)[0]


def _is_of_others(component: AnyComponent) -> bool:
    """Whether it is measured of cash, or of those below, and not of the sales of a person alone."""
    return isinstance(component, OverrideRule | CollectedRule)


def asks_for_cash(plan: Plan) -> bool:
    """Whether a component asks what of each order was collected."""
    return any(isinstance(one, CollectedRule) or one.waits for one in plan.component)
