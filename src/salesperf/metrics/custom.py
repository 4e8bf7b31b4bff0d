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

_AT = Text("{path}: {message}", "{path}：{message}")
_KEY_FORM = Text("a key is lower-case letters, digits and _", "键名只能用小写字母、数字和 _")
_BUILT_IN = Text("there is a built-in metric of this name", "已有同名的内置指标")
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
            raise ConfigError(
                _AT.fill(path=f"metrics.custom.{metric.key}", message=fault.text), fault.hint_text
            ) from None
    return own


def _metric(key: str, custom: CustomMetric) -> Metric:
    path = f"metrics.custom.{key}"
    if not _KEY.fullmatch(key):
        near = key.lower().replace("-", "_")
        raise ConfigError(_AT.fill(path=path, message=_KEY_FORM), Text(f"try {near}", f"可改为 {near}"))
    if key in CATALOG or key in ATOMS:
        raise ConfigError(_AT.fill(path=path, message=_BUILT_IN), Text("choose another key", "请换一个键名"))
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
