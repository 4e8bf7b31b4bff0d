"""A picture of a table's numbers: what is drawn, not how; the numbers themselves stand in the table."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from salesperf.core.text import Text


class FigureKind(StrEnum):
    """How numbers are drawn; `Figure` says which columns each kind takes."""

    LINE = "line"
    """Values over periods, one line a column."""
    BAR = "bar"
    """Values side by side, one bar a row; of several columns, grouped."""
    STACKED = "stacked"
    """Columns put on top of each other, one bar a row."""
    WATERFALL = "waterfall"
    """From a first level over changes to a last level: the first and last row are levels, the others changes."""
    HEAT_MAP = "heat_map"
    """A shade for each cell, rows down and columns across."""
    FUNNEL = "funnel"
    """What is left at each step, one centred bar a row."""
    PARETO = "pareto"
    """Bars from the largest on, and their running share as a line: the second column."""
    BULLET = "bullet"
    """A bar for what was reached, a mark for what was to be reached."""
    SPARKLINE = "sparkline"
    """One line without axes."""
    SCATTER = "scatter"
    """A point a row: the first column across, the second up."""


class Figure(Struct, frozen=True):
    """One picture of the table that holds it.

    `label` is the column that names each row, `values` are the columns drawn, in order, `target` the column of what
    was to be reached (bars, bullets, lines), `expected` that of what was to be reached by now (bullets). `first` draws
    only the first rows; the table says the rest. `of` is how many there are in all, where the table has one row for
    several of them. `title` says what is seen.
    """

    kind: FigureKind
    key: str
    title: Text
    label: str
    values: tuple[str, ...]
    target: str | None = None
    first: int | None = None
    of: int | None = None
    expected: str | None = None
