"""The door of reading: files in, canonical tables out, with every finding and an account of every row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import polars as pl
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.han import has_han
from salesperf.core.text import Lang, Text
from salesperf.sources.conform.corrected import Corrected, corrected
from salesperf.sources.conform.corrections import ReadBack, corrections_of, without_quarantine
from salesperf.sources.conform.hidden_rows import HiddenRowsError
from salesperf.sources.encodings.vocabulary import JAPANESE
from salesperf.sources.files.raw_tables import is_perhaps_prose, raw_tables, read_anew, without_no_data
from salesperf.sources.gather import gathered
from salesperf.sources.known import Known, headers_of, spots_of, unmapped_in, unmapped_of
from salesperf.sources.loaded import Loaded, Recognition
from salesperf.sources.options import Needs, Progress, ReadOptions
from salesperf.sources.overlap.contradictions import closed_before_contact
from salesperf.sources.pieces.accounts import accounts
from salesperf.sources.pieces.currency_of_targets import from_targets
from salesperf.sources.pieces.drift import drift_findings
from salesperf.sources.pieces.home_currency import with_home_amounts
from salesperf.sources.pieces.reps_by_customer import with_customers_read
from salesperf.sources.pieces.settle import Settled, settle
from salesperf.sources.pieces.target_table import target_table
from salesperf.sources.pieces.wish import Wish
from salesperf.sources.recognise import Recognised, recognised
from salesperf.sources.recognition.named_dimension import sisters_of
from salesperf.sources.rows.raw import RawTable
from salesperf.tables.bundle import Bundle
from salesperf.tables.catalog import TABLES

_PLACED = frozenset({"surveys", "market", "campaigns", "products", "customers", "targets"})
"""Small tables whose rows keep their place: what is wrong with one is seen once the others are known."""


def load(
    inputs: Sequence[str],
    *,
    options: ReadOptions,
    needs: Needs | None = None,
    signs: Needs | None = None,
    provenance: bool = False,
    count_repeats: bool = True,
    digests: bool = True,
    progress: Progress | None = None,
) -> Loaded:
    """Read files, folders and globs into canonical tables.

    `needs` are the canonical columns wanted by table; a table it does not name is read whole. `signs` are columns
    beside them that are wanted only where one of their cells is below zero. Faults of the data come back as issues;
    only wrong words (a file that does not exist) raise. Without `digests` the accounts name no hashes, which take a
    pass over all the bytes.
    """
    given = [Path(file) for file in options.corrections]
    found = raw_tables(inputs, options=options, digests=digests or bool(given), progress=progress)
    raws, read_issues, left_out = without_quarantine(found, given=given)
    counts = count_repeats and needs is None
    wishes = {
        table: Wish((needs or {}).get(table), placed, counts, (signs or {}).get(table, frozenset()))
        for table, placed in ((table, provenance or table in _PLACED) for table in TABLES.keys)
    }
    back, named = corrections_of(given), _named(inputs)
    known, mended, settled = _understood_in_the_end(raws, back, wishes, options=options, named=named)
    bundle, said = _bundle(settled, known, options)
    issues = (*read_issues, *mended.issues, *_of_tables(known.tables), *known.issues, *said)
    return Loaded(
        bundle,
        (
            *issues,
            *(fault for one in settled for fault in one.issues),
            *_between_tables(bundle),
            *_yen(settled, options),
        ),
        tuple(accounts(settled, known.tables, mended, left_out=left_out)),
        tuple(one.recognition for one in known.tables),
        tuple(aside for one in settled for aside in one.aside),
        tuple(one for applied in mended.applied.values() for one in applied),
        mended.files,
    )


def _bundle(settled: Sequence[Settled], known: Recognised, options: ReadOptions) -> tuple[Bundle, tuple[Issue, ...]]:
    """The tables with what is known of all of them, and the finding on a currency that targets alone name."""
    tables, lang = {one.table.name: one.table for one in settled}, language(known.tables)
    codes = _codes(settled, options)
    said = None if codes else from_targets((unit for one in settled for unit in one.units), tables, lang)
    notes = (*known.notes, *(note for one in settled for note in one.notes), *((said.note,) if said else ()))
    bundle = Bundle(
        tables=tables,
        currency=said.code if said else next(iter(codes)) if len(codes) == 1 else None,
        lang=lang,
        notes=tuple(dict.fromkeys(notes)),
        unmapped=unmapped_of(known.tables),
        unmapped_in=unmapped_in(known.tables),
        spots=spots_of(known.tables),
        headers=headers_of(known.tables),
        sisters=sisters_of(known.tables),
    )
    return bundle, (said.finding,) if said else ()


def _understood_in_the_end(
    raws: Sequence[RawTable],
    back: ReadBack,
    wishes: Mapping[str, Wish],
    *,
    options: ReadOptions,
    named: Collection[Path],
) -> tuple[Recognised, Corrected, list[Settled]]:
    """What `_understood` gives, where large texts may turn out to be less regular than their ends."""
    for _ in raws:
        try:
            return _understood(raws, back, wishes, options=options, named=named)
        except pl.exceptions.ComputeError:
            raws = read_anew(raws)
        except HiddenRowsError as odd:
            raws = without_no_data(raws, odd.tables)
    return _understood(raws, back, wishes, options=options, named=named)


def _understood(
    raws: Sequence[RawTable],
    back: ReadBack,
    wishes: Mapping[str, Wish],
    *,
    options: ReadOptions,
    named: Collection[Path],
) -> tuple[Recognised, Corrected, list[Settled]]:
    """Every canonical table that raw tables give. Raises what a scan raises that meets a row it cannot hold."""
    mended = corrected(raws, back)
    known = recognised(mended.tables, options, named=named)
    lang = language(known.tables)
    wishes = with_customers_read(wishes, known.tables)
    settled = [
        _settled(table, files, options=options, wish=wishes[table], lang=lang)
        for table, files in _by_table(known.tables).items()
    ]
    return known, mended, settled


def _settled(
    table: str, files: Sequence[tuple[int, Known]], *, options: ReadOptions, wish: Wish, lang: Lang
) -> Settled:
    """One canonical table from its files, each with its place among all."""
    sheets = [(place, one.targets) for place, one in files if one.targets is not None]
    if sheets:
        return target_table(sheets, options=options)
    known, notes = with_home_amounts(table, [one for _, one in files], asked=options.currency)
    files = [(place, one) for (place, _), one in zip(files, known, strict=True)]
    pieces = gathered(table, known, options=options, wish=wish, lang=lang)
    settled = settle(table, pieces, {id(one): place for place, one in files})
    return replace(
        settled,
        notes=(*notes, *settled.notes),
        issues=(*settled.issues, *drift_findings(table, pieces, wanted=wish.columns)),
    )


def survey(inputs: Sequence[str], *, options: ReadOptions) -> tuple[tuple[Recognition, ...], tuple[Issue, ...]]:
    """Recognition only, from samples: which table every file is, and why."""
    raws, issues, _ = without_quarantine(raw_tables(inputs, options=options, digests=False))
    known = recognised(raws, options, named=_named(inputs))
    faults = (*issues, *_of_tables(known.tables), *known.issues)
    return tuple(one.recognition for one in known.tables), faults


def language(tables: Sequence[Known]) -> Lang:
    """Chinese when most headers of recognised tables are, or of all where none is; periods across are of none."""
    recognised_ones = [one for one in tables if one.table is not None]
    headers = [
        (header, one.recognition.profile)
        for one in recognised_ones or tables
        for header in (one.raw.header if one.targets is None else one.targets.roles.labelled)
    ]
    chinese = sum(has_han(header) and profile != JAPANESE for header, profile in headers)
    return Lang.ZH if chinese * 2 > len(headers) else Lang.EN


def _of_tables(tables: Sequence[Known]) -> Iterator[Issue]:
    """The issues of every table; how the lines of a letter in the folder lie is none."""
    for one in tables:
        if one.table is not None or not is_perhaps_prose(one.raw.file):
            yield from one.raw.issues


def _named(inputs: Sequence[str]) -> frozenset[Path]:
    """The files that were given one by one: these must be recognised."""
    return frozenset(Path(word).resolve() for word in inputs if Path(word).is_file())


def _by_table(tables: Sequence[Known]) -> dict[str, list[tuple[int, Known]]]:
    """Recognised files by canonical table, each with its place among all."""
    found: dict[str, list[tuple[int, Known]]] = {}
    for place, one in enumerate(tables):
        if one.table is not None:
            found.setdefault(one.table, []).append((place, one))
    return found


def _between_tables(bundle: Bundle) -> tuple[Issue, ...]:
    """What rows of one table say against those of another."""
    if not {"deals", "activities"} <= set(bundle.tables):
        return ()
    return closed_before_contact(bundle.tables["deals"].frame, bundle.tables["activities"].frame)


def _yen(pieces: Sequence[Settled], options: ReadOptions) -> tuple[Issue, ...]:
    if options.currency is not None or not any(settled.has_unclear_yen for settled in pieces):
        return ()
    return (
        issue(
            "R312",
            Text(
                "¥ stands for yuan or yen; amounts are taken as plain numbers",
                "¥ 可能是人民币或日元；金额按普通数字读取",
            ),
            value="¥",
        ),
    )


def _codes(pieces: Sequence[Settled], options: ReadOptions) -> frozenset[str]:
    """The currency told, else those the data name."""
    if options.currency is not None:
        return frozenset({options.currency.upper()})
    return frozenset(code for settled in pieces for code in settled.codes)
