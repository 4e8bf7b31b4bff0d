"""The table of targets: every target sheet unpivoted, targets of several files settled, all accounted for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import polars as pl

from salesperf.core.text import Count, Text
from salesperf.sources.conform.row_places import AT, PART, row_number
from salesperf.sources.conform.set_aside import SCHEMA, SetAside
from salesperf.sources.loaded import Account
from salesperf.sources.options import ReadOptions
from salesperf.sources.pieces.column_findings import COUNTED_IN
from salesperf.sources.pieces.currency_of_targets import SaidUnit, said_units
from salesperf.sources.pieces.settle import Settled
from salesperf.sources.pieces.target_findings import about_files, about_sheet
from salesperf.sources.targets.read_sheet import Key, SheetTargets, read_sheet
from salesperf.sources.targets.sheet import TargetSheet
from salesperf.sources.targets.units import in_brackets, unit_of
from salesperf.sources.targets.unpivot import Target
from salesperf.sources.values.money_unit import unit_named
from salesperf.tables.bundle import Table
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import COLUMN, FILE, PROVENANCE, ROW, SHEET, TOTAL, conform

_NAME = "targets"
_HOLDS = Text("{rows:row holds|rows hold} {targets:target|targets}", "{rows} 行含 {targets} 个目标")
_SCALED = Text("targets in {file} are in {unit}", "{file} 中的目标以{unit}为单位，已换算")


def target_table(sheets: Sequence[tuple[int, TargetSheet]], *, options: ReadOptions) -> Settled:
    """One row a scope, metric and period over all sheets; a target in two files is taken from the later one by name.

    Targets are few, so each always says where it was written.
    """
    read = [read_sheet(place, sheet, options) for place, sheet in sheets]
    gone = _superseded(read)
    kept = [
        (one, target, key)
        for one in read
        for target, key in zip(one.targets, one.keys, strict=True)
        if id(target) not in gone
    ]
    scaled = dict.fromkeys((one.raw.file.name, words) for one in read for words in _scales(one))
    return Settled(
        Table(_NAME, _frame(kept), frozenset(TABLES[_NAME].names)),
        {one.place: _account(one, gone) for one in read},
        (*(fault for one in read for fault in about_sheet(one, options)), *about_files(read)),
        (*(_SCALED.fill(file=file, unit=unit_named(words)) for file, words in scaled), *_counted(read)),
        frozenset(),
        has_unclear_yen=False,
        aside=tuple(_aside(one) for one in read if one.read.unread),
        units=tuple(unit for one in read for unit in _units(one)),
    )


def _scales(one: SheetTargets) -> Iterator[str]:
    """The words for what amounts of a sheet were multiplied by: its own, else those in brackets of its columns."""
    if one.sheet.scale != 1:
        yield one.sheet.unit_words
        return
    for column in one.sheet.roles.values:
        words = in_brackets(column.header)
        unit = unit_of(words) if words else None
        if unit is not None and unit.scale not in {None, 1}:
            yield words


def _units(one: SheetTargets) -> tuple[SaidUnit, ...]:
    return said_units(one.raw.file.name, one.sheet.unit_words, (column.header for column in one.sheet.roles.values))


def _counted(read: Iterable[SheetTargets]) -> Iterator[Text]:
    """What a cell in thousands or millions is read as, once a sheet: all its cells are read alike."""
    for one in read:
        if one.read.counted is not None:
            header, cell, number = one.read.counted
            yield COUNTED_IN.fill(header=header, cell=cell, number=f"{number.normalize():,f}")


def _aside(one: SheetTargets) -> SetAside:
    """The rows of a sheet that were set aside, one row a fault."""
    faults = [(cell.at, cell.reason.value, cell.column, cell.value) for cell in one.read.unread]
    kept = {name: dtype for name, dtype in SCHEMA.items() if name != PART}
    return SetAside(one.raw, pl.DataFrame(faults, schema=kept, orient="row").sort(AT, maintain_order=True))


def _superseded(read: Sequence[SheetTargets]) -> frozenset[int]:
    """The targets, by identity, that a later file (by name, then by place) gives again."""
    ordered = sorted(read, key=lambda one: (one.raw.file.name, one.place))
    latest = {key: one.place for one in ordered for key in one.keys}
    return frozenset(
        id(target)
        for one in read
        for target, key in zip(one.targets, one.keys, strict=True)
        if latest[key] != one.place
    )


def _frame(kept: Iterable[tuple[SheetTargets, Target, Key]]) -> pl.DataFrame:
    dtypes = {**TABLES[_NAME].dtypes(), **PROVENANCE}
    names = (
        "scope",
        "scope_id",
        "metric",
        "period",
        "amount",
        "currency",
        "unit",
        "role",
        FILE,
        SHEET,
        ROW,
        COLUMN,
        TOTAL,
    )
    rows = [
        (
            *key,
            target.amount,
            target.currency,
            target.unit,
            target.role,
            one.raw.file.name,
            one.raw.sheet,
            row_number(one.raw, target.at),
            target.column,
            one.in_totals.get(target.at),
        )
        for one, target, key in kept
    ]
    frame = pl.DataFrame(rows, schema={name: dtypes[name] for name in names}, orient="row")
    return conform(frame, TABLES[_NAME])


def _account(one: SheetTargets, gone: frozenset[int]) -> Account:
    """Rows of the file, not targets: a row is taken from a later file when all its targets are."""
    raw, height = one.raw, one.read.height
    by_row: dict[int, list[Target]] = defaultdict(list)
    for target in one.targets:
        by_row[target.at].append(target)
    sums = one.read.sums | ({each.target.at for each in one.sums} - by_row.keys() - one.bad_rows)
    superseded = sum(all(id(target) in gone for target in of) for of in by_row.values())
    dropped = Counter(raw.layout.dropped)
    dropped["total"] += len(sums)
    added_up = {id(each.target) for each in one.sums}
    money = _sums(target for target in one.read.targets if id(target) not in added_up)
    loaded = _sums(target for target in one.targets if id(target) not in gone)
    note = _HOLDS.fill(rows=Count(height - len(sums)), targets=Count(len(one.targets)))
    return Account(
        file=raw.file.name,
        sheet=raw.sheet,
        sha256=raw.file.sha256,
        table=_NAME,
        rows=height + sum(raw.layout.dropped.values()),
        loaded=height - len(sums) - len(one.bad_rows) - superseded,
        quarantined=len(one.bad_rows),
        superseded=superseded,
        dropped={reason: count for reason, count in dropped.items() if count},
        money=money,
        money_loaded={**dict.fromkeys(money, Decimal(0)), **loaded},
        note=note if one.sheet.roles.is_wide else None,
    )


def _sums(targets: Iterable[Target]) -> dict[str, Decimal]:
    """What targets come to by metric: money and customers are not added up."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for target in targets:
        found[target.metric] += target.amount
    return dict(found)
