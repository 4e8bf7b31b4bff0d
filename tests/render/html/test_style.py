from __future__ import annotations

import base64
import hashlib

from salesperf.render.figures.palette import ACCENT, ON_DARK
from salesperf.render.html.style import style, style_hash


def test_the_page_allows_exactly_this_style_sheet() -> None:
    digest = base64.b64decode(style_hash().removeprefix("sha256-"))

    assert digest == hashlib.sha256(style().encode()).digest()


def test_nothing_is_fetched_and_no_end_of_the_sheet_is_within_it() -> None:
    assert "url(" not in style()
    assert "@import" not in style()
    assert "<" not in style()


def test_every_colour_of_pictures_changes_on_dark_screens_and_on_no_paper() -> None:
    own, _, dark = style().rpartition("@media")

    assert dark.startswith(" screen and (prefers-color-scheme: dark) {")
    assert ".chart [" not in own
    for light, other in ON_DARK.items():
        assert f'.chart [fill="{light}"] {{ fill: {other}; }}' in dark
        assert f'.chart [stroke="{light}"] {{ stroke: {other}; }}' in dark


def test_the_page_and_its_pictures_have_the_same_accent() -> None:
    assert f"--accent: {ACCENT};" in style()
    assert f"--accent: {ON_DARK[ACCENT]};" in style()
