"""What a user should know of the targets that were read: cells, metrics, years, sums, repetitions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Count, Text, in_quotes, same
from salesperf.sources.conform.row_places import row_number
from salesperf.sources.conform.unreadable import Reason
from salesperf.sources.options import ReadOptions
from salesperf.sources.targets.level_findings import about_levels
from salesperf.sources.targets.owner_findings import about_owners
from salesperf.sources.targets.read_sheet import Key, SheetTargets
from salesperf.sources.targets.target_doubts import about_cumulative, about_names, about_units
from salesperf.sources.targets.unpivot import Target, Unread
from salesperf.tables.metric_words import adds_up, known_names

_FACTORS = {
    Decimal(1000): Text("thousands", "千元"),
    Decimal(10_000): same("万元"),
    Decimal(1_000_000): Text("millions", "百万元"),
}
_HINTS = {
    Reason.NO_NUMBER: Text(
        "write a plain number such as 1234.50, or - for none", "请写成普通数字，如 1234.50；没有则写 -"
    ),
    Reason.SHARE: Text(
        "write the number itself, or name the metric it is a rate of", "请填写数字本身，或注明它是哪个指标的比率"
    ),
    Reason.EMPTY: Text("fill the cell, or delete the row if it is no target", "请填写该单元格；若该行不是目标，请删除"),
}
_NAMED = 3
"""Names that a message lists."""

_OF_WHAT = Text(
    "nothing says of what the targets are; taken as net_revenue", "没有注明目标所属的指标；按 net_revenue 处理"
)
_FISCAL = Text(
    "fiscal years are named and not the month they begin in; read as January", "写明了财年但没有起始月；按 1 月开始处理"
)
_BOTH_WAYS = Text("day and month of the periods fit both ways", "期间的日与月两种顺序都成立")
_ORDER = Text("name --date-order mdy or dmy", "请用 --date-order 指定 mdy 或 dmy")
_OPEN_ENDED = Text(
    "each last day is the first day of a month, as each first day is: taken as the day before it",
    "结束日期与开始日期一样均为某月首日：结束日期按其前一天处理",
)
_TO_THE_DAY = Text(
    "if the last day belongs to the period, write the last day of the month",
    "如期间包含结束当天，请写成该月的最后一天",
)
_OTHERS = Text("not read as targets: {named}", "未作为目标读取：{named}")
_OTHERS_AND_MORE = Text("not read as targets: {named} and {more} more", "未作为目标读取：{named} 等，另有 {more} 个")
_SUM = Text(
    "{name!r} is the sum of {parts:other|others}: kept as a team's target, never added to theirs",
    "「{name}」是其他 {parts} 项之和：作为团队目标保留，不与各项相加",
)
_PERHAPS_SUM = Text(
    "{name!r} is as much as {parts:other|others} together, perhaps by chance: kept as a rep's target",
    "「{name}」恰等于其他 {parts} 项之和，可能是巧合：作为销售员目标保留",
)
_TOTAL = Text(
    "{label!r} says {written}, its {rows:row comes|rows come} to {parts}{more}",
    "「{label}」写 {written}，所合计的 {rows} 行之和为 {parts}{more}",
)
_LIKEWISE = Text("; likewise in {more:more column|more columns}", "；另有 {more} 列同样不符")
_NOT_A_SUM = Text(
    "if it is one rep's own, add a column Scope and say rep, team or company in every row",
    "如为个人目标，请增加“层级”一列，每行注明个人、团队或公司",
)
_IS_A_SUM = Text(
    "if it is a manager's, the sum of all counts it twice: add a column Scope and say team in its row, rep in "
    "the others",
    "如为主管的目标，则合计重复计算：请增加“层级”一列，该行注明团队，其余注明个人",
)


def about_sheet(one: SheetTargets, options: ReadOptions) -> Iterator[Issue]:
    """All findings of one sheet: cells, metrics, periods, sums and repetitions."""
    yield from _unread_cells(one)
    yield from _about_metrics(one, options)
    yield from _about_periods(one, options)
    yield from about_names(one)
    yield from about_owners(one)
    yield from _about_layout(one)
    yield from about_units(one)
    yield from about_levels(one, options)
    yield from about_cumulative(one)
    yield from _about_sums(one)
    yield from _twice(one)


def _unread_cells(one: SheetTargets) -> Iterator[Issue]:
    """Every cell that gives no target, by its place; those of no known period are told once a reason."""
    undated: dict[Text, list[Unread]] = defaultdict(list)
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
            message = Text(
                f"{said.written!r} is no metric that is known; its targets are kept under this name",
                f"「{said.written}」不是已知的指标；其目标按此名称保留",
            )
            yield issue("R602", message, _sheet(one), hint=did_you_mean(said.written, names), value=said.written)
    if any(not said.is_named for said in one.read.metrics):
        yield issue("R603", _OF_WHAT, _sheet(one))


def _about_periods(one: SheetTargets, options: ReadOptions) -> Iterator[Issue]:
    when, doubt = one.read.when, one.sheet.doubt
    if doubt.message:
        yield issue("R604", doubt.message, _sheet(one), hint=doubt.hint)
    elif when.says_fiscal and options.first_month is None and not one.sheet.basis.is_fiscal:
        yield issue("R604", _FISCAL, _sheet(one))
    if when.is_ambiguous:
        yield issue("R305", _BOTH_WAYS, _sheet(one), hint=_ORDER)
    if when.is_open_ended:
        yield issue("R609", _OPEN_ENDED, _sheet(one), hint=_TO_THE_DAY)
    if when.open_end is not None:
        message = Text(
            f"each period runs to the day before the next; the last one is taken as {when.open_end}",
            f"每个期间截至下一期间的前一天；最后一个按 {when.open_end} 处理",
        )
        yield issue("R609", message, _sheet(one))


def _about_layout(one: SheetTargets) -> Iterator[Issue]:
    where, roles = _sheet(one), one.sheet.roles
    if one.read.is_ambiguous:
        yield issue("R306", Text("the decimal mark of the targets is not certain", "无法确定目标的小数点符号"), where)
    if roles.others and roles.is_wide:
        count = len(roles.others)
        phrase = _OTHERS if count <= _NAMED else _OTHERS_AND_MORE
        message = phrase.fill(named=in_quotes(roles.others[:_NAMED]), more=count - _NAMED)
        yield issue("R608", message, where, count=count)
    for header in one.read.owners.filled:
        message = Text(
            f"empty cells under {header!r} took the name above them", f"「{header}」列的空单元格沿用其上方的名称"
        )
        yield issue("R610", message, Where(where.file, where.sheet, column=header))


def _about_sums(one: SheetTargets) -> Iterator[Issue]:
    """Sums that differ from their parts, and rows that contain others."""
    for found in one.sums:
        if not found.agrees and found.target.at not in one.bad_rows and adds_up(found.target.metric):
            target = found.target
            written, parts = f"{target.amount.normalize():f}", f"{found.parts.normalize():f}"
            message = Text(
                "{target}: {written} is not the sum of its parts, {parts}",
                "{target}：{written} 不等于各部分之和 {parts}",
            ).fill(target=_of(target), written=written, parts=parts)
            yield issue("R605", message, _where(one, target.at, target.column), value=written)
    for total in one.totals:
        message = _TOTAL.fill(
            label=total.label,
            written=f"{total.written.normalize():f}",
            rows=Count(total.rows),
            parts=f"{total.parts.normalize():f}",
            more=_LIKEWISE.fill(more=Count(total.more)) if total.more else same(""),
        )
        where = Where(one.raw.file.name, one.raw.sheet, total.row, total.column)
        yield issue("R605", message, where, value=f"{total.written.normalize():f}", count=1 + total.more)
    for container in one.containers:
        phrase, hint = (_SUM, _NOT_A_SUM) if container.is_sure else (_PERHAPS_SUM, _IS_A_SUM)
        message = phrase.fill(name=container.name, parts=Count(container.parts))
        yield issue("R607", message, _sheet(one), hint=hint, value=container.name)


def _twice(one: SheetTargets) -> Iterator[Issue]:
    """Targets of one scope, metric and period that stand in a sheet more than once."""
    seen: dict[Key, Target] = {}
    for target, key in zip(one.targets, one.keys, strict=True):
        first = seen.setdefault(key, target)
        if first is not target:
            message = Text("{target} has a target in row {row} already", "{target} 在第 {row} 行已有目标").fill(
                target=_of(target), row=row_number(one.raw, first.at)
            )
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
    sheet = Text(f"sheet {later.raw.sheet!r}", f"工作表「{later.raw.sheet}」")
    name = same(later.raw.file.name) if later.raw.file is not earlier.raw.file else sheet
    differing = sum(first != second for first, second in pairs)
    if not differing:
        phrase = Text(
            "{count:target stands|targets stand} in {name} too, taken from there",
            "{count} 个目标在 {name} 中也有，以后者为准",
        )
        yield issue("R401", phrase.fill(count=Count(len(pairs)), name=name), _sheet(earlier), count=len(pairs))
        return
    ratios = {max(pair) / min(pair) for pair in pairs if min(pair) > 0}
    factor = ratios.pop() if len(ratios) == 1 else None
    hint = same("")
    if factor in _FACTORS:
        hint = Text(
            "all differ by {factor:,}: one of the files may be in {unit}; say unit under [[table]]",
            "均相差 {factor:,} 倍：其中一个文件的单位可能是{unit}；请在 [[table]] 中写明 unit",
        ).fill(factor=factor, unit=_FACTORS[factor])
    phrase = Text(
        "{count:target differs|targets differ} from {name}, which counts", "{count} 个目标与 {name} 不同，以后者为准"
    )
    message = phrase.fill(count=Count(differing), name=name)
    yield issue("R606", message, _sheet(earlier), hint=hint, count=differing)


def _of(target: Target) -> Text:
    name = target.whose.scope_id or target.whose.scope
    return Text(f"{target.metric} of {name!r} for {target.span}", f"「{name}」{target.span} 的 {target.metric}")


def _sheet(one: SheetTargets) -> Where:
    return Where(one.raw.file.name, one.raw.sheet)


def _where(one: SheetTargets, at: int, column: str) -> Where:
    return Where(one.raw.file.name, one.raw.sheet, row_number(one.raw, at), column)
