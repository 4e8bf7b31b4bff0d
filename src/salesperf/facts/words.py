"""Status words: what an export's own words say about an order line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from salesperf.facts.section import SalesSection
from salesperf.tables.line_words import LineKind, kind_of_word, names_of, word_key

__all__ = ["LineKind", "line_kinds"]


def line_kinds(words: Iterable[str], *, section: SalesSection) -> Mapping[str, LineKind | None]:
    """The kind each status word means; None for a word nobody declared."""
    own: dict[LineKind, tuple[str, ...]] = {
        LineKind.SOLD: section.sold,
        LineKind.RETURNED: section.returned,
        LineKind.CANCELLED: section.cancelled,
        LineKind.OPEN: section.open,
    }
    declared = {word_key(word): kind for kind, listed in own.items() for word in listed}
    return {word: _declared(word, declared) or kind_of_word(word) for word in words}


def _declared(word: str, declared: Mapping[str, LineKind]) -> LineKind | None:
    return next((declared[key] for key in map(word_key, names_of(word)) if key in declared), None)
