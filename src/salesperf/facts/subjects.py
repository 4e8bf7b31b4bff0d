"""The business events an export tells of, each subject as far as its tables are there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from msgspec import Struct

from salesperf.facts.activities import ACTIVITY_SUBJECTS, activities
from salesperf.facts.calendar import CIVIL, Calendar
from salesperf.facts.collections import COLLECTION_SUBJECTS, COLLECTION_TABLES, collections, collections_of_orders
from salesperf.facts.costs import COST_SUBJECTS, costs
from salesperf.facts.deals import DEAL_SUBJECTS, deals
from salesperf.facts.events import Events
from salesperf.facts.headcount import HEADCOUNT_SUBJECTS, headcount
from salesperf.facts.leads import LEAD_SUBJECTS, leads
from salesperf.facts.market import MARKET_SUBJECTS, market
from salesperf.facts.sales import BASIS_TABLES, sales, tells_sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.surveys import SURVEY_SUBJECTS, surveys
from salesperf.tables.bundle import Bundle

Facts = Mapping[Subject, Events]


class Family(Struct, frozen=True):
    """Subjects that are told by the same tables, and how."""

    subjects: frozenset[Subject]
    tables: frozenset[str]
    tell: Callable[..., Facts]
    """Told of the bundle, its section and the day of `--as-of`; nothing where its tables are not there."""
    by_calendar: bool = False
    """Whether its tables tell of periods, so that it is told the `calendar` too."""
    tell_of_sales: Callable[[Events, Bundle, SalesSection, date | None], Facts] | None = None
    """Told of the sales too: what they tell where the family's own tables do not."""


def _nothing(_bundle: Bundle, _section: SalesSection, _as_of: date | None) -> Facts:
    """What a family tells that has no table of its own."""
    return {}


FAMILIES = (
    Family(DEAL_SUBJECTS, frozenset({"deals"}), deals),
    Family(LEAD_SUBJECTS, frozenset({"leads"}), leads),
    Family(ACTIVITY_SUBJECTS, frozenset({"activities"}), activities),
    Family(SURVEY_SUBJECTS, frozenset({"surveys"}), surveys),
    Family(COST_SUBJECTS, frozenset({"costs"}), costs, by_calendar=True),
    Family(COLLECTION_SUBJECTS, COLLECTION_TABLES, collections, tell_of_sales=collections_of_orders),
    Family(HEADCOUNT_SUBJECTS, frozenset(), _nothing, tell_of_sales=headcount),
    Family(MARKET_SUBJECTS, frozenset({"market"}), market, by_calendar=True),
)
"""Every family but the sales, which come first and decide which days count."""
TELLING = frozenset(BASIS_TABLES.values()).union(*(family.tables for family in FAMILIES))
"""The tables that tell of business events."""


def facts_of(
    bundle: Bundle,
    *,
    section: SalesSection,
    calendar: CalendarSection = CIVIL,
    as_of: date | None = None,
    wanted: Collection[Subject] | None = None,
) -> Facts:
    """Every subject that the tables tell of, or the sales and those wanted; raises `DataError` where there are none."""
    found: dict[Subject, Events] = {}
    if tells_sales(bundle, section):
        found[Subject.SALES] = sales(bundle, section=section, as_of=as_of)
    for family in FAMILIES:
        if wanted is None or not family.subjects.isdisjoint(wanted):
            told = {"calendar": Calendar(calendar)} if family.by_calendar else {}
            found |= family.tell(bundle, section, as_of, **told)
            if family.tell_of_sales is not None and Subject.SALES in found:
                found |= family.tell_of_sales(found[Subject.SALES], bundle, section, as_of)
    if not found:
        # Says what it looked for.
        return {Subject.SALES: sales(bundle, section=section, as_of=as_of)}
    return found
