"""Sales with their months, quarters or years across (`客户, 1月, 2月`; `Q1 2025`; `2024, 2025`), one of one row a cell.

Only tables that speak of sales are looked at, by their names, their headers, or the user's word. Counts, rates, plans,
pay, stock and statements whose rows are measures stay as they are, and so do rows that hold others within them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Count, Text, folded, in_quotes, listing, same
from salesperf.sources.across.cumulative_columns import periods_apart
from salesperf.sources.across.periods_across import FEW, Periods, apart, left_out, name_of, periods_across, without
from salesperf.sources.profile import fold_header
from salesperf.sources.rows.raw import Held, RawTable
from salesperf.sources.rows.unfolded import numbers_of, renamed_columns, unfolded
from salesperf.sources.targets.period_words import MONTH, QUARTER, YEAR, period_in
from salesperf.sources.titles.about import names_of
from salesperf.sources.titles.not_of_sales import is_not_of_sales
from salesperf.sources.values.money_unit import split_header
from salesperf.sources.values.parse_date import is_date_like

_PLAIN = frozenset(
    {
        *("actual", "actuals", "amount", "amt", "sales", "sale", "revenue", "turnover", "net sales", "net revenue"),
        *("sales amount", "sum of amount", "sum of sales", "sum of revenue"),
        *("实际", "金额", "销售额", "销售金额", "销售", "销售收入", "收入", "营业额", "业绩", "净销售额"),
    }
)
"""What a header may say beside its month for the cells to be money sold."""
_OF_SALES = late(
    r"销售|营业额|业绩|营收|收入|销货|出货额|金额|(?<![a-z])(?:sales?|revenue|turnover|sum of amount|bookings)(?![a-z])"
)
_COUNTS = late(
    r"数量|销量|台数|件数|单数|单量|户数|人数|次数|占比|比率|率(?:$|[^\u4e00-\u9fff])|同比|环比|排名|"
    r"(?<![a-z])(?:units?|qty|quantit(?:y|ies)|volume|counts?|number of|transactions|share|rate|growth|rank|%)(?![a-z])"
)
_MEASURES = late(
    r"^(?:销售额|销售收入|营业收入|收入|成本|毛利|利润|费用|销量|数量|订单数|客户数|目标|实际|完成率|同比|环比|"
    r"(?:net |gross |total )?(?:sales|revenue|profit|margin|cost|costs|cogs|units|orders|quantity|qty|customers|"
    r"expenses|target|budget|actual|forecast|growth)(?: %)?)(?:[(（].*)?$"
)
_STATEMENT = late(r"利润|毛利|主营业务|营业成本|gross profit|net income|cost of (?:goods|sales)|ebitda|operating")
_SUMS = late(r"(?<![a-z])totals?(?![a-z])|合计|总计|小计|汇总|其中")
"""Words of rows that hold others; where they are no totals of the rows around them, the same sales stand twice."""
_ID = late(r"(?i)编号|编码|代码|工号|(?<![a-z])(?:id|no|code|number|sku|#)\.?$")
_YEARS = late(r"(?i)^(?:.*[ _-])?years?$|^年$|年份$|年度$")
_ROWS = late(r"(?i)^(?:row labels|行标签)$")
_PEOPLE = late(r"^(?:员工)?姓名$")
_PERFORMANCE = late(r"业绩")
_BY = (
    (late(r"(?i)\bby (?:customer|client|account)|按客户|分客户|客户"), "Customer", "客户"),
    (late(r"(?i)\bby (?:product|item|sku)|按(?:商品|产品|品类)|分产品|产品"), "Product", "产品"),
    (
        late(r"(?i)\bby (?:sales ?)?(?:rep|person|seller)|业务员|销售员"),
        "Sales Rep",
        "业务员",
    ),
)
_HOLDS = Text(
    "{rows:row holds|rows hold} {cells:cell|cells} of sales, one a {one} across, taken as money: {known} are known; "
    "{unknown}, orders and anything by the day are not{left}",
    "{rows} 行含 {cells} 个按{one}的销售额（视为金额）：按{known}统计是准确的，{unknown}、订单数及按日的统计"
    "无从得知{left}",
)
_EVEN = 0.005


class _Length(Struct, frozen=True):
    """A period that may lie across: what its column is called, one of it, what is known by it and what is not."""

    header: Text
    one: Text
    known: Text
    unknown: Text


_LENGTHS = {
    MONTH: _Length(
        Text("month", "月份"),
        Text("month", "月"),
        Text("months, quarters and years", "月、季、年"),
        Text("days", "日期"),
    ),
    QUARTER: _Length(
        Text("quarter", "季度"), Text("quarter", "季"), Text("quarters and years", "季、年"), Text("months", "月份")
    ),
    YEAR: _Length(Text("year", "年份"), Text("year", "年"), Text("years", "年"), Text("months", "月份")),
}
_TOGETHER = Text(
    "; {headers} tell months together and are taken less those before them",
    "；{headers}为累计数，按与前一期之差计入",
)
_BESIDE = Text("; not read beside them: {headers}", "；未读取：{headers}")


def sales_across(
    raw: RawTable, *, is_told: bool = False, is_alone: bool = True, year: int | None = None
) -> tuple[RawTable, Held] | None:
    """The sales of a table one below the other, with what its rows hold; None for any other table.

    `is_told` where the user says that it is one of sales, `year` the year of months that name none. A list beside other
    tables (not `is_alone`) keeps its years across: they are what is known of customers or products.
    """
    if not is_told and (is_not_of_sales(raw) or not _speaks_of_sales(raw)):
        return None
    if any(_COUNTS.search(folded(text).lower()) for text in names_of(raw)):
        return None
    told_apart = periods_apart(raw, plain=_PLAIN)
    raw = told_apart.raw if told_apart is not None else raw
    found = periods_across(raw, plain=_PLAIN, year=year)
    if found is None or not _is_whole(raw, found) or (found.months == YEAR and not (is_alone or is_told)):
        return None
    beside, others = _beside(raw, found)
    if not beside or not _are_money(raw, found.across) or _are_measures(raw, beside):
        return None
    if _holds_others(raw, found.across):
        return None
    kept = without(raw, [*found.sums, *others])
    zh = any(map(has_han, (*beside, *found.across)))
    length = _LENGTHS[found.months]
    keys = {text: (name_of(word),) for text, word in found.across.items()}
    value = f"{'销售额' if zh else 'sales amount'} {_unit(found.across)}".strip()
    cells = unfolded(kept, keys, names=[length.header.zh if zh else length.header.en], value=value)
    rows = len(set(cells.row_numbers or ()))
    together = _TOGETHER.fill(headers=in_quotes(told_apart.headers)) if told_apart is not None else ""
    beside_them = _BESIDE.fill(headers=in_quotes(others)) if others else ""
    left = listing((together, left_out(raw, found.sums), beside_them), same(""))
    told = _HOLDS.fill(
        rows=Count(rows),
        cells=Count(cells.rows or 0),
        one=length.one,
        known=length.known,
        unknown=length.unknown,
        left=left,
    )
    return _named(cells, beside), Held(rows, told)


def _is_whole(raw: RawTable, found: Periods) -> bool:
    """Whether months, quarters or years lie across, and what adds them up does so."""
    return found.months in _LENGTHS and all(found.sums.values()) and not apart(raw, found.unlike)


def _speaks_of_sales(raw: RawTable) -> bool:
    """Whether a title, the sheet, the file or a header says that the amounts are sold."""
    return any(_OF_SALES.search(folded(text).lower()) for text in (*raw.header, *names_of(raw)))


def _beside(raw: RawTable, found: Periods) -> tuple[list[str], list[str]]:
    """The headers of whom and what the sales are of, and of numbers that are neither: quantities, growth, ranks."""
    others = [text for text in raw.header if text not in found.across and text not in found.sums]
    kept = [text for text in others if _names_something(raw, text)]
    return kept, [text for text in others if text not in kept]


def _names_something(raw: RawTable, text: str) -> bool:
    if _ID.search(text):
        return True
    cells = raw.sample[text]
    is_text = cells.dtype == pl.String and not period_in(split_header(text)[0])
    return is_text and not _are_numbers(cells)


def _are_numbers(cells: pl.Series) -> bool:
    """Whether most cells are numbers or shares."""
    filled = cells.drop_nulls()
    return int(filled.str.contains(r"^[\s¥$€£(+-]*[\d.,]+[\s%)]*$").sum()) * 2 > filled.len()


def _are_money(raw: RawTable, across: Collection[str]) -> bool:
    """Whether no cell is a share, an error or no result, and no column of days or years stands beside."""
    if raw.failed.keys() & set(across) or raw.percents.keys() & set(across):
        return False
    texts = [raw.sample[text] for text in across if raw.sample.schema[text] == pl.String]
    if any(cells.str.contains("%", literal=True).any() for cells in texts):
        return False
    return not any(_YEARS.match(text.strip()) or _is_of_days(raw, text) for text in raw.header if text not in across)


def _is_of_days(raw: RawTable, text: str) -> bool:
    cells = raw.sample[text]
    return cells.dtype.is_temporal() or (
        cells.dtype == pl.String and cells.null_count() < cells.len() and is_date_like(cells)
    )


def _are_measures(raw: RawTable, beside: Sequence[str]) -> bool:
    """Whether some rows say what is measured, and not of whom, or hold others: statements, statistics with totals."""
    cells = (raw.sample[text] for text in beside if raw.sample.schema[text] == pl.String)
    words = (folded(word).lower().strip() for one in cells for word in one.drop_nulls().unique().to_list())
    return any(_MEASURES.match(word) or _STATEMENT.search(word) or _SUMS.search(word) for word in words)


def _holds_others(raw: RawTable, across: Collection[str]) -> bool:
    """Whether rows stand above the rows they add up, as in a pivot of reps and their customers.

    The same amounts would count twice, and which of them are sums is not written anywhere.
    """
    frame = raw.frame.select(*across).collect()
    rows = list(zip(*(numbers_of(frame[text]).to_list() for text in across), strict=True))
    return bool(rows) and _covers(rows)


def _ends(rows: Sequence[Sequence[float]], at: int) -> Iterator[bool]:
    """For a row, whether the rows below it, up to each one, come to it in every month."""
    sums = [0.0] * len(rows[at])
    for below in rows[at + 1 :]:
        sums = [total + cell for total, cell in zip(sums, below, strict=True)]
        yield all(abs(total - cell) < _EVEN for total, cell in zip(sums, rows[at], strict=True)) and any(rows[at])


def _covers(rows: Sequence[Sequence[float]]) -> bool:
    """Whether all rows lie in groups whose first row is the sum of the others, some of two others at least."""
    at, largest = 0, 0
    while at < len(rows):
        end = next((place for place, is_sum in enumerate(_ends(rows, at), start=1) if is_sum), None)
        if end is None:
            return False
        largest = max(largest, end)
        at += end + 1
    return largest >= FEW


def _unit(across: Collection[str]) -> str:
    """The unit that all headers name."""
    units = {text[len(split_header(text)[0]) :].strip() for text in across}
    return units.pop() if len(units) == 1 else ""


def _named(cells: RawTable, beside: Sequence[str]) -> RawTable:
    """The table with the rows of a pivot called by what its names say that they are of; who performs are reps."""
    people = [text for text in beside if _PEOPLE.match(text.strip())]
    if people and any(_PERFORMANCE.search(text) for text in names_of(cells)):
        return renamed_columns(cells, {people[0]: "业务员"})
    labels = [text for text in beside if _ROWS.match(text.strip())]
    there = {fold_header(text) for text in cells.header}
    for words, english, chinese in _BY:
        name = chinese if any(map(has_han, cells.header)) else english
        if labels and fold_header(name) not in there and any(words.search(text) for text in names_of(cells)):
            return renamed_columns(cells, {labels[0]: name})
    return cells
