"""Each raw table is given its canonical table, once a distinct header; what is none of ours is told with the reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.core.text import Text
from salesperf.sources.amounts.list_prices import without_tag_prices
from salesperf.sources.known import Known, none_of_ours, with_found
from salesperf.sources.loaded import Recognition
from salesperf.sources.options import ReadOptions
from salesperf.sources.pieces.listed_ids import with_listed_ids
from salesperf.sources.pieces.named_ids import with_names
from salesperf.sources.profile import Profile, profiles
from salesperf.sources.recognition.across import one_below_the_other
from salesperf.sources.recognition.ageing_summaries import without_summaries
from salesperf.sources.recognition.amount_kinds import with_goods_alone
from salesperf.sources.recognition.bills import Anew, bills_of
from salesperf.sources.recognition.by_month import beside_days, month_of
from salesperf.sources.recognition.candidate import HEADER, LINES, WHOLE, Verdict
from salesperf.sources.recognition.debt_ledgers import with_debt_ledgers
from salesperf.sources.recognition.delivered_date import by_delivery
from salesperf.sources.recognition.delivery_notes import without_deliveries
from salesperf.sources.recognition.detect import detected, detected_as
from salesperf.sources.recognition.headerless import named_by_cells
from salesperf.sources.recognition.lacking_beside import lacking_beside
from salesperf.sources.recognition.ledger_names import with_ledger_name
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
from salesperf.sources.recognition.priced_by_list import OF_PRICES, priced_by_list
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.recognition.survey_questions import with_question
from salesperf.sources.recognition.target_known import NAME as TARGETS
from salesperf.sources.recognition.target_known import found_targets
from salesperf.sources.recognition.target_scopes import with_scopes
from salesperf.sources.recognition.told_by_user import is_named, options_for
from salesperf.sources.recognition.type_columns import with_type_column
from salesperf.sources.recognition.unread_columns import unread_amount
from salesperf.sources.recognition.unrecognised import headers_not_there, unrecognised
from salesperf.sources.recognition.worked_amounts import with_worked_amount
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.about import about
from salesperf.sources.titles.order_forms import with_form_fields

_SAMPLES = 8
"""Files of one header whose samples are looked at together."""
_Key = tuple[tuple[str, ...], tuple[str, ...], str | None, tuple[tuple[str, str], ...], frozenset[str]]


class Recognised(Struct, frozen=True):
    """All raw tables in their order, and what the user should know."""

    tables: tuple[Known, ...]
    issues: tuple[Issue, ...]
    notes: tuple[Text, ...] = ()
    """What a report must say of tables that their names keep out of it."""


def recognised(raws: Sequence[RawTable], options: ReadOptions, *, named: Collection[Path]) -> Recognised:
    """Recognise every raw table; `named` are the files the user named one by one, which must be recognised."""
    known = profiles(options.profile_dirs)
    raws = [with_form_fields(raw, known) for raw in raws]
    raws = [dated(raw, options_for(raw, options), asked=options.as_table, known=known) for raw in raws]
    raws = [with_worked_amount(raw, options_for(raw, options), asked=options.as_table, known=known) for raw in raws]
    raws = one_below_the_other(raws, options, told=lambda raw: options_for(raw, options), known=known)
    raws, keys, verdicts, lists = _judged(raws, options, known)
    tables = [_known(raw, verdicts[key][0], options) for raw, key in zip(raws, keys, strict=True)]
    tables = [replace(one, lists=OF_PRICES) if at in lists else one for at, one in enumerate(tables)]
    judged = [verdicts[key] for key in keys]
    samples = [sample for _, sample in judged]
    tables, paid = _by_other_days(tables, judged)

    anew = _looking_anew(raws, list(zip(keys, samples, strict=True)), known, options)
    tables, delivered = by_delivery(tables, anew=anew)
    tables, dated_so = by_only_day(tables, anew=anew)
    summaries = without_summaries(tables)
    listed = without_sales(summaries.tables)
    tables, guesses = named_by_cells(without_lone_sales(listed.tables, samples, options), samples)
    ledgers = with_debt_ledgers(tables, options, anew=anew)
    spoken = by_name(ledgers.tables, options, anew=anew)
    deliveries = without_deliveries(spoken.tables, options)
    tables, faults = paired(deliveries.tables, judged, known=known, named=named)
    told = guesses | summaries.findings | dict(ledgers.findings) | dict(spoken.findings) | dict(deliveries.findings)
    faults |= {place: [one] for place, one in told.items()}
    for place, fault in beside_days(tables).items():
        faults[place], tables[place] = [fault], none_of_ours(tables[place])
    tables, people = _with_people(tables, samples, anew=anew)
    after_names = with_named_dimension(tables, known)
    tables = with_scopes(with_names(with_listed_ids(after_names.tables, known)), samples)
    issues = _issues(tables, judged, faults, known=known, named=named)
    tables += bills_of(tables, anew=anew)
    notes = (*paid, *delivered, *dated_so, *listed.notes, *ledgers.notes, *spoken.notes, *deliveries.notes, *people)
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
                or unread_amount(one, verdict)
                or lacking_beside(one, tables, verdict, sample, known=known)
                or unrecognised(one, verdict, sample, known=known, beside=tables, must=_is_needed(one, named, tables))
            ),
        )
    ]


def _judged(
    raws: Sequence[RawTable], options: ReadOptions, known: Sequence[Profile]
) -> tuple[Sequence[RawTable], list[_Key], dict[_Key, tuple[Verdict, Sample]], frozenset[int]]:
    """The tables, priced by lists where need be, with their keys, the verdicts, and the places of these lists."""
    keys = [_key(raw, options) for raw in raws]
    verdicts = _verdicts(raws, keys, known)
    priced = priced_by_list(raws, [verdicts[key][0] for key in keys] if len(verdicts) > 1 else [])
    if priced.lists:
        raws, keys = priced.raws, [_key(raw, options) for raw in priced.raws]
        verdicts = _verdicts(raws, keys, known)
    return raws, keys, verdicts, priced.lists


def _verdicts(
    raws: Sequence[RawTable], keys: Sequence[_Key], known: Sequence[Profile]
) -> dict[_Key, tuple[Verdict, Sample]]:
    """What the tables of each header are, with the sample that says so."""
    verdicts: dict[_Key, tuple[Verdict, Sample]] = {}
    for key in dict.fromkeys(keys):
        sample = _sample([raw for raw, own in zip(raws, keys, strict=True) if own == key])
        verdict = detected_as(key[2], sample, known, dict(key[3])) if key[2] else detected(sample, known)
        verdicts[key] = (verdict, sample)
    return verdicts


def _looking_anew(
    raws: Sequence[RawTable], samples: Sequence[tuple[_Key, Sample]], known: Sequence[Profile], options: ReadOptions
) -> Anew:
    """Reads one of the tables as another canonical one; those of one header are looked at once."""
    verdicts: dict[tuple[_Key, str, tuple[tuple[str, str], ...]], Verdict] = {}

    def anew(place: int, table: str, told: Mapping[str, str]) -> Known | None:
        key, sample = samples[place]
        question = (key, table, tuple(sorted(told.items())))
        if question not in verdicts:
            verdicts[question] = detected_as(table, sample, known, told)
        verdict = verdicts[question]
        return None if verdict.best is None else _of_verdict(raws[place], verdict, options)

    return anew


def _by_other_days(
    tables: list[Known], verdicts: Sequence[tuple[Verdict, Sample]]
) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables, those of sales without a day of their own by their months or payments; what is said of these."""
    if any(one.recognition.role == HEADER for one in tables):
        return tables, ()
    return by_payment([_by_month(one, *verdict) for one, verdict in zip(tables, verdicts, strict=True)])


def _is_needed(one: Known, named: Collection[Path], tables: Sequence[Known]) -> bool:
    """Whether a table that is none of ours is a fault; a sheet of notes beside one that is ours is not."""
    return is_named(one, named) and not any(
        other.raw.file is one.raw.file and other.table is not None for other in tables
    )


def _key(raw: RawTable, options: ReadOptions) -> _Key:
    told = options_for(raw, options)
    table = options.as_table or (told.name if told else None)
    dtypes = tuple(str(dtype) for dtype in raw.sample.dtypes)
    return (raw.header, dtypes, table, tuple(sorted(told.columns.items())) if told else (), about(raw))


def _sample(raws: Sequence[RawTable]) -> Sample:
    if len(raws) == 1:
        return Sample(raws[0].header, raws[0].sample, about=about(raws[0]))
    samples = sorted((raw.sample for raw in raws[:_SAMPLES]), key=lambda sample: -sample.height)
    return Sample(raws[0].header, pl.concat(samples), samples[0].height, about=about(raws[0]))


def _known(raw: RawTable, verdict: Verdict, options: ReadOptions) -> Known:
    told = options_for(raw, options)
    if (sheet := found_targets(raw, verdict, options, told)) is not None:
        # Its totals are held against its rows with all that is known of targets.
        raw = replace(raw, issues=tuple(one for one in raw.issues if one.code != "R130" or not raw.totals))
        return Known(raw, sheet.recognition, sheet.found, told, sheet.sheet)
    return _of_verdict(raw, verdict, options)


def _of_verdict(raw: RawTable, verdict: Verdict, options: ReadOptions) -> Known:
    told = options_for(raw, options)
    best = None if verdict.is_tie or (verdict.best and verdict.best.table == TARGETS) else verdict.best
    used = {mapped.header for mapped in best.found.values()} if best else set()
    recognition = Recognition(
        file=raw.file.name,
        sheet=raw.sheet,
        table=best.table if best else None,
        profile=best.profile if best else None,
        mapped=tuple(best.found.values()) if best else (),
        unmapped=tuple(header for header in raw.header if header not in used),
        score=best.score if best else 0.0,
        layout=raw.layout,
        runners_up=tuple((other.table, other.score) for other in verdict.others if other.is_possible),
        role=best.role if best else WHOLE,
    )
    known = Known(raw, recognition, best.found if best else {}, told)
    return with_question(with_ledger_name(with_type_column(with_goods_alone(without_tag_prices(known)))))


def _by_month(one: Known, verdict: Verdict, sample: Sample) -> Known:
    """Lines without the orders they belong to, as sales of the months they say; as they are where they say none."""
    is_lone = one.table == "orders" and one.recognition.role == LINES
    month = month_of("orders", sample, one.found, verdict.best.unread if verdict.best else {}) if is_lone else None
    if month is None:
        return one
    return with_found(one, {**one.found, month.column: month}, role=WHOLE)
