"""The lines of salesperf.toml that would make a refused table readable, with its own headers.

What a header means is guessed from the cells under it; no number rests on a guess until a person writes it down.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from salesperf.core.text import Text
from salesperf.sources.options import without_range
from salesperf.sources.recognition.candidate import HALVES, Candidate
from salesperf.sources.recognition.guessed_amount import before_fees
from salesperf.sources.recognition.guessed_columns import guessed, is_id
from salesperf.sources.recognition.likely_amounts import amounts_beside, lack_beside, without_counted
from salesperf.sources.recognition.months_only import hint_of_months
from salesperf.sources.recognition.no_sales import lack_of_sales, why_no_sale
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.rows.raw import RawTable
from salesperf.tables.labels import table_words
from salesperf.tables.paste import column_line, table_lines

_SALES = ("orders", "invoices", "deals")
_DAY = "_date"
_OF_A_SALE = ("order_id", "order_date", "amount", "customer_name", "rep_name", "status")
_KEPT = frozenset({"order_date", "amount"})
"""Columns that lines name though they are understood: what makes the rows sales."""
_ASIDE = ("rep_name", "status")
"""Columns that change who sold and what counts, named where others are."""
_PASTE = Text("put these lines into salesperf.toml:{toml}", "请将以下几行写入 salesperf.toml：{toml}")
_ADD = Text(
    "write in salesperf.toml, under the [[table]] of this file: {pairs}",
    "请在 salesperf.toml 中该文件的 [[table]] 下写明：{pairs}",
)
_IF_SALES = Text(
    "if these are sales, put into salesperf.toml what the headers mean (check each{beside}):{toml}",
    "如果这是销售数据，请在 salesperf.toml 中写明各表头的含义（请逐一核对{beside}）：{toml}",
)


_IF_PEOPLE = Text(
    "if these are the people who sell, put into salesperf.toml:{toml}",
    "如果这是销售人员名单，请在 salesperf.toml 中写入：{toml}",
)
_IF_IT_IS = Text("if it is one of {table}, {lines}", "如果确为{table}，{lines}")
_OF_PEOPLE = frozenset({"team", "manager_id", "role", "level", "hire_date", "leave_date"})
"""What lists of people say and others hardly do."""


class Place(Struct, frozen=True):
    """Where tables of one header stand: their files, and a sheet where others of the file hold other tables.

    `beside` are the tables in these, each with its sheet.
    """

    files: tuple[str, ...]
    sheet: str | None = None
    beside: tuple[tuple[str, str], ...] = ()


def place_of(one: RawTable, others: Sequence[RawTable]) -> Place:
    """How the lines name a table among those that are read."""
    alike = all(other.header == one.header for other in others if other.file == one.file)
    files = dict.fromkeys(other.file.name for other in (one, *others) if other.header == one.header)
    return Place(tuple(files), None if alike else without_range(one.sheet))


def if_these_are_sales(place: Place, sample: Sample, found: Mapping[str, str]) -> Text | None:
    """The lines for a table that is none of ours, some of whose headers may be known (`found`).

    Where rows can be no sales, or no column can be the date or the amount, that instead; None where nothing is known.
    """
    if (why := why_no_sale(sample)) is not None:
        return why
    read, found = found, without_counted(sample, found)
    wanted = [column for column in _OF_A_SALE if column != "customer_name" or "customer_id" not in found]
    columns = guessed(sample, wanted, known=found)
    has = {**found, **columns}
    if (lack := lack_of_sales(has)) is not None:
        is_by_month = hint_of_months(sample, taken=frozenset(found.values())) is not None
        return None if is_by_month or not has else lack_beside(sample, lack, has)
    kept = {column: header for column, header in found.items() if column in _KEPT or read.get(column) != header}
    if "amount" in kept:
        kept["amount"] = before_fees(sample, kept["amount"], sample.header) or kept["amount"]
    beside = amounts_beside(sample, {**has, **kept, **columns})
    return _IF_SALES.fill(beside=beside, toml=toml_of(place, "orders", kept | columns))


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


def if_it_lacks_one(place: Place, candidate: Candidate, sample: Sample) -> Text | None:
    """The lines that name the day or the rep of a table that lacks nothing else; None where no column can be it."""
    if candidate.objection or len(candidate.missing) != 1 or candidate.table in _SALES:
        return None
    lines = lines_for_missing(place, candidate, sample)
    return None if lines is None else _IF_IT_IS.fill(table=table_words(candidate.table), lines=lines)


def lines_for_missing(
    place: Place, candidate: Candidate, sample: Sample, *, told: Mapping[str, str] | None = None
) -> Text | None:
    """The lines that name what a table of sales lacks, or another its day or rep; None where no cells show such.

    `told` are the columns that the configuration names for the file already.
    """
    missing = candidate.missing or HALVES.get(candidate.role, ())
    lacking = tuple("rep_name" if column == "rep_id" else column for column in missing)
    known = {column: mapped.header for column, mapped in candidate.found.items()}
    is_clear = candidate.table in _SALES or all(column.endswith(_DAY) or column == "rep_name" for column in lacking)
    columns = guessed(sample, lacking, known=known) if is_clear else {}
    has = {*known, *columns}
    if (
        not columns
        or not set(lacking) - {"amount"} <= columns.keys()
        or ("amount" in lacking and not _gives_amount(has))
    ):
        return None
    if candidate.table in _SALES:
        columns |= guessed(sample, _ASIDE, known={**known, **columns})
    if told is not None:
        return _ADD.fill(pairs=column_line({**told, **columns}))
    return _PASTE.fill(toml=toml_of(place, candidate.table, columns))


def _gives_amount(columns: Collection[str]) -> bool:
    return "amount" in columns or {"quantity", "unit_price"} <= set(columns)


def toml_of(place: Place, table: str, columns: Mapping[str, str]) -> str:
    """One `[[table]]` on lines of its own, which can be copied as they stand."""
    return table_lines(table, place.files, columns, sheet=place.sheet, beside=place.beside)
