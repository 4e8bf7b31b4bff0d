"""A raw table looked at as a target sheet: the parts of its columns, and what titles and names say of all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.blank_corner import blank_corner, holds_years
from salesperf.sources.targets.levels import Levels, one_level
from salesperf.sources.targets.lone_period import LonePeriod, lone_period, may_lack_its_period
from salesperf.sources.targets.names_across import values_across
from salesperf.sources.targets.owner_headers import with_owner_header
from salesperf.sources.targets.role_words import SINCE, UNTIL, is_first_day, numbers_documents, says_scope
from salesperf.sources.targets.roles import (
    Roles,
    ValueColumn,
    is_about_targets,
    names_sales_targets,
    roles_of,
    says_no_target,
    speaks_of_actuals,
)
from salesperf.sources.targets.spans import Basis
from salesperf.sources.targets.units import unit_of, unit_said
from salesperf.sources.targets.years import Doubt, basis_of, names_over
from salesperf.sources.values.money_unit import NOTHING, MoneyUnit
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.metric_words import metric_of, metrics_within
from salesperf.tables.scope_words import REP

DEFAULT_METRIC = "net_revenue"
_TOLD = Text("told by the user", "由用户指定")
_BY_HEADER = Text("headers speak of targets", "表头注明为目标")
_BY_NAME = Text("“{name}” speaks of targets", "“{name}”注明为目标")
_BY_METRIC = Text("its metrics are targets", "指标注明为目标")
_FEW = 2
"""Period columns from which a table lies across."""


class OwnerByNames(Struct, frozen=True):
    """The column whose cells tell the scope of a sheet's targets, with how many of its `names` the data know."""

    header: str
    scope: str
    known: int
    names: int


class TargetSheet(Struct, frozen=True):
    """A raw table as a target sheet.

    `metric` is the metric the whole sheet is of (None: not said), `unit` what its amounts are in with `unit_words`,
    `scope` the scope told for all rows. `evidence` says why it is a target sheet.
    """

    raw: RawTable
    roles: Roles
    basis: Basis
    metric: str | None
    unit: MoneyUnit
    unit_words: str
    scope: str | None
    evidence: Text
    doubt: Doubt
    unit_from: str = ""
    """The total column whose unit is taken for the periods beside it."""
    levels: Levels | None = None
    """The columns that count where targets of several levels stand side by side."""
    lone: LonePeriod | None = None
    """The period of all targets, where only a title or name says it."""
    scopes: Mapping[str, str] = field(default_factory=dict)
    """The scopes of names, folded, whose header says none; that of all other names stands under ""."""
    owner: OwnerByNames | None = None
    """Whose the targets are, where only the names in the cells tell it."""

    @property
    def scale(self) -> int:
        """What one of the sheet's amounts stands for."""
        return self.unit.scale or 1


def target_sheet(
    raw: RawTable, options: ReadOptions, *, told: TableOptions | None, is_told: bool, found: Mapping[str, str]
) -> TargetSheet | None:
    """The target sheet a raw table is; None for any other table.

    It is one when the user says so (`is_told`), when its header says that its numbers are targets, or when periods
    stand across and a title or name speaks of targets. `found` maps canonical columns of `targets` to headers.
    """
    numeric = [name for name in raw.header if is_number_like(raw.sample[name])]
    roles, is_unnamed = _roles(raw, options, {**found, **(dict(told.columns) if told else {})}, numeric)
    names_it = () if roles.values else values_across(roles, numeric, options.metric_names)
    roles = with_owner_header(raw, _with_values(roles, names_it))
    own = told.columns.get("amount") if told else None
    values, levels = one_level(roles.values, options.metric_names, told=own)
    roles = replace(roles, values=values, others=(*roles.others, *(levels.left if levels else ())))
    lone = None
    if roles.values and not roles.is_wide and not _tells_when(roles):
        lone = lone_period(raw) if is_told or may_lack_its_period(raw, roles, options.metric_names) else None
    if not roles.values or (not roles.is_wide and not _tells_when(roles) and lone is None):
        return None
    said = _evidence(raw, roles, is_told=is_told, is_named=bool(names_it))
    if not is_told and (_is_of_people(raw, roles) or _is_of_other_days(raw, roles, options)):
        return None
    if said is None or not (is_told or _is_laid_out(roles, numeric)):
        return None
    basis, doubt = basis_of(raw, roles, options, told=told)
    unit, unit_words = _unit(raw, told)
    if lone is not None:
        basis = replace(basis, period=lone.word)
    return TargetSheet(
        raw,
        roles,
        basis,
        _metric(raw, options, told),
        unit,
        unit_words,
        told.scope if told else None,
        said,
        doubt,
        levels=levels,
        lone=lone,
        scopes={"": REP} if is_unnamed or _is_told_owner(roles, told) else {},
    )


def _roles(raw: RawTable, options: ReadOptions, told: Mapping[str, str], numeric: Sequence[str]) -> tuple[Roles, bool]:
    """The roles of the columns, and whether names stand under no header."""
    years = [name for name in raw.header if holds_years(raw.sample[name])]
    roles = roles_of(raw.header, names=options.metric_names, told=told, numeric=numeric, years=years)
    unnamed = blank_corner(raw, roles, options.metric_names)
    if unnamed:
        told = {**unnamed, **told}
        roles = roles_of(raw.header, names=options.metric_names, told=told, numeric=numeric, years=years)
    return roles, "scope_id" in unnamed


def _is_told_owner(roles: Roles, told: TableOptions | None) -> bool:
    """Whether the user names the owner's column, and its header says nothing of whose the targets are."""
    header = told.columns.get("scope_id") if told is not None else None
    return header is not None and ("", header) in roles.scopes and not says_scope(header)


def _is_laid_out(roles: Roles, numeric: Sequence[str]) -> bool:
    """Whether targets stand down a sheet, or across without a doubt: one period beside other numbers may be chance."""
    across = sum(column.period is not None for column in roles.values)
    return across >= _FEW or not roles.is_wide or roles.says_target or set(numeric).isdisjoint(roles.others)


def _tells_when(roles: Roles) -> bool:
    return bool({"year", "part", "period", SINCE} & roles.labels.keys())


def _is_of_people(raw: RawTable, roles: Roles) -> bool:
    """Whether days may be those on which people came and left: each name stands once, and the days differ.

    Of two days not every last one is told, and no title or name speaks of targets.
    """
    labels = roles.labels
    if roles.is_wide or not roles.scopes or not raw.sample[roles.scopes[0][1]].is_unique().all():
        return False
    if UNTIL in labels:
        return raw.sample[labels[UNTIL]].null_count() > 0 and not any(map(is_about_targets, names_over(raw)))
    header = labels.get("period", "")
    return is_first_day(header) and raw.sample[header].drop_nulls().n_unique() > 1


def speaking(raw: RawTable) -> str | None:
    """The title or name that speaks of targets; None where a nearer one speaks of what was reached, or of spending."""
    for text in names_over(raw):
        if names_sales_targets(text):
            return text
        if says_no_target(text) or is_about_targets(text):
            return None
    return None


def _is_of_other_days(raw: RawTable, roles: Roles, options: ReadOptions) -> bool:
    """Whether the days are those of a project, a price or a contract: nothing speaks of sales targets.

    Rows that number contracts, orders or deals have a target price or value of their own.
    """
    if any(map(numbers_documents, roles.others)) and speaking(raw) is None:
        return True
    is_dated = not roles.is_wide and any(map(is_first_day, roles.labels.values()))
    return is_dated and speaking(raw) is None and not may_lack_its_period(raw, roles, options.metric_names)


def _with_values(roles: Roles, values: tuple[ValueColumn, ...]) -> Roles:
    used = {column.header for column in values}
    others = tuple(text for text in roles.others if text not in used)
    return replace(roles, values=values, others=others) if values else roles


def _evidence(raw: RawTable, roles: Roles, *, is_told: bool, is_named: bool) -> Text | None:
    if is_told:
        return _TOLD
    if roles.says_target:
        return _BY_HEADER
    labels = roles.labels.keys()
    speaks = speaking(raw)
    is_laid_out = roles.is_wide or {"scope", "metric"} <= labels or {SINCE, UNTIL} <= labels or is_named
    if speaks is not None and (is_laid_out or _is_plain(roles, speaks)):
        return _BY_NAME.fill(name=speaks)
    metric = roles.labels.get("metric")
    cells = raw.sample[metric].drop_nulls().unique().to_list() if metric else []
    return _BY_METRIC if roles.is_wide and any(is_about_targets(str(cell)) for cell in cells) else None


def _is_plain(roles: Roles, speaks: str) -> bool:
    """Whether one amount stands beside a name and a period, under a name that says nothing of what was reached."""
    return bool(roles.scopes) and len(roles.values) == 1 and _tells_when(roles) and not speaks_of_actuals(speaks)


def _metric(raw: RawTable, options: ReadOptions, told: TableOptions | None) -> str | None:
    """The metric told, else the only one that a title or name speaks of."""
    if told is not None and told.metric:
        return metric_of(told.metric, options.metric_names) or told.metric
    for text in names_over(raw):
        found = metrics_within(text)
        if len(found) == 1:
            return next(iter(found))
    return None


def _unit(raw: RawTable, told: TableOptions | None) -> tuple[MoneyUnit, str]:
    """The unit of the whole sheet with its words: told, else what a title or name says."""
    if told is not None and told.unit:
        return unit_of(told.unit) or NOTHING, told.unit
    return unit_said(names_over(raw)) or (NOTHING, "")
