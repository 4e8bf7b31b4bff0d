"""Sheets of targets with a row a period and a column a person, team or product."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from salesperf.sources.profile import without_unit
from salesperf.sources.targets.period_words import is_sum_word
from salesperf.sources.targets.roles import Roles, ValueColumn, is_target
from salesperf.tables.metric_words import metric_of

_FEW = 2
"""Names from which they stand across."""


def values_across(roles: Roles, numeric: Collection[str], names: Mapping[str, str]) -> tuple[ValueColumn, ...]:
    """The columns of a sheet with periods down as targets: each of one name, or each of one metric.

    Empty where rows name somebody, where some columns are metrics and others not, or where one says that it is none.
    Sums of the columns beside are left out.
    """
    if roles.scopes or not {"part", "period"} & roles.labels.keys():
        return ()
    columns = [text for text in roles.others if text in numeric and not is_sum_word(without_unit(text))]
    metrics = [metric_of(without_unit(text), names) for text in columns]
    if not columns or not all(is_target(without_unit(text), names) for text in columns):
        return ()
    if all(metrics):
        return tuple(ValueColumn(text, None, without_unit(text)) for text in columns)
    if any(metrics) or len(columns) < _FEW:
        return ()
    return tuple(ValueColumn(text, None, "", name=without_unit(text)) for text in columns)
