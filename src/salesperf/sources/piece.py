"""A piece of a canonical table: rows of files that share a header, derived, validated and accounted for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.about import CSAT, NPS, about
from salesperf.sources.blank_below import blank_below
from salesperf.sources.cells import Rules
from salesperf.sources.charge_lines import without_charge_lines
from salesperf.sources.column_sources import derivable, sources_of
from salesperf.sources.days_lost import LOST, with_days_lost
from salesperf.sources.deal_lines import deal_lines
from salesperf.sources.invoice_amounts import invoice_amounts
from salesperf.sources.invoice_lines import invoice_lines
from salesperf.sources.known import Known
from salesperf.sources.main_lines import without_main_lines
from salesperf.sources.objections import LOOKUPS
from salesperf.sources.one_kind import one_kind, with_one_kind
from salesperf.sources.order_discounts import shared_discounts
from salesperf.sources.order_lines import order_lines
from salesperf.sources.own_customers import own_customers
from salesperf.sources.profile import LINE_FLAGS, PARTS
from salesperf.sources.raw import RawTable
from salesperf.sources.reach import EVENTS
from salesperf.sources.response_waits import ANSWERED, WAIT, with_answers
from salesperf.sources.row_places import PART
from salesperf.sources.rows_read import Rows, only
from salesperf.sources.set_aside import SetAside
from salesperf.sources.survey_answers import ANSWER, scored_answers
from salesperf.sources.taken_back import taken_back
from salesperf.sources.title_tax import title_tax
from salesperf.sources.unused_columns import unused_columns
from salesperf.sources.validate import MUST, Orders, validated, without_torn_numbers
from salesperf.sources.written import written
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import FILE, PROVENANCE, ROW, SHEET, Kind, conform

NAMED_BY = {**LOOKUPS, "campaigns": ("campaign", "name")}
"""Tables whose key may be a name, with both."""


class Wish(Struct, frozen=True):
    """What to read: canonical columns (None: all), provenance or not, repeats counted or not.

    `signs` are columns that matter only where a cell of them is below zero; elsewhere they are not kept.
    """

    columns: frozenset[str] | None
    provenance: bool = False
    count_repeats: bool = False
    signs: frozenset[str] = frozenset()

    def __contains__(self, column: str) -> bool:
        """Whether a column is to be read."""
        return self.columns is None or column in self.columns

    def with_signs_read(self) -> Wish:
        """The same, with the columns of `signs` kept in any case."""
        return replace(self, columns=None if self.columns is None else self.columns | self.signs, signs=frozenset())

    def without_signs(self) -> Wish:
        """The same for nothing but `columns`."""
        return replace(self, signs=frozenset())


class Piece(Struct, frozen=True):
    """The rows of files that share a header, canonical, with `PART` as the place in `files`."""

    files: tuple[Known, ...]
    frame: pl.DataFrame
    mapped: frozenset[str]
    quarantined: Mapping[int, int]
    heights: Mapping[int, int]
    money: Mapping[int, Mapping[str, Decimal]]
    repeated: Mapping[int, int] | None
    codes: frozenset[str] = frozenset()
    amount_codes: frozenset[str] = frozenset()
    """The currencies the amount column names in its header and cells."""
    has_unclear_yen: bool = False
    is_header: bool = False
    """The rows were joined to their lines and stand in another piece."""
    issues: tuple[Issue, ...] = ()
    notes: tuple[Text, ...] = ()
    aside: tuple[SetAside, ...] = ()
    """The rows that cannot be loaded, with their reasons."""
    written: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """How a part writes a column, where it is certain: the order of dates, the decimal mark."""
    taken_off: frozenset[str] = frozenset()
    """The charges (tax, freight) that the amounts of the files held and do not hold here."""
    by_month: frozenset[str] = frozenset()
    """The columns of days that say months only."""


class Read(Struct):
    """What one pass over files of one header gave; `found` are the columns they have, by canonical name."""

    files: tuple[Known, ...]
    rows: Rows
    rules: Rules
    found: frozenset[str]
    codes: frozenset[str] = frozenset()
    amount_codes: frozenset[str] = frozenset()
    has_unclear_yen: bool = False
    stands_once: bool = False
    """Something may be said once an order although the order has several lines."""
    items: frozenset[str] = frozenset()
    """The columns in which lines name a tax, a freight or a fee as what was sold."""
    orders: Orders | None = None
    """Where lines look for their orders."""
    order_money: Mapping[str, str] = field(default_factory=dict)
    """What lines carry of the money of their order's header, and the header's words for it."""
    issues: list[Issue] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        """The files' words for the columns that were read."""
        return {reading.column: reading.header for reading in self.rows.readings}

    @property
    def includes(self) -> tuple[str, ...] | None:
        """What the configuration says the amounts hold."""
        told = self.files[0].told
        return told.amount_includes if told else None


def finished(table: str, read: Read, *, wish: Wish) -> Piece:
    """Derive, validate and account for the rows of one read."""
    rows, raws = read.rows, [one.raw for one in read.files]
    frame, used = _worked_out(table, read, _with_names(table, without_torn_numbers(rows.frame, raws)))
    returned = taken_back(table, frame, read.files)
    frame = returned.frame
    read.notes += returned.notes
    read.issues += returned.issues
    unused = unused_columns(table, frame, read.files)
    read.notes += (*unused.notes, *own_customers(table, frame, read.files))
    read.issues += unused.issues
    read.issues += blank_below(table, frame, read.files[0]) if len(read.files) == 1 else ()
    mapped = mapped_columns(table, read.found)
    extents = heights(rows.frame, len(raws))
    if wish.provenance:
        frame = _with_provenance(frame, raws, extents)
    asked = _asked(table, read.found, wish) | used
    checked = validated(table, frame, rows, raws, asked=asked, orders=read.orders)
    named = frozenset({"currency"} & set(frame.columns))
    return Piece(
        files=read.files,
        frame=canonical(table, checked.frame),
        mapped=mapped | named,
        quarantined=checked.quarantined,
        heights=extents,
        money=money(table, frame, len(raws)),
        repeated=rows.repeated,
        codes=read.codes,
        amount_codes=read.amount_codes,
        has_unclear_yen=read.has_unclear_yen,
        issues=(*read.issues, *checked.issues),
        notes=tuple(read.notes),
        aside=checked.aside,
        written=written(rows, len(raws)),
        taken_off=used,
        by_month=rows.by_month,
    )


def _worked_out(table: str, read: Read, frame: pl.DataFrame) -> tuple[pl.DataFrame, frozenset[str]]:
    """The rows with their amounts as the catalog means them, and the columns these were worked out from."""
    if table == "invoices":
        title = title_tax(read.files[0].raw.layout.titles)
        found, notes = invoice_amounts(frame, read.headers, includes=read.includes, title=title)
        bills = invoice_lines(found, read.headers, is_settled=read.files[0].is_told("amount"))
        read.notes += (*notes, *bills.notes)
        return bills.frame, frozenset()
    if table == "deals":
        return _of_deals(read, frame), frozenset()
    if table == "leads":
        return _of_leads(read, frame), frozenset()
    if table in {"surveys", "activities"}:
        return _of_answers(read, frame) if table == "surveys" else _of_activities(read, frame), frozenset()
    if table != "orders":
        return frame, frozenset()
    lines = order_lines(frame, read.rows.readings, read.files[0], stands_once=read.stands_once, columns=read.found)
    goods = without_charge_lines(lines.frame, read.items)
    whole = without_main_lines(goods.frame, read.files[0])
    read.notes += (*lines.notes, *goods.notes, *whole.notes)
    read.issues += lines.issues
    return _with_order_discounts(read, whole.frame), lines.taken_off


def _of_leads(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Leads with the moment of their first answer, where only its wait is told."""
    found, notes = with_answers(frame, read.headers)
    read.notes += notes
    if notes:
        read.found |= {ANSWERED, WAIT}
    return found


def _of_answers(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Answers in words as scores."""
    raw = read.files[0].raw
    header = read.headers.get(ANSWER, "")
    where = Where(raw.file.name, raw.sheet, column=header)
    to_recommend = about(raw) & {CSAT, NPS} == {NPS}
    answers = scored_answers(frame, header, where, asks_to_recommend=to_recommend)
    read.notes += answers.notes
    read.issues += answers.issues
    if ANSWER in read.found:
        read.found = read.found - {ANSWER} | ({"nps_score"} if to_recommend else {"csat_score", "scale"})
    return answers.frame


def _of_activities(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Activities all of one kind that only headers or names tell."""
    raw = read.files[0].raw
    kind = one_kind(raw.header, about(raw)) if "kind" not in read.found else None
    if kind is not None:
        read.notes.append(kind.told)
        read.found |= {"kind"}
    return with_one_kind(frame, kind)


def _of_deals(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Deals on several rows, each of which counts once."""
    if LOST in frame.columns:
        frame = with_days_lost(frame)
        read.found = read.found - {LOST} | {"closed_date"}
    lines = deal_lines(frame, read.headers, is_settled=read.files[0].is_told("amount"))
    read.notes += lines.notes
    if "deal_id" in lines.frame.columns:
        read.found |= {"deal_id"}
    return lines.frame


def _with_order_discounts(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """The lines less the discounts that stand in the headers of their orders."""
    if not read.order_money:
        return frame
    is_priced = "amount" not in read.found and {"quantity", "unit_price"} <= read.found
    shared = shared_discounts(frame, read.order_money, is_priced=is_priced, includes=read.includes)
    read.notes += [*shared.notes, *shared.doubts]
    where = Where(read.files[0].raw.file.name, read.files[0].raw.sheet)
    read.issues += [issue("R330", doubt, where) for doubt in shared.doubts]
    if shared.has_discount:
        read.found |= {"discount"}
    return shared.frame


def mapped_columns(table: str, found: Collection[str]) -> frozenset[str]:
    """The canonical columns a file has or gives by derivation."""
    has = {column for column in found if column in TABLES[table].names}
    if set(PARTS) <= set(found):
        has.add("rep_name")
    if table in NAMED_BY and NAMED_BY[table][1] in has:
        has.add(NAMED_BY[table][0])
    if table == "orders":
        has |= derivable(found)
    return frozenset(has)


def canonical(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The canonical columns of a frame, checked, and `PART`."""
    schema = TABLES[table]
    known = [name for name in frame.columns if name in schema.names or name in PROVENANCE]
    conform(frame.clear().select(known), schema)
    return only(frame, [*(name for name in (*schema.names, *PROVENANCE) if name in known), PART])


def heights(frame: pl.DataFrame, parts: int) -> dict[int, int]:
    """Rows of each part."""
    if parts == 1:
        return {0: frame.height}
    return dict.fromkeys(range(parts), 0) | dict(frame.group_by(PART).len().iter_rows())


def money(table: str, frame: pl.DataFrame, parts: int) -> dict[int, dict[str, Decimal]]:
    """The sum of every money column of each part."""
    columns = [
        column.name for column in TABLES[table].columns if column.kind is Kind.MONEY and column.name in frame.columns
    ]
    if not columns:
        return {}
    if parts == 1:
        return {0: frame.select(pl.col(columns).sum()).row(0, named=True)}
    sums = frame.group_by(PART).agg(pl.col(columns).sum())
    return {row.pop(PART): row for row in sums.iter_rows(named=True)}


def _with_names(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """A name from its parts, and the name as the id of a lookup table that has no other."""
    if set(PARTS) <= set(frame.columns):
        if "rep_name" not in frame.columns:
            whole = pl.concat_str(PARTS, separator=" ", ignore_nulls=True).str.strip_chars()
            frame = frame.with_columns(pl.when(whole != "").then(whole).alias("rep_name"))
        frame = frame.drop(PARTS)
    if table in NAMED_BY:
        key, name = NAMED_BY[table]
        if key not in frame.columns and name in frame.columns:
            frame = frame.with_columns(pl.col(name).alias(key))
    return frame


def _asked(table: str, found: Collection[str], wish: Wish) -> frozenset[str]:
    """The columns of the file in which an unreadable cell spoils the row: those wanted, and what they come from."""
    wanted = wish.with_signs_read().columns
    if wanted is None:
        wanted = frozenset() if table in LOOKUPS else frozenset({"amount", *EVENTS.get(table, ())})
    # A mark that nobody can read decides whether the line is revenue.
    wanted |= frozenset(MUST.get(table, ())) | set(LINE_FLAGS)
    return sources_of(wanted, found) if table == "orders" else wanted


def _with_provenance(frame: pl.DataFrame, raws: Sequence[RawTable], extents: Mapping[int, int]) -> pl.DataFrame:
    """The file, sheet and row each row came from; the frame must hold all rows in the order of their parts."""
    numbers = pl.concat([_row_numbers(raw, extents[part]) for part, raw in enumerate(raws)])
    sources = pl.DataFrame(
        {
            PART: range(len(raws)),
            FILE: [raw.file.name for raw in raws],
            SHEET: [raw.sheet for raw in raws],
        },
        schema={PART: pl.UInt32, FILE: pl.Categorical, SHEET: pl.Categorical},
    )
    return frame.with_columns(numbers.alias(ROW)).join(sources, on=PART, how="left", maintain_order="left")


def _row_numbers(raw: RawTable, height: int) -> pl.Series:
    if raw.row_numbers is not None:
        return pl.Series(raw.row_numbers, dtype=pl.UInt32)
    first = raw.layout.first_row
    return pl.int_range(first, first + height, dtype=pl.UInt32, eager=True)
