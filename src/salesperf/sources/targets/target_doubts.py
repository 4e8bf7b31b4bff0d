"""What a target sheet leaves to its names to say: its period, whose its columns are, and what its amounts are in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes, listing, same
from salesperf.sources.targets.read_sheet import SheetTargets

_NAMED = 3
"""Names that a message lists."""
KINDS: Mapping[str, Text] = {
    "company": Text("the company", "公司"),
    "rep": Text("people", "人员"),
    "team": Text("teams", "团队"),
    "region": Text("regions", "区域"),
    "product": Text("products", "产品"),
    "category": Text("categories", "品类"),
    "channel": Text("channels", "渠道"),
    "customer": Text("customers", "客户"),
}
"""What those are called whose the targets of a scope are."""
_PLAIN = Text(
    "no unit is said: {targets:target|targets} of {metric} taken as plain money, {sum:,f} in all",
    "未注明金额单位：{metric} 的 {targets} 个目标按原值读取，合计 {sum:,f}",
)
_BY_TOTAL = Text(
    "only {header!r} says {unit}: {targets:target|targets} beside it, which add up to it, taken alike, {sum:,f} in all",
    "仅「{header}」注明{unit}：与其相加一致的 {targets} 个目标按同一单位读取，合计 {sum:,f}",
)
_LONE = Text(
    "{targets:target is|targets are} of {period}, as {said!r} says; no column and no row does",
    "{targets} 个目标按“{said}”归入 {period}：行与列均未注明期间",
)
_ACROSS = Text(
    "the names over {columns:column|columns} of targets are taken as those of {kinds}: {named}",
    "{columns} 列目标的表头按{kinds}名称读取：{named}",
)

_CUMULATIVE = Text(
    "{headers}{more} tell months together: each less the one before it, {targets:target|targets}, {sum:,f} in all",
    "{headers}{more}为累计目标：按与前一期之差折算为各期 {targets} 个目标，合计 {sum:,f}",
)
_MORE = Text(" and {more} more", "等（另有 {more} 列）")


def about_names(one: SheetTargets) -> Iterator[Issue]:
    """What only names over the sheet or its columns tell: the period, and whose the targets are."""
    where = Where(one.raw.file.name, one.raw.sheet)
    if one.sheet.lone is not None:
        spans = sorted({target.span for target in one.targets})
        if spans:
            message = _LONE.fill(targets=Count(len(one.targets)), period=spans[0], said=one.sheet.lone.said)
            yield issue("R612", message, where, count=len(one.targets))
    named = [column.name for column in one.sheet.roles.values if column.name]
    if named:
        scopes = sorted({target.whose.scope or "" for target in one.targets if target.whose.scope_id in named})
        kinds = listing([KINDS.get(scope, same(scope)) for scope in scopes])
        message = _ACROSS.fill(columns=Count(len(named)), named=in_quotes(named[:_NAMED]), kinds=kinds)
        yield issue("R613", message, where, count=len(named))


def about_cumulative(one: SheetTargets) -> Iterator[Issue]:
    """Columns that hold what months come to together, from which the months were told apart."""
    told = one.cumulative
    if told.columns:
        message = _CUMULATIVE.fill(
            headers=in_quotes(told.columns[:_NAMED]),
            more=_MORE.fill(more=Count(len(told.columns) - _NAMED)) if len(told.columns) > _NAMED else same(""),
            targets=Count(told.count),
            sum=told.sum.normalize(),
        )
        where = Where(one.raw.file.name, one.raw.sheet, column=told.columns[0])
        yield issue("R615", message, where, count=told.count)


def about_units(one: SheetTargets) -> Iterator[Issue]:
    """Amounts of a sheet with periods across of which neither the sheet nor a mark in the cell says what they are in.

    A target that contains others is not added to them.
    """
    where, roles = Where(one.raw.file.name, one.raw.sheet), one.sheet.roles
    is_laid_out = roles.is_wide or one.sheet.lone is not None or any(column.name for column in roles.values)
    plain = {said.key for said in one.read.metrics if not said.has_unit} if is_laid_out else set()
    containing = {(container.metric, container.name) for container in one.containers if container.is_sure}
    sums: dict[str, list[Decimal]] = defaultdict(list)
    for target in one.targets:
        if target.metric in plain and target.currency is None and not target.has_unit:
            is_part = (target.metric, target.whose.scope_id) not in containing
            sums[target.metric].append(target.amount if is_part else Decimal(0))
    if one.sheet.unit_from and one.targets:
        total = sum((target.amount for target in one.targets), Decimal(0)).normalize()
        message = _BY_TOTAL.fill(
            header=one.sheet.unit_from, unit=one.sheet.unit_words, targets=Count(len(one.targets)), sum=total
        )
        yield issue("R611", message, where, count=len(one.targets))
    for metric, amounts in sums.items():
        message = _PLAIN.fill(targets=Count(len(amounts)), metric=metric, sum=sum(amounts, Decimal(0)).normalize())
        yield issue("R611", message, where, count=len(amounts))
