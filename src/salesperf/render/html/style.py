"""The page's style sheet, the same for every page, and the hash by which the page allows it and no other."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from salesperf.render.figures.palette import ON_DARK

_ON_SCREENS = "@media screen and (prefers-color-scheme: dark) {\n"


@cache
def style() -> str:
    """The style sheet; on dark screens the colours of pictures become those for dark paper."""
    own = files("salesperf.render.html").joinpath("templates/style.css").read_text(encoding="utf-8")
    return own + _ON_SCREENS + "".join(_changed(light, dark) for light, dark in ON_DARK.items()) + "}\n"


def _changed(light: str, dark: str) -> str:
    return f'.chart [fill="{light}"] {{ fill: {dark}; }}\n.chart [stroke="{light}"] {{ stroke: {dark}; }}\n'


@cache
def style_hash() -> str:
    """The source that a content security policy allows it by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()}"
