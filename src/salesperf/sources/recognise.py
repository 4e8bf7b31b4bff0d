"""Each raw table is given its canonical table, once a distinct header; what is none of ours is told with the reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from salesperf.core.errors import Issue
from salesperf.core.text import Text
from salesperf.sources.known import Anew, Known, none_of_ours, with_found
from salesperf.sources.options import ReadOptions
from salesperf.sources.pieces.joined_lists import with_joined_lists
from salesperf.sources.pieces.listed_ids import with_listed_ids
from salesperf.sources.pieces.named_ids import with_names
from salesperf.sources.profile import Profile, profiles
from salesperf.sources.recognition.across import one_below_the_other
from salesperf.sources.recognition.ageing_summaries import without_summaries
from salesperf.sources.recognition.bills import bills_of
from salesperf.sources.recognition.by_month import beside_days, month_of
from salesperf.sources.recognition.candidate import HEADER, LINES, WHOLE, Verdict
from salesperf.sources.recognition.debt_ledgers import with_debt_ledgers
from salesperf.sources.recognition.delivered_date import by_delivery
from salesperf.sources.recognition.delivery_notes import without_deliveries
from salesperf.sources.recognition.headerless import named_by_cells
from salesperf.sources.recognition.judged_tables import judged_tables, looking_anew
from salesperf.sources.recognition.lacking_beside import lacking_beside
from salesperf.sources.recognition.listed_reps import with_listed_reps
from salesperf.sources.recognition.lone_lists import without_lone_sales
from salesperf.sources.recognition.money_in_lists import without_sales
from salesperf.sources.recognition.month_sheets import dated
from salesperf.sources.recognition.named_dimension import with_named_dimension
from salesperf.sources.recognition.named_rows import by_name
from salesperf.sources.recognition.names_beside_numbers import with_names_of_numbers
from salesperf.sources.recognition.only_day import by_only_day
from salesperf.sources.recognition.other_reps import with_other_reps
from salesperf.sources.recognition.paid_date import by_payment
from salesperf.sources.recognition.paired_orders import paired
from salesperf.sources.recognition.pivots import pivot_told, without_pivots
from salesperf.sources.recognition.receipts_beside import with_receipts
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.recognition.target_owners import with_owners
from salesperf.sources.recognition.target_scopes import with_scopes
from salesperf.sources.recognition.told_by_user import is_named, options_for
from salesperf.sources.recognition.unread_columns import unread_amount
from salesperf.sources.recognition.unrecognised import headers_not_there, unrecognised
from salesperf.sources.recognition.worked_amounts import with_worked_amount
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.order_forms import with_forms


class Recognised(Struct, frozen=True):
    """All raw tables in their order, and what the user should know."""

    tables: tuple[Known, ...]
    issues: tuple[Issue, ...]
    notes: tuple[Text, ...] = ()
    """What a report must say of tables that their names keep out of it."""


def recognised(raws: Sequence[RawTable], options: ReadOptions, *, named: Collection[Path]) -> Recognised:
    """Recognise every raw table; `named` are the files the user named one by one, which must be recognised."""
    known = profiles(options.profile_dirs)
    raws = with_forms(raws, known)
    raws = [dated(raw, options_for(raw, options), asked=options.as_table, known=known) for raw in raws]
    raws = [with_worked_amount(raw, options_for(raw, options), asked=options.as_table, known=known) for raw in raws]
    raws = one_below_the_other(raws, options, told=lambda raw: options_for(raw, options), known=known)
    seen = judged_tables(raws, options, known)
    judged, samples = seen.verdicts, [sample for _, sample in seen.verdicts]
    anew = looking_anew(seen, known, options)
    tables, dated_so = _by_other_days(seen.tables, judged, anew=anew)
    summaries = without_summaries(tables)
    listed = without_sales(without_pivots(summaries.tables))
    tables, guesses = named_by_cells(without_lone_sales(listed.tables, samples, options), samples)
    ledgers = with_debt_ledgers(tables, options, anew=anew)
    tables, receipts = with_receipts(ledgers.tables, judged, options, anew=anew)
    spoken = by_name(tables, options, anew=anew)
    deliveries = without_deliveries(spoken.tables, options)
    tables, faults = paired(deliveries.tables, judged, known=known, named=named)
    told = guesses | summaries.findings | dict(ledgers.findings) | dict(spoken.findings) | dict(deliveries.findings)
    faults |= {place: [one] for place, one in told.items()}
    for place, fault in beside_days(tables).items():
        faults[place], tables[place] = [fault], none_of_ours(tables[place])
    tables, people = _with_people(tables, samples, anew=anew)
    after_names = with_named_dimension(tables, known)
    listed_ids = with_names(with_listed_ids(after_names.tables, known))
    tables = with_joined_lists(listed_ids, known)
    tables = with_scopes(with_owners(tables, samples), samples)
    issues = _issues(tables, judged, faults, known=known, named=named)
    tables += bills_of(tables, anew=anew)
    of_sales = (*listed.notes, *ledgers.notes, *receipts, *spoken.notes, *deliveries.notes)
    notes = (*dated_so, *of_sales, *people)
    return Recognised(
        tuple(tables), tuple(issues), (*(one.text for one in guesses.values()), *notes, *after_names.notes)
    )


def _with_people(
    tables: Sequence[Known], samples: Sequence[Sample], *, anew: Anew
) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables with the names of those who sell, and what is said of it."""
    found, names = with_names_of_numbers(tables, samples)
    found, people = with_other_reps(with_listed_reps(found, samples, anew=anew))
    return found, (*names, *people)


def _issues(
    tables: Sequence[Known],
    judged: Sequence[tuple[Verdict, Sample]],
    faults: Mapping[int, list[Issue]],
    *,
    known: Sequence[Profile],
    named: Collection[Path],
) -> list[Issue]:
    """What is wrong with each table: what was seen already, columns that are not there, why it is none of ours."""
    return [
        fault
        for place, (one, (verdict, sample)) in enumerate(zip(tables, judged, strict=True))
        if one.lists is None
        for fault in (
            *headers_not_there(one),
            *(
                faults.get(place)
                or pivot_told(one, must=_is_needed(one, named, tables))
                or unread_amount(one, verdict)
                or lacking_beside(one, tables, verdict, sample, known=known)
                or unrecognised(one, verdict, sample, known=known, beside=tables, must=_is_needed(one, named, tables))
            ),
        )
    ]


def _by_other_days(
    tables: list[Known], verdicts: Sequence[tuple[Verdict, Sample]], *, anew: Anew
) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables, those of sales without a day of their own by their months, payments or deliveries; and the notes."""
    paid: tuple[Text, ...] = ()
    if not any(one.recognition.role == HEADER for one in tables):
        tables, paid = by_payment([_by_month(one, *verdict) for one, verdict in zip(tables, verdicts, strict=True)])
    tables, delivered = by_delivery(tables, anew=anew)
    tables, dated_so = by_only_day(tables, anew=anew)
    return tables, (*paid, *delivered, *dated_so)


def _is_needed(one: Known, named: Collection[Path], tables: Sequence[Known]) -> bool:
    """Whether a table that is none of ours is a fault; a sheet of notes beside one that is ours is not."""
    return is_named(one, named) and not any(
        other.raw.file is one.raw.file and other.table is not None for other in tables
    )


def _by_month(one: Known, verdict: Verdict, sample: Sample) -> Known:
    """Lines without the orders they belong to, as sales of the months they say; as they are where they say none."""
    is_lone = one.table == "orders" and one.recognition.role == LINES
    month = month_of("orders", sample, one.found, verdict.best.unread if verdict.best else {}) if is_lone else None
    if month is None:
        return one
    return with_found(one, {**one.found, month.column: month}, role=WHOLE)
