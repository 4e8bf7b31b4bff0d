"""What is told of whose targets are: a column taken for it by its cells, and one not taken that may be it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.conform.row_places import row_number
from salesperf.sources.targets.read_sheet import Key, SheetTargets
from salesperf.sources.targets.target_doubts import KINDS
from salesperf.sources.targets.two_for_one import free_names
from salesperf.sources.targets.unpivot import Target, texts_of
from salesperf.tables.paste import table_lines

_BY_NAMES = Text(
    "{header!r} holds names of {kinds} ({known} of {names} known to the data): taken for whose the targets are",
    "「{header}」列为{kinds}名称（{names} 个中有 {known} 个见于数据）：按该列确定目标归属",
)
_LEFT = Text(
    "{header!r} is not read, and rows that differ in it are targets for one cell: {count:target does|targets do} not "
    "count, as another of {metric} for {period} stands before; if it says whose they are, say so in salesperf.toml: "
    "{lines}",
    "「{header}」列未读取，而仅该列不同的行指向同一目标：{metric} 有 {count} 个目标未计入，因 {period} 等期间前面已有；"
    "如该列为目标归属，请在 salesperf.toml 中写明：{lines}",
)


def about_owners(one: SheetTargets) -> Iterator[Issue]:
    """A column that only its cells make the owner's, and one that is not read and tells rows of one cell apart."""
    owner = one.sheet.owner
    if owner is not None:
        message = _BY_NAMES.fill(
            header=owner.header, kinds=KINDS[owner.scope], known=owner.known, names=Count(owner.names)
        )
        yield issue("R616", message, Where(one.raw.file.name, one.raw.sheet), value=owner.scope)
    for left in _left(one):
        lines = table_lines("targets", [one.raw.file.name], {"scope_id": left.header}, sheet=one.raw.sheet)
        message = _LEFT.fill(
            header=left.header,
            count=Count(len(left.targets)),
            metric=left.metric,
            period=left.targets[0].span,
            lines=lines,
        )
        where = Where(one.raw.file.name, one.raw.sheet, row_number(one.raw, left.targets[0].at))
        yield issue("R617", message, where, value=left.metric, count=len(left.targets))


class _Left(Struct, frozen=True):
    """Targets of a metric that stand behind others for their cells, and the column in which each differs from them."""

    header: str
    metric: str
    targets: tuple[Target, ...]


def _left(one: SheetTargets) -> Iterator[_Left]:
    """Such targets by metric, under the column, of another scope or free, that tells most of them apart."""
    behind: dict[str, list[tuple[Target, ...]]] = defaultdict(list)
    for rows in _by_key(one).values():
        if len({target.at for target in rows}) > 1:
            behind[rows[0].metric].append(tuple(rows))
    if not behind:
        return
    roles = one.sheet.roles
    headers = [*(header for _, header in roles.scopes[1:]), *free_names(one.raw, roles)]
    frame = one.raw.frame.select(headers).collect() if headers else None
    cells = {} if frame is None else {header: texts_of(frame[header]) for header in headers}
    for metric, groups in behind.items():
        apart = {header: _told_apart(groups, cells[header]) for header in headers}
        header = max(headers, key=lambda header: apart[header], default=None)
        if header is not None and apart[header]:
            yield _Left(header, metric, tuple(target for rows in groups for target in rows[1:]))


def _by_key(one: SheetTargets) -> Mapping[Key, Sequence[Target]]:
    found: dict[Key, list[Target]] = defaultdict(list)
    for target, key in zip(one.targets, one.keys, strict=True):
        found[key].append(target)
    return found


def _told_apart(groups: Sequence[Sequence[Target]], cells: Sequence[str | None]) -> int:
    """How many rows a header tells from those of their cell that stand before; none where some say nothing there."""
    said = [[cells[target.at] for target in rows] for rows in groups]
    return 0 if any(None in words for words in said) else sum(len(set(words)) - 1 for words in said)
