"""What a user should know of the targets that were read: cells, metrics, years, sums, repetitions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import counted
from salesperf.sources.conform import row_number
from salesperf.sources.options import ReadOptions
from salesperf.sources.targets.read_sheet import Key, SheetTargets
from salesperf.sources.targets.unpivot import Target, Unread
from salesperf.sources.unreadable import Reason
from salesperf.tables.metric_words import known_names

_FACTORS = {Decimal(1000): "thousands", Decimal(10_000): "万元", Decimal(1_000_000): "millions"}
_HINTS = {
    Reason.NO_NUMBER: "write a plain number such as 1234.50, or - for none",
    Reason.SHARE: "write the number itself, or name the metric it is a rate of",
    Reason.EMPTY: "fill the cell, or delete the row if it is no target",
}
_NAMED = 3
"""Names that a message lists."""


def about_sheet(one: SheetTargets, options: ReadOptions) -> Iterator[Issue]:
    """All findings of one sheet: cells, metrics, periods, sums and repetitions."""
    yield from _unread_cells(one)
    yield from _about_metrics(one, options)
    yield from _about_periods(one, options)
    yield from _about_layout(one)
    yield from _about_sums(one)
    yield from _twice(one)


def _unread_cells(one: SheetTargets) -> Iterator[Issue]:
    """Every cell that gives no target, by its place; those of no known period are told once a reason."""
    undated: dict[str, list[Unread]] = defaultdict(list)
    for cell in one.read.unread:
        if cell.reason is Reason.NO_PERIOD:
            undated[cell.said].append(cell)
        elif cell.said:
            where = _where(one, cell.at, cell.column)
            yield issue(cell.reason.code, cell.said, where, hint=_HINTS[cell.reason], value=cell.value or None)
    for said, cells in undated.items():
        where = _where(one, cells[0].at, cells[0].column)
        yield issue(Reason.NO_PERIOD.code, said, where, value=cells[0].value, count=len(cells))


def _about_metrics(one: SheetTargets, options: ReadOptions) -> Iterator[Issue]:
    for said in one.read.metrics:
        if not said.is_known:
            names = (*options.metric_names.values(), *known_names())
            message = f"{said.written!r} is no metric that is known; its targets are kept under this name"
            yield issue("R602", message, _sheet(one), hint=did_you_mean(said.written, names), value=said.written)
    if any(not said.is_named for said in one.read.metrics):
        yield issue("R603", "nothing says of what the targets are; taken as net_revenue", _sheet(one))


def _about_periods(one: SheetTargets, options: ReadOptions) -> Iterator[Issue]:
    when, doubt = one.read.when, one.sheet.doubt
    if doubt.message:
        yield issue("R604", doubt.message, _sheet(one), hint=doubt.hint)
    elif when.says_fiscal and options.first_month is None and not one.sheet.basis.is_fiscal:
        yield issue("R604", "fiscal years are named and not the month they begin in; read as January", _sheet(one))
    if when.is_ambiguous:
        yield issue(
            "R305", "day and month of the periods fit both ways", _sheet(one), hint="name --date-order mdy or dmy"
        )
    if when.open_end is not None:
        message = f"each period runs to the day before the next; the last one is taken as {when.open_end}"
        yield issue("R609", message, _sheet(one))


def _about_layout(one: SheetTargets) -> Iterator[Issue]:
    where, roles = _sheet(one), one.sheet.roles
    if one.read.is_ambiguous:
        yield issue("R306", "the decimal mark of the targets is not certain", where)
    if roles.others and roles.is_wide:
        count = len(roles.others)
        more = f" and {count - _NAMED} more" if count > _NAMED else ""
        message = f"not read as targets: {', '.join(map(repr, roles.others[:_NAMED]))}{more}"
        yield issue("R608", message, where, count=count)
    for header in one.read.owners.filled:
        message = f"empty cells under {header!r} took the name above them"
        yield issue("R610", message, Where(where.file, where.sheet, column=header))


def _about_sums(one: SheetTargets) -> Iterator[Issue]:
    """Sums that differ from their parts, and rows that contain others."""
    for found in one.sums:
        if not found.agrees and found.target.at not in one.bad_rows:
            target = found.target
            written, parts = f"{target.amount.normalize():f}", f"{found.parts.normalize():f}"
            message = f"{_of(target)}: {written} is not the sum of its parts, {parts}"
            yield issue("R605", message, _where(one, target.at, target.column), value=written)
    for container in one.containers:
        count = counted(container.parts, "other")
        if container.is_sure:
            message = f"{container.name!r} is the sum of {count}: kept as a team's target, never added to theirs"
        else:
            message = f"{container.name!r} is as much as {count} together, perhaps by chance: kept as a rep's target"
        yield issue("R607", message, _sheet(one), value=container.name)


def _twice(one: SheetTargets) -> Iterator[Issue]:
    """Targets of one scope, metric and period that stand in a sheet more than once."""
    seen: dict[Key, Target] = {}
    for target, key in zip(one.targets, one.keys, strict=True):
        first = seen.setdefault(key, target)
        if first is not target:
            message = f"{_of(target)} has a target in row {row_number(one.raw, first.at)} already"
            yield issue("R606", message, _where(one, target.at, target.column))


def about_files(read: Sequence[SheetTargets]) -> Iterator[Issue]:
    """What two files say of the same targets: the same, other amounts, or the same in another unit."""
    ordered = sorted(read, key=lambda one: (one.raw.file.name, one.place))
    for place, earlier in enumerate(ordered):
        for later in ordered[place + 1 :]:
            yield from _about_pair(earlier, later)


def _about_pair(earlier: SheetTargets, later: SheetTargets) -> Iterator[Issue]:
    amounts = {key: target.amount for target, key in zip(earlier.targets, earlier.keys, strict=True)}
    pairs = [
        (amounts[key], target.amount) for target, key in zip(later.targets, later.keys, strict=True) if key in amounts
    ]
    if not pairs:
        return
    name = later.raw.file.name if later.raw.file is not earlier.raw.file else f"sheet {later.raw.sheet!r}"
    differing = sum(first != second for first, second in pairs)
    if not differing:
        said = counted(len(pairs), "target stands", "targets stand")
        yield issue("R401", f"{said} in {name} too, taken from there", _sheet(earlier), count=len(pairs))
        return
    ratios = {max(pair) / min(pair) for pair in pairs if min(pair) > 0}
    factor = ratios.pop() if len(ratios) == 1 else None
    hint = ""
    if factor in _FACTORS:
        hint = f"all differ by {factor:,}: one of the files may be in {_FACTORS[factor]}; say unit under [[table]]"
    message = f"{counted(differing, 'target differs', 'targets differ')} from {name}, which counts"
    yield issue("R606", message, _sheet(earlier), hint=hint, count=differing)


def _of(target: Target) -> str:
    name = target.whose.scope_id or target.whose.scope
    return f"{target.metric} of {name!r} for {target.span}"


def _sheet(one: SheetTargets) -> Where:
    return Where(one.raw.file.name, one.raw.sheet)


def _where(one: SheetTargets, at: int, column: str) -> Where:
    return Where(one.raw.file.name, one.raw.sheet, row_number(one.raw, at), column)
