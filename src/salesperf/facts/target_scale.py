"""Targets far smaller than what was sold in their period: perhaps written in thousands or in 万元.

Only told, with the figures: nothing is scaled by a guess, for a target may also be as small as it looks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate
from statistics import median_high

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, UsageError, Where
from salesperf.core.period import Span
from salesperf.core.text import Text, folded, same
from salesperf.engine import Frame, collect, scan
from salesperf.facts.calendar import Calendar
from salesperf.facts.dimensions import available, column_of, split
from salesperf.facts.events import Events
from salesperf.facts.period_words import parse_period
from salesperf.tables.bundle import Bundle
from salesperf.tables.schema import FILE, SHEET

_MEASURES = {"net_revenue": "net", "gross_revenue": "gross"}
"""The metrics whose targets are compared, and the measure of a sales line that adds up to each."""
_FAR = 30
"""Sales of so many times the target are no attainment: what is planned is missed or passed by far less."""
_UNITS = (
    (3_000, Text("thousands", "千元")),
    (100_000, same("万元")),
    (None, Text("millions", "百万元")),
)
"""The unit of targets, by how many times as much was sold, in the middle: up to halfway to the next unit."""
_MOST = Decimal("0.75")
_ZERO = Decimal(0)
_PERHAPS = Text(
    "{like:,} of {compared:,} targets of {metric} are far below what was sold in their period, as a rule "
    "1/{ratio:,}, such as {target:,f} where {sold:,f} was sold in {period}: perhaps in {unit}",
    "{metric} 的 {compared:,} 个目标中有 {like:,} 个远低于同期实际销售，一般约为 1/{ratio:,}，例如 {period} 目标 "
    "{target:,f}，实际 {sold:,f}：单位可能是{unit}",
)
_SAY = Text(
    'if so, say unit = "{unit}" under [[table]]; if they are meant as they stand, unit = "USD" or whatever they are in',
    '如确为该单位，请在 [[table]] 中写明 unit = "{unit}"；如数值无误，请写明 unit = "元"',
)


class _Pair(Struct, frozen=True):
    """A target and what was sold in its period."""

    target: Decimal
    sold: Decimal
    period: str

    @property
    def ratio(self) -> Decimal:
        """How many times the target was sold."""
        return self.sold / self.target


class _Sold(Struct, frozen=True):
    """What was sold up to each day, by whom; None is everybody."""

    days: Sequence[date]
    sums: Sequence[Decimal]

    def within(self, span: Span) -> Decimal:
        """What was sold in a span."""
        return self.sums[bisect_right(self.days, span.end)] - self.sums[bisect_left(self.days, span.start)]

    def reaches_over(self, span: Span) -> bool:
        """Whether at least half the days of a span lie between the first sale and the last."""
        first, last = max(span.start, self.days[0]), min(span.end, self.days[-1])
        return 2 * ((last - first).days + 1) >= span.days


def scale_doubts(bundle: Bundle, sales: Events, *, calendar: Calendar) -> Iterator[Issue]:
    """One finding for each sheet and metric most of whose targets are far below what was sold in their period."""
    rows = collect(scan(bundle.tables["targets"]))
    for metric, measure in _MEASURES.items():
        of_metric = [row for row in rows.iter_rows(named=True) if row["metric"] == metric]
        sold = _sold(sales, measure) if of_metric else {}
        if None not in sold:
            continue
        aliases = _aliases(sales, bundle)
        groups = _by_group(sales, bundle, measure, {str(row["scope"]) for row in of_metric})
        by_sheet: dict[tuple[str | None, str | None], list[Mapping[str, object]]] = defaultdict(list)
        for row in of_metric:
            by_sheet[_text(row.get(FILE)), _text(row.get(SHEET))].append(row)
        for (file, sheet), own in by_sheet.items():
            pairs = _pairs(own, sold, aliases, groups, calendar)
            yield from _doubt(pairs, metric, Where(file, sheet))


def _text(place: object) -> str | None:
    return None if place is None else str(place)


def _sold(sales: Events, measure: str) -> dict[str | None, _Sold]:
    """What was sold by rep, and by everybody under None; empty without dated sales."""
    who = "rep" if "rep" in sales.lines.collect_schema().names() else None
    return _sold_by(sales.lines, measure, who)


def _sold_by(lines: Frame, measure: str, who: str | None) -> dict[str | None, _Sold]:
    """What was sold by the groups of a column, and by everybody under None."""
    dated = lines.filter(~nw.col("date").is_null())
    daily = collect(dated.group_by("date", *([who] if who else [])).agg(nw.col(measure).sum().alias("sold")))
    by_day: dict[str | None, dict[date, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for row in daily.iter_rows(named=True):
        for name in {None, row[who] if who else None}:
            by_day[name][row["date"]] += row["sold"]
    found: dict[str | None, _Sold] = {}
    for name, sold in by_day.items():
        days = sorted(sold)
        found[name] = _Sold(days, (_ZERO, *accumulate(sold[day] for day in days)))
    return found


def _by_group(sales: Events, bundle: Bundle, measure: str, scopes: Collection[str]) -> dict[tuple[str, str], _Sold]:
    """What each team, region, product and so on sold, by scope and name or id (folded), where the files tell it."""
    found: dict[tuple[str, str], _Sold] = {}
    for scope in sorted(set(available(sales, bundle)) & set(scopes) - {"rep"}):
        parted = split(sales, bundle, by=[scope])
        names = parted.labels.get(scope, {})
        for key, sold in _sold_by(parted.lines, measure, column_of(scope)).items():
            if key is not None:
                found |= {(scope, folded(word)): sold for word in {key, names.get(key, key)}}
    return found


def _aliases(sales: Events, bundle: Bundle) -> Mapping[str, str]:
    """The rep of the sales whom an id or a name means, by the people table or the sales themselves."""
    frames = [scan(people)] if (people := bundle.get("people")) is not None else []
    if sales.has("rep_id", "rep_name"):
        frames.append(sales.lines)
    found: dict[str, str] = {}
    for frame in frames:
        names = frame.collect_schema().names()
        if {"rep_id", "rep_name"} <= set(names):
            for identity, name in collect(frame.select("rep_id", "rep_name").unique()).drop_nulls().iter_rows():
                found |= {name: identity, identity: name}
    return found


def _pairs(
    rows: Sequence[Mapping[str, object]],
    sold: Mapping[str | None, _Sold],
    aliases: Mapping[str, str],
    groups: Mapping[tuple[str, str], _Sold],
    calendar: Calendar,
) -> list[_Pair]:
    """Targets with what each owner sold: the company, reps, and other groups the files tell apart.

    Where none is known, those of all reps together.
    """
    everybody = sold[None]
    together: dict[str, Decimal] = defaultdict(Decimal)
    known: list[_Pair] = []
    for row in rows:
        scope, name, period, amount = str(row["scope"]), row.get("scope_id"), str(row["period"]), row["amount"]
        assert isinstance(amount, Decimal)  # noqa: S101 -- the canonical table has no empty amount
        if scope == "rep":
            together[period] += amount
        owner = None if scope == "company" else str(name)
        owner = aliases.get(owner, owner) if owner is not None and owner not in sold else owner
        own = sold.get(owner) if scope in {"company", "rep"} else groups.get((scope, folded(str(name))))
        span = None if own is None else _span(period, calendar, everybody)
        if own is not None and span is not None:
            known.append(_Pair(amount, own.within(span), period))
    if not known:
        spans = ((period, amount, _span(period, calendar, everybody)) for period, amount in together.items())
        known = [_Pair(amount, everybody.within(span), period) for period, amount, span in spans if span is not None]
    return [pair for pair in known if pair.target > 0 and pair.sold > 0]


def _span(period: str, calendar: Calendar, everybody: _Sold) -> Span | None:
    """The days of a period; None where the sales hardly reach over it, and for what is no period."""
    try:
        span = parse_period(period, calendar=calendar, as_of=everybody.days[-1])
    except UsageError:
        return None
    return span if everybody.reaches_over(span) else None


def _doubt(pairs: Sequence[_Pair], metric: str, where: Where) -> Iterator[Issue]:
    like = [pair for pair in pairs if pair.ratio >= _FAR]
    if not like or len(like) < _MOST * len(pairs):
        return
    ratio = median_high(pair.ratio for pair in like)
    typical = next(pair for pair in like if pair.ratio == ratio)
    unit = next(unit for limit, unit in _UNITS if limit is None or ratio < limit)
    message = _PERHAPS.fill(
        like=len(like),
        compared=len(pairs),
        metric=metric,
        ratio=int(ratio),
        target=typical.target.normalize(),
        sold=typical.sold.normalize(),
        period=typical.period,
        unit=unit,
    )
    yield issue("F575", message, where, hint=_SAY.fill(unit=unit), value=metric, count=len(like))
