"""What is told of targets of several levels: which level counts with its sum, and which others with theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing
from salesperf.sources.options import ReadOptions
from salesperf.sources.targets.levels import Levels
from salesperf.sources.targets.read_sheet import SheetTargets
from salesperf.sources.targets.unpivot import numbers_of, texts_of
from salesperf.sources.values.blanks import clean
from salesperf.tables.paste import table_lines

_NAMED = 4
"""Columns of a level that a message lists."""
_COUNTS = Text("targets of several levels: {taken} count, {left} do not", "目标分为多档：以{taken}为准，{left}未计入")
_SUM = Text("{header!r} ({sum})", "「{header}」（合计 {sum}）")
_MORE = Text("{listed} and {more:more column|more columns}", "{listed} 等，另有 {more} 列")
_CHOOSE = Text(
    "to take another level, name one of its columns in salesperf.toml: {lines}",
    "如以其他档为准，请在 salesperf.toml 中写明该档的一列：{lines}",
)


def about_levels(one: SheetTargets, options: ReadOptions) -> Iterator[Issue]:
    """A sheet whose targets stand in several levels, all amounts as they are written."""
    levels = one.sheet.levels
    if levels is None:
        return
    sums = _sums(one, levels, options)
    message = _COUNTS.fill(taken=_listed(levels.taken, sums), left=_listed(levels.left, sums))
    lines = table_lines("targets", [one.raw.file.name], {"amount": levels.left[0]}, sheet=one.raw.sheet)
    hint = _CHOOSE.fill(lines=lines)
    where = Where(one.raw.file.name, one.raw.sheet)
    yield issue("R614", message, where, hint=hint, value=levels.left[0], count=len(levels.left))


def _sums(one: SheetTargets, levels: Levels, options: ReadOptions) -> Mapping[str, Decimal]:
    """What each column comes to over the rows that hold targets."""
    headers = [*levels.taken, *levels.left]
    frame = one.raw.frame.select(headers).collect()
    texts = {name: texts_of(frame[name]) for name in headers}
    numbers, _ = numbers_of(list(texts.values()), options.decimal, is_open=one.raw.layout.delimiter == ";")
    rows = {target.at for target in one.targets}
    return {
        name: sum((numbers.get(clean(cells[at] or "") or "") or Decimal(0) for at in rows), Decimal(0))
        for name, cells in texts.items()
    }


def _listed(headers: Collection[str], sums: Mapping[str, Decimal]) -> Text:
    shown = [_SUM.fill(header=header, sum=f"{sums[header].normalize():,f}") for header in list(headers)[:_NAMED]]
    more = len(headers) - _NAMED
    listed = listing(shown)
    return _MORE.fill(listed=listed, more=Count(more)) if more > 0 else listed
