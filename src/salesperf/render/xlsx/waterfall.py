"""A waterfall: stacked columns over folded columns that say from where to where each step goes.

Excel stacks what is above zero and what is below apart, so that a step across zero has a part on either side.
"""

from __future__ import annotations

from msgspec import Struct
from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from salesperf.core.text import Text
from salesperf.render.figures import palette
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Range
from salesperf.render.xlsx.chart_parts import Drawing, axis_format, from_zero, named, numbers_of, set_axes

_HEAD = (words.START, words.END, words.BASE)
_PARTS = ((words.LEVELS, palette.LEVEL), (words.RISES, palette.UP), (words.FALLS, palette.DOWN))
_SIGNS = ("", "+", "-")
"""What stands before the number of a level, a rise and a fall: a part's height alone does not tell which it is."""
_PALER = 45
"""How much paper shines through a column, in per cent: its number is dark, and can be read beyond a thin one."""


class Step(Struct, frozen=True):
    """One column of a waterfall: from where it goes to where, and whether it is a level."""

    start: float
    end: float
    is_level: bool

    @property
    def base(self) -> float:
        """What stands under it without a colour."""
        low, high = min(self.start, self.end), max(self.start, self.end)
        return low if low >= 0 else min(high, 0.0)

    @property
    def above(self) -> float:
        """What of it stands above zero."""
        return max(self.start, self.end, 0.0) - max(min(self.start, self.end), 0.0)

    @property
    def below(self) -> float:
        """What of it stands below zero."""
        return min(self.start, self.end, 0.0) - min(max(self.start, self.end), 0.0)

    def shown(self, part: int) -> bool:
        """Whether it is a level (0), a rise (1) or a fall (2)."""
        return part == (0 if self.is_level else 1 if self.end >= self.start else 2)


def steps(numbers: list[float]) -> list[Step]:
    """The first and last number as levels, those between as changes.

    >>> [(one.start, one.end) for one in steps([10.0, -4.0, 6.0])]
    [(0.0, 10.0), (10.0, 6.0), (0.0, 6.0)]
    """
    found: list[Step] = []
    for at, number in enumerate(numbers):
        is_level = at in {0, len(numbers) - 1}
        start = 0.0 if is_level else found[-1].end
        found.append(Step(start, start + number, is_level))
    return found


def waterfall(drawing: Drawing) -> Chart:
    """From a first level over changes to a last level."""
    key = drawing.figure.values[0]
    cells = drawing.values(key)
    found = steps(numbers_of(drawing.placed, key, cells))
    header = drawing.placed.header_row
    start, end, base = (drawing.behind.column(header, label) for label in _HEAD)
    for row, step in enumerate(found, start=cells.first_row):
        _put_step(drawing, step, row, value=cells.first_column, columns=(start, end, base))
    chart = drawing.chart("column", subtype="stacked")
    nothing = {"fill": {"none": True}, "border": {"none": True}}
    under = Range(cells.sheet, cells.first_row, base, cells.last_row, base)
    chart.add_series({"categories": drawing.labels.parts, "values": under.parts, "gap": 40, **nothing})
    for part, (label, fill) in enumerate(_PARTS):
        for side in (words.ABOVE, words.BELOW):
            _add_part(drawing, chart, found, (part, side.fill(what=label), fill), columns=(start, end))
    unit = named(drawing.placed, key).unit
    set_axes(chart, drawing, unit, foot=from_zero(step.end for step in found))
    chart.set_legend({"none": True})
    return chart


def _put_step(drawing: Drawing, step: Step, row: int, *, value: int, columns: tuple[int, int, int]) -> None:
    start, end, base = columns
    number, begun, ended = (xl_rowcol_to_cell(row, at) for at in (value, start, end))
    before = "0" if step.is_level else xl_rowcol_to_cell(row - 1, end)
    drawing.behind.formula(row, start, f"={before}", step.start)
    drawing.behind.formula(row, end, f"={begun}+{number}", step.end)
    low, high = f"MIN({begun},{ended})", f"MAX({begun},{ended})"
    drawing.behind.formula(row, base, f"=IF({low}>=0,{low},MIN({high},0))", step.base)


def _add_part(
    drawing: Drawing, chart: Chart, found: list[Step], part: tuple[int, Text, str], *, columns: tuple[int, int]
) -> None:
    """One series: the levels, rises or falls above or below zero; the others of its column are empty."""
    number, label, fill = part
    is_above = label.en.endswith("above zero")
    drawn = [(step.above if is_above else step.below) if step.shown(number) else 0.0 for step in found]
    if not any(drawn):
        return
    at = drawing.behind.column(drawing.placed.header_row, label)
    first = drawing.placed.first_row
    for row, (step, value) in enumerate(zip(found, drawn, strict=True), start=first):
        if step.shown(number):
            begun, ended = (xl_rowcol_to_cell(row, one) for one in columns)
            drawing.behind.formula(row, at, _formula(begun, ended, is_above=is_above), value)
    cells = Range(drawing.placed.sheet, first, at, first + len(found) - 1, at)
    key = drawing.figure.values[0]
    code = signed(axis_format(drawing, named(drawing.placed, key).unit), _SIGNS[number])
    change = drawing.values(key)
    labels = {
        "value": True,
        "num_format": code,
        "custom": [
            _label(step, change, row, is_above=is_above) if step.shown(number) else None
            for row, step in enumerate(found, start=first)
        ],
    }
    chart.add_series(
        {
            "name": [cells.sheet, drawing.placed.header_row, at],
            "categories": drawing.labels.parts,
            "values": cells.parts,
            "fill": {"color": fill, "transparency": _PALER},
            "data_labels": {**labels, "font": {"size": 9, "color": palette.INK}},
        }
    )


def signed(code: str, sign: str) -> str:
    """The format of a part's height with the sign of its step; formats of several sections have signs of their own.

    >>> signed("#,##0", "-"), signed("#,##0", "")
    ('-#,##0;-#,##0;#,##0', '#,##0')
    """
    return code if not sign or ";" in code else f"{sign}{code};{sign}{code};{code}"


def _label(step: Step, change: Range, row: int, *, is_above: bool) -> dict[str, object] | None:
    """A step across zero is told once, whole, at its larger part: each part alone would tell less."""
    if not (step.above and step.below):
        return None
    if (step.above >= -step.below) is not is_above:
        return {"delete": True}
    quoted = change.sheet.replace("'", "''")
    return {"value": f"='{quoted}'!{xl_rowcol_to_cell(row, change.first_column, row_abs=True, col_abs=True)}"}


def _formula(begun: str, ended: str, *, is_above: bool) -> str:
    low, high = f"MIN({begun},{ended})", f"MAX({begun},{ended})"
    return f"=MAX({high},0)-MAX({low},0)" if is_above else f"=MIN({low},0)-MIN({high},0)"
