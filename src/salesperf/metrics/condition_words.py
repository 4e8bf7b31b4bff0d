"""The conditions of a question in words, as the head of a report says which lines alone are in its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.text import Text, listing, same
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.facts.filter import EMPTY, Condition, parse_conditions
from salesperf.metrics.naming import label_of

_AND = Text("; ", "；")
_ONE = Text("{name} {sign} {value}", "{name}{sign}{value}")
_SIGNS = {"!=": "≠", "<=": "≤", ">=": "≥"}
_EMPTY = Text("(empty)", "（空）")


def condition_words(where: Sequence[str]) -> Text | None:
    """All conditions of a question, each with its values as they were typed; None where it has none.

    >>> condition_words(["region=North,East", "amount>=100"]).en
    'region = North,East; amount ≥ 100'
    """
    words = tuple(map(_said, parse_conditions(where)))
    return listing(words, _AND) if words else None


def _said(condition: Condition) -> Text:
    sign = _SIGNS.get(condition.operator, condition.operator)
    value = _EMPTY if condition.values == (EMPTY,) else same(condition.whole)
    name = DIMENSIONS[condition.key].label if condition.is_dimension else label_of(condition.key)
    return _ONE.fill(name=name, sign=sign, value=value)
