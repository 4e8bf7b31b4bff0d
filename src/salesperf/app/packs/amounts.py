"""One metric of very many groups, now and in a base: bare numbers by key, for the few rows that are shown of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.app.packs.late_bases import begun_late
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.spans import looks_at_its_days
from salesperf.core.period import Period
from salesperf.core.text import Text
from salesperf.facts.dimensions import column_of
from salesperf.metrics.compare import Against, Measure, View
from salesperf.metrics.request import Compare

BASE = {Compare.PREV: Against.PREV, Compare.YOY: Against.YOY}
_NOTHING = Decimal(0)


class Side(Struct, frozen=True):
    """The numbers of one period: by group, and of all together, measured on their own."""

    groups: Mapping[str | None, Decimal]
    whole: Decimal


class Amounts(Struct, frozen=True):
    """A metric now and in its base; `base` says why there is none."""

    period: Period
    now: Side
    base: Side | Text
    partial: bool


def amounts_of(
    measure: Measure, metric: str, *, by: str, whom: Whom | None, period: Period, compare: Compare
) -> Amounts:
    """The amounts of every group that has lines; of one team or rep those of its own lines."""
    now = _side(measure, metric, by=by, whom=whom, view=_alone(measure, period, Against.NOW))
    view = begun_late(measure, period, BASE[compare]) or _alone(measure, period, BASE[compare])
    base = _side(measure, metric, by=by, whom=whom, view=view)
    assert isinstance(now, Side)  # noqa: S101 -- a period always finds itself
    return Amounts(period, now, base, measure.is_partial(period))


def _alone(measure: Measure, period: Period, against: Against) -> View | Text:
    """Where the period's values are found: alone, where no other period matters, not among all that are like it."""
    view = measure.view(period, against)
    if isinstance(view, Text) or not looks_at_its_days(measure):
        return view
    return View((view.periods[view.number],), 0, view.until)


def _side(measure: Measure, metric: str, *, by: str, whom: Whom | None, view: View | Text) -> Side | Text:
    if isinstance(view, Text):
        return view
    column = column_of(by)
    split = [column] if whom is None or whom.dimension == by else [column_of(whom.dimension), column]
    frame = _own(measure.values(view, by=split), whom)
    groups = {key: amount or _NOTHING for key, amount in zip(frame[column], frame[metric], strict=True)}
    alone = [] if whom is None else [column_of(whom.dimension)]
    whole = _own(measure.values(view, by=alone), whom)[metric].to_list()
    return Side(groups, next(iter(whole), None) or _NOTHING)


def _own(frame: pl.DataFrame, whom: Whom | None) -> pl.DataFrame:
    return frame if whom is None else frame.filter(pl.col(column_of(whom.dimension)) == whom.key)
