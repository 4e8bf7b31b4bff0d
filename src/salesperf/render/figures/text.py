"""One chart as lines for a terminal: block characters for marks, a glyph beside every colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.text import Text

from salesperf.core.status import GLYPHS, Status
from salesperf.render.figures.blocks import EXPECTED, TARGET, cut, height, length, marked, padded, shade, signed, widest
from salesperf.render.figures.plots import scatter
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Point, Series
from salesperf.report.figure import FigureKind

_PAGE = 100
_LEAST_BAR = 4
_LEAST_MARKED = 12
"""The shortest bar that has room for a second mark."""
_MOST_BAR = 48
_NARROWEST = 16
_NAMES_AT_MOST = 0.4
_GAP = "  "
_TITLE = "bold"
_DIM = "dim"
_BAR = "cyan"
_STYLES = {Status.RED: "red", Status.YELLOW: "yellow", Status.GREEN: "green", Status.UNKNOWN: "dim"}
_PARTS = "█▓▒░▚"
_RULE_SHARE = 0.8
_RISE, _FALL = "▓", "░"


def lines(chart: Chart, *, width: int | None, color: bool) -> tuple[Text, ...]:
    """The picture in at most `width` columns; no line has a style unless `color` is asked for."""
    room = max(width or _PAGE, _NARROWEST)
    drawn = [Text(cut(chart.title, room), _TITLE), *_DRAWN[chart.kind](chart, room)]
    if chart.note:
        drawn.append(Text(cut(chart.note, room), _DIM))
    for line in drawn:
        line.rstrip()
        # On the narrowest of screens even a number may be cut: the table below has it whole.
        line.truncate(room, overflow="ellipsis")
    return tuple(drawn if color else (Text(line.plain) for line in drawn))


def _name_width(names: Sequence[str], room: int) -> int:
    return min(widest(names), int(room * _NAMES_AT_MOST))


def _bar_width(room: int, *taken: int) -> int:
    """What is left for bars beside names and numbers."""
    left = room - sum(taken) - len(_GAP) * len([one for one in taken if one])
    return max(_LEAST_BAR, min(_MOST_BAR, left))


def _name(name: str, width: int) -> str:
    return padded(cut(name, width), width) + _GAP


def _with_remark(line: Text, remark: str, room: int) -> Iterator[Text]:
    """A remark behind its line, or below it where it does not fit."""
    if remark and line.cell_len + len(_GAP) + widest([remark]) > room:
        yield line
        yield Text(_GAP + cut(remark, room - len(_GAP)), _DIM)
    else:
        yield line.append(_GAP + remark if remark else "")


def _said(point: Point, words: str | None = None) -> str:
    text = point.label if words is None else words
    return f"{GLYPHS[point.status]} {text}" if point.status else text


def _style(point: Point) -> str:
    return _STYLES[point.status] if point.status else _BAR


def _bars(chart: Chart, room: int) -> Iterator[Text]:
    is_one = len(chart.series) == 1
    labels = chart.categories if is_one else tuple(f"  {one.label}" for one in chart.series)
    names = _name_width(labels, room)
    numbers = widest([_said(point) for one in chart.series for point in one.points])
    values = [point.value or 0.0 for one in chart.series for point in one.known]
    goals = [point.value or 0.0 for point in (chart.target.known if chart.target else ())]
    span = (min(0.0, *values, *goals, 0.0), max(0.0, *values, *goals, 0.0))
    wide = _bar_width(room, names, numbers)
    for at, category in enumerate(chart.categories):
        if not is_one:
            yield Text(cut(category, room))
        goal = chart.target.points[at].value if chart.target else None
        for one, label in zip(chart.series, (category,) if is_one else labels, strict=False):
            point = one.points[at]
            line = Text(_name(label, names))
            line.append(marked(signed(point.value, span, wide), goal, span), _style(point))
            yield line.append(_GAP + _said(point))
    if chart.target is not None:
        yield Text(f"{TARGET} {chart.target.label}", _DIM)


def _lines(chart: Chart, room: int) -> Iterator[Text]:
    every = (*chart.series, *((chart.target,) if chart.target else ()))
    names = _name_width([one.label for one in every], room)
    step = max(1, min(4, (room - names - 20) // len(chart.categories)))
    for one in every:
        line = Text(_name(one.label, names))
        line.append(_run(one, chart.axis.low, chart.axis.high, step), _BAR)
        yield line.append(_GAP + (one.known[-1].label if one.known else ""))
    ends = (chart.categories[0], chart.categories[-1])
    wide = step * len(chart.categories)
    yield Text(" " * (names + len(_GAP)) + cut(padded(ends[0], wide - widest(ends[1:])) + ends[1], room - names), _DIM)


def _run(one: Series, low: float, high: float, step: int) -> str:
    marks = (" " if p.value is None else height((p.value - low) / ((high - low) or 1.0)) for p in one.points)
    return "".join(mark * step for mark in marks)


def _sparkline(chart: Chart, _room: int) -> Iterator[Text]:
    values = [point.value for point in chart.series[0].known if point.value is not None]
    yield Text(_run(chart.series[0], min(values), max(values), 1), _BAR).append(_GAP + chart.series[0].known[-1].label)


def _stacked(chart: Chart, room: int) -> Iterator[Text]:
    names = _name_width(chart.categories, room)
    wide = _bar_width(room, names)
    most = max(chart.axis.high, 1e-300)
    for at, category in enumerate(chart.categories):
        line = Text(_name(category, names))
        below: list[str] = []
        for index, one in enumerate(chart.series):
            span = one.points[at].span or (0.0, 0.0)
            if span[1] < 0:
                below.append(f"{one.label} {one.points[at].label}")
            start, end = (round(max(0.0, value) / most * wide) for value in span)
            line.append(_PARTS[index % len(_PARTS)] * (end - start), _BAR)
        yield from _with_remark(line, _GAP.join(below), room)
    for index, one in enumerate(chart.series):
        yield Text(f"{_PARTS[index % len(_PARTS)]} {cut(one.label, room - 2)}", _DIM)


def _waterfall(chart: Chart, room: int) -> Iterator[Text]:
    points = chart.series[0].points
    names = _name_width(chart.categories, room)
    wide = _bar_width(room, names, widest([point.label for point in points]) + 1)
    low, high = chart.axis.low, chart.axis.high
    for at, (category, point) in enumerate(zip(chart.categories, points, strict=True)):
        is_change = 0 < at < len(points) - 1
        is_rise = is_change and (point.value or 0.0) > 0
        start, end = sorted(round((value - low) / (high - low) * wide) for value in point.span or (low, low))
        mark = "█" if not is_change else _RISE if is_rise else _FALL
        line = Text(_name(category, names) + " " * start)
        line.append(mark * max(end - start, 1 if point.value else 0), _BAR)
        yield line.append(_GAP + ("+" if is_rise else "") + point.label)


def _heat_map(chart: Chart, room: int) -> Iterator[Text]:
    names = _name_width(chart.categories, room)
    cells = [max(widest([one.label]), widest([p.label for p in one.points]) + 2) for one in chart.series]
    is_bare = names + sum(cells) + len(_GAP) * len(cells) > room
    if is_bare:
        # The numbers stand in the table below; here is room for their shades alone.
        cells = [1 for _ in cells]
    else:
        heads = (padded(one.label, wide, right=True) for one, wide in zip(chart.series, cells, strict=True))
        yield Text(" " * (names + len(_GAP)) + _GAP.join(heads), _DIM)
    for at, category in enumerate(chart.categories):
        points = (one.points[at] for one in chart.series)
        words = ((_shaded(point) if is_bare else f"{_shaded(point)} {point.label}") for point in points)
        row = (padded(word, wide, right=True) for word, wide in zip(words, cells, strict=True))
        yield Text(_name(category, names) + _GAP.join(row))


def _shaded(point: Point) -> str:
    return " " if point.share is None else shade(point.share)


def _funnel(chart: Chart, room: int) -> Iterator[Text]:
    points = chart.series[0].points
    names = _name_width(chart.categories, room)
    numbers = widest([point.label for point in points])
    wide = _bar_width(room, names, numbers, widest(chart.beside))
    most = max([point.span[1] for point in points if point.span] or [0.0]) or 1.0
    for category, point, remark in zip(chart.categories, points, chart.beside, strict=True):
        filled = round((point.span[1] if point.span else 0.0) / most * wide)
        line = Text(_name(category, names))
        line.append(("█" * max(filled, 1 if point.value else 0)).center(wide), _BAR)
        yield from _with_remark(line.append(_GAP + padded(point.label, numbers, right=True)), remark, room)


def _pareto(chart: Chart, room: int) -> Iterator[Text]:
    bars, *running = chart.series
    names = _name_width(chart.categories, room)
    numbers = widest([point.label for point in bars.points])
    shares = widest([point.label for one in running for point in one.points])
    wide = _bar_width(room, names, numbers, shares, len("80%") + 1)
    span = (min([0.0, *(p.value or 0.0 for p in bars.known)]), max([0.0, *(p.value or 0.0 for p in bars.known)]))
    is_reached = False
    for at, (category, point) in enumerate(zip(chart.categories, bars.points, strict=True)):
        remark = ""
        line = Text(_name(category, names)).append(signed(point.value, span, wide), _BAR)
        line.append(_GAP + padded(point.label, numbers, right=True))
        for one in running:
            line.append(_GAP + padded(one.points[at].label, shares, right=True))
            if not is_reached and (one.points[at].value or 0.0) >= _RULE_SHARE:
                is_reached = True
                remark = "◂80%"
        yield from _with_remark(line, remark, room)


def _bullet(chart: Chart, room: int) -> Iterator[Text]:
    points = chart.series[0].points
    goals = chart.target.points if chart.target else ()
    amounts = [p.label if g.value is None else f"{p.label} / {g.label}" for p, g in zip(points, goals, strict=True)]
    shares = [_said(point, share) for point, share in zip(points, chart.beside, strict=True)]
    names = _name_width(chart.categories, room)
    wide = _bar_width(room, names, widest(shares), widest(amounts))
    span = (0.0, chart.axis.high)
    due = chart.expected if wide >= _LEAST_MARKED else None
    expected = [one.span[1] if one.span else None for one in due.points] if due else [None] * len(points)
    for at, (category, point) in enumerate(zip(chart.categories, points, strict=True)):
        bar = padded(length(point.span[1] / span[1], wide) if point.span else "", wide)
        bar = marked(bar, expected[at], span, mark=EXPECTED)
        line = Text(_name(category, names)).append(marked(bar, 1.0 if point.span else None, span), _style(point))
        yield from _with_remark(line.append(_GAP + padded(shares[at], widest(shares), right=True)), amounts[at], room)
    marks = ((TARGET, chart.target), (EXPECTED, due))
    yield Text(_GAP.join(f"{mark} {one.label}" for mark, one in marks if one is not None), _DIM)


def _scatter(chart: Chart, room: int) -> Iterator[Text]:
    for text in scatter(chart, width=room):
        yield Text(text)


_DRAWN: Mapping[FigureKind, Callable[[Chart, int], Iterator[Text]]] = {
    FigureKind.LINE: _lines,
    FigureKind.BAR: _bars,
    FigureKind.STACKED: _stacked,
    FigureKind.WATERFALL: _waterfall,
    FigureKind.HEAT_MAP: _heat_map,
    FigureKind.FUNNEL: _funnel,
    FigureKind.PARETO: _pareto,
    FigureKind.BULLET: _bullet,
    FigureKind.SPARKLINE: _sparkline,
    FigureKind.SCATTER: _scatter,
}
