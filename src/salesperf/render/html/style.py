"""The page's style sheet, the same for every page, and the hash by which the page allows it and no other."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files


@cache
def style() -> str:
    """The style sheet."""
    return files("salesperf.render.html").joinpath("templates/style.css").read_text(encoding="utf-8")


@cache
def style_hash() -> str:
    """The source that a content security policy allows it by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()}"
