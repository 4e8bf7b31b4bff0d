"""Costs with their months across (`费用类型, 1月, 2月`) or their kinds (`月份, 广告费, 差旅费`), one cost a row.

Only tables that speak of spending are looked at: by their names, their headers, or the words of their rows. What is
planned, what has a year nowhere, and what holds sales or customers as well stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Count, Text, folded
from salesperf.sources.across.periods_across import (
    FEW,
    apart,
    holds_numbers,
    left_out,
    name_of,
    periods_across,
    without,
)
from salesperf.sources.profile import fold_header
from salesperf.sources.rows.raw import Held, RawTable
from salesperf.sources.rows.unfolded import renamed_columns, unfolded
from salesperf.sources.targets.period_words import (
    YEAR,
    is_sum_word,
    period_in,
)
from salesperf.sources.targets.roles import is_about_targets
from salesperf.sources.titles.about import SPENDING, about, names_of
from salesperf.sources.titles.year_over import year_over
from salesperf.sources.values.money_unit import split_header
from salesperf.sources.values.parse_date import is_date_like
from salesperf.tables.cost_words import cost_kind, speaks_of_spending
from salesperf.tables.header_words import name_words

_MOST = 0.5
"""The share of the words of a column that must be costs for it to be one of kinds."""
_PLAIN = frozenset({"实际", "发生额", "金额", "费用", "actual", "amount", "spend", "cost", "costs"})
"""What a header may say beside its period."""
_NOUN = late(
    r"工资|薪|奖金|提成|佣金|差旅|招待|广告|推广|社保|payroll|salar|\bwages?\b|commission|advertis|travel|entertain|"
    r"bonus|promotion|\bads\b"
)
"""Words of what money is spent on that need no word of spending beside them."""
_OF_INCOME = late(r"收入|利润|毛利|回款|销售额|业绩|revenue|income|profit|margin|turnover|\bsales$|\bnet sales")
_OF_OTHERS = late(
    r"客户|订单|产品|商品|发票|合同|数量|单价|customer|client|order|product|sku|invoice|quantity|qty|price|target|目标"
)
_PERIOD = late(r"月份|年月|^月$|期间|会计期|日期|^季度$|^month|^period|^date$|^year ?month|^quarter$")
_OF_COSTS = late(
    r"(?<=\S)费用$|(?<=\S)支出$|^费用(?=合计|总计|小计)|^支出(?=合计|总计)| (?:costs?|expenses?|spend|spending|opex)$"
)
"""What the header of a total says beside that it is one."""
_HOLDS = Text(
    "{rows:row holds|rows hold} {cells:cost|costs}, {across} across{left}",
    "{rows} 行含 {cells} 笔费用，横向为{across}{left}",
)
_PERIODS, _KINDS = Text("periods", "期间"), Text("kinds", "费用类型")


def costs_across(raw: RawTable) -> tuple[RawTable, Held] | None:
    """The costs of a table one below the other, with what its rows hold; None for any other table."""
    if any(is_about_targets(text) for text in (*raw.header, *names_of(raw))) or _holds_others(raw.header):
        return None
    return _by_months(raw) or _by_kinds(raw)


def _by_months(raw: RawTable) -> tuple[RawTable, Held] | None:
    """Costs whose periods stand across."""
    found = periods_across(raw, plain=_PLAIN)
    if found is None:
        return None
    across, sums = found.across, found.sums
    beside = [text for text in raw.header if text not in across and text not in sums]
    kinds = next((text for text in beside if _are_kinds(raw, text)), None)
    speaks = SPENDING in about(raw) or any(map(speaks_of_spending, beside))
    is_whole = (
        len(across) >= FEW
        and all(sums.values())
        and found.months < YEAR
        and bool(beside)
        and not _has_income(raw, beside)
    )
    if not is_whole or (kinds is None and not speaks) or raw.failed.keys() & across.keys():
        return None
    if apart(raw, found.unlike):
        return None
    if not speaks and any(_OF_INCOME.search(name_words(name)) for name in names_of(raw)):
        return None
    if kinds is None and not any(cost_kind(text) or "渠道" in text or "channel" in text.lower() for text in beside):
        kinds = beside[0]
    keys = {text: (name_of(word),) for text, word in across.items()}
    zh = has_han(beside[0]) or any(map(has_han, across))
    names = {"period": "期间" if zh else "period", "kind": "费用类型" if zh else "cost type"}
    cells = unfolded(without(raw, sums), keys, names=(names["period"],), value=_value(across, is_chinese=zh))
    return _renamed(cells, {} if kinds is None else {kinds: names["kind"]}), _held(raw, cells, sums, _PERIODS)


def _by_kinds(raw: RawTable) -> tuple[RawTable, Held] | None:
    """Costs whose kinds stand across, beside a column of periods or days."""
    period = next((text for text in raw.header if _PERIOD.search(folded(text).lower())), None)
    words = None if period is None else _periods(raw, period)
    if period is None or words is None:
        return None
    numbers = [text for text in raw.header if text != period and holds_numbers(raw, text)]
    is_spending = SPENDING in about(raw)
    known = [text for text in numbers if _is_cost(text, is_spending=is_spending) and not _is_sum(text)]
    is_sum = [text for text in numbers if _is_sum(text)]
    others = [text for text in numbers if text not in known and text not in is_sum]
    across = [text for text in numbers if text not in is_sum]
    sums = dict.fromkeys(is_sum, across)
    if len(known) < FEW or raw.failed.keys() & set(across):
        return None
    # A total proves that what stands beside costs under words that nobody knows is one of them.
    if others and not (is_spending and sums and not apart(raw, sums)):
        return None
    zh = has_han(period) or any(map(has_han, across))
    keys = {text: (split_header(text)[0],) for text in across}
    value = _value(across, is_chinese=zh)
    found = unfolded(without(raw, sums), keys, names=("费用类型" if zh else "cost type",), value=value)
    return _with_periods(found, period, words), _held(raw, found, sums, _KINDS)


def _is_sum(text: str) -> bool:
    """Whether a header is of the sum of the kinds beside it: 合计, 费用合计, Total, Total costs."""
    word = _OF_COSTS.sub("", folded(split_header(text)[0]).lower()).strip()
    return is_sum_word(word)


def _periods(raw: RawTable, header: str) -> Mapping[str, str] | None:
    """How the periods of a column are written with the year that stands over them; None where it has days or periods.

    Nothing has to be written otherwise where every cell is a day, or names its year.
    """
    cells = raw.sample[header]
    if is_date_like(cells):
        return {}
    words = cells.cast(pl.String).drop_nulls().unique().to_list()
    named = {word: found[0] for word in words if (found := period_in(word)) is not None}
    if not words or len(named) < len(words) or any(word.is_fiscal or word.is_sum for word in named.values()):
        return None
    if all(word.year for word in named.values()):
        return {}
    over = year_over(raw)
    others = (text for text in raw.header if text != header and raw.sample.schema[text] == pl.String)
    has_others = any(not holds_numbers(raw, text) for text in others)
    if over is None or (len(words) < cells.drop_nulls().len() and not has_others):
        return None
    return {word: name_of(replace(one, year=one.year or over.year)) for word, one in named.items()}


def _with_periods(cells: RawTable, header: str, words: Mapping[str, str]) -> RawTable:
    """The table with its periods in the year that stands over them."""
    if not words:
        return cells
    said = pl.col(header).replace(dict(words))
    return replace(cells, frame=cells.frame.with_columns(said), sample=cells.sample.with_columns(said))


def _holds_others(header: Sequence[str]) -> bool:
    """Whether a header speaks of what tables of sales or customers have."""
    return any(_OF_OTHERS.search(folded(text).lower()) for text in header)


def _are_kinds(raw: RawTable, text: str) -> bool:
    """Whether most words of a column are of costs."""
    cells = raw.sample[text]
    words = cells.drop_nulls().unique().to_list() if cells.dtype == pl.String else []
    return bool(words) and sum(cost_kind(word) is not None for word in words) >= _MOST * len(words)


def _has_income(raw: RawTable, beside: Sequence[str]) -> bool:
    """Whether some row is of money that came in: the table is a statement of profits, or of sales."""
    texts = [text for text in beside if raw.sample[text].dtype == pl.String]
    words = (word for text in texts for word in raw.sample[text].drop_nulls().unique().to_list())
    return any(_OF_INCOME.search(folded(word).lower()) for word in words)


def _is_cost(text: str, *, is_spending: bool) -> bool:
    word = folded(split_header(text)[0]).lower()
    if cost_kind(word) is None and not (is_spending and speaks_of_spending(word)):
        return False
    return is_spending or speaks_of_spending(word) or bool(_NOUN.search(word))


def _value(across: Collection[str], *, is_chinese: bool) -> str:
    """The header of the amounts, with the unit that all their headers name."""
    units = {text[len(split_header(text)[0]) :].strip() for text in across}
    unit = units.pop() if len(units) == 1 else ""
    return ("费用金额" if is_chinese else "cost amount") + (f" {unit}" if unit else "")


def _held(raw: RawTable, found: RawTable, sums: Mapping[str, Sequence[str]], what: Text) -> Held:
    rows = len(set(found.row_numbers or ()))
    return Held(
        rows, _HOLDS.fill(rows=Count(rows), cells=Count(found.rows or 0), across=what, left=left_out(raw, sums))
    )


def _renamed(raw: RawTable, names: Mapping[str, str]) -> RawTable:
    """The kinds under a header that says so, where theirs says nothing of kinds."""
    known = {
        "费用类型",
        "费用类别",
        "费用科目",
        "费用项目",
        "科目",
        "项目",
        "类别",
        "costtype",
        "expensetype",
        "category",
    }
    told = {text: name for text, name in names.items() if fold_header(text) not in known and name not in raw.header}
    return renamed_columns(raw, told) if told else raw
