"""The lines of salesperf.toml that would make a refused table readable, with its own headers.

What a header means is guessed from the cells under it; no number rests on a guess until a person writes it down.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.text import Text
from salesperf.sources.cells import Rules, reading_of
from salesperf.sources.columns import Sample
from salesperf.sources.date_shapes import Shape
from salesperf.sources.detect import HALVES, Candidate
from salesperf.sources.options import without_range
from salesperf.sources.parse_date import date_format, is_date_like
from salesperf.sources.parse_number import is_number_like
from salesperf.sources.raw import RawTable
from salesperf.tables.schema import Kind

_SALES = ("orders", "invoices", "deals")
_DAYS = ("order_date", "invoice_date", "closed_date")
_LONG_NUMBER = r"^0\d|^\d{9,}$"
"""Whole numbers that are no amounts: with a zero before them, or as long as a phone number."""
_NET = re.compile(r"\bnett?o?|\bht\b|不含税|未税|税抜|netto", re.IGNORECASE)
"""What an amount without tax is called in some languages."""
_PASTE = Text("put these lines into salesperf.toml:{toml}", "请将以下几行写入 salesperf.toml：{toml}")
_ADD = Text(
    "write in salesperf.toml, under the [[table]] of this file: {pairs}",
    "请在 salesperf.toml 中该文件的 [[table]] 下写明：{pairs}",
)
_IF_SALES = Text(
    "if these are sales, put into salesperf.toml what the headers mean (check each):{toml}",
    "如果这是销售数据，请在 salesperf.toml 中写明各表头的含义（请逐一核对）：{toml}",
)


_IF_PEOPLE = Text(
    "if these are the people who sell, put into salesperf.toml:{toml}",
    "如果这是销售人员名单，请在 salesperf.toml 中写入：{toml}",
)
_OF_PEOPLE = frozenset({"team", "manager_id", "role", "level", "hire_date", "leave_date"})
"""What lists of people say and others hardly do."""


class Place(Struct, frozen=True):
    """Where tables of one header stand: their files, and a sheet where others of the file hold other tables."""

    files: tuple[str, ...]
    sheet: str | None = None


def place_of(one: RawTable, others: Sequence[RawTable]) -> Place:
    """How the lines name a table among those that are read."""
    alike = all(other.header == one.header for other in others if other.file == one.file)
    files = dict.fromkeys(other.file.name for other in (one, *others) if other.header == one.header)
    return Place(tuple(files), None if alike else without_range(one.sheet))


def if_these_are_sales(place: Place, sample: Sample, found: Mapping[str, str]) -> Text | None:
    """The lines for a table that is none of ours, some of whose headers may be known (`found`).

    None where no column can be the date, or none the amount.
    """
    columns = guessed(sample, ("order_id", "order_date", "amount", "customer_name"), known=found)
    if not {"order_date", "amount"} <= {**found, **columns}.keys():
        return None
    kept = {column: header for column, header in found.items() if column in {"order_date", "amount"}}
    return _IF_SALES.fill(toml=toml_of(place, "orders", kept | columns))


def if_these_are_people(place: Place, candidate: Candidate | None, sample: Sample) -> Text | None:
    """The lines for a list that says what one of people (`candidate`) does, under a header that says nothing of names.

    None where no column of words tells the rows apart.
    """
    said = {mapped.header for mapped in candidate.found.values()} if candidate else set()
    if candidate is None or not _OF_PEOPLE & candidate.found.keys():
        return None
    known = candidate.found.get("rep_name")
    free = (known.header,) if known else tuple(header for header in sample.header if header not in said)
    names = [header for header in free if sample.is_unique(header, share=1.0) and not is_id(sample.rows[header])]
    return _IF_PEOPLE.fill(toml=toml_of(place, "people", {"rep_name": names[0]})) if names else None


def lines_for_missing(
    place: Place, candidate: Candidate, sample: Sample, *, told: Mapping[str, str] | None = None
) -> Text | None:
    """The lines that name what a table of sales lacks; None where the cells show no column for each of these.

    `told` are the columns that the configuration names for the file already.
    """
    lacking = candidate.missing or HALVES.get(candidate.role, ())
    known = {column: mapped.header for column, mapped in candidate.found.items()}
    columns = guessed(sample, lacking, known=known) if candidate.table in _SALES else {}
    if not columns or not set(lacking) <= columns.keys():
        return None
    if told is not None:
        return _ADD.fill(pairs=_pairs({**told, **columns}))
    return _PASTE.fill(toml=toml_of(place, candidate.table, columns))


def toml_of(place: Place, table: str, columns: Mapping[str, str]) -> str:
    r"""One `[[table]]` on lines of its own, which can be copied as they stand.

    >>> print(toml_of(Place(("a.csv",)), "orders", {"amount": 'Sum "net"'}))
    <BLANKLINE>
    [[table]]
    name = "orders"
    files = ["a.csv"]
    columns = { amount = "Sum \"net\"" }
    """
    files = ", ".join(map(_quoted, place.files))
    sheet = f"sheet = {_quoted(place.sheet)}\n" if place.sheet else ""
    return f'\n[[table]]\nname = "{table}"\nfiles = [{files}]\n{sheet}{_pairs(columns)}'


def _pairs(columns: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{column} = {_quoted(header)}" for column, header in columns.items())
    return f"columns = {{ {pairs} }}"


def guessed(sample: Sample, wanted: Sequence[str], *, known: Mapping[str, str]) -> dict[str, str]:
    """The header that each wanted column may be, by the cells; `known` headers by column are taken already."""
    taken = set(known.values())
    free = [header for header in sample.header if header not in taken and not sample.is_empty(header)]
    dates = [header for header in free if is_date(sample.rows[header])]
    numbers = [header for header in free if header not in dates and may_be_amount(sample.rows[header])]
    texts = [header for header in free if header not in dates and not is_number_like(sample.rows[header], share=1.0)]
    ids = [header for header in free if header not in {*dates, *numbers} and is_id(sample.rows[header])]
    amount = _amount(sample, numbers)
    names = [header for header in texts if header not in ids[:1]]
    found: dict[str, str] = {}
    for column in wanted:
        choice = (
            dates[:1]
            if column in _DAYS
            else {"amount": [amount] if amount else [], "order_id": ids[:1], "customer_name": names[:1]}.get(column, [])
        )
        if column not in known and choice:
            found[column] = choice[0]
    return found


def is_date(cells: pl.Series) -> bool:
    """Whether all that is written are days, none of them the serial numbers of a workbook."""
    if cells.null_count() == cells.len() or cells.dtype.is_numeric() or not is_date_like(cells, share=1.0):
        return False
    return cells.dtype != pl.String or Shape.SERIAL not in date_format(cells).format.shapes


def may_be_amount(cells: pl.Series) -> bool:
    """Whether a column of numbers could be money: not a row of numbers counted up, nor long ones."""
    if cells.null_count() == cells.len() or not is_number_like(cells, share=1.0):
        return False
    words = cells.drop_nulls().cast(pl.String)
    return not (words.str.contains(_LONG_NUMBER).all() or _is_counted_up(words))


def is_id(cells: pl.Series) -> bool:
    """Whether each row has its own code, with a digit in each."""
    words = cells.drop_nulls().cast(pl.String)
    return words.len() == cells.len() == words.n_unique() and bool(words.str.contains(r"^\S*\d\S*$").all())


def _amount(sample: Sample, numbers: Sequence[str]) -> str | None:
    """The amount of several numbers: the one called net, else the one that adds up to most."""
    net = next((header for header in numbers if _NET.search(header)), None)
    return net or max(numbers, key=lambda header: _total(sample.rows[header]), default=None)


def _total(cells: pl.Series) -> float:
    read = reading_of(cells.name, "amount", Kind.MONEY, cells, Rules()).read(cells)
    return abs(float(read.sum() or 0))


def _is_counted_up(words: pl.Series) -> bool:
    whole = words.cast(pl.Int64, strict=False)
    if whole.null_count() or whole.n_unique() != whole.len():
        return False
    steps = whole.diff().drop_nulls()
    return bool((steps == 1).all()) or bool((steps == -1).all())


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
