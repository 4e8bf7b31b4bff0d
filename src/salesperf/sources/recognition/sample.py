"""The header of a table with some of its rows: what its headers are, and what the values under them can be."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec import Struct, field

from salesperf.core.late import late
from salesperf.sources.amounts.charges import without_clause
from salesperf.sources.profile import fold_header, without_unit
from salesperf.sources.values.money_unit import split_header
from salesperf.sources.values.parse_date import is_date_like
from salesperf.sources.values.parse_flag import is_flag_like
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.header_words import header_words
from salesperf.tables.schema import Kind

LIKELY = 0.9
"""The share of cells that must fit a kind where the header leaves some doubt."""
_LONG = {
    "cust": "customer",
    "desc": "description",
    "descr": "description",
    "inv": "invoice",
    "ord": "order",
    "prod": "product",
    "slsman": "salesman",
    "slsmn": "salesman",
    "slsprsn": "salesperson",
}
_SHORT = late(r"\b(?:cust|descr?|prod|ord|sls(?:ma?n|prsn)|inv(?= (?:date|no|nbr|num|number|id|#)\b))\b")
"""What old programs write for words that headers are known by; `Inv` by itself may be an inventory."""
_LONG_TEXT = 80
"""Characters; cells longer than this on average are prose, not identifiers."""


class Sample(Struct):
    """The header of a table with some of its rows; answers whether values fit a kind, each question once."""

    header: tuple[str, ...]
    rows: pl.DataFrame
    of_first: int | None = None
    """The rows of the first file, where the rows are those of several."""
    index: dict[str, str] = field(default_factory=dict)
    folded: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    """What titles, sheets and files say that the rows are of."""
    _fits: dict[tuple[str, Kind, float, str], bool] = field(default_factory=dict)
    _numeric: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index = header_index(self.header)
        self.folded = frozenset(fold_header(header) for header in self.header)

    def fits(self, header: str, kind: Kind, *, share: float, column: str = "") -> bool:
        """Whether at least a share of the values under a header can be of a kind; an empty column fits all.

        Words of yes and no are those of the `column` that the header would become.
        """
        key = (header, kind, share, column if kind is Kind.FLAG else "")
        if key not in self._fits:
            self._fits[key] = _fits(self.rows[header], kind, share, column)
        return self._fits[key]

    def is_numeric(self, header: str) -> bool:
        """Whether a column holds something, and numbers only."""
        if header not in self._numeric:
            cells = self.rows[header].drop_nulls()
            self._numeric[header] = cells.len() > 0 and is_number_like(cells, share=1.0)
        return self._numeric[header]

    def is_sum(self, header: str) -> bool:
        """Whether a column can hold money and does not only mark rows with a one."""
        marks = set(map(str, self.rows[header].drop_nulls().unique().to_list()))
        return self.fits(header, Kind.MONEY, share=LIKELY) and not ("1" in marks and marks <= {"0", "1"})

    def is_empty(self, header: str) -> bool:
        """Whether no row has anything under a header, though there are rows."""
        return self.rows.height > 0 and self.rows[header].null_count() == self.rows.height

    def is_unique(self, header: str, *, share: float = 0.95) -> bool:
        """Whether (nearly) every row of a file has its own value here; what two files repeat is another matter."""
        cells = self.rows[header].head(self.of_first or self.rows.height).drop_nulls()
        return cells.len() > 0 and cells.n_unique() >= share * cells.len()


def header_index(header: Sequence[str]) -> dict[str, str]:
    """Folded header to header as written; a unit or a word on freight may be left out where it is no other header.

    `Invoice #` stands for `Invoice No` too, and `Cust Name` for `Customer Name`.
    """
    index: dict[str, str] = {}
    for text in header:
        index.setdefault(fold_header(text), text)
    for text in header:
        if (folded := fold_header(text)).endswith("#"):
            index.setdefault(f"{folded[:-1]}no", text)
    for text in header:
        if _SHORT.search(words := header_words(text)):
            index.setdefault(fold_header(_SHORT.sub(lambda short: _LONG[short[0]], words)), text)
    for text in header:
        index.setdefault(fold_header(without_unit(text)), text)
    for text in header:
        index.setdefault(fold_header(split_header(text)[0]), text)
    for text in header:
        index.setdefault(fold_header(without_clause(text)), text)
    index.pop("", None)
    return index


def _fits(cells: pl.Series, kind: Kind, share: float, column: str) -> bool:
    match kind:
        case Kind.MONEY | Kind.QUANTITY | Kind.RATE:
            return is_number_like(cells, share=share, letters=kind is Kind.MONEY)
        case Kind.DATE | Kind.MOMENT:
            return is_date_like(cells, share=share)
        case Kind.FLAG:
            return is_flag_like(cells, column=column)
        case Kind.ID:
            return cells.dtype != pl.Boolean and not _is_prose(cells)
        case Kind.NAME | Kind.TEXT:
            return True


def _is_prose(cells: pl.Series) -> bool:
    if cells.dtype != pl.String:
        return False
    mean = cells.drop_nulls().str.len_chars().mean()
    return isinstance(mean, float) and mean > _LONG_TEXT
