"""A short series as a line of its own, drawn by hand: two numbers a point need no chart library."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from salesperf.render.figures.palette import ACCENT

_WIDTH = 200
_HEIGHT = 32
_EDGE = 3

_FRAME = Markup(
    '<svg class="spark" viewBox="0 0 {width} {height}" preserveAspectRatio="none" role="img" aria-label="{label}">'
    "{lines}</svg>"
)
_LINE = Markup(
    '<path d="{path}" fill="none" stroke="{stroke}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
    'vector-effect="non-scaling-stroke"/>'
)


def spark(values: Sequence[float | None], *, label: str) -> Markup:
    """The series from its lowest to its highest value; a gap breaks the line, a lone value is a dot.

    A series without a known value is an empty drawing; one that does not change lies in the middle.
    """
    lines = Markup("").join(_LINE.format(path=path, stroke=ACCENT) for path in _paths(values))
    return _FRAME.format(width=_WIDTH, height=_HEIGHT, label=label, lines=lines)


def _paths(values: Sequence[float | None]) -> list[str]:
    known = [value for value in values if value is not None]
    if not known:
        return []
    low, high = min(known), max(known)
    step = (_WIDTH - 2 * _EDGE) / max(1, len(values) - 1)
    paths: list[str] = []
    is_open = False
    for index, value in enumerate(values):
        if value is None:
            is_open = False
            continue
        place = f"{_EDGE + index * step:.1f} {_height(value, low=low, high=high):.1f}"
        if is_open:
            paths[-1] += f"L{place}"
        else:
            # A line of no length is drawn as a dot by its round ends.
            paths.append(f"M{place}L{place}")
        is_open = True
    return paths


def _height(value: float, *, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return _HEIGHT - _EDGE - share * (_HEIGHT - 2 * _EDGE)
