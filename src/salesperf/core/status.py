"""The traffic light: red, yellow, green, always with a glyph and a word."""

from __future__ import annotations

from enum import StrEnum

from salesperf.core.text import Text


class Status(StrEnum):
    """How a figure stands against what was expected."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    UNKNOWN = "unknown"


GLYPHS = {Status.RED: "✗", Status.YELLOW: "!", Status.GREEN: "✓", Status.UNKNOWN: "–"}
WORDS = {
    Status.RED: Text("red", "红"),
    Status.YELLOW: Text("yellow", "黄"),
    Status.GREEN: Text("green", "绿"),
    Status.UNKNOWN: Text("unknown", "未知"),
}
