"""What each column of a target sheet is for: whose target it is, of what, when, or the target itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from salesperf.core.text import folded
from salesperf.sources.profile import fold_header, without_unit
from salesperf.sources.targets.period_words import PeriodWord, period_in, says_to_date, sum_word
from salesperf.sources.targets.role_words import AMOUNTS, LABELS, SCOPES, SINCE, UNTIL, is_first_day
from salesperf.sources.targets.units import in_brackets
from salesperf.tables.header_words import name_words
from salesperf.tables.metric_words import fold_metric, metric_of

_IS_TARGET = re.compile(
    r"(?<![a-z])(?:target|quota|goal|plan|planned|budget|objective)s?(?![a-z])|目标|任务|指标值?|计划|预算|保底|冲刺"
)
_TARGETED = re.compile(
    r"预算执行|目标(?:客户|市场|人群|用户|公司|企业)|"
    r"(?<![a-z])target(?:ed)? (?:customers?|accounts?|markets?|audiences?|lists?)"
)
"""Those whom sales are meant for, and what became of a budget."""
_OF_SPENDING = re.compile(
    r"(?:费用|成本|采购|库存|生产|产量|招聘|培训|支出)[^,，;；、及和与\s]*?(?:目标|预算|计划|任务|指标)|"
    r"(?:预算|计划)(?:费用|成本|支出)|"
    r"(?<![a-z])(?:costs?|expenses?|spend(?:ing)?|stock|inventory|hiring|headcount|purchas(?:e|ing)|production) "
    r"(?:targets?|goals?|plans?|budgets?)(?![a-z])|"
    r"(?<![a-z])(?:budget(?:ed)?|planned) (?:costs?|expenses?|spend(?:ing)?)(?![a-z])"
)
"""Plans of what is spent, bought or made, which are no targets of sales."""
_IS_NONE = re.compile(
    r"(?<![a-z])(?:actuals?|achieved|achievement|attainment|attained|result|ytd|yoy|mom|growth|variance|gap|diff|"
    r"difference|share|rank|forecast|last year|ly|remarks?|notes?|comments?)(?![a-z])|"
    r"实际|完成|实绩|达成|累计|同比|环比|增长|增幅|差额|差异|缺口|占比|比重|排名|上年|去年|备注|说明|达标|率$|%|序号"
)

_IS_ACTUAL = re.compile(r"(?<![a-z])(?:actuals?|achieved|achievements?|results?)(?![a-z])|实际|实绩|完成|达成")
"""What names call a sheet of what was reached."""


class ValueColumn(Struct, frozen=True):
    """A column of targets: the period its header names, None where the rows do, and its own words for the metric.

    `name` is whose they are where names stand across.
    """

    header: str
    period: PeriodWord | None
    words: str
    name: str = ""


class Roles(Struct, frozen=True):
    """The columns of a target sheet by what they are for.

    `scopes` are pairs of scope and header, the finest first; `labels` maps `scope`, `metric`, `year`, `part`, `period`,
    `currency`, `unit` and `role` (what somebody is: Director) to a header; `others` are columns beside the targets that
    are none (actuals, shares).
    """

    scopes: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]
    values: tuple[ValueColumn, ...]
    others: tuple[str, ...]

    @property
    def is_wide(self) -> bool:
        """Whether periods stand across."""
        return any(column.period is not None for column in self.values)

    @property
    def labelled(self) -> tuple[str, ...]:
        """The headers that are no numbers."""
        return (*(header for _, header in self.scopes), *self.labels.values())

    @property
    def says_target(self) -> bool:
        """Whether a header itself says that its numbers are targets."""
        return any(is_about_targets(column.header) for column in self.values)


def is_about_targets(text: str) -> bool:
    """Whether a header, title or name speaks of targets."""
    spaced = name_words(text)
    return _IS_TARGET.search(_TARGETED.sub(" ", spaced)) is not None


def names_sales_targets(text: str) -> bool:
    """Whether a title or name speaks of targets that are not those of spending, buying or making.

    >>> names_sales_targets("2026销售目标"), names_sales_targets("销售费用预算"), names_sales_targets("Expense budget")
    (True, False, False)
    """
    return is_about_targets(_OF_SPENDING.sub(" ", name_words(text)))


def roles_of(
    header: Sequence[str],
    *,
    names: Mapping[str, str],
    told: Mapping[str, str],
    numeric: Collection[str],
    years: Collection[str],
) -> Roles:
    """Judge the headers of a sheet; `told` maps canonical columns to headers.

    `numeric` are columns of numbers, `years` those of years: FY heads a year, or the sum of its quarters.
    """
    labels = _labels([text for text in header if not (_is_bare_target(text) and text in numeric)], told, years)
    scopes = _scopes(header, told)
    taken = {*labels.values(), *(text for _, text in scopes)}
    free = [text for text in header if text not in taken]
    months = _bare_months(free)
    across: list[ValueColumn] = []
    others: list[str] = []
    for text in free:
        column = _value_column(text, months)
        if column is not None and is_target(column.words, names):
            across.append(column)
        else:
            others.append(text)
    if not any(column.period is not None and not column.period.is_sum for column in across):
        across = []
    across = _to_date(across)
    values = tuple(across) or _down(free, told, names=names, numeric=numeric)
    used = {column.header for column in values}
    return Roles(scopes, labels, values, tuple(text for text in free if text not in used))


def _to_date(across: Sequence[ValueColumn]) -> list[ValueColumn]:
    """The columns but those up to a month (3月累计, YTD Mar) whose months all stand there: they may be of actuals."""
    months = {column.period for column in across if not says_to_date(column.header)}
    return [
        column
        for column in across
        if not says_to_date(column.header)
        or column.period is None
        or (column.period not in months and (is_about_targets(column.header) or column.period.months > len(months)))
    ]


def _is_bare_target(text: str) -> bool:
    """Whether a header that may head names of metrics (指标) says of numbers that they are targets."""
    return is_about_targets(text) and not fold_metric(text)


def says_no_target(text: str) -> bool:
    """Whether a title or name speaks of actuals and not of targets."""
    return speaks_of_actuals(text) and not is_about_targets(text)


def speaks_of_actuals(text: str) -> bool:
    """Whether a title or name speaks of what was reached."""
    return _IS_ACTUAL.search(folded(text).lower()) is not None


def is_target(words: str, names: Mapping[str, str]) -> bool:
    """Whether what a header says beside its period lets its numbers be targets: 1月目标 does, 1月完成率 does not."""
    if not words or metric_of(words, names):
        return True
    return is_about_targets(words) or not _IS_NONE.search(folded(words).lower())


def _labels(header: Sequence[str], told: Mapping[str, str], years: Collection[str]) -> dict[str, str]:
    found = {column: text for column, text in told.items() if column in LABELS and text in header}
    for column, words in LABELS.items():
        known = {fold_header(word): rank for rank, word in enumerate(words)}
        fits = sorted(
            (known[fold_header(text)], place, text)
            for place, text in enumerate(header)
            if fold_header(text) in known and text not in told.values() and (column != "year" or text in years)
        )
        if fits:
            found.setdefault(column, fits[0][2])
    return _with_both_days(header, found)


def _with_both_days(header: Sequence[str], found: dict[str, str]) -> dict[str, str]:
    """The labels with a first and a last day in the place of any other words for the period; a last day needs a first.

    An only first day is a period that runs up to the next one.
    """
    first = next((text for text in header if is_first_day(text)), None)
    last = found.pop(UNTIL, None)
    if first is None or last is None:
        return found
    others = {column: text for column, text in found.items() if column not in {"period", "part"}}
    return others | {SINCE: first, UNTIL: last}


def _scopes(header: Sequence[str], told: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    own = told.get("scope_id")
    found: list[tuple[str, str]] = []
    for scope, words in SCOPES.items():
        known = {fold_header(word): rank for rank, word in enumerate(words)}
        fits = sorted(
            (known[fold_header(text)], place, text) for place, text in enumerate(header) if fold_header(text) in known
        )
        if fits and fits[0][2] not in told.values():
            found.append((scope, fits[0][2]))
    if own is not None and own in header:
        kind = next((scope for scope, words in SCOPES.items() if fold_header(own) in map(fold_header, words)), "")
        return ((kind, own), *(pair for pair in found if pair[1] != own))
    return tuple(found)


def _bare_months(header: Sequence[str]) -> frozenset[str]:
    """The headers 1, 2, ... 12 where all twelve stand in order: months."""
    bare = [text for text in header if folded(text).isdecimal() and len(text) <= 2]  # noqa: PLR2004 -- two digits
    return frozenset(bare) if [int(text) for text in bare] == list(range(1, 13)) else frozenset()


def _value_column(text: str, months: frozenset[str]) -> ValueColumn | None:
    if text in months:
        return ValueColumn(text, PeriodWord(1, int(text)), "")
    bare = without_unit(text)
    if (whole := sum_word(bare)) is not None:
        return ValueColumn(text, whole, "")
    found = period_in(bare) or period_in(in_brackets(text))
    if found is None:
        return _sum_with_words(text, bare)
    period, words = found
    return ValueColumn(text, period, words if period_in(bare) else bare)


def _sum_with_words(text: str, bare: str) -> ValueColumn | None:
    """全年目标, Total target, Annual revenue target: a sum with words of its own beside it."""
    match = re.match(r"^(全年|年度|annual|full year|year|total|合计)(.+)$", folded(bare).lower())
    whole = sum_word(match[1]) if match else None
    return ValueColumn(text, whole, match[2].strip()) if match and whole else None


def _down(
    free: Sequence[str], told: Mapping[str, str], *, names: Mapping[str, str], numeric: Collection[str]
) -> tuple[ValueColumn, ...]:
    """The columns of targets of a sheet with a row a period: those that say so, else the only one it can be."""
    own = told.get("amount")
    if own is not None and own in free:
        return (ValueColumn(own, None, without_unit(own)),)
    numbers = [text for text in free if text in numeric]
    said = [text for text in numbers if is_about_targets(text) and is_target(without_unit(text), names)]
    if not said:
        amounts = {fold_header(word) for word in AMOUNTS}
        said = [text for text in numbers if fold_header(without_unit(text)) in amounts][:1]
    return tuple(ValueColumn(text, None, without_unit(text)) for text in said)
