"""Ledgers of what makes up payouts, one row a kind of amount (Principal, Tax, Commission): the goods alone are sales.

The other rows are no data of sales; they are told by kind with their sums. What is taken off the price of the goods
(Promotion of Principal) lowers the row of the goods.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.text import Count, Text, listing
from salesperf.sources.known import Known
from salesperf.sources.no_data.row_kind import NO_GOODS
from salesperf.sources.profile import LINE_TYPE
from salesperf.sources.recognition.role_notes import place_of
from salesperf.sources.rows.raw import with_some_rows
from salesperf.sources.values.money_cells import money_of
from salesperf.tables.line_words import word_key

_SAYS_KIND = late(
    r"(?i)(?:amount|fee|charge|price|transaction)[ _-]?(?:desc\w*|type|name)"
    r"|(?:费用|金额|款项|账务|结算|收支)(?:类型|名称|项)"
)
"""Headers of columns whose cells may be kinds of amounts; only these are looked at."""
_GOODS = frozenset(
    map(
        word_key,
        (
            *("principal", "item price", "item price credit", "reversal item price", "product price", "product sales"),
            *("货款", "商品货款", "订单货款", "销售货款", "商品价款", "货款退款", "退货款"),
        ),
    )
)
_CHARGE = late(
    r"(?i)commission|fees?\b|fee$|tax|shipping|freight|promotion|subscription|佣金|服务费|手续费|运费|费$|税|扣点|补贴"
)
_LOAN = late(r"(?i)interest|利息")
"""What stands beside the principal of a loan."""
_OFF_WORDS = r"(?i)promotion|discount|rebate|促销|优惠|折扣"
_MOST = 200
"""Different words beyond which a column is of something else."""
_SHOWN = 8
_TOLD = Text(
    "{place}: of the kinds of amounts under {header!r} {goods} are sales; left out: {others}; "
    'columns = {{ line_type = "{header}" }} under [[table]] keeps all rows',
    "{place}：「{header}」的各类金额中，{goods}为销售；未计入：{others}；"
    '如需保留全部行，请在 [[table]] 中写 columns = {{ line_type = "{header}" }}',
)
_TAKEN = Text(
    "; {rows:row|rows} ({sum}) of what is taken off the price lower the goods they are of",
    "；另有 {rows} 行价格优惠（{sum}）冲减所属商品",
)
_KIND = Text("{word!r} ({sum})", "「{word}」（{sum}）")
_NAMELESS = Text("(blank) ({sum})", "（空白）（{sum}）")
_MORE = Text("{count} more ({sum})", "另 {count} 类（{sum}）")
_OF_GOODS = ("order_id", "product_id", "product_name", LINE_TYPE)
"""What tells of which goods a row is."""
_AT, _WORD, _MONEY, _IS_OFF, _LESS_NAME = "_at", "_word", "_money", "_off", "_less"


def with_goods_alone(one: Known) -> Known:
    """A ledger of sales without its rows of other kinds than goods; any other table, and one that is told, as it is."""
    if one.table != "orders" or "amount" not in one.found or one.is_told(LINE_TYPE):
        return one
    header = next((name for name in one.raw.header if _SAYS_KIND.search(name) and _says(one.raw.sample[name])), None)
    return one if header is None else _goods_of(one, header)


def _says(cells: pl.Series) -> bool:
    """Whether some cells are the goods and others charges; a loan has a principal too."""
    if cells.dtype != pl.String:
        return False
    words = cells.drop_nulls().unique().to_list()
    if len(words) > _MOST or any(_LOAN.search(word) for word in words):
        return False
    return any(word_key(word) in _GOODS for word in words) and any(_CHARGE.search(_apart(word)) for word in words)


def _apart(word: str) -> str:
    return word.replace("_", " ")


def _goods_of(one: Known, header: str) -> Known:
    raw = one.raw
    whole = raw.frame.collect()
    every = whole.with_columns(
        pl.int_range(pl.len()).alias(_AT),
        pl.col(header).alias(_WORD),
        money_of(whole[one.found["amount"].header]).alias(_MONEY),
        _is_off(one, header).alias(_IS_OFF),
    )
    words = [word for word in every[_WORD].drop_nulls().unique().to_list() if word_key(word) in _GOODS]
    is_of_goods = pl.col(_WORD).is_in(words).fill_null(value=False)
    keys = [one.found[name].header for name in _OF_GOODS if name in one.found]
    goods, less = every.filter(is_of_goods & ~pl.col(_IS_OFF)), every.filter(is_of_goods & pl.col(_IS_OFF))
    less = less.join(goods.select(keys).unique(), on=keys, how="semi", nulls_equal=True) if keys else less.clear()
    rest = every.join(pl.concat([goods, less]).select(_AT), on=_AT, how="anti")
    told = _TOLD.fill(place=place_of(raw), header=header, goods=listing(_kinds(goods)), others=listing(_kinds(rest)))
    if less.height:
        taken = _TAKEN.fill(rows=Count(less.height), sum=f"{less[_MONEY].sum():,.2f}")
        told = Text(f"{told.en}{taken.en}", f"{told.zh}{taken.zh}")
    return _kept(one, _lowered(goods, less, keys), every, told)


def _is_off(one: Known, header: str) -> pl.Expr:
    """Whether another column of kinds says that a row is taken off the price."""
    others = [name for name in one.raw.header if name != header and _SAYS_KIND.search(name)]
    texts = [name for name in others if one.raw.sample.schema[name] == pl.String]
    says = (pl.col(name).str.contains(_OFF_WORDS).fill_null(value=False) for name in texts)
    return pl.any_horizontal(pl.lit(value=False), *says)


def _lowered(goods: pl.DataFrame, less: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """The goods, the first row of an order's product less what is taken off them."""
    if less.is_empty():
        return goods
    off = less.group_by(keys).agg(pl.col(_MONEY).sum().alias(_LESS_NAME))
    joined = goods.join(off, on=keys, how="left", nulls_equal=True, maintain_order="left")
    first = pl.int_range(pl.len()).over(keys) == 0
    lower = pl.col(_MONEY) + pl.when(first).then(pl.col(_LESS_NAME)).otherwise(0).fill_null(0)
    return joined.with_columns(lower.alias(_MONEY)).drop(_LESS_NAME)


def _kept(one: Known, goods: pl.DataFrame, every: pl.DataFrame, told: Text) -> Known:
    """The table with the rows of the goods, and what others alone said of all: the currency."""
    frame = goods.with_columns(pl.col(_MONEY).alias(one.found["amount"].header)).select(one.raw.header)
    if (currency := one.found.get("currency")) is not None and not frame[currency.header].count():
        codes = every[currency.header].drop_nulls().unique().to_list()
        frame = frame.with_columns(pl.lit(codes[0] if len(codes) == 1 else None).alias(currency.header))
    of_goods = with_some_rows(one.raw, frame, goods[_AT].to_list(), why=NO_GOODS, told=told)
    return replace(one, raw=of_goods, recognition=replace(one.recognition, layout=of_goods.layout))


def _kinds(rows: pl.DataFrame) -> Iterator[Text]:
    """The kinds of some rows with their sums, the largest first; rows that have no money say nothing."""
    sums = (
        rows.group_by(_WORD).agg(pl.col(_MONEY).sum(), pl.col(_MONEY).count().alias("rows")).filter(pl.col("rows") > 0)
    )
    largest = sums.sort(pl.col(_MONEY).abs(), _WORD, descending=[True, False])
    for word, total, _ in largest.head(_SHOWN).iter_rows():
        yield _KIND.fill(word=word, sum=f"{total:,.2f}") if word else _NAMELESS.fill(sum=f"{total:,.2f}")
    if (more := largest.slice(_SHOWN)).height:
        yield _MORE.fill(count=Count(more.height), sum=f"{more[_MONEY].sum():,.2f}")
