from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from salesperf.render.figures.palette import ALL
from salesperf.render.figures.scenes import NARROW, WIDE
from salesperf.render.figures.svg import svg
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]
NAMESPACE = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "path", "line", "text"}
HOSTILE = (
    '"><script>alert(1)</script>',
    "</svg><img src=x onerror=alert(1)>",
    "\u2028\u2029\u202eabc\x00\x1b[31m\ud800\ufffe",
    "x" * 5_000,
)


def _root(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own output


def _outline(drawn: str) -> list[tuple[str, list[str]]]:
    return [(element.tag, sorted(element.attrib)) for element in _root(drawn).iter()]


@pytest.mark.parametrize("kind", list(FigureKind))
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_picture_is_bare_svg_of_the_palette(draw_chart: Draw, kind: FigureKind, width: int) -> None:
    drawn = svg(draw_chart(kind), width=width)

    root = _root(drawn)
    attributes = {name for element in root.iter() for name in element.attrib}
    colors = set(re.findall(r'(?:fill|stroke)="([^"]*)"', drawn))
    assert {element.tag.removeprefix(NAMESPACE) for element in root.iter()} <= TAGS
    assert not attributes & {"style", "href", "id", "onload", "{http://www.w3.org/1999/xlink}href"}
    assert colors <= {*ALL, "none"}
    assert root.get("viewBox") == f"0 0 {width} {root.get('height')}"


def test_a_picture_tells_itself(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.BAR)

    root = _root(svg(chart))

    assert root.get("role") == "img"
    assert root.get("aria-label") == chart.alt == "Revenue: highest $100 (East), lowest -$20 (West); 1 of 4 missing."
    assert root.findtext(f"{NAMESPACE}title") == "Revenue"
    assert root.findtext(f"{NAMESPACE}desc") == chart.alt


def test_words_stand_in_the_picture(draw_chart: Draw) -> None:
    drawn = svg(draw_chart(FigureKind.BAR, names=("A & B <Ltd>", "South", "North", "西部")))

    words = [element.text for element in _root(drawn).iter(f"{NAMESPACE}text")]
    assert {"A & B <Ltd>", "西部", "100"} <= set(words)


@pytest.mark.parametrize("kind", list(FigureKind))
def test_hostile_names_give_the_same_elements(draw_chart: Draw, kind: FigureKind) -> None:
    clean = svg(draw_chart(kind, names=("abcdefghijklmnopqrstuvwxyzabcdefghijklmno" * 3,) * 4, title="x" * 40))
    wild = svg(draw_chart(kind, names=HOSTILE, title=HOSTILE[0]))

    assert _outline(wild) == _outline(clean)
    assert "<script" not in wild
    assert "\x1b" not in wild


def test_the_same_chart_gives_the_same_bytes(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.LINE)

    assert svg(chart) == svg(chart)


_OTHER_PROCESS = """
from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.render.figures.svg import svg
from salesperf.report.chart import chart_of
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock
rows = tuple(Row((Cell(name), Cell(value))) for name, value in (("张伟", 3), ("Ann", 5)))
block = TableBlock("t", same("T"), (Column("n", same("N")), Column("v", same("V"), Unit.COUNT)), rows)
chart = chart_of(Figure(FigureKind.LINE, "f", same("F"), "n", ("v",)), block, lang=Lang.ZH, currency=None)
print(svg(chart))
"""


@pytest.mark.slow
def test_another_process_gives_the_same_bytes() -> None:
    source = str(Path(__file__).parents[3] / "src")
    drawn = {
        subprocess.run(
            [sys.executable, "-c", _OTHER_PROCESS],
            env={**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York"))
    }

    assert len(drawn) == 1


def test_every_hostile_string_is_a_name_like_any_other(draw_chart: Draw, naughty_strings: tuple[str, ...]) -> None:
    names = tuple(naughty_strings)
    values = tuple(range(1, len(names) + 1))

    wild = svg(draw_chart(FigureKind.BAR, values, names=names))
    clean = svg(draw_chart(FigureKind.BAR, values, names=tuple(f"a customer with a long name {at}" for at in values)))

    assert _outline(wild) == _outline(clean)
