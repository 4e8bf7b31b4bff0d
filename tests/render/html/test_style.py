from __future__ import annotations

import base64
import hashlib

from salesperf.render.html.style import style, style_hash


def test_the_page_allows_exactly_this_style_sheet() -> None:
    digest = base64.b64decode(style_hash().removeprefix("sha256-"))

    assert digest == hashlib.sha256(style().encode()).digest()


def test_nothing_is_fetched_and_no_end_of_the_sheet_is_within_it() -> None:
    assert "url(" not in style()
    assert "@import" not in style()
    assert "<" not in style()
