"""One canonical table gathered from its files: those of one header are read together, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import Lang, Text
from salesperf.sources.amounts.charge_lines import item_columns
from salesperf.sources.amounts.column_sources import evidence_of, sources_of
from salesperf.sources.amounts.cost_meaning import is_unclear, shows_meaning
from salesperf.sources.amounts.invoice_amounts import TAXES
from salesperf.sources.amounts.order_discounts import COLUMNS as ORDER_MONEY
from salesperf.sources.amounts.order_fields import may_stand_once
from salesperf.sources.amounts.title_tax import title_tax
from salesperf.sources.conform.cell_faults import with_cell_faults
from salesperf.sources.conform.conform import rows_of
from salesperf.sources.encodings.vocabulary import DAY_FIRST
from salesperf.sources.known import Known
from salesperf.sources.loaded import Mapped
from salesperf.sources.options import ReadOptions
from salesperf.sources.overlap.reach import EVENTS
from salesperf.sources.overlap.same_rows import DATED
from salesperf.sources.overlap.same_sale import told_apart_by
from salesperf.sources.overlap.stack import KEYS
from salesperf.sources.pieces.column_findings import column_findings, column_notes
from salesperf.sources.pieces.dashes import with_dashes
from salesperf.sources.pieces.days_lost import LOST
from salesperf.sources.pieces.deal_lines import TELLING as DEAL_LINES
from salesperf.sources.pieces.decimal_mark import likely_mark
from salesperf.sources.pieces.declared import with_declared_values
from salesperf.sources.pieces.halves import joined_halves
from salesperf.sources.pieces.line_flags import with_line_flags
from salesperf.sources.pieces.missing_values import with_missing_values
from salesperf.sources.pieces.name_findings import name_findings, name_notes
from salesperf.sources.pieces.named_ids import put_names
from salesperf.sources.pieces.near_product import amounts_near_product
from salesperf.sources.pieces.one_currency import with_currency
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.other_amounts import amounts_beside
from salesperf.sources.pieces.other_quantities import quantities_beside
from salesperf.sources.pieces.piece import NAMED_BY, Piece, finished
from salesperf.sources.pieces.refund_status import with_refund_status
from salesperf.sources.pieces.response_waits import WAITS
from salesperf.sources.pieces.returned_quantities import with_returned_quantities
from salesperf.sources.pieces.row_totals import with_row_totals
from salesperf.sources.pieces.same_headers import twins_of
from salesperf.sources.pieces.sent_back import with_sent_back
from salesperf.sources.pieces.stated_totals import with_stated_totals
from salesperf.sources.pieces.validate import MUST
from salesperf.sources.pieces.wish import Wish
from salesperf.sources.profile import LINE_FLAGS, LINE_TYPE, PARTS, REFUND_STATUS, kind_of
from salesperf.sources.recognition.candidate import HEADER, LINES
from salesperf.sources.values.cells import Rules, reading_of, scale_of
from salesperf.sources.values.money_unit import unit_named
from salesperf.sources.values.survey_answers import ANSWER
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind


def gathered(table: str, files: Sequence[Known], *, options: ReadOptions, wish: Wish, lang: Lang) -> tuple[Piece, ...]:
    """All pieces of one table, in the order of their files; a header file and its lines make one piece."""
    wish = _with_overlap(table, files, wish)
    halves = [one for one in files if one.recognition.role in {HEADER, LINES}]
    whole = [one for one in files if one.recognition.role not in {HEADER, LINES}]
    pieces = [
        finished(table, _read(table, group, options=options, wish=wish, lang=lang), wish=wish)
        for group in _groups(whole)
    ]
    # A header and its lines are joined by the columns they have, so none of them may be left out.
    full = wish.with_signs_read()
    reads = [
        _read(table, group, options=options, wish=_with_money(full, group), lang=lang) for group in _groups(halves)
    ]
    return (*pieces, *joined_halves(table, reads, wish=full)) if reads else tuple(pieces)


def _with_money(wish: Wish, files: Sequence[Known]) -> Wish:
    """The wish with the money of order headers, which tells the discounts of their lines."""
    if wish.columns is None or files[0].recognition.role != HEADER or "discount" not in files[0].found:
        return wish
    return replace(wish, columns=wish.columns | ORDER_MONEY)


def _with_overlap(table: str, files: Sequence[Known], wish: Wish) -> Wish:
    """The wish with what tells whether an order of two files is the same; without ids, that is the whole row."""
    if len(files) == 1 or wish.columns is None:
        return wish
    if table in DATED and any(_lacks_ids(one, KEYS.get(table, ())[:1]) for one in files):
        return replace(wish, columns=wish.columns.union(*(one.found for one in files)))
    if table != "orders":
        return wish
    apart = told_apart_by([one.found.keys() for one in files])
    return replace(wish, columns=wish.columns.union(column for column in apart if column))


def _lacks_ids(one: Known, key: Sequence[str]) -> bool:
    """Whether some rows of a file have no number, as far as its sample shows."""
    mapped = [one.found[column] for column in key if column in one.found]
    return not mapped or any(one.raw.sample[column.header].null_count() > 0 for column in mapped)


def _groups(files: Sequence[Known]) -> list[tuple[Known, ...]]:
    """Files that can be read in one pass: one header, one set of types, one mapping."""
    groups: dict[object, list[Known]] = {}
    for one in files:
        mapping = tuple(sorted((column, mapped.header) for column, mapped in one.found.items()))
        told = one.told and (
            one.told.date_order, one.told.decimal, repr(one.told.values), one.told.amount_includes,
            one.told.refund_of, one.told.refund_includes,
        )  # fmt: skip
        layout = one.raw.layout
        how = (layout.date1904, layout.unit, title_tax(layout.titles), one.returned_by)
        key = (one.raw.header, tuple(map(str, one.raw.sample.dtypes)), mapping, told, *how)
        groups.setdefault(key, []).append(one)
    return [tuple(group) for group in groups.values()]


def _read(table: str, files: tuple[Known, ...], *, options: ReadOptions, wish: Wish, lang: Lang) -> Read:
    first = files[0]
    raws = [one.raw for one in files]
    sample = pl.concat([raw.sample for raw in raws[:8]]) if len(raws) > 1 else raws[0].sample
    once = table == "orders" and may_stand_once(sample, first.found)
    wanted = first.found if once else _wanted(table, first.found, wish)
    rules = _rules(first, sample, options)
    items = item_columns(raws, first.found) if table == "orders" and "amount" in wish else frozenset[str]()
    needed = wanted.keys() | items
    readings = [
        reading_of(mapped.header, column, kind_of(TABLES[table], column), sample[mapped.header], rules)
        for column, mapped in first.found.items()
        if column in needed
    ]
    signs = frozenset() if once else wish.signs - _wanted(table, first.found, wish.without_signs()).keys()
    rows = rows_of(raws, readings, rules=rules, signs=signs, count_repeats=wish.count_repeats and raws[0].held is None)
    with_cell_faults(rows, raws)
    read = Read(files, rows, rules, frozenset(first.found), stands_once=once, items=items)
    read.notes += _of_layout(read)
    with_missing_values(table, read)
    with_dashes(table, read)
    with_stated_totals(table, read)
    with_row_totals(table, read)
    with_refund_status(read)
    with_sent_back(read)
    with_line_flags(read)
    with_returned_quantities(table, read)
    put_names(read)
    if first.told is not None and first.told.values:
        with_declared_values(read, first.told.values)
    with_currency(read, lang, yen="JPY" if options.currency == "JPY" else "CNY", asked=wish.columns or ())
    twins = twins_of(read, table)
    read.issues += (*column_findings(read), *name_findings(read), *twins.issues)
    read.notes += (*column_notes(read), *name_notes(read), *twins.notes)
    for beside in (amounts_beside, quantities_beside, amounts_near_product):
        read.notes += beside(table, read)
    return read


def _rules(first: Known, sample: pl.DataFrame, options: ReadOptions) -> Rules:
    """How the cells of files are read, of which this is the first: as they are told, else as they look."""
    rules = Rules(
        (first.told.date_order if first.told else None) or options.date_order,
        (first.told.decimal if first.told else None) or options.decimal,
        options.timezone,
        first.raw.layout.date1904,
        first.raw.layout.unit,
        likely_order="dmy" if first.recognition.profile in DAY_FIRST else None,
    )
    if rules.decimal is not None:
        return rules
    likely = likely_mark(sample, first.found, delimiter=first.raw.layout.delimiter)
    return replace(rules, likely_decimal=likely) if likely else rules


def _of_layout(read: Read) -> Iterator[Text]:
    """What is said of rows that lay across, and of the unit that titles name."""
    for one in read.files:
        if one.raw.held is not None:
            yield one.raw.held.told
    yield from dict.fromkeys(note for one in read.files for note in one.raw.notes)
    unit, kinds = read.rules.unit, {reading.kind for reading in read.rows.readings}
    if scale_of("", Kind.MONEY, unit=unit) != 1 and Kind.MONEY in kinds:
        named = unit_named(unit)
        yield Text(f"amounts are in {named}, as the titles say", f"标题注明金额单位为{named}，已换算")


def _wanted(table: str, found: Mapping[str, Mapped], wish: Wish) -> Mapping[str, Mapped]:
    if wish.columns is None:
        return found
    wanted = set(wish.columns) | set(MUST.get(table, ())) | set(EVENTS.get(table, ())) | set(KEYS.get(table, ())[:1])
    if table in NAMED_BY:
        wanted |= {*NAMED_BY[table], *PARTS}
    if table == "invoices" and "amount" in wanted:
        wanted |= TAXES
    if table == "surveys":
        wanted.add(ANSWER)
    if table == "leads":
        wanted |= WAITS.keys()
    if table == "deals" and "amount" in wanted:
        wanted |= set(DEAL_LINES)
    if table == "deals" and "closed_date" in wanted:
        wanted.add(LOST)
    needed = frozenset(wanted)
    if table == "orders":
        needed = _sources(frozenset(wanted), found)
    flags = {*LINE_FLAGS, LINE_TYPE, REFUND_STATUS} if "status" in wanted else set()
    return {column: mapped for column, mapped in found.items() if column in needed | wish.signs | flags}


def _sources(wanted: frozenset[str], found: Mapping[str, Mapped]) -> frozenset[str]:
    """The columns that order lines come from, and those that show what these mean."""
    if "cost" in wanted and (shows := shows_meaning(found.keys())):
        wanted |= {*shows, "amount"} if is_unclear(found["cost"].header) else frozenset()
    return sources_of(wanted, found.keys()) | evidence_of(wanted, found.keys())
