"""Which metrics the files allow: those asked for, all of which must be had, else the defaults as far as they can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import DataError
from salesperf.core.registry import Registry
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing, phrase
from salesperf.facts.dimensions import available
from salesperf.facts.events import Events
from salesperf.facts.filter import parse_conditions
from salesperf.facts.likely_rep import likely_rep
from salesperf.facts.receivables import AGES
from salesperf.facts.subject import SOURCES, Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.atoms import column_needed
from salesperf.metrics.model import Metric
from salesperf.metrics.parts import atoms_under
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle
from salesperf.tables.catalog import TABLES
from salesperf.tables.labels import column_words, table_words

_AND, _AND_ALSO, _SEMICOLON = Text(" and ", "、"), Text("; and ", "；以及"), Text("; ", "；")
_COLUMNS_LACK = Text("{columns}, which the {source} do not have", "{source}中的{columns}")
_NEEDS = Text("{metric} needs {lacks}", "指标 {metric} 需要{lacks}")
_UNREAD = Text("headers not understood: {headers}", "未能识别的表头：{headers}")
_NONE_LEFT = Text("no header is left that it could be", "没有其他表头可以对应")
_SOURCE = Text("the {table} say the source: ask --by source", "{table}有来源：请用 --by source")
_MANY = Text("{count} metrics cannot be measured from these files", "有 {count} 个指标无法根据这些文件计算")
_MAP = Text(
    'map a header in salesperf.toml, under [[table]]: columns = {{ {column} = "header" }}',
    '请在 salesperf.toml 的 [[table]] 中写 columns = {{ {column} = "表头" }} 指定对应的列',
)
MAP_ANY = Text(
    "map a header with columns under [[table]] in salesperf.toml",
    "请在 salesperf.toml 的 [[table]] 中用 columns 指定对应的列",
)
"""How to name a header where no table is there that lacks one."""


class Lack(Struct, frozen=True):
    """What a metric needs of one subject and the files do not have; no columns where they lack the subject itself."""

    source: str | Text
    columns: tuple[str, ...] = ()

    @property
    def text(self) -> Text:
        """What is needed, and of which subject."""
        if not self.columns:
            return phrase(self.source)
        source = self.source if isinstance(self.source, str) else self.source.en
        columns = listing((column_words(column, table=source) for column in self.columns), _AND)
        return _COLUMNS_LACK.fill(columns=columns, source=table_words(source))


Lacking = Mapping[str, tuple[Lack, ...]]
"""What the files lack for each metric that they do not allow, by its key."""


def subjects_asked(request: Request, catalog: Registry[Metric]) -> frozenset[Subject] | None:
    """The subjects of the metrics asked for; None where none is named."""
    if not request.metrics:
        return None
    metrics = [catalog.find(key) for key in request.metrics]
    return frozenset(lens.subject for lens in atoms_under(metrics, catalog))


def possible_metrics(
    request: Request, facts: Facts, bundle: Bundle, catalog: Registry[Metric]
) -> tuple[tuple[Metric, ...], Lacking]:
    """The metrics asked for, all of which the files must allow; else the defaults, as far as they do.

    With them what the files lack for the other defaults.
    """
    asked = [catalog.find(key) for key in dict.fromkeys(request.metrics)]
    able = {subject: frozenset(available(events, bundle)) for subject, events in facts.items()}
    missing = {metric.key: tuple(_lacks(metric, request, facts, able, catalog)) for metric in asked or catalog}
    if asked:
        lacking = {key: lacks for key, lacks in missing.items() if lacks}
        if lacking:
            raise _lacking(lacking, bundle)
        return tuple(asked), {}
    defaults = [metric for metric in catalog if metric.default]
    others = [events for subject, events in facts.items() if subject is not Subject.SALES]
    if any(can_answer(events, request, bundle) for events in others):
        missing = {metric.key: lacks_of(metric, request, facts, bundle, catalog) for metric in defaults}
    there = tuple(metric for metric in defaults if not missing[metric.key])
    if not there and Subject.SALES not in facts:
        of_defaults = {metric.key: missing[metric.key] for metric in defaults}
        near = {key: lacks for key, lacks in of_defaults.items() if all(lack.columns for lack in lacks)}
        raise _lacking(near or of_defaults, bundle)
    return there, {metric.key: missing[metric.key] for metric in defaults if missing[metric.key]}


def can_answer(events: Events, request: Request, bundle: Bundle) -> bool:
    """Whether events can be split and filtered as a request says."""
    asked = {*request.by, *(condition.key for condition in parse_conditions(request.where))}
    return all(events.has(key) for key in asked - set(available(events, bundle)))


def lacks_of(
    metric: Metric, request: Request, facts: Facts, bundle: Bundle, catalog: Registry[Metric]
) -> tuple[Lack, ...]:
    """What the files lack for one metric, split and filtered as the request says; nothing where it can be had."""
    able = {subject: frozenset(available(events, bundle)) for subject, events in facts.items()}
    asked = [*request.by, *(condition.key for condition in parse_conditions(request.where))]
    lacks = list(_lacks(metric, request, facts, able, catalog))
    sales = facts.get(Subject.SALES)
    if sales is not None and Subject.SALES in {lens.subject for lens in atoms_under([metric], catalog)}:
        columns = tuple(key for key in asked if key not in able[Subject.SALES] and not sales.has(key))
        lacks += [Lack(sales.source, columns)] if columns else []
    return tuple(lacks)


_NAMING = Text(
    "payments that name their invoices, or customers who have some: those of the files name neither",
    "注明发票或客户的回款：现有回款均未注明（或客户不在发票中）",
)
_AGED = "due_date (with payments by invoice_id)"
_CANONICAL = {
    **dict.fromkeys(("units", "sold_units", "returned_units", "priced_net"), "quantity"),
    "cost_of_net": "cost",
    "costed_net": "cost",
    "list_value": "list_amount or discount",
    "listed_gross": "list_amount or discount",
    **dict.fromkeys((*AGES, "overdue", "aged_cash", "cash_days"), _AGED),
    **dict.fromkeys(("moved", "ripe_due", "ripe_cash"), "settled_date"),
    "customer": "customer_id or customer_name",
    "rep": "rep_id or rep_name",
    **dict.fromkeys(("visit", "call", "proposal", "follow_up"), "kind with known words"),
    **dict.fromkeys(("planned_activity", "kept_activity"), "planned and completed"),
    **dict.fromkeys(("csat_answer", "satisfied"), "answers on satisfaction"),
    **dict.fromkeys(("nps_answer", "promoter", "detractor"), "answers on recommendation"),
    "converted_lead": "converted_at, deal_id, converted or status",
    "response_hours": "times of day in created_at and first_response_at",
    "response_days": "first_response_at without times of day",
    "judged_lead": "first_response_at",
    "prompt_lead": "first_response_at",
    "unanswered_lead": "first_response_at",
}


def _names_nothing(facts: Facts) -> bool:
    """Whether invoices have due days and the payments do not say which invoices they are for."""
    found = facts.get(Subject.RECEIVABLES)
    return found is not None and facts[Subject.INVOICED].has("due") and any(key == "nameless" for key, _ in found.notes)


def _lacks(
    metric: Metric,
    request: Request,
    facts: Facts,
    able: Mapping[Subject, frozenset[str]],
    catalog: Registry[Metric],
) -> Iterator[Lack]:
    """What the files lack for a metric, subject by subject."""
    for lens, atoms in atoms_under([metric], catalog).items():
        events = facts.get(lens.subject)
        if events is None:
            yield Lack(_NAMING if lens.subject is Subject.DUE and _names_nothing(facts) else SOURCES[lens.subject])
            continue
        columns = [_CANONICAL.get(name, name) for name in map(column_needed, atoms) if not events.has(name)]
        judged = [condition.key for condition in parse_conditions(lens.conditions)]
        if lens.subject is not Subject.SALES:
            # Sales that cannot be split or filtered as asked are a fault of the question, told where they are split.
            judged += [*request.by, *(condition.key for condition in parse_conditions(request.where))]
        columns += [key for key in judged if key not in able[lens.subject] and not events.has(key)]
        if set(columns) == {_AGED} and _names_nothing(facts):
            yield Lack(_NAMING)
        elif columns:
            yield Lack(events.source, tuple(dict.fromkeys(columns)))


def _lacking(lacking: Mapping[str, Sequence[Lack]], bundle: Bundle) -> DataError:
    issues = []
    for key, lacks in lacking.items():
        columns = [column for lack in lacks for column in lack.columns]
        near = [hint for column in columns for hint in [did_you_mean(column.split(" or ")[0], bundle.unmapped)] if hint]
        unread = _UNREAD.fill(headers=listing(bundle.unmapped[:10])) if bundle.unmapped else _NONE_LEFT
        hint = _by_source(lacks, bundle) or listing(near, _SEMICOLON) or unread
        issues.append(issue("F509", _NEEDS.fill(metric=key, lacks=_all_of(lacks)), hint=hint))
    every = [lack for lacks in lacking.values() for lack in lacks]
    return DataError(
        issues[0].text if len(issues) == 1 else _MANY.fill(count=len(issues)),
        _by_source(every, bundle) or next(filter(None, (_who(lack, bundle) for lack in every)), None) or _map_of(every),
        tuple(issues),
    )


def _by_source(lacks: Sequence[Lack], bundle: Bundle) -> Text | None:
    """The dimension to ask for where a table says the source and is asked for the channel."""
    for lack in lacks:
        table = bundle.get(str(lack.source))
        if "channel" in lack.columns and table is not None and "source" in table.frame.columns:
            return _SOURCE.fill(table=table_words(table.name))
    return None


def _who(lack: Lack, bundle: Bundle) -> Text | None:
    """The lines that name the reps of a table, where it lacks them and a header is likely."""
    return likely_rep(bundle, str(lack.source)) if {"rep", _CANONICAL["rep"]} & set(lack.columns) else None


def _map_of(lacks: Sequence[Lack]) -> Text:
    """How to name a header, by the first column that is lacking."""
    for lack in lacks:
        for column in lack.columns:
            if (name := _column_of(column, str(lack.source))) is not None:
                return _MAP.fill(column=name)
    return MAP_ANY


def _column_of(lacking: str, source: str) -> str | None:
    """The first canonical column of a table among the words for what it lacks."""
    known = TABLES[source].names if source in TABLES else ()
    names = [lacking, f"{lacking}_name", f"{lacking}_id", *re.findall(r"\w+", lacking)]
    return next((name for name in names if name in known), None)


def _all_of(lacks: Sequence[Lack]) -> Text:
    return listing(dict.fromkeys(lack.text for lack in lacks), _AND_ALSO)
