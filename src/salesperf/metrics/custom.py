"""Metrics from salesperf.toml: they become the same values as those of the catalog."""

from __future__ import annotations

import re

from salesperf.core.errors import ConfigError, UsageError
from salesperf.core.text import Text
from salesperf.facts.filter import parse_conditions
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.model import Derived, Metric, Ratio
from salesperf.metrics.naming import conditions_in_keys
from salesperf.metrics.parts import atoms_of
from salesperf.metrics.section import CustomMetric, MetricsSection

_KEY = re.compile(r"[a-z][a-z0-9_]*")


def custom_metrics(section: MetricsSection) -> tuple[Metric, ...]:
    """The company's own metrics, to extend the catalog with; a faulty one is a `ConfigError` with its key path."""
    own = tuple(_metric(key, custom) for key, custom in section.custom.items())
    catalog = CATALOG.extended(own)
    for metric in own:
        try:
            parse_conditions(metric.where)
            atoms_of(metric, catalog)
        except UsageError as fault:
            raise ConfigError(f"metrics.custom.{metric.key}: {fault.message}", fault.hint_text) from None
    return own


def _metric(key: str, custom: CustomMetric) -> Metric:
    path = f"metrics.custom.{key}"
    if not _KEY.fullmatch(key):
        raise ConfigError(f"{path}: a key is lower-case letters, digits and _", f"try {key.lower().replace('-', '_')}")
    if key in CATALOG or key in ATOMS:
        raise ConfigError(f"{path}: there is a built-in metric of this name", "choose another key")
    formula = (
        Derived(custom.expression)
        if custom.expression is not None
        else Ratio(custom.numerator or "", custom.denominator or "")
    )
    return Metric(
        key=key,
        label=Text(custom.label, custom.label_zh or custom.label),
        meaning=Text(custom.meaning, custom.meaning_zh or custom.meaning),
        unit=custom.unit,
        better=custom.better,
        family=custom.family,
        formula=formula,
        group="custom",
        default=custom.default,
        brief=custom.default,
        where=conditions_in_keys(custom.where),
    )
