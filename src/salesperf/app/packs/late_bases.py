"""Bases that the data begin within: no change is told on them, for half a year is no base of a whole one."""

from __future__ import annotations

from salesperf.core.period import Period
from salesperf.core.period_words import day_words, span_words
from salesperf.core.text import Text
from salesperf.metrics.compare import Against, Measure
from salesperf.metrics.late_base import begins_late, lacks_its_start

_BEGINS_LATE = Text("the data begin on {first}, within {base}", "数据自{first}起，{base}的数据不完整")
_NOT_WHOLE = Text("incomplete: the data begin on {first}", "数据自{first}起，不是完整期间")


def begun_late(measure: Measure, period: Period, against: Against) -> Text | None:
    """Why a period has no change on a base that more than a tenth of its workdays are missing of; None elsewhere."""
    base = begins_late(measure, period, against)
    return None if base is None else _BEGINS_LATE.fill(first=day_words(measure.sold_from), base=span_words(base))


def its_start_lacks(measure: Measure, period: Period) -> Text | None:
    """That a period is not the whole of what its name says, since the data begin within it; None elsewhere."""
    return _NOT_WHOLE.fill(first=day_words(measure.sold_from)) if lacks_its_start(measure, period) else None
