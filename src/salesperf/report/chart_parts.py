"""What a chart is made of: points, series, axes; numbers with their words, but no colour and no pixel."""

from __future__ import annotations

from msgspec import Struct

from salesperf.core.status import Status
from salesperf.core.unit import Unit


class Tick(Struct, frozen=True):
    """One mark on an axis and what stands beside it."""

    value: float
    label: str


class Axis(Struct, frozen=True):
    """What an axis shows; it reaches from its first tick to its last, or a little below the first, to `least`."""

    title: str
    ticks: tuple[Tick, ...]
    least: float | None = None

    @property
    def low(self) -> float:
        """Where the axis begins."""
        return self.ticks[0].value if self.least is None else self.least

    @property
    def high(self) -> float:
        """Where the axis ends."""
        return self.ticks[-1].value


class Point(Struct, frozen=True):
    """One number of a picture; without a value it is a gap, never zero.

    `label` is the value in short words, with the sign of a partial period; the unit is in the header of its series
    unless each number brings its own. `span` is from where to where a bar goes
    on the axis: from zero, from the bar below it (stacked), from the level before it (waterfall). `share` is what the
    number is measured against where its kind asks for it: of the target (bullet), of the step before (funnel), of the
    strongest cell, between -1 and 1 (heat map).
    """

    value: float | None
    label: str = ""
    unit: Unit | None = None
    status: Status | None = None
    partial: bool = False
    span: tuple[float, float] | None = None
    share: float | None = None


class Series(Struct, frozen=True):
    """The numbers of one column, one for each category.

    `label` is the column's name, `header` the name with its unit, `unit` that of the first number.
    """

    key: str
    label: str
    header: str
    points: tuple[Point, ...]
    unit: Unit | None = None

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)
