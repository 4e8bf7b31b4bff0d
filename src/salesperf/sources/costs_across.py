"""Costs with their months across (`费用类型, 1月, 2月`) or their kinds (`月份, 广告费, 差旅费`), one cost a row.

Only tables that speak of spending are looked at: by their names, their headers, or the words of their rows. What is
planned, what has a year nowhere, and what holds sales or customers as well stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import Count, Text, folded, in_quotes
from salesperf.sources.about import SPENDING, about, names_of
from salesperf.sources.money_unit import split_header
from salesperf.sources.parse_date import is_date_like
from salesperf.sources.parse_number import is_number_like
from salesperf.sources.profile import fold_header
from salesperf.sources.raw import Held, RawTable
from salesperf.sources.targets.period_words import (
    HALF,
    MONTH,
    QUARTER,
    YEAR,
    PeriodWord,
    is_sum_word,
    period_in,
    year_in,
)
from salesperf.sources.targets.roles import is_about_targets
from salesperf.sources.unfolded import numbers_of, only_columns, renamed_columns, unfolded
from salesperf.sources.vocabulary import is_chinese
from salesperf.tables.cost_words import cost_kind, speaks_of_spending

_FEW = 2
"""Columns across from which a table lies so."""
_MOST = 0.5
"""The share of the words of a column that must be costs for it to be one of kinds."""
_FORMS = {MONTH: "{year}-{number:02d}", QUARTER: "{year}-Q{number}", HALF: "{year}-H{number}"}
_NOUN = re.compile(
    r"工资|薪|奖金|提成|佣金|差旅|招待|广告|推广|社保|payroll|salar|\bwages?\b|commission|advertis|travel|entertain|"
    r"bonus|promotion|\bads\b"
)
"""Words of what money is spent on that need no word of spending beside them."""
_OF_INCOME = re.compile(r"收入|利润|毛利|回款|销售额|业绩|revenue|income|profit|margin|turnover|\bsales$|\bnet sales")
_OF_OTHERS = re.compile(
    r"客户|订单|产品|商品|发票|合同|数量|单价|customer|client|order|product|sku|invoice|quantity|qty|price|target|目标"
)
_MONTHS = re.compile(r"月份|年月|^月$|期间|会计期|日期|^month|^period|^date$|^year ?month")
_HOLDS = Text(
    "{rows:row holds|rows hold} {cells:cost|costs}, {across} across{left}",
    "{rows} 行含 {cells} 笔费用，横向为{across}{left}",
)
_PERIODS, _KINDS = Text("periods", "期间"), Text("kinds", "费用类型")
_LEFT_OUT = Text("; {headers} are sums of the others and left out", "；{headers}为其余各列之和，未重复计入")
_APART = Text(
    "; {headers} say they are sums of the others, which they are not ({apart} apart in all), and are left out",
    "；{headers}应为其余各列之和，但不相等（合计相差 {apart}），未计入",
)


def costs_across(raw: RawTable) -> tuple[RawTable, Held] | None:
    """The costs of a table one below the other, with what its rows hold; None for any other table."""
    if any(is_about_targets(text) for text in (*raw.header, *names_of(raw))) or _holds_others(raw.header):
        return None
    return _by_months(raw) or _by_kinds(raw)


def _by_months(raw: RawTable) -> tuple[RawTable, Held] | None:
    """Costs whose periods stand across."""
    words = _with_year({text: found for text in raw.header if (found := _period(text, raw)) is not None})
    if len(words) < _FEW:
        return None
    shortest = min(word.months for word in words.values())
    across = {text: word for text, word in words.items() if word.months == shortest}
    sums = {text: parts for text in raw.header if (parts := _parts_of(text, words, across)) is not None}
    beside = [text for text in raw.header if text not in across and text not in sums]
    kinds = next((text for text in beside if _are_kinds(raw, text)), None)
    speaks = SPENDING in about(raw) or any(map(speaks_of_spending, beside))
    is_whole = (
        len(across) >= _FEW and all(sums.values()) and shortest < YEAR and bool(beside) and not _has_income(raw, beside)
    )
    if not is_whole or (kinds is None and not speaks) or raw.failed.keys() & across.keys():
        return None
    if _apart(raw, {text: parts for text, parts in sums.items() if _lacks_parts(text, words, parts)}):
        return None
    if kinds is None and not any(cost_kind(text) or "渠道" in text or "channel" in text.lower() for text in beside):
        kinds = beside[0]
    keys = {text: (_FORMS[word.months].format(year=word.year, number=word.number),) for text, word in across.items()}
    zh = is_chinese(beside[0]) or any(map(is_chinese, across))
    names = {"period": "期间" if zh else "period", "kind": "费用类型" if zh else "cost type"}
    cells = unfolded(_without(raw, sums), keys, names=(names["period"],), value=_value(across, is_chinese=zh))
    return _renamed(cells, {} if kinds is None else {kinds: names["kind"]}), _held(raw, cells, sums, _PERIODS)


def _by_kinds(raw: RawTable) -> tuple[RawTable, Held] | None:
    """Costs whose kinds stand across, beside a column of months or days."""
    month = next((text for text in raw.header if _MONTHS.search(folded(text).lower())), None)
    if month is None or not (is_date_like(raw.sample[month]) or _names_periods(raw.sample[month])):
        return None
    numbers = [text for text in raw.header if text != month and _holds_numbers(raw, text)]
    is_spending = SPENDING in about(raw)
    across = [text for text in numbers if _is_cost(text, is_spending=is_spending)]
    is_sum = {text for text in numbers if is_sum_word(split_header(text)[0].removesuffix("费用"))}
    sums = dict.fromkeys(sorted(is_sum.difference(across)), across)
    others = [text for text in numbers if text not in across and text not in sums]
    if len(across) < _FEW or others or raw.failed.keys() & set(across):
        return None
    zh = is_chinese(month) or any(map(is_chinese, across))
    keys = {text: (split_header(text)[0],) for text in across}
    value = _value(across, is_chinese=zh)
    found = unfolded(_without(raw, sums), keys, names=("费用类型" if zh else "cost type",), value=value)
    return found, _held(raw, found, sums, _KINDS)


def _period(text: str, raw: RawTable) -> PeriodWord | None:
    """The period a header names, with the only year that stands over it where it names none; fiscal ones are none."""
    found = period_in(split_header(text)[0])
    if found is None or not _holds_numbers(raw, text):
        return None
    word, rest = found
    is_plain = not rest or rest in {"实际", "发生额", "金额", "费用", "actual", "amount", "spend", "cost", "costs"}
    if not is_plain or word.is_fiscal or word.is_sum or word.months > YEAR:
        return None
    if word.year is not None:
        return word
    years = {named[0].year for text in names_of(raw) if (named := year_in(text)) and not named[0].is_fiscal}
    year = years.pop() if len(years) == 1 else None
    return PeriodWord(word.months, word.number, year, is_named=word.is_named)


def _with_year(words: Mapping[str, PeriodWord]) -> Mapping[str, PeriodWord]:
    """The periods, those without a year in the only year of the others; none where some have no year."""
    years = {word.year for word in words.values() if word.year is not None}
    only = years.pop() if len(years) == 1 else None
    found = {text: replace(word, year=word.year or only) for text, word in words.items()}
    return {} if any(word.year is None for word in found.values()) else found


def _parts_of(text: str, words: Mapping[str, PeriodWord], across: Mapping[str, PeriodWord]) -> list[str] | None:
    """The columns a total, quarter or half adds up, as far as they are there; None for a column that adds nothing."""
    if text in across:
        return None
    if is_sum_word(split_header(text)[0]):
        return list(across)
    word = words.get(text)
    if word is None:
        return None
    short = next(iter(across.values())).months
    if word.months == YEAR:
        return [part for part, one in across.items() if one.year == word.year]
    first = (word.number - 1) * word.months // short + 1
    wanted = [(word.year, number) for number in range(first, first + word.months // short)]
    found = {(one.year, one.number): part for part, one in across.items()}
    return [found[key] for key in wanted if key in found]


def _lacks_parts(text: str, words: Mapping[str, PeriodWord], parts: Sequence[str]) -> bool:
    """Whether a quarter, half or year is longer than the periods beside it that lie in it."""
    return text in words and sum(words[part].months for part in parts) < words[text].months


def _names_periods(cells: pl.Series) -> bool:
    words = cells.cast(pl.String).drop_nulls().unique().to_list()
    return bool(words) and all((found := period_in(word)) is not None and found[0].year for word in words)


def _holds_others(header: Sequence[str]) -> bool:
    """Whether a header speaks of what tables of sales or customers have."""
    return any(_OF_OTHERS.search(folded(text).lower()) for text in header)


def _holds_numbers(raw: RawTable, text: str) -> bool:
    cells = raw.sample[text]
    return cells.null_count() < cells.len() and is_number_like(cells)


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


def _without(raw: RawTable, left_out: Collection[str]) -> RawTable:
    if not left_out:
        return raw
    return only_columns(raw, [text for text in raw.header if text not in left_out])


def _held(raw: RawTable, found: RawTable, sums: Mapping[str, Sequence[str]], what: Text) -> Held:
    rows = len(set(found.row_numbers or ()))
    left: Text | str = ""
    if sums:
        apart = _apart(raw, sums)
        left = (_APART if apart else _LEFT_OUT).fill(headers=in_quotes(sums), apart=f"{apart:,.2f}")
    return Held(rows, _HOLDS.fill(rows=Count(rows), cells=Count(found.rows or 0), across=what, left=left))


def _apart(raw: RawTable, sums: Mapping[str, Sequence[str]]) -> Decimal:
    """How far the columns of sums lie from those they add up, over all rows."""
    frame = raw.frame.collect()
    nothing = pl.zeros(frame.height, eager=True)
    gaps = (
        (numbers_of(frame[text]) - sum((numbers_of(frame[part]) for part in parts), start=nothing)).abs().sum()
        for text, parts in sums.items()
    )
    return round(Decimal(str(sum(gaps))), 2)


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
