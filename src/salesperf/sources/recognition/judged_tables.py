"""What each raw table is by its own header and cells, looked at once a distinct header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.amounts.list_prices import without_tag_prices
from salesperf.sources.known import Anew, Known
from salesperf.sources.loaded import Recognition
from salesperf.sources.options import ReadOptions
from salesperf.sources.profile import Profile
from salesperf.sources.recognition.amount_kinds import with_goods_alone
from salesperf.sources.recognition.candidate import WHOLE, Verdict
from salesperf.sources.recognition.detect import detected, detected_as
from salesperf.sources.recognition.ledger_names import with_ledger_name
from salesperf.sources.recognition.priced_by_list import OF_PRICES, priced_by_list
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.recognition.survey_questions import with_question
from salesperf.sources.recognition.target_known import NAME as TARGETS
from salesperf.sources.recognition.target_known import found_targets
from salesperf.sources.recognition.told_by_user import options_for
from salesperf.sources.recognition.type_columns import with_type_column
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.about import about

_SAMPLES = 8
"""Files of one header whose samples are looked at together."""
_Key = tuple[tuple[str, ...], tuple[str, ...], str | None, tuple[tuple[str, str], ...], frozenset[str]]


class JudgedTables(Struct, frozen=True):
    """The raw tables, priced by lists where need be, with what each is and the verdict that says so."""

    raws: Sequence[RawTable]
    tables: list[Known]
    verdicts: list[tuple[Verdict, Sample]]
    keys: list[_Key]


def judged_tables(raws: Sequence[RawTable], options: ReadOptions, known: Sequence[Profile]) -> JudgedTables:
    """What each raw table is; lists that price the lines of others are lists of prices alone."""
    keys = [_key(raw, options) for raw in raws]
    verdicts = _verdicts(raws, keys, known)
    priced = priced_by_list(raws, [verdicts[key][0] for key in keys] if len(verdicts) > 1 else [])
    if priced.lists:
        raws, keys = priced.raws, [_key(raw, options) for raw in priced.raws]
        verdicts = _verdicts(raws, keys, known)
    tables = [_known(raw, verdicts[key][0], options) for raw, key in zip(raws, keys, strict=True)]
    tables = [replace(one, lists=OF_PRICES) if at in priced.lists else one for at, one in enumerate(tables)]
    return JudgedTables(raws, tables, [verdicts[key] for key in keys], keys)


def looking_anew(seen: JudgedTables, known: Sequence[Profile], options: ReadOptions) -> Anew:
    """Reads one of the tables as another canonical one; those of one header are looked at once."""
    verdicts: dict[tuple[_Key, str, tuple[tuple[str, str], ...]], Verdict] = {}

    def anew(place: int, table: str, told: Mapping[str, str]) -> Known | None:
        question = (seen.keys[place], table, tuple(sorted(told.items())))
        if question not in verdicts:
            verdicts[question] = detected_as(table, seen.verdicts[place][1], known, told)
        verdict = verdicts[question]
        return None if verdict.best is None else _of_verdict(seen.raws[place], verdict, options)

    return anew


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
