"""One chart as an `<svg>` element for a page: no script, no style, no address, no identifier, nothing from outside.

The page decides on dark paper: every colour is one of `palette.ALL`, as the value of `fill` or `stroke`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from salesperf.core.text import printable
from salesperf.render.figures.fonts import FAMILIES
from salesperf.render.figures.scene import Anchor, Label, Scene
from salesperf.render.figures.scenes import WIDE, scene_of
from salesperf.render.figures.spec import spec
from salesperf.report.chart import Chart

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset({"path", "line"})
_KEPT = (
    "transform",
    "d",
    "x2",
    "y2",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
)
_TO_BASELINE = 0.35
"""How far below its middle a line of words stands, in heights of its letters."""
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")


def svg(chart: Chart, *, width: int = WIDE) -> str:
    """The picture `width` pixels wide; its `viewBox` lets the page make it narrower."""
    return element(scene_of(chart, width=width), title=chart.title, alt=chart.alt)


def element(scene: Scene, *, title: str, alt: str, behind: str | None = None, margin: int = 0) -> str:
    """A scene as an element, its words above its marks; `behind` is the colour of the paper, `margin` its edge."""
    marks = "".join(_marks(_converted(spec(scene))))
    words = "".join(_words(shape) for shape in scene.shapes if isinstance(shape, Label))
    wide, high = scene.width + 2 * margin, scene.height + 2 * margin
    paper = f'<path d="M-{margin},-{margin}h{wide}v{high}h-{wide}Z" fill="{behind}"/>' if behind else ""
    title, alt = printable(title), printable(alt)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label={quoteattr(alt)} '
        f'width="{wide}" height="{high}" viewBox="{-margin} {-margin} {wide} {high}" '
        f'fill="none" font-family={quoteattr(FAMILIES)}>'
        f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>{paper}{marks}{words}</svg>"
    )


def _converted(specification: dict[str, object]) -> str:
    # Loading the converter takes a moment; only pages with charts wait for it.
    import vl_convert  # noqa: PLC0415 - see above

    return vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])


def _marks(converted: str) -> Iterator[str]:
    """The marks alone, without the groups and roles around them."""
    for mark in ET.fromstring(converted).iter():  # noqa: S314 - the converter's own output
        name = mark.tag.removeprefix(_NAMESPACE)
        if name not in _DRAWN or mark.get("class") or (name == "path" and not mark.get("d")):
            continue
        looks = "".join(f" {key}={quoteattr(_short(mark.attrib[key]))}" for key in _KEPT if key in mark.attrib)
        yield f"<{name}{looks}/>"


def _words(label: Label) -> str:
    anchor = "" if label.anchor is Anchor.START else f' text-anchor="{label.anchor.value}"'
    weight = ' font-weight="600"' if label.bold else ""
    x, y = _place(label.x), _place(label.y + label.size * _TO_BASELINE)
    text = escape(printable(label.text))
    return f'<text x="{x}" y="{y}" font-size="{label.size}"{anchor}{weight} fill="{label.fill}">{text}</text>'


def _place(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _short(value: str) -> str:
    """A place to a hundredth of a pixel: sums of floats end in noise."""
    return _LONG_NUMBER.sub(lambda found: f"{float(found[0]):.2f}", value)
