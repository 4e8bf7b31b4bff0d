"""Costs as events: what was spent on selling and on marketing, on the day of the cost; one row a cost.

What a cost was spent on is read off its kind; kinds that are neither, or that nobody knows, are told and not counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.period import Period, Span, month_end
from salesperf.core.text import Count, Text, counted, in_quotes, listing, same
from salesperf.engine import Frame, collect, kept, scan, small
from salesperf.facts.calendar import Calendar
from salesperf.facts.currency import converted
from salesperf.facts.days import Days, days_between
from salesperf.facts.events import Events, columns_of
from salesperf.facts.known_by import keyed
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.told_periods import told_periods
from salesperf.tables.bundle import Bundle
from salesperf.tables.cost_words import CostKind, cost_kind
from salesperf.tables.labels import column_words
from salesperf.tables.line_words import word_key
from salesperf.tables.schema import DTYPES, Kind

COST_SUBJECTS = frozenset({Subject.COSTS})
CIVIL_YEARS = Calendar()
_SLIP = timedelta(days=365)
_SHOWN = 8
_SPENT = Text("sales and marketing cost, over all the data: {listed}", "销售与市场费用（全部数据）：{listed}")
_KIND = Text("{kind} {amount} ({spent_on})", "{kind} {amount}（{spent_on}）")
_SPENT_ON = {CostKind.SALES: Text("sales", "销售"), CostKind.MARKETING: Text("marketing", "市场")}
_REACH = Text(
    "costs are known from {first} to {last}: of periods that reach beyond, what they cost is not known",
    "费用数据自{first}至{last}：超出该范围的期间费用未知",
)
_BY_MONTH = Text(
    "every cost is dated on the {which} of a month: costs of weeks and days are not told by these files",
    "所有费用均记在每月{which}：这些文件不反映按周或按日的费用",
)
_FIRST, _LAST = Text("first", "首日"), Text("last", "末日")
_OTHER = frozenset({CostKind.NEITHER})
_BLANK = Text("(none)", "（空）")
_MORE = Text("{listed} and {more} more", "{listed} 等，另有 {more} 类")
_UNKNOWN = Text(
    "{kinds:kind of cost is|kinds of cost are} unknown and not counted as sales or marketing cost: {listed}",
    "{kinds} 类费用无法识别，未计入销售与市场费用：{listed}",
)
_OTHERS = Text(
    "not in the sales and marketing cost, over all the data: {listed}", "未计入销售与市场费用（全部数据）：{listed}"
)
_NO_PERIOD = Text(
    "costs of {words}, which is no period: write 2026-03 or 2026-Q1",
    "费用期间{words}无法识别：请写成 2026-03 或 2026-Q1",
)
_DECLARE = Text(
    'if one of them was spent on selling, say so under [kpi.cost_kinds]: sales = ["{kind}"]',
    '如属销售费用，请在 [kpi.cost_kinds] 中声明：sales = ["{kind}"]',
)


def costs(
    bundle: Bundle, section: SalesSection, as_of: date | None, *, calendar: Calendar = CIVIL_YEARS
) -> dict[Subject, Events]:
    """What was spent on selling and marketing (`spent`) and on marketing alone (`marketing_spent`), by day.

    Costs without a kind are of advertising where the table has no kinds at all; of a table that has them they are of
    nobody knows what, and told.
    """
    table = bundle.get("costs")
    if table is None or "amount" not in table.frame.columns or not {"cost_date", "period"} & set(table.frame.columns):
        return {}
    whose = keyed(scan(table), table, bundle)
    placed = _dated(whose.lines, calendar)
    frame, currency = converted(placed.lines, bundle, columns=columns_of(placed.lines))
    frame = kept(frame)
    columns = columns_of(frame)
    lacking = (*placed.findings, *_lacking(frame))
    whole = frame.filter(~nw.col("cost_date").is_null(), ~nw.col("amount").is_null())
    kinds = _kinds(whole, section) if "kind" in columns else {}
    lines = _spent(whole, kinds if "kind" in columns else None).with_columns(date=nw.col("cost_date"))
    days = days_between(lines, bundle=bundle, table=table, slip=_SLIP, as_of=as_of)
    if days is None:
        return {}
    reach = _reach(days, placed.periods)
    events = Events(
        subject=Subject.COSTS,
        lines=lines,
        columns=columns_of(lines),
        source="costs",
        table=table.name,
        currency=currency,
        days=days,
        reach=reach,
        ends=frozenset(one.end for one in placed.periods) or None,
        notes=tuple(_notes(whole, kinds, reach)),
        findings=(*whose.findings, *lacking, *_not_counted(whole, kinds)),
    )
    return {Subject.COSTS: events}


class _Dated(Struct, frozen=True):
    """Costs with their day; told for periods, that is the first one, and `known_on` the last.

    Periods that are all single days are days like any others.
    """

    lines: Frame
    periods: tuple[Period, ...] = ()
    findings: tuple[Issue, ...] = ()


def _dated(lines: Frame, calendar: Calendar) -> _Dated:
    if "cost_date" in columns_of(lines):
        return _Dated(lines)
    words = collect(lines.select("period").unique())["period"].drop_nulls().sort().to_list()
    told = told_periods(words, calendar)
    named = {word: period for word, period in told.items() if period is not None}
    ends: dict[str, Sequence[object]] = {
        "period": list(named),
        "cost_date": [period.start for period in named.values()],
        "known_on": [period.end for period in named.values()],
    }
    periods = tuple(named.values())
    if all(period.days == 1 for period in periods):
        del ends["known_on"]
        periods = ()
    dtypes = {"period": DTYPES[Kind.TEXT], "cost_date": DTYPES[Kind.DATE], "known_on": DTYPES[Kind.DATE]}
    days = small(ends, {name: dtypes[name] for name in ends})
    unread = [word for word, period in told.items() if period is None]
    findings = []
    if unread:
        message = _NO_PERIOD.fill(words=in_quotes(unread[:_SHOWN]))
        rows = collect(lines.filter(nw.col("period").is_in(unread)).select(nw.len().alias("rows")))["rows"][0]
        findings.append(issue("F556", message, Where(column="period"), value=unread[0], count=rows))
    return _Dated(lines.join(days, on="period", how="left"), periods, tuple(findings))


def _reach(days: Days, periods: Sequence[Period]) -> Span:
    """The days that costs tell of: the periods they are told for, else whole months."""
    first, last = days.first.replace(day=1), month_end(days.last)
    if not periods:
        return Span(first, last)
    return Span(min(period.start for period in periods), max(period.end for period in periods))


def _kinds(frame: Frame, section: SalesSection) -> Mapping[str, CostKind | None]:
    """What each word for a kind means: as the configuration declares, else as the words are known."""
    told = section.cost_kinds
    listed = {CostKind.SALES: told.sales, CostKind.MARKETING: told.marketing, CostKind.NEITHER: told.neither}
    declared = {word_key(word): kind for kind, own in listed.items() for word in own}
    words = collect(frame.select("kind").unique())["kind"].drop_nulls().sort().to_list()
    return {word: declared.get(word_key(word)) or cost_kind(word) for word in words}


def _spent(frame: Frame, kinds: Mapping[str, CostKind | None] | None) -> Frame:
    if kinds is None:
        return frame.with_columns(spent=nw.col("amount"), marketing_spent=nw.col("amount"))
    of_marketing = [word for word, kind in kinds.items() if kind is CostKind.MARKETING]
    counted_words = [word for word, kind in kinds.items() if kind in _SPENT_ON]
    zero = nw.lit(0).cast(nw.Decimal(38, 6))
    return frame.with_columns(
        spent=nw.when(nw.col("kind").is_in(counted_words)).then(nw.col("amount")).otherwise(zero),
        marketing_spent=nw.when(nw.col("kind").is_in(of_marketing)).then(nw.col("amount")).otherwise(zero),
    )


def _by_kind(frame: Frame) -> list[tuple[str | None, Decimal, int]]:
    """Kind, amount and rows, the largest first."""
    summed = collect(frame.group_by("kind").agg(nw.col("amount").sum(), nw.len().alias("rows")))
    rows = summed.select("kind", "amount", "rows").rows()
    return sorted(rows, key=lambda row: (-abs(row[1]), row[0] or ""))


def _notes(frame: Frame, kinds: Mapping[str, CostKind | None], reach: Span) -> Iterator[tuple[str, Text]]:
    if kinds:
        every = _by_kind(frame)
        known = [(kind, amount) for kind, amount, _ in every if kinds.get(kind or "") in _SPENT_ON]
        told = [
            _KIND.fill(kind=kind, amount=f"{amount:,.2f}", spent_on=_SPENT_ON[kinds[kind or ""]])  # type: ignore[index]
            for kind, amount in known
        ]
        if told:
            yield "cost_kinds", _SPENT.fill(listed=_shortened(told))
        if others := [same(f"{kind} {amount:,.2f}") for kind, amount, _ in every if kinds.get(kind or "") in _OTHER]:
            yield "other_costs", _OTHERS.fill(listed=_shortened(others))
    yield "cost_reach", _REACH.fill(first=reach.start, last=reach.end)
    dated = (
        [] if "known_on" in columns_of(frame) else collect(frame.select("cost_date").unique())["cost_date"].to_list()
    )
    if len(dated) > 1 and all(day.day == 1 for day in dated):
        yield "cost_by_month", _BY_MONTH.fill(which=_FIRST)
    elif len(dated) > 1 and all(day == month_end(day) for day in dated):
        yield "cost_by_month", _BY_MONTH.fill(which=_LAST)


def _shortened(told: list[Text]) -> Text:
    listed = listing(told[:_SHOWN])
    more = len(told) - _SHOWN
    return _MORE.fill(listed=listed, more=more) if more > 0 else listed


def _not_counted(frame: Frame, kinds: Mapping[str, CostKind | None]) -> Iterator[Issue]:
    """Kinds that nobody knows, with what was spent on them."""
    if "kind" not in columns_of(frame):
        return
    others = [(kind, amount, rows) for kind, amount, rows in _by_kind(frame) if kinds.get(kind or "") is None]
    if not others:
        return
    told = [
        Text(f"{kind!r} {amount:,.2f}", f"「{kind}」{amount:,.2f}")
        if kind
        else Text(f"{_BLANK.en} {amount:,.2f}", f"{_BLANK.zh} {amount:,.2f}")
        for kind, amount, _ in others
    ]
    message = _UNKNOWN.fill(kinds=Count(len(others)), listed=_shortened(told))
    first = next((kind for kind, _, _ in others if kind), None)
    hint = _DECLARE.fill(kind=first) if first else ""
    rows = sum(rows for _, _, rows in others)
    yield issue("F555", message, Where(column="kind"), hint=hint, value=first, count=rows)


def _lacking(frame: Frame) -> Iterator[Issue]:
    """Rows without a day or an amount."""
    day = "period" if "known_on" in columns_of(frame) else "cost_date"
    for column in (day, "amount"):
        rows = collect(frame.filter(nw.col(column).is_null()).select(nw.len().alias("rows")))["rows"][0]
        if rows:
            message = Text(
                f"{counted(rows, 'cost')} without {column}: not counted",
                f"{rows:,} 笔费用没有{column_words(column, table='costs').zh}：未计入",
            )
            yield issue("F556", message, Where(column=column), count=rows)
