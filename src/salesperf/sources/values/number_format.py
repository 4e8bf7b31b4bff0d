"""How the numbers of one column are written, and the column read by it exactly: what does not match is no number."""

from __future__ import annotations

import re
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.sources.values.blanks import cleaned
from salesperf.tables.schema import MONEY, RATE

_KEPT_DECIMALS = 6
_LONGEST = 40
"""Characters of a number; a longer cell is no number."""
CURRENCY_MARK = r"(?:[A-Za-z]{1,3}\$|[$€£¥₹₩₽฿₫₱₪₺元]|[A-Z]{3})"
"""A symbol or a code of three capitals before or after a number."""
UNITS = {"%": Decimal("0.01"), "千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
LETTERS = {
    letters: Decimal(size)
    for size, every in (
        (1000, ("k", "K")),
        (10**6, ("m", "M", "mn", "Mn", "MN")),
        (10**9, ("b", "B", "bn", "Bn", "BN")),
    )
    for letters in every
}
"""What letters behind an amount stand for; behind another number they may be metres or megabytes."""
_FULL_PRICE = 10
"""十折 is the full price: 8.5折 and 85折 both pay 85 %."""
# A literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_TENTH, _HUNDREDTH = (pl.lit(share).cast(RATE) for share in ("0.1", "0.01"))
_BLANKED = r"\d{1,3}(?:[ '’]\d{3})+"
_EXPONENT = r"(?:[eE][-+]?(?:0?\d|1[0-5]))?"
_DIGITS = {
    ".": rf"(?:[1-9]\d{{0,2}}(?:,\d{{2,3}})*,\d{{3}}|{_BLANKED}|\d+)(?:\.\d*)?{_EXPONENT}|\.\d+{_EXPONENT}",
    ",": rf"(?:[1-9]\d{{0,2}}(?:\.\d{{3}})+|{_BLANKED}|\d+)(?:,\d*)?{_EXPONENT}|,\d+{_EXPONENT}",
}
_ACCOUNTING = (
    (rf"^({CURRENCY_MARK})\s*\(", "(${1}"),
    (rf"^{CURRENCY_MARK}\s*-$", "0"),
    (rf"(\d[.,])\s?(?:--?|[–—])(\s*(?:{CURRENCY_MARK})?)$", "${1}0${2}"),
)
"""What is written otherwise: $(12.50) below zero and $ - for nothing in spreadsheets, 450,- for no cents on bills."""
PATTERNS = {
    mark: re.compile(
        rf"^(?P<open>\()?(?P<sign>[-+])?\s*(?:{CURRENCY_MARK})?\s*(?P<inner>[-+])?(?P<digits>{digits})"
        rf"\s*(?P<unit>[%千万亿折]|[kK]|[mMbB][nN]?)?\s*(?:{CURRENCY_MARK})?(?P<trail>-)?(?P<close>\))?$"
    )
    for mark, digits in _DIGITS.items()
}
_LIGHT = {
    ".": r"^-?[$€£¥]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,18})(?:\.\d{0,18})?$",
    ",": r"^-?[$€£¥]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d{1,18})(?:,\d{0,18})?$",
}
"""The dresses most columns wear."""
_ADORNMENT = {".": "[$€£¥,]", ",": "[$€£¥.]"}


class NumberFormat(Struct, frozen=True):
    """How the numbers of one column are written.

    `plain` numbers are what a bare cast reads, `whole` ones too as integers; `decimal` is the mark of the others.
    `scale` is what one unit of the column stands for (10,000 under a header that says 万元).
    """

    plain: bool = True
    whole: bool = False
    decimal: str = "."
    scale: int = 1
    shares: bool = True
    """Whether `12%` and `8.5折` are numbers here."""
    letters: bool = False
    """Whether `1.2M` and `350K` are."""

    def parsed(self, column: pl.Expr, dtype: pl.DataType = MONEY) -> pl.Expr:
        """The column as exact decimals; a cell that is no number is null."""
        number = column.cast(dtype, strict=False) if self.plain else _tidied(column, self, dtype)
        return number if self.scale == 1 else (number * self.scale).cast(dtype)


def exact(column: pl.Expr, dtype: pl.DataType = MONEY) -> pl.Expr:
    """A float or integer column as decimals, by the shortest text that stands for each float."""
    return column.cast(pl.String).cast(dtype, strict=False)


def has_more_decimals(column: pl.Expr) -> pl.Expr:
    """Whether a cell carries more than the six decimals money keeps."""
    return column.str.contains(r"[.,]\d{7}")


def may_have_more_decimals(column: pl.Expr) -> pl.Expr:
    """The same for plain numbers at a fifth of the cost; a long exponent also says yes."""
    size = column.str.len_bytes()
    # Most cells are shorter than a point and that many decimals: no point has to be sought in them.
    long = pl.when(size > _KEPT_DECIMALS + 1).then(column)
    return (long.str.find(".", literal=True) + _KEPT_DECIMALS + 1 < size).fill_null(value=False)


def plainer(word: str) -> str:
    """A number in the accounting format of spreadsheets, written as others write it.

    >>> plainer("$(12.50)"), plainer("$ -"), plainer("-5"), plainer("450,- €"), plainer("12.50-")
    ('($12.50)', '0', '-5', '450,0 €', '12.50-')
    """
    if word.replace(".", "", 1).isdigit():
        return word
    for pattern, plain in _ACCOUNTING:
        word = re.sub(pattern, plain.replace("${1}", r"\g<1>").replace("${2}", r"\g<2>"), word)
    return word


def unit_within(word: str) -> str:
    """The unit that is written behind the digits of a number; empty where none is.

    >>> unit_within("€55K"), unit_within("1.2万元"), unit_within("$55k USD"), unit_within("35%"), unit_within("55 EUR")
    ('K', '万', 'k', '%', '')
    """
    found = PATTERNS["."].match(plainer(word)) or PATTERNS[","].match(plainer(word))
    return found["unit"] or "" if found is not None else ""


def _tidied(column: pl.Expr, how: NumberFormat, dtype: pl.DataType) -> pl.Expr:
    return column.map_batches(lambda cells: numbers(cells, how, dtype), return_dtype=dtype, is_elementwise=True)


def numbers(cells: pl.Series, how: NumberFormat, dtype: pl.DataType) -> pl.Series:
    """Grouped numbers with a symbol at most by a cheap look, all other dresses by one pattern over distinct cells."""
    cell, decimal = pl.col("cell"), how.decimal
    light = pl.when(cell.str.contains(_LIGHT[decimal])).then(cell)
    bare = light.str.replace_all(_ADORNMENT[decimal], "").str.replace(",", ".", literal=True)
    frame = cells.to_frame("cell").with_columns(bare.cast(dtype, strict=False).alias("number"))
    rest = frame.filter(cell.is_not_null() & pl.col("number").is_null())["cell"].unique()
    if rest.is_empty():
        return frame["number"].alias(cells.name)
    dressed = _dressed(rest, how, dtype)
    mapped = cell.replace_strict(rest, dressed, default=None, return_dtype=dtype)
    return frame.select(pl.coalesce("number", mapped)).to_series().alias(cells.name)


def _dressed(cells: pl.Series, how: NumberFormat, dtype: pl.DataType) -> pl.Series:
    """One pattern for the whole cell: what does not match from end to end is no number."""
    decimal = how.decimal
    text = cleaned(pl.col("cell")).str.replace_all("−", "-", literal=True)
    for pattern, plain in _ACCOUNTING:
        text = text.str.replace(pattern, plain)
    words = cells.to_frame("cell").select(text.alias("cell"))
    short = pl.when(pl.col("cell").str.len_chars() <= _LONGEST).then(pl.col("cell"))
    parts = words.select(short.str.extract_groups(PATTERNS[decimal].pattern).struct.unnest())
    digits = pl.col("digits").str.replace_all("[, '’]" if decimal == "." else "[. '’]", "")
    tenths = pl.when(digits.cast(pl.Float64, strict=False) > _FULL_PRICE).then(_HUNDREDTH).otherwise(_TENTH)
    units = UNITS | LETTERS
    unit = pl.col("unit").replace_strict(list(units), list(units.values()), default=None, return_dtype=RATE)
    factor = pl.when(pl.col("unit") == "折").then(tenths).otherwise(unit)
    minus = pl.sum_horizontal(
        (pl.col(name) == mark).fill_null(value=False)
        for name, mark in (("open", "("), ("sign", "-"), ("inner", "-"), ("trail", "-"))
    )
    read = parts.select(
        digits.str.replace(",", ".", literal=True).alias("digits"),
        factor.alias("factor"),
        minus.alias("minus"),
        pl.col("unit").is_in(["%", "折"]).fill_null(value=False).alias("is_share"),
        pl.col("unit").is_in(list(LETTERS)).fill_null(value=False).alias("has_letters"),
        (pl.col("open").is_null() == pl.col("close").is_null()).alias("is_balanced"),
    )
    scaled = (pl.col("digits").cast(RATE, strict=False) * pl.col("factor")).cast(dtype)
    size = pl.when(pl.col("factor").is_null()).then(pl.col("digits").cast(dtype, strict=False)).otherwise(scaled)
    signed = pl.when(pl.col("minus") == 1).then(-size).otherwise(size)
    is_number = pl.col("is_balanced") & (pl.col("minus") <= 1) & (pl.lit(how.shares) | ~pl.col("is_share"))
    is_number &= pl.lit(how.letters) | ~pl.col("has_letters")
    return read.select(pl.when(is_number).then(signed)).to_series()
