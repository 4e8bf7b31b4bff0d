"""Names as reports print them, taken for the keys they stand for: `--by 销售员`, `--metrics 毛利率`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from salesperf.core.registry import Registry
from salesperf.core.text import Text, folded
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Request
from salesperf.tables.catalog import TABLES

_SALES_TABLES = ("orders", "invoices", "deals")
_KEY = re.compile(r"\s*([^=!<>]+?)\s*(?=[=!<>])")


def in_keys(request: Request, catalog: Registry[Metric]) -> Request:
    """The question with every printed name, English or Chinese, replaced by its key; other words stay as typed."""
    metrics = _names((metric.key, metric.label) for metric in catalog)
    dimensions = _names((dimension.key, dimension.label) for dimension in DIMENSIONS)
    return replace(
        request,
        metrics=tuple(_key(word, metrics) for word in request.metrics),
        by=tuple(_key(word, dimensions) for word in request.by),
        where=conditions_in_keys(request.where),
    )


def conditions_in_keys(texts: Iterable[str]) -> tuple[str, ...]:
    """Conditions with the printed name of a dimension or column replaced by its key."""
    dimensions = _names((dimension.key, dimension.label) for dimension in DIMENSIONS)
    columns = _names((column.name, column.label) for table in _SALES_TABLES for column in TABLES[table].columns)
    names = {**columns, **dimensions}
    return tuple(_KEY.sub(lambda match: _key(match[1], names), text, count=1) for text in texts)


def metric_key(word: str, catalog: Registry[Metric]) -> str:
    """The key of the metric of this name; a word that is none stays as typed."""
    return _key(word, _names((metric.key, metric.label) for metric in catalog))


def _names(labelled: Iterable[tuple[str, Text]]) -> Mapping[str, str]:
    """Names to keys; of things with one name the first."""
    names: dict[str, str] = {}
    for key, label in labelled:
        for name in (key, label.en, label.zh):
            names.setdefault(_fold(name), key)
    return names


def _key(word: str, names: Mapping[str, str]) -> str:
    return names.get(_fold(word), word)


def _fold(name: str) -> str:
    return folded(name).casefold()
