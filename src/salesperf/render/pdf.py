"""The page on paper: the HTML page laid out on A4 sheets; nothing is fetched while that is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Never

from weasyprint import HTML
from weasyprint.urls import URLFetcher


class _NoFetcher(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Refuses every address: all that a page shows stands in it."""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Never:  # noqa: ARG002 -- what the library calls
        raise ValueError(f"a page asked for {url[:80]!r}")


def draw(page: bytes) -> bytes:
    """The sheets of a page, tagged for readers who listen; the same bytes for the same page and fonts."""
    fetcher = _NoFetcher(fail_on_errors=True)
    made = HTML(string=page.decode(), url_fetcher=fetcher).write_pdf(pdf_tags=True)
    return bytes(made)
