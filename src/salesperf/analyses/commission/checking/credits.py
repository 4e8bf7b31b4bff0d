"""Checks of what is credited: splits neither add nor lose, every credit is somebody's, every row is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import narwhals as nw

from salesperf.analyses.commission.assigned import owned
from salesperf.analyses.commission.checking.check import Checked, Named, checked
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.credited import UNCOVERED, Ground
from salesperf.analyses.commission.explain_report import explain_report
from salesperf.analyses.commission.listed import called, paid_unlisted
from salesperf.analyses.commission.phrases import UNLISTED, figure
from salesperf.analyses.commission.together import Asked
from salesperf.core.money import EXACT, exact
from salesperf.core.period import Span
from salesperf.core.text import Count, Lang, Text
from salesperf.engine import collect
from salesperf.facts.subject import Subject
from salesperf.tables.schema import FILE, ROW

Place = tuple[str, int]
_APART = Text(
    "{file}, row {row}: {credited} are credited of {net}", "{file} 第{row}行：销售 {net}，计入业绩 {credited}"
)
_ORPHANS = Text(
    "{lines:line|lines} from {first} to {last}, {net} in all, have no rep: {file}, row {row} is the first",
    "{first}至{last}有 {lines} 行、合计 {net} 没有销售员，首行为 {file} 第{row}行",
)
_LOOSE = Text(
    "{where}: {amount} settle no invoice or order that is known and not yet paid",
    "{where}：{amount} 未对应到任何未结清的发票或订单",
)
_UNTOLD = Text(
    "{file}, row {row}: nothing is said of it in the payout of {who}", "{file} 第{row}行：{who}的提成未说明该行"
)


def splits_sum_to_one(raw: Ground, credited: Ground) -> Checked:
    """Whether what is credited of each row of the files is what was sold in it, to the cent."""
    before, after = _net_by_row(raw), _net_by_row(credited)
    faults = [
        _APART.fill(file=file, row=row, net=figure(net), credited=figure(after.get((file, row), Decimal(0))))
        for (file, row), net in before.items()
        if after.get((file, row), Decimal(0)) != net
    ]
    return checked(Named.SPLITS_SUM_TO_ONE, len(before), faults)


def _net_by_row(ground: Ground) -> Mapping[Place, Decimal]:
    events = ground.facts[Subject.SALES]
    if not {FILE, ROW} <= set(events.lines.collect_schema().names()):
        return {}
    found = collect(events.lines.select(nw.col(FILE).cast(nw.String), nw.col(ROW), nw.col("net")))
    sums: dict[Place, Decimal] = {}
    for file, row, net in found.iter_rows():
        sums[file, row] = EXACT.add(sums.get((file, row), Decimal(0)), exact(net or 0))
    return sums


def no_orphan_credit(ground: Ground, span: Span) -> Checked:
    """Whether all that was sold on the days asked about is somebody's."""
    events = owned(ground.facts[Subject.SALES], ground.bundle)
    day = nw.col("date").cast(nw.Date)
    lines = events.lines.filter((day >= nw.lit(span.start)) & (day <= nw.lit(span.end)), nw.col("net") != 0)
    looked_at = collect(lines.select(nw.len())).item()
    orphans = lines.filter(nw.col("rep").is_null()) if events.has("rep") else lines
    sums = [nw.len().alias("lines"), nw.col("net").sum(), day.min().alias("first"), day.max().alias("last")]
    row = collect(orphans.select(*sums)).row(0, named=True)
    if not row["lines"]:
        return checked(Named.NO_ORPHAN_CREDIT, looked_at, [])
    places = collect(orphans.select(nw.col(FILE).cast(nw.String), nw.col(ROW)))
    file, number = min(places.iter_rows(), default=("–", 0))
    told = {**row, "lines": Count(row["lines"]), "net": figure(exact(row["net"])), "file": file, "row": number}
    return checked(Named.NO_ORPHAN_CREDIT, looked_at, [_ORPHANS.fill(**told)])


def cash_settles(found: Sequence[Asked]) -> Checked:
    """Whether all cash of the days asked about, where a plan pays on it, settles something that is known."""
    followed = [(one.span, cash) for one in found if (cash := one.payroll.desk.cash) is not None]
    loose = [receipt for span, cash in followed for receipt in cash.loose if receipt.day in span]
    settling = {receipt for span, cash in followed for receipt in cash.settling if receipt.day in span}
    faults = [
        _LOOSE.fill(where=Text(one.where.say(Lang.EN), one.where.say(Lang.ZH)), amount=figure(one.amount))
        for one in loose
    ]
    return checked(Named.CASH_SETTLES, len({*loose, *settling}), faults)


def paid_are_listed(found: Sequence[Asked]) -> Checked:
    """Whether everybody who is paid on the days asked about is in the table of people."""
    paid = {line.participant for one in found for line in one.payroll.lines if line.pay}
    faults = [
        UNLISTED.fill(who=called(one.payroll, who), amount=figure(amount))
        for one in found
        for who, amount in paid_unlisted(one.payroll, one.span).items()
    ]
    return checked(Named.PAID_ARE_LISTED, len(paid), faults)


def no_event_without_reason(found: Sequence[Asked]) -> Checked:
    """Whether every sale of the days asked about stands in somebody's payout, paid or with the reason why not."""
    faults: list[Text] = []
    count = 0
    for one in found:
        payroll = one.payroll
        for who in payroll.desk.people():
            sold = _sold_by(payroll, who, one.span)
            told = _told_of(payroll, who, one.span) if sold else set()
            count += len(sold)
            faults += [_UNTOLD.fill(file=file, row=row, who=payroll.name(who)) for file, row in sorted(sold - told)]
    return checked(Named.NO_EVENT_WITHOUT_REASON, count, faults)


def _sold_by(payroll: Payroll, who: str, span: Span) -> set[Place]:
    """The rows of somebody's sales in the periods of a plan inside a span."""
    events = payroll.desk.ground.facts[Subject.SALES]
    names = set(events.lines.collect_schema().names())
    if not {FILE, ROW} <= names or not _is_of_sales(payroll):
        return set()
    day, whose = nw.col("date").cast(nw.Date), [nw.col(name) == who for name in ("rep", UNCOVERED) if name in names]
    within = [one for one in payroll.desk.periods if span.start <= one.start and one.end <= span.end]
    if not within or not whose:
        return set()
    is_theirs = whose[0] if len(whose) == 1 else whose[0].fill_null(value=False) | whose[1].fill_null(value=False)
    inside = (day >= nw.lit(within[0].start)) & (day <= nw.lit(within[-1].end))
    rows = collect(events.lines.filter(is_theirs, inside).select(nw.col(FILE).cast(nw.String), nw.col(ROW)))
    return {(file, row) for file, row in rows.iter_rows()}


def _is_of_sales(payroll: Payroll) -> bool:
    """Whether any component is of net revenue: of cash, deals or counts alone no sale need be told."""
    return any(one.measure == "net_revenue" for one in payroll.plan.component)


def _told_of(payroll: Payroll, who: str, span: Span) -> set[Place]:
    """The rows that somebody's payout tells of: those of its components, and those that its lines take back for."""
    records = explain_report(payroll, who, span, lang=Lang.EN).records
    keys = [column.key for column in records.columns]
    file, row = keys.index("file"), keys.index("row")
    taken = {(place[0], place[2]) for line in payroll.lines if line.participant == who for place in line.undone}
    return taken | {(str(record[file]), int(str(record[row]))) for record in records.rows}
