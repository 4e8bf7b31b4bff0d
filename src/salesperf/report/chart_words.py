"""A chart in sentences, for who cannot see it: the highest, the lowest, the last, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from salesperf.core.money import exact
from salesperf.core.text import Count, Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.chart_parts import Point, Series
from salesperf.report.escape import on_one_line
from salesperf.report.figure import FigureKind
from salesperf.report.grid import compact

_WHOLE = Text("{title}: {facts}.", "{title}：{facts}。")
_SEVERAL = Text("{label}: {facts}", "{label}：{facts}")
_HIGHEST = Text("highest {value} ({name})", "最高 {value}（{name}）")
_LOWEST = Text("lowest {value} ({name})", "最低 {value}（{name}）")
_LAST = Text("last {value} ({name})", "最新 {value}（{name}）")
_LAST_PARTIAL = Text("last {value} ({name}, not complete)", "最新 {value}（{name}，未满期）")
_ONLY = Text("{value} ({name})", "{value}（{name}）")
_SINCE = Text("{change} since {name}", "较 {name} {change}")
_TARGET = Text("last target {value} ({name})", "最新目标 {value}（{name}）")
_MISSING = Text("{count} of {all} missing", "{all} 项中缺 {count} 项")
_FROM_TO = Text(
    "from {first} ({first_name}) to {last} ({last_name})", "由 {first}（{first_name}）到 {last}（{last_name}）"
)
_RISE = Text("largest rise {value} ({name})", "最大增项 {value}（{name}）")
_FALL = Text("largest fall {value} ({name})", "最大减项 {value}（{name}）")
_LEFT = Text("{share} are left", "留存 {share}")
_REACHED = Text("{count} of {all} reached the target", "{all} 项中 {count} 项达成目标")
_BEST = Text("highest {share} ({name})", "最高 {share}（{name}）")
_WORST = Text("lowest {share} ({name})", "最低 {share}（{name}）")
_POINTS = Text("{count:point|points}", "{count} 个点")
_RANGE = Text("{label} from {low} to {high}", "{label}由 {low} 到 {high}")
_FIRST_SHARE = Text("the first {count:reaches|reach} 80%", "前 {count} 项累计达 80%")
_SEMICOLON = Text("; ", "；")
_RULE_SHARE = 0.8
_FRACTIONS = frozenset({Unit.RATIO, Unit.SCORE})
_CHANGES = frozenset({Unit.GROWTH, Unit.POINTS})
_MOST_DESCRIBED = 3

_Named = tuple[str, Point]


class Told(Struct, frozen=True):
    """In which language and currency a chart speaks."""

    lang: Lang
    currency: str | None

    @property
    def numbers(self) -> Lang:
        """The language of short numbers: of both languages the one whose 300K everybody reads."""
        return Lang.EN if self.lang is Lang.BOTH else self.lang

    def value(self, value: float, unit: Unit | None) -> Text:
        """A number in short words of both languages."""
        said = unit or Unit.NUMBER
        return Text(
            *(compact(value, said, lang=lang, currency=self.currency) for lang in (Lang.EN, Lang.ZH)),
        )


class Seen(Struct, frozen=True):
    """What a sentence is made from."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    target: Series | None
    told: Told
    is_nested: bool = False
    """Whether some of the categories are parts of others: reps of a team, teams of the company."""


def alt_of(kind: FigureKind, title: Text, seen: Seen) -> str:
    """The picture in one or two sentences, made from its values."""
    facts = listing((*_FACTS[kind](seen), *_missing(seen.series)), _SEMICOLON)
    return on_one_line(_WHOLE.fill(title=title, facts=facts).say(seen.told.lang))


def _missing(series: tuple[Series, ...]) -> Iterator[Text]:
    missing = sum(len(one.points) - len(one.known) for one in series)
    if missing:
        yield _MISSING.fill(count=missing, all=sum(len(one.points) for one in series))


def _of_bars(seen: Seen) -> Iterator[Text]:
    for one in seen.series[:_MOST_DESCRIBED]:
        if named := _named(seen.categories, one):
            yield _labelled(one, seen.series, _extremes(named, seen.told))


def _of_stacks(seen: Seen) -> Iterator[Text]:
    yield from _extremes(_totals(seen.categories, seen.series), seen.told)


def _of_funnel(seen: Seen) -> Iterator[Text]:
    named = _named(seen.categories, seen.series[0])
    yield _from_to(named, seen.told)
    if first := _size(named[0]):
        yield _LEFT.fill(share=seen.told.value(_size(named[-1]) / first, Unit.RATIO))


def _of_pareto(seen: Seen) -> Iterator[Text]:
    yield from _extremes(_named(seen.categories, seen.series[0]), seen.told)
    for running in seen.series[1:]:
        shares = [point.value or 0.0 for point in running.points]
        reached = next((at for at, share in enumerate(shares, 1) if share >= _RULE_SHARE), None)
        if reached is not None:
            yield _FIRST_SHARE.fill(count=Count(reached))


def _labelled(one: Series, series: tuple[Series, ...], facts: Iterator[Text]) -> Text:
    said = listing(facts)
    return said if len(series) == 1 else _SEVERAL.fill(label=one.label, facts=said)


def _named(categories: Sequence[str], series: Series) -> list[_Named]:
    return [(name, point) for name, point in zip(categories, series.points, strict=True) if point.value is not None]


def _value(named: _Named, told: Told) -> Text:
    return told.value(named[1].value or 0.0, named[1].unit)


def _extremes(named: list[_Named], told: Told) -> Iterator[Text]:
    if len(named) == 1:
        yield _ONLY.fill(value=_value(named[0], told), name=named[0][0])
    elif named:
        for words, chosen in ((_HIGHEST, max(named, key=_size)), (_LOWEST, min(named, key=_size))):
            yield words.fill(value=_value(chosen, told), name=chosen[0])


def _size(named: _Named) -> float:
    return named[1].value or 0.0


def _of_lines(seen: Seen) -> Iterator[Text]:
    for one in seen.series[:_MOST_DESCRIBED]:
        if named := _named(seen.categories, one):
            yield _labelled(one, seen.series, _of_line(named, seen.told))
    goals = _named(seen.categories, seen.target) if seen.target is not None else []
    if goals:
        yield _TARGET.fill(value=_value(goals[-1], seen.told), name=goals[-1][0])


def _of_line(named: list[_Named], told: Told) -> Iterator[Text]:
    yield from _extremes(named, told)
    if len(named) == 1:
        return
    words = _LAST_PARTIAL if named[-1][1].partial else _LAST
    yield words.fill(value=_value(named[-1], told), name=named[-1][0])
    change = _change(named[0][1], named[-1][1], told)
    # What is not complete has not changed yet.
    if change is not None and not named[-1][1].partial:
        yield _SINCE.fill(change=change, name=named[0][0])


def _change(first: Point, last: Point, told: Told) -> Text | None:
    """Growth of what adds up, points of shares; none on zero, below it, or of what is a change itself."""
    if first.value is None or last.value is None or first.unit in _CHANGES:
        return None
    if first.unit in _FRACTIONS:
        return told.value(_difference(first.value, last.value), Unit.POINTS)
    return told.value(_difference(first.value, last.value) / first.value, Unit.GROWTH) if first.value > 0 else None


def _difference(first: float, last: float) -> float:
    return float(exact(last) - exact(first))


def _of_steps(seen: Seen) -> Iterator[Text]:
    told = seen.told
    named = _named(seen.categories, seen.series[0])
    yield _from_to(named, told)
    changes = named[1:-1]
    rise = max(changes, key=_size, default=None)
    fall = min(changes, key=_size, default=None)
    if rise is not None and _size(rise) > 0:
        yield _RISE.fill(value=_value(rise, told), name=rise[0])
    if fall is not None and _size(fall) < 0:
        yield _FALL.fill(value=_value(fall, told), name=fall[0])


def _from_to(named: list[_Named], told: Told) -> Text:
    first, last = named[0], named[-1]
    return _FROM_TO.fill(first=_value(first, told), first_name=first[0], last=_value(last, told), last_name=last[0])


def _of_bullets(seen: Seen) -> Iterator[Text]:
    points = zip(seen.categories, seen.series[0].points, strict=True)
    judged = [(point.share, name) for name, point in points if point.share is not None]
    if not judged:
        yield from _of_bars(seen)
        return
    if not seen.is_nested:
        # A company and its own reps are no five of fourteen.
        yield _REACHED.fill(count=sum(share >= 1 for share, _ in judged), all=len(judged))
    if len(judged) > 1:
        for words, (share, name) in ((_BEST, max(judged)), (_WORST, min(judged))):
            yield words.fill(share=seen.told.value(share, Unit.RATIO), name=name)


def _of_points(seen: Seen) -> Iterator[Text]:
    pairs = zip(*(one.points for one in seen.series), strict=True)
    yield _POINTS.fill(count=Count(sum(all(point.value is not None for point in pair) for pair in pairs)))
    for one in seen.series:
        values = [point.value for point in one.known if point.value is not None]
        if values:
            low, high = (seen.told.value(end, one.unit) for end in (min(values), max(values)))
            yield _RANGE.fill(label=one.label, low=low, high=high)


def _of_cells(seen: Seen) -> Iterator[Text]:
    by_unit: dict[Unit | None, list[_Named]] = {}
    for one in seen.series:
        for name, point in _named(seen.categories, one):
            by_unit.setdefault(point.unit, []).append((f"{name}, {one.label}", point))
    for named in by_unit.values():
        yield from _extremes(named, seen.told)


def _totals(categories: Sequence[str], series: tuple[Series, ...]) -> list[_Named]:
    """The whole of each stack; a part that is missing leaves the whole unknown."""
    totals: list[_Named] = []
    for index, name in enumerate(categories):
        parts = [one.points[index].value for one in series]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts):
            totals.append((name, Point(float(sum(map(exact, known))), unit=series[0].unit)))
    return totals


_FACTS: Mapping[FigureKind, Callable[[Seen], Iterator[Text]]] = {
    FigureKind.LINE: _of_lines,
    FigureKind.SPARKLINE: _of_lines,
    FigureKind.BAR: _of_bars,
    FigureKind.STACKED: _of_stacks,
    FigureKind.WATERFALL: _of_steps,
    FigureKind.HEAT_MAP: _of_cells,
    FigureKind.FUNNEL: _of_funnel,
    FigureKind.PARETO: _of_pareto,
    FigureKind.BULLET: _of_bullets,
    FigureKind.SCATTER: _of_points,
}
