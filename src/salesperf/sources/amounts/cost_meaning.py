"""Whether a column that is called nothing but cost holds the cost of the line or that of one piece.

The rows tell, where lines of several pieces are among them; a header that says which is believed, and so is the
configuration.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.profile import fold_header, without_unit

_UNCLEAR = frozenset(map(fold_header, ("cost", "product cost", "成本", "商品成本", "产品成本")))
"""Headers that do not say whose cost they hold."""
_ALL, _FEW = 0.9, 0.1
_EXACT = 0.95
"""The share of lines whose profit proves a sum."""
_CENT = 0.02
_CLOSER, _MUCH_CLOSER = 0.5, 0.25
"""How much narrower one spread must be than the other to tell them apart, and to prove it."""
_ENOUGH = 8
"""Lines of several pieces from which spreads mean something."""
_PRODUCTS = ("product_id", "product_name")
_ASKED = ("amount", "quantity", "profit", *_PRODUCTS)

_IS_OF_PIECE = Text(
    "{header!r} is the cost of a piece ({why}): cost = quantity × cost",
    "「{header}」是单件成本（{why}）：成本＝数量×单件成本",
)
_IS_OF_LINE = Text("{header!r} is the cost of the whole line ({why})", "「{header}」是整行成本（{why}）")
_BY_PROFIT = {
    True: Text("amount - quantity × cost = profit", "金额－数量×成本＝利润"),
    False: Text("amount - cost = profit", "金额－成本＝利润"),
}
_BY_PRODUCT = {
    True: Text("it does not grow with the quantity of a product", "同一产品的成本不随数量变化"),
    False: Text("it grows with the quantity of a product", "同一产品的成本随数量变化"),
}
_BY_SPREAD = {
    True: Text("it goes with the price of a piece", "与单件价格成比例"),
    False: Text("it goes with the amount", "与行金额成比例"),
}
_BY_SIZE = Text("quantity × cost would be more than the amount nearly everywhere", "按数量×成本计算几乎都高于金额")
_OPEN = Text(
    "whether {header!r} is the cost of the line or of a piece is not known: it is taken for that of the line "
    "({line} in all; as the cost of a piece {piece})",
    "无法判断「{header}」是整行成本还是单件成本：按整行成本计算（合计 {line}；若为单件成本则为 {piece}）",
)
_SAY = Text(
    'say which under [[table]]: columns = {{ unit_cost = "{header}" }} or columns = {{ cost = "{header}" }}',
    '请在 [[table]] 中写明：columns = {{ unit_cost = "{header}" }} 或 columns = {{ cost = "{header}" }}',
)


class Whose(Enum):
    """What a cost is the cost of."""

    LINE = "line"
    PIECE = "piece"


class Meaning(Struct, frozen=True):
    """What a cost is of, with what must be told of it."""

    whose: Whose = Whose.LINE
    notes: tuple[Text, ...] = ()
    finding: tuple[Text, Text] | None = None
    """Message and hint, where the rows do not tell."""

    def issues(self, where: Where) -> tuple[Issue, ...]:
        """The finding at its place."""
        if self.finding is None:
            return ()
        message, hint = self.finding
        return (issue("R314", message, where, hint=hint),)


def is_unclear(header: str) -> bool:
    """Whether a header does not say if its cost is that of the line or of a piece."""
    return fold_header(header) in _UNCLEAR or fold_header(without_unit(header)) in _UNCLEAR


def shows_meaning(has: Collection[str]) -> frozenset[str]:
    """The columns that show what a cost is of, where it could be either."""
    if not {"cost", "quantity"} <= set(has) or "unit_cost" in has:
        return frozenset()
    return frozenset(_ASKED) & set(has)


def meaning_of(frame: pl.DataFrame, headers: Mapping[str, str]) -> Meaning:
    """What the column `cost` is of, judged by the lines of several pieces (or of parts of one)."""
    header = headers.get("cost", "")
    columns = set(frame.columns)
    if not {"cost", "quantity"} <= columns or "unit_cost" in columns or not is_unclear(header):
        return Meaning()
    lines = frame.lazy().filter(pl.col("cost") != 0, pl.col("quantity") != 0, pl.col("quantity").abs() != 1)
    several = lines.select(name for name in ("cost", *_ASKED) if name in columns).collect()
    if several.is_empty():
        return Meaning()
    floats = several.with_columns(pl.col("cost", "quantity", "^amount$", "^profit$").cast(pl.Float64).abs())
    proofs = ((_by_profit(several), _BY_PROFIT), (_by_product(frame), _BY_PRODUCT))
    for is_piece, why in proofs:
        if is_piece is not None:
            return _found(header, is_piece=is_piece, why=why[is_piece], is_told=is_piece)
    by_spread = _by_spread(floats)
    if by_spread is not None:
        return _found(header, is_piece=by_spread, why=_BY_SPREAD[by_spread])
    return _found(header, is_piece=False, why=_BY_SIZE) if _is_too_much(floats) else _open(frame, header)


def _found(header: str, *, is_piece: bool, why: Text, is_told: bool = True) -> Meaning:
    note = (_IS_OF_PIECE if is_piece else _IS_OF_LINE).fill(header=header, why=why)
    return Meaning(Whose.PIECE if is_piece else Whose.LINE, (note,) if is_told else ())


def _open(frame: pl.DataFrame, header: str) -> Meaning:
    sums = frame.select(
        line=pl.col("cost").sum(),
        piece=(pl.col("quantity") * pl.col("cost")).filter(pl.col("cost").is_not_null()).sum(),
    ).row(0, named=True)
    message = _OPEN.fill(header=header, line=f"{sums['line']:,.2f}", piece=f"{sums['piece']:,.2f}")
    return Meaning(Whose.LINE, (message,), (message, _SAY.fill(header=header)))


def _by_profit(lines: pl.DataFrame) -> bool | None:
    """Whether profits are the amount less quantity × cost (True) or less the cost (False); None where neither."""
    if not {"amount", "profit"} <= set(lines.columns):
        return None
    left = pl.col("amount") - pl.col("profit")
    fits = lines.filter(left.is_not_null()).select(
        piece=((left - pl.col("quantity") * pl.col("cost")).abs() <= _CENT).mean(),
        line=((left - pl.col("cost")).abs() <= _CENT).mean(),
    )
    piece, line = fits.row(0)
    return _either(piece, line, _EXACT)


def _by_product(frame: pl.DataFrame) -> bool | None:
    """Whether a product sold in several quantities has one cost (True) or one cost a piece (False), give or take.

    Costs change over the years, so it is asked how far they lie from the middle of their product.
    """
    key = next((name for name in _PRODUCTS if name in frame.columns), None)
    if key is None:
        return None
    cost, quantity = pl.col("cost").cast(pl.Float64).abs(), pl.col("quantity").cast(pl.Float64).abs()
    sold = frame.lazy().filter(pl.col("cost") != 0, pl.col("quantity") != 0, pl.col(key).is_not_null())
    logs = sold.select(
        key, quantity.alias("quantity"), cost.log().alias("piece"), (cost / quantity).log().alias("line")
    )
    several = logs.filter(pl.col("quantity").n_unique().over(key) > 1)
    apart = several.select((pl.col(name) - pl.col(name).median().over(key)).abs().mean() for name in ("piece", "line"))
    piece, line = apart.collect().row(0)
    return None if piece is None else _nearer(piece, line, _MUCH_CLOSER)


def _nearer(piece: float, line: float, share: float) -> bool | None:
    """Which of two spreads is the smaller, where it is at most a share of the other."""
    if piece == line or min(piece, line) > share * max(piece, line):
        return None
    return piece < line


def _either(piece: float | None, line: float | None, share: float) -> bool | None:
    if piece is None or line is None or (piece >= share) == (line >= share):
        return None
    return piece >= share


def _by_spread(lines: pl.DataFrame) -> bool | None:
    """Whether costs keep nearer to the price of a piece (True) or to the amount of the line (False)."""
    if "amount" not in lines.columns:
        return None
    sold = lines.filter(pl.col("amount") > 0)
    of_line = (pl.col("cost") / pl.col("amount")).log()
    spreads = sold.select(piece=(of_line + pl.col("quantity").log()).std(), line=of_line.std())
    piece, line = spreads.row(0)
    return None if sold.height < _ENOUGH or piece is None else _nearer(piece, line, _CLOSER)


def _is_too_much(lines: pl.DataFrame) -> bool:
    """Whether quantity × cost is above the amount nearly everywhere, and the cost alone hardly ever."""
    if "amount" not in lines.columns:
        return False
    sold = lines.filter(pl.col("amount") > 0, pl.col("quantity") > 1)
    times, alone = sold.select(
        (pl.col("quantity") * pl.col("cost") > pl.col("amount")).mean(), (pl.col("cost") > pl.col("amount")).mean()
    ).row(0)
    return times is not None and times >= _ALL and alone <= _FEW
