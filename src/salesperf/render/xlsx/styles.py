"""The formats of cells, each made once: fonts, fills and number formats of every kind of cell."""

from __future__ import annotations

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from salesperf.core.status import Status
from salesperf.render.figures import palette

DARK, MIDDLE, PALE, LINE, FAINT = "#1F3864", "#2F5597", "#EEF3FA", "#B4C2DA", "#7F7F7F"
SHARE = palette.SERIES[1]
"""The running share of a Pareto chart, beside bars of the first colour."""
_LIGHTS = {
    Status.RED: ("#9C0006", "#FFC7CE"),
    Status.YELLOW: ("#7F6000", "#FFEB9C"),
    Status.GREEN: ("#006100", "#C6EFCE"),
    Status.UNKNOWN: ("#595959", "#EDEDED"),
}


class Look(Struct, frozen=True):
    """What a cell looks like; equal looks are one format."""

    num_format: str = ""
    bold: bool = False
    italic: bool = False
    size: int = 0
    color: str = ""
    fill: str = ""
    right: bool = False
    center: bool = False
    wrap: bool = False
    indent: int = 0
    top: bool = False
    """A line above, as totals have."""
    bottom: bool = False
    underline: bool = False
    status: Status | None = None


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        """No format is made yet."""
        self._book = book
        self._made: dict[Look, Format] = {}

    def of(self, look: Look) -> Format:
        """The format of a look."""
        if look not in self._made:
            self._made[look] = self._book.add_format(_properties(look))
        return self._made[look]


def _properties(look: Look) -> dict[str, object]:
    color, fill = _LIGHTS[look.status] if look.status else (look.color, look.fill)
    across = "right" if look.right else "center" if look.center else ""
    wanted: dict[str, object] = {
        "num_format": look.num_format,
        "bold": look.bold,
        "italic": look.italic,
        "font_size": look.size,
        "font_color": color,
        "bg_color": fill,
        "align": across or ("left" if look.indent else ""),
        "valign": "top" if look.wrap else "vcenter",
        "text_wrap": look.wrap,
        "indent": look.indent,
        "top": 1 if look.top else 0,
        "top_color": MIDDLE if look.top else "",
        "bottom": 1 if look.bottom else 0,
        "bottom_color": LINE if look.bottom else "",
        "underline": 1 if look.underline else 0,
    }
    return {key: value for key, value in wanted.items() if value}


TITLE = Look(bold=True, size=16, color=DARK)
HEADING = Look(bold=True, size=13, color=DARK, bottom=True)
SUBHEADING = Look(bold=True, size=11, color=MIDDLE)
HEAD = Look(bold=True, color="#FFFFFF", fill=DARK, wrap=True)
HEAD_INSET = Look(bold=True, color="#FFFFFF", fill=DARK, wrap=True, indent=1)
HEAD_RIGHT = Look(bold=True, color="#FFFFFF", fill=DARK, wrap=True, right=True)
PLAIN = Look(num_format="@")
WRAPPED = Look(num_format="@", wrap=True)
LABEL = Look(bold=True, color=MIDDLE, wrap=True)
REMARK = Look(italic=True, color=FAINT, wrap=True)
LINK = Look(color="#0563C1", underline=True)
BEHIND = Look(color=FAINT, size=9)
WARNING = Look(bold=True, color="#9C0006", wrap=True)
