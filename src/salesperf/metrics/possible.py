"""Which metrics the files allow: those asked for, all of which must be had, else the defaults as far as they can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesperf.core.codes import issue
from salesperf.core.errors import DataError
from salesperf.core.registry import Registry
from salesperf.core.suggest import did_you_mean
from salesperf.facts.dimensions import available
from salesperf.facts.filter import parse_conditions
from salesperf.facts.sales import Sales
from salesperf.metrics.atoms import column_needed
from salesperf.metrics.model import Metric
from salesperf.metrics.parts import atoms_of, conditions_of
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle


def possible_metrics(
    request: Request, facts: Sales, bundle: Bundle, catalog: Registry[Metric]
) -> tuple[tuple[Metric, ...], tuple[Metric, ...]]:
    """The metrics asked for, all of which the files must allow; else the defaults, as far as they do."""
    asked = [catalog.find(key) for key in dict.fromkeys(request.metrics)]
    possible = available(facts, bundle)
    missing = {metric.key: _missing(metric, facts, possible, catalog) for metric in asked or catalog}
    if asked:
        lacking = {key: columns for key, columns in missing.items() if columns}
        if lacking:
            raise _lacking(lacking, facts, bundle)
        return tuple(asked), ()
    defaults = [metric for metric in catalog if metric.default]
    there = tuple(metric for metric in defaults if not missing[metric.key])
    return there, tuple(metric for metric in defaults if missing[metric.key])


_CANONICAL = {
    "units": "quantity",
    "priced_net": "quantity",
    "cost_of_net": "cost",
    "costed_net": "cost",
    "list_value": "list_amount or discount",
    "listed_gross": "list_amount or discount",
    "customer": "customer_id or customer_name",
    "rep": "rep_id or rep_name",
}


def _missing(metric: Metric, facts: Sales, possible: Sequence[str], catalog: Registry[Metric]) -> tuple[str, ...]:
    columns = dict.fromkeys(column_needed(atom) for atom in atoms_of(metric, catalog))
    lacking = [_CANONICAL.get(name, name) for name in columns if not facts.has(name)]
    judged = [condition.key for condition in parse_conditions(conditions_of(metric, catalog))]
    return tuple(dict.fromkeys([*lacking, *(key for key in judged if key not in possible and not facts.has(key))]))


def _lacking(lacking: Mapping[str, Sequence[str]], facts: Sales, bundle: Bundle) -> DataError:
    issues = []
    for key, columns in lacking.items():
        wanted = " and ".join(columns)
        near = [hint for column in columns for hint in [did_you_mean(column.split(" or ")[0], bundle.unmapped)] if hint]
        unread = f"headers not understood: {', '.join(bundle.unmapped[:10])}" if bundle.unmapped else ""
        hint = "; ".join(near) or unread or "no header is left that it could be"
        message = f"{key} needs {wanted}, which the {facts.basis.value} do not have"
        issues.append(issue("F509", message, hint=hint))
    return DataError(
        issues[0].message if len(issues) == 1 else f"{len(issues)} metrics cannot be measured from these files",
        'map a header with [[table]] columns = { cost = "header" } in salesperf.toml',
        tuple(issues),
    )
