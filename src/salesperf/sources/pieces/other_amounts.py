"""Amounts of another kind beside the one that is counted (应收 beside 实收, ARR beside TCV): told with both sums.

Nothing is chosen here, and nothing is said of a column that is the same, or that the counted one is the sum of.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import Text, listing
from salesperf.sources.amounts.discount_place import says_after_discount
from salesperf.sources.amounts.order_totals import speaks_of_orders
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.order_lines import PLAIN, passed_over, total_of_its_own
from salesperf.sources.values.cells import reading_of
from salesperf.sources.values.money_cells import money_sum
from salesperf.sources.values.money_unit import CURRENCIES, split_header
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.header_words import header_words
from salesperf.tables.schema import Kind

BESIDE = Text(
    "the amount is that under {taken!r} ({sum} in all rows); not counted beside it: {others}; "
    'columns = {{ amount = "{first}" }} under [[table]] takes another',
    "金额取自「{taken}」（全部行合计 {sum}）；旁边的{others}未计入；可在 [[table]] 中用 "
    'columns = {{ amount = "{first}" }} 改取其他列',
)
_OTHER = Text("{header!r} ({sum})", "「{header}」（合计 {sum}）")
_ONCE = Text("{header!r} ({sum}, each order once)", "「{header}」（合计 {sum}，每单计一次）")
_ONCE_INVOICED = Text("{header!r} ({sum}, each invoice once)", "「{header}」（合计 {sum}，每张发票计一次）")
_SUB_TOTAL = late(r"^sub ?total$|^小计$")
_TABLES = ("orders", "invoices", "deals")
_BASES = ("amount", "total_amount")
_AMOUNT = late(
    r"\b(?:amount|amt|revenue|sales|gross|net|sub ?total|total|value|turnover|proceeds|arr|acv|tcv|mrr|bookings?|"
    r"billed|billings?|invoiced|received|paid|payable)\b"
    r"|金额|总额|价税合计|销售额|营业额|成交额|应收|实收|应付|实付|收入|货款|业绩|净额|合计|消耗|保费|缴费"
)
NO_SALES = late(
    r"\b(?:tax|vat|gst|discounts?|rebates?|freight|shipping|delivery|postage|costs?|cogs|profit|margin|fees?|commissions?|"
    r"refund\w*|return\w*|credits?|credited|tips?|qty|quantity|count|counts|units?|pieces|pcs|items|orders|customers|"
    r"visits|days|hours|calls|points|scores?|ranks?|rate|ratio|pct|percent|share|price|target|quota|goal|budget\w*|"
    r"plan\w*|forecast\w*|weighted|expected|estimated|probability|lifetime|cumulative|running|ytd|mtd|qtd|ly|py|last|prior|"
    r"previous|weight|kg|volume|currency|date|id|no|number|code|status|terms?|type|age|limit|open|opening|closing|"
    r"deposit|advance|write ?offs?|adjustments?|surcharge|handling|insurance|duty|bonus|salary|budget|inventory|stock|"
    r"list|msrp|retail|converted|base|home|local|foreign|original)\b|%|#"
    r"|税额|税金|税费|增值税|折扣|折让|优惠|让利|立减|满减|减免|违约金|滞纳金|运费|邮费|快递|配送|成本|毛利|利润|退|返|佣金|提成|费|单价|"
    r"数量|率|占比|目标|计划|预算|去年|上年|同期|环比|同比|累计|余额|欠|预测|编号|单号|日期|时间|状态|方式|类型|币|"
    r"大写|补贴|红包|积分|券|定金|订金|预收|押金|奖|工资|件数|笔数|次数|人数|客单|均|原价|标价|吊牌|定价|未收|未付|待"
)
_EARNED = re.compile(r"佣金|中介费|\bcommission\b(?! (?:rate|pct|%))|业绩(?:金额|额)?(?:[(（]|$)")
_OF_DEALS = re.compile(
    r"成交总价|成交价|房款|保费|\b(?:premium|deal (?:price|value)|(?:sale|sold|selling|property) price)\b"
)
"""What a buyer pays for a house or a policy: who brought it about earns another amount, which stands beside it."""
_OF_POLICIES = re.compile(r"保费|\bpremium\b")
_FEE = re.compile(r"手续费|服务费|代理费|经纪费|推广费|\b(?:brokerage|agency fee|broker fee)\b")
"""What an insurer pays for a policy; a buyer of anything else pays such fees himself."""
_MOST = 4
_CENT = Decimal("0.011")


def amounts_beside(table: str, read: Read) -> tuple[Text, ...]:
    """What is told of amounts that are not counted, in one note at most."""
    first = read.files[0]
    taken = next((first.found[base] for base in _BASES if base in first.found), None)
    # Of rows that are told of as another table, that one tells.
    is_told = first.raw.held is not None and not first.raw.held.rows
    if table not in _TABLES or taken is None or taken.how == "config" or is_told:
        return ()
    known = {mapped.header for mapped in first.found.values()}
    free = (header for header in first.recognition.unmapped if header not in known)
    likely = (header for header in (*free, *total_of_its_own(first)) if _is_rival(header, taken.header))
    chosen_over = passed_over(first) if table == "orders" else ()
    rivals = [header for header in dict.fromkeys((*chosen_over, *likely)) if _is_money(read, header)]
    if not rivals or taken.column not in read.headers:
        return ()
    counted, *beside = _cells(read, [taken.header, *rivals[:_MOST]])
    others = _without_parts(counted, [one for one in beside if _differs(counted, one)])
    if not others:
        return ()
    told = listing(_named_sum(read, one) for one in others)
    return (BESIDE.fill(taken=taken.header, sum=f"{money_sum(counted):,.2f}", others=told, first=others[0].name),)


def _is_rival(header: str, taken: str) -> bool:
    """Whether a header is of sales; `passed_over` has amounts in other currencies and before discounts."""
    own, other = (CURRENCIES.get(code, code) for code in (split_header(one)[1].currency for one in (header, taken)))
    if (own and own != (other or "CNY")) or (says_after_discount(taken) and PLAIN.search(header)):
        return False
    text = header_words(header).replace("返利后", "").replace("不含税", "").replace("含税", "").replace("价税", "")
    if _is_earned(text, taken.casefold()):
        return True
    return _AMOUNT.search(text) is not None and NO_SALES.search(text) is None


def _is_earned(text: str, taken: str) -> bool:
    """Whether a header is of what somebody earns who brought about the deals or policies that are counted."""
    if "率" in text or not _OF_DEALS.search(taken):
        return False
    is_fee = _FEE.search(text) is not None and _OF_POLICIES.search(taken) is not None
    return is_fee or _EARNED.search(text) is not None


def _named_sum(read: Read, other: pl.Series) -> Text:
    """A column with its sum; what is of orders or invoices counts once."""
    found = read.files[0].found
    ids = found.get("order_id") or found.get("invoice_id")
    if ids is None or not _is_of_whole(other.name):
        return sum_under(None, other)
    cells = pl.concat([one.raw.frame.select(pl.col(ids.header).cast(pl.String)) for one in read.files]).collect()
    return sum_under(cells[ids.header], other, once=_ONCE if "order_id" in found else _ONCE_INVOICED)


def _is_of_whole(header: str) -> bool:
    return speaks_of_orders(header) or _SUB_TOTAL.search(header_words(header)) is not None


def sum_under(ids: pl.Series | None, other: pl.Series, *, once: Text = _ONCE) -> Text:
    """A column of money with its sum; one of orders that is the same on all lines of their `ids` counts once."""
    if ids is not None and _is_of_whole(other.name):
        lines = pl.DataFrame([ids.alias("id"), other.alias("amount")]).filter(pl.col("id").is_not_null())
        orders = lines.group_by("id").agg(pl.col("amount").drop_nulls().first(), pl.col("amount").n_unique().alias("n"))
        if orders.height < lines.height and (orders["n"] == 1).all():
            return once.fill(header=other.name, sum=f"{money_sum(orders['amount']):,.2f}")
    return _OTHER.fill(header=other.name, sum=f"{money_sum(other):,.2f}")


def _is_money(read: Read, header: str) -> bool:
    return all(is_number_like(one.raw.sample[header], share=0.9, letters=True) for one in read.files)


def _cells(read: Read, headers: list[str]) -> list[pl.Series]:
    """The columns in money, named by their headers; those that were read are not read again."""
    known = {header: column for column, header in read.headers.items() if column in read.rows.frame.columns}
    if all(header in known for header in headers):
        return [read.rows.frame[known[header]].rename(header) for header in headers]
    frame = pl.concat([one.raw.frame.select(headers) for one in read.files]).collect()
    readings = [reading_of(header, "amount", Kind.MONEY, frame[header].unique(), read.rules) for header in headers]
    return [one.read(frame[one.header]).rename(one.header) for one in readings]


def _differs(taken: pl.Series, other: pl.Series) -> bool:
    """Whether a column has money of its own, which is not the same as what is counted."""
    gap = pl.select((taken.fill_null(0) - other.fill_null(0)).abs() > _CENT).to_series()
    return bool((other.fill_null(0) != 0).any()) and bool(gap.any())


def _without_parts(taken: pl.Series, others: list[pl.Series]) -> list[pl.Series]:
    """The columns but pairs that add up to what is counted: paid and still due."""
    parts = {
        one.name
        for pair in combinations(others, 2)
        if not _differs(taken, pair[0].fill_null(0) + pair[1].fill_null(0))
        for one in pair
    }
    return [one for one in others if one.name not in parts]
