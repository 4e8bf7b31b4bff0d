"""The headers most like a column that none is found for: named in messages, never used as a mapping."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.sources.profile import TableAliases, fold_header

_CLOSE = 75
"""Likeness in per cent from which a header is worth naming."""


def closest_headers(
    column: str, header: Sequence[str], aliases: Sequence[TableAliases], *, limit: int = 3
) -> tuple[str, ...]:
    """The headers most like any alias of a column, best first: for messages, never used as a mapping."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- only messages about missing columns need it

    known = {alias for entry in aliases for alias in (*entry.strong.get(column, ()), *entry.weak.get(column, ()))}
    known.add(fold_header(column))
    best = {text: max(fuzz.ratio(fold_header(text), alias) for alias in known) for text in header}
    ranked = process.extract(column, header, scorer=fuzz.ratio, limit=None)
    for text, score, _ in ranked:
        best[text] = max(best[text], score)
    close = sorted((text for text in header if best[text] >= _CLOSE), key=lambda text: (-best[text], text))
    return tuple(close[:limit])
