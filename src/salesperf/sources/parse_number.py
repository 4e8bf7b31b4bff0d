"""Numbers as people and systems write them, read exactly: decided over a whole column, never cell by cell."""

from __future__ import annotations

import re
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.sources.blanks import clean, cleaned, holds_error, misfits_allowed
from salesperf.tables.schema import MONEY, RATE

_KEPT_DECIMALS = 6
LONGEST = 40
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
_ROUNDED = r"\d\s*(?:[千万亿]|[kK]|[mMbB][nN]?)\b"
_NEARLY_ALL = 9
"""Times as many cells on one side as on the other: the other side are slips."""
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
_PATTERNS = {
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
    `scale` is what one unit of
    the column stands for (10,000 under a header that says 万元).
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


class NumberDecision(Struct, frozen=True):
    """The format most cells of a column hold to, how many distinct cells do not, and the currency marks seen."""

    format: NumberFormat
    bad: int
    marks: frozenset[str]
    is_ambiguous: bool = False
    is_torn: bool = False
    """Some cells say that a mark is the decimal one, about as many that it parts thousands."""
    rounded: str = ""
    """A cell that counts in thousands, millions or 万: what it says is rounded."""


def number_format(
    cells: pl.Series,
    *,
    decimal: str | None = None,
    likely: str | None = None,
    shares: bool = True,
    letters: bool = False,
) -> NumberDecision:
    """Decide how a column's cells (distinct or not, null words allowed) are written.

    Plain when a bare cast reads all of them. Else the decimal mark that reads more of them; a point when both
    read all, which is ambiguous when every mark stands before three digits and none is grouped twice: then it is the
    `likely` one, if any. Where nearly
    all cells have three digits behind one mark it parts thousands, and the few others are slips.
    """
    text = cells.drop_nulls().unique().to_frame("cell").filter(pl.col("cell") != "")
    if decimal != "," and text.select(_is_plain(pl.col("cell")).all()).item():
        whole = bool(text.select(pl.col("cell").cast(pl.Int64, strict=False).is_not_null().all()).item())
        ambiguous = decimal is None and not whole and _marks_are_all_thousands(text)
        torn = decimal is None and not whole and not ambiguous and _is_torn(text, ".")
        if ambiguous and likely == ",":
            how = NumberFormat(plain=False, decimal=",", shares=shares, letters=letters)
            return NumberDecision(how, _unread(text["cell"], how), frozenset(), is_ambiguous=True)
        return NumberDecision(NumberFormat(whole=whole), 0, frozenset(), ambiguous, torn)
    unread: dict[str, int] = {}
    for mark in (decimal,) if decimal else (".", ","):
        unread[mark] = _unread(text["cell"], NumberFormat(plain=False, decimal=mark, shares=shares, letters=letters))
        if not unread[mark] and not _marks_are_all_thousands(text):
            break
    best = min(unread, key=lambda mark: (unread[mark], mark != "."))
    if best == "," and decimal is None and _are_nearly_all_thousands(text, ","):
        best = "."
    ambiguous = len(unread) > 1 and unread["."] == unread[","] and _marks_are_all_thousands(text)
    if ambiguous and likely is not None:
        best = likely
    how = NumberFormat(plain=False, decimal=best, shares=shares, letters=letters)
    torn = decimal is None and _is_torn(text, best)
    return NumberDecision(how, unread[best], _marks(text), ambiguous, torn, _first_rounded(text))


def _first_rounded(words: pl.DataFrame) -> str:
    found = words.filter(pl.col("cell").str.normalize("NFKC").str.contains(_ROUNDED))["cell"]
    return str(found.min() or "")


def is_number_like(cells: pl.Series, *, share: float = 0.9, letters: bool = False) -> bool:
    """Whether at least this share of the cells that hold something but errors are numbers; true of an empty column.

    Meant for samples: a few hundred cells are matched faster here than a query is prepared.
    """
    if cells.dtype.is_numeric() or cells.dtype == pl.Null:
        return True
    if cells.dtype != pl.String:
        return False
    held = cells.filter(~holds_error(cells)) if cells.str.starts_with("#").any() else cells
    words = [_plainer(word) for cell in held.drop_nulls().to_list() if (word := clean(cell)) is not None]
    read = max(sum(_is_read(pattern.match(word), letters=letters) for word in words) for pattern in _PATTERNS.values())
    return len(words) - read <= misfits_allowed(len(words), share=share)


def _is_read(found: re.Match[str] | None, *, letters: bool) -> bool:
    return found is not None and (letters or found["unit"] not in LETTERS)


def _plainer(word: str) -> str:
    """A number in the accounting format of spreadsheets, written as others write it.

    >>> _plainer("$(12.50)"), _plainer("$ -"), _plainer("-5"), _plainer("450,- €"), _plainer("12.50-")
    ('($12.50)', '0', '-5', '450,0 €', '12.50-')
    """
    for pattern, plain in _ACCOUNTING:
        word = re.sub(pattern, plain.replace("${1}", r"\g<1>").replace("${2}", r"\g<2>"), word)
    return word


def exact(column: pl.Expr, dtype: pl.DataType = MONEY) -> pl.Expr:
    """A float or integer column as decimals, by the shortest text that stands for each float."""
    return column.cast(pl.String).cast(dtype, strict=False)


def has_more_decimals(column: pl.Expr) -> pl.Expr:
    """Whether a cell carries more than the six decimals money keeps."""
    return column.str.contains(r"[.,]\d{7}")


def may_have_more_decimals(column: pl.Expr) -> pl.Expr:
    """The same for plain numbers at a third of the cost; a long exponent also says yes."""
    return (column.str.find(".", literal=True) + _KEPT_DECIMALS + 1 < column.str.len_bytes()).fill_null(value=False)


def _is_plain(column: pl.Expr) -> pl.Expr:
    return column.cast(MONEY, strict=False).is_not_null()


def _tidied(column: pl.Expr, how: NumberFormat, dtype: pl.DataType) -> pl.Expr:
    return column.map_batches(lambda cells: _numbers(cells, how, dtype), return_dtype=dtype, is_elementwise=True)


def _numbers(cells: pl.Series, how: NumberFormat, dtype: pl.DataType) -> pl.Series:
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
    short = pl.when(pl.col("cell").str.len_chars() <= LONGEST).then(pl.col("cell"))
    parts = words.select(short.str.extract_groups(_PATTERNS[decimal].pattern).struct.unnest())
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


def _unread(cells: pl.Series, how: NumberFormat) -> int:
    """How many distinct cells hold something that is no number."""
    missed = cells.filter(_numbers(cells, how, MONEY).is_null()).to_frame("cell")
    return int(missed.select(cleaned(pl.col("cell")).is_not_null().sum()).item())


def _marks(words: pl.DataFrame) -> frozenset[str]:
    marked = words.filter(~pl.col("cell").str.contains(r"^[-0-9.,()]*$"))["cell"].str.normalize("NFKC")
    return frozenset(marked.str.extract(rf"({CURRENCY_MARK})").drop_nulls().unique().to_list())


def _marks_are_all_thousands(words: pl.DataFrame) -> bool:
    marked = words.filter(pl.col("cell").str.contains("[.,]"))
    lone = marked.select(pl.col("cell").str.contains(r"^[^\d.,]*[1-9]\d{0,2}[.,]\d{3}[^\d.,]*$").all()).item()
    return marked.height > 0 and bool(lone)


def _evidence(words: pl.DataFrame, mark: str) -> tuple[int, int]:
    """Cells in which a mark may part thousands (1,234), and cells in which it must be the decimal mark (99,5)."""
    point = re.escape(mark)
    cell = pl.col("cell")
    lone = words.filter(cell.str.contains(rf"^[^\d.,]*\d+{point}\d*[^\d.,]*$"))
    thousands = int(lone.select(cell.str.contains(rf"^\D*[1-9]\d{{0,2}}{point}\d{{3}}\D*$").sum()).item())
    return thousands, lone.height - thousands


def _are_nearly_all_thousands(words: pl.DataFrame, mark: str) -> bool:
    thousands, decimals = _evidence(words, mark)
    return thousands >= _NEARLY_ALL * decimals > 0


def _is_torn(words: pl.DataFrame, mark: str) -> bool:
    """Whether a decimal mark stands before three digits too often to be sure of it."""
    thousands, decimals = _evidence(words, mark)
    if mark == ",":
        return decimals > 0 and _NEARLY_ALL * thousands > decimals
    return thousands >= _NEARLY_ALL * decimals > 0
