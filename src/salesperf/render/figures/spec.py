"""The marks of a scene as a Vega-Lite specification: places are numbers in pixels, and nothing is an expression.

Words are not in it: the converter would take longer to measure them than to draw all the rest, and would measure them
in whatever font this machine has (docs/decisions.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from salesperf.render.figures import palette
from salesperf.render.figures.scene import Box, Dot, Label, Path, Rule, Scene, Shape

Json = Mapping[str, object]
"""A part of a specification."""

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_DASH = (5, 4)
_GRID = frozenset({palette.GRID, palette.AXIS})
_DEPTHS = {Box: 1, Rule: 2, Path: 3, Dot: 4}
Mark = Box | Rule | Path | Dot
_PIXEL = 2


def spec(scene: Scene) -> dict[str, object]:
    """The marks as Vega-Lite draws them; fields are c0, c1 ... and nothing of the data but numbers comes here."""
    return {
        "$schema": _SCHEMA,
        "width": scene.width,
        "height": scene.height,
        "autosize": "none",
        "padding": 0,
        "background": None,
        "config": {"view": {"stroke": None}},
        "layer": [_layer(shapes) for shapes in _layers(scene.shapes)],
    }


def _layers(shapes: Sequence[Shape]) -> Iterator[Sequence[Mark]]:
    """Marks of one look together, for each layer costs time: the grid, bars, rules on them, lines, dots."""
    looks: dict[tuple[float, ...], list[Mark]] = {}
    for at, shape in enumerate(shapes):
        if not isinstance(shape, Label):
            looks.setdefault((_depth(shape), *_look_of(shape, at)), []).append(shape)
    yield from (looks[look] for look in sorted(looks))


def _depth(mark: Mark) -> int:
    """What lies above what."""
    if isinstance(mark, Rule) and mark.stroke in _GRID:
        return 0
    return _DEPTHS[type(mark)]


def _look_of(shape: Mark, at: int) -> tuple[float, ...]:
    """What all shapes of a layer have in common; every path is a layer of its own."""
    match shape:
        case Box():
            return ()
        case Rule():
            return (shape.width, shape.dashed)
        case Path():
            return (at,)
        case Dot():
            return (shape.radius,)


def _layer(shapes: Sequence[Mark]) -> Json:
    first = shapes[0]
    match first:
        case Box():
            return _made("rect", {}, _BOX, (_box(one) for one in shapes if isinstance(one, Box)))
        case Rule():
            look = {"strokeWidth": first.width, **_dash(dashed=first.dashed)}
            return _made("rule", look, _RULE, (_rule(one) for one in shapes if isinstance(one, Rule)))
        case Path():
            look = {"strokeWidth": first.width, "strokeJoin": "round", "strokeCap": "round", "stroke": first.stroke}
            points = ((_px(x), _px(y), at) for at, (x, y) in enumerate(first.points))
            return _made("line", {**look, **_dash(dashed=first.dashed)}, _PATH, points)
        case Dot():
            look = {"shape": "circle", "opacity": 1, "size": round(first.radius**2 * 4, _PIXEL), "strokeWidth": 2}
            return _made("point", look, _DOT, (_dot(one) for one in shapes if isinstance(one, Dot)))


def _made(mark: str, look: Json, channels: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> Json:
    values = [{f"c{index}": value for index, value in enumerate(row)} for row in rows]
    return {
        "mark": {"type": mark, "aria": False, **look},
        "data": {"values": values},
        "encoding": {channel: _CHANNELS[channel](f"c{index}") for index, channel in enumerate(channels)},
    }


def _dash(*, dashed: bool) -> Json:
    return {"strokeDash": list(_DASH)} if dashed else {}


def _px(place: float) -> float:
    return round(place, _PIXEL)


def _box(one: Box) -> tuple[object, ...]:
    return (_px(one.left), _px(one.right), _px(one.top), _px(one.bottom), one.fill)


def _rule(one: Rule) -> tuple[object, ...]:
    return (_px(one.x), _px(one.to_x), _px(one.y), _px(one.to_y), one.stroke)


def _dot(one: Dot) -> tuple[object, ...]:
    return (_px(one.x), _px(one.y), one.fill, one.stroke)


def _place(field: str) -> Json:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _look(field: str) -> Json:
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def _bare(field: str) -> Json:
    return {"field": field}


def _order(field: str) -> Json:
    return {"field": field, "type": "quantitative"}


_CHANNELS: Mapping[str, Callable[[str], Json]] = {
    "x": _place,
    "y": _place,
    "x2": _bare,
    "y2": _bare,
    "fill": _look,
    "stroke": _look,
    "order": _order,
}
_BOX = ("x", "x2", "y", "y2", "fill")
_RULE = ("x", "x2", "y", "y2", "stroke")
_PATH = ("x", "y", "order")
_DOT = ("x", "y", "fill", "stroke")
