"""Targets of several levels side by side (保底, 挑战, 冲刺; base, stretch): one of them counts, and which is told.

A level is none where a metric has its name, or where more than the level and a metric stands in its header.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.targets.roles import ValueColumn
from salesperf.tables.header_words import name_words
from salesperf.tables.metric_words import fold_metric, metric_of

_LEVELS = (
    r"标准|基本|基础|基准|必达|确保|(?<![a-z])(?:base|baseline|standard|commit(?:ted|ment)?)(?![a-z])",
    r"保底|底线|最低|(?<![a-z])(?:minimum|min|floor|threshold)(?![a-z])",
    r"挑战|力争|(?<![a-z])challenge(?![a-z])",
    r"冲刺|奋斗|卓越|理想|(?<![a-z])(?:stretch|aspirational|upside|dream)(?![a-z])",
)
"""Of targets of several levels a plain one counts, else the first of these that is there."""
_PLAIN = -1


class Levels(Struct, frozen=True):
    """Of several levels the headers that count, and those that do not."""

    taken: tuple[str, ...]
    left: tuple[str, ...]


def one_level(
    values: Sequence[ValueColumn], names: Mapping[str, str], *, told: str | None
) -> tuple[tuple[ValueColumn, ...], Levels | None]:
    """The columns of one level, without its word; `told` is a header of the level that is to count."""
    levels = [_level(column, names) for column in values]
    if all(level == _PLAIN for level in levels):
        return tuple(values), None
    bare = [_without(column) if level != _PLAIN else column for column, level in zip(values, levels, strict=True)]
    wanted = next((level for column, level in zip(values, levels, strict=True) if column.header == told), None)
    beside: dict[Hashable, set[int]] = defaultdict(set)
    for column, level in zip(bare, levels, strict=True):
        beside[_cell(column, names)].add(level)
    chosen = {cell: wanted if wanted is not None and wanted in found else min(found) for cell, found in beside.items()}
    kept = tuple(one for one, level in zip(bare, levels, strict=True) if chosen[_cell(one, names)] == level)
    taken = {column.header for column in kept}
    left = tuple(column.header for column in values if column.header not in taken)
    several = tuple(one.header for one in kept if len(beside[_cell(one, names)]) > 1)
    return kept, Levels(several, left) if left else None


def _cell(column: ValueColumn, names: Mapping[str, str]) -> Hashable:
    """What two columns of several levels have in common: whose, of what and when they are."""
    return column.period, column.name, metric_of(column.words, names) or fold_metric(column.words)


def _level(column: ValueColumn, names: Mapping[str, str]) -> int:
    """The rank of the level a header names; a plain one where that is a part of other words."""
    words = name_words(column.header)
    rank = next((rank for rank, pattern in enumerate(_LEVELS) if re.search(pattern, words)), _PLAIN)
    bare = _without(column).words
    if bare != " ".join(name_words(column.words).split()) and metric_of(column.words, names) is not None:
        return _PLAIN
    return rank if not fold_metric(bare) or metric_of(bare, names) is not None else _PLAIN


def _without(column: ValueColumn) -> ValueColumn:
    words = name_words(column.words)
    for pattern in _LEVELS:
        words = re.sub(pattern, " ", words)
    return replace(column, words=" ".join(words.split()))
