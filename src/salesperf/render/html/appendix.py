"""Sections of teams and reps on paper: what a screen folds away as tiles is a table for each figure there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from salesperf.core.text import Lang
from salesperf.report import phrases
from salesperf.report.words import Card, Chapter, Grid, Kind, Line, Word

_UNIT_BEGINS = (" (", "（")


class Compacted(Struct, frozen=True):
    """A section on paper: its tables that say more than its tiles, and one for each figure of the sections inside."""

    kept: tuple[Grid, ...]
    figures: tuple[Grid, ...]


def compacted(chapter: Chapter, *, lang: Lang) -> Compacted | None:
    """The section with those inside it as tables, whoever is in it a row; None where tables would lose something.

    Sections within it may hold tiles, and tables of rows that lead to further sections and say no more than the tiles
    of these; one without tiles is a heading over those inside it. The small trends of tiles are drawn on screens alone.
    """
    members = list(_members(chapter.chapters, 0))
    if not members or not all((one.cards or one.chapters) and not one.sayings for one, _ in members):
        return None
    cards = {one.key: one.cards for one, _ in members}
    if not all(_is_told(grid, cards) for one, _ in members for grid in one.grids):
        return None
    labels = dict.fromkeys((card.key, card.label) for one, _ in members for card in one.cards)
    figures = (_figure(chapter.title, key, label, members, lang=lang) for key, label in labels)
    return Compacted(tuple(grid for grid in chapter.grids if not _is_told(grid, cards)), tuple(figures))


def _members(chapters: Sequence[Chapter], level: int) -> Iterator[tuple[Chapter, int]]:
    for one in chapters:
        yield one, level
        yield from _members(one.chapters, level + 1)


def _is_told(grid: Grid, cards: dict[str, tuple[Card, ...]]) -> bool:
    """Whether every row leads to a section whose tiles name all that the table tells of it."""
    if grid.charts or not grid.lines:
        return False
    heads = [_plain(header) for header in grid.headers]
    for line in grid.lines:
        own = cards.get(line.section or "", ())
        names = {_plain(label) for card in own for label in (card.label, *(aside.label for aside in card.asides))}
        told = (
            head in names or word.figure in {"", phrases.NULL}
            for head, word in zip(heads[1:], line.words[1:], strict=True)
        )
        if not own or not all(told):
            return False
    return True


def _plain(header: str) -> str:
    """A header without its unit."""
    return next((header.partition(sign)[0] for sign in _UNIT_BEGINS if sign in header), header).strip().casefold()


def _figure(who: str, key: str, label: str, members: Sequence[tuple[Chapter, int]], *, lang: Lang) -> Grid:
    """One figure of everybody: its value and what stands beside it."""
    found = [(one, level, card) for one, level in members for card in _cards(one, key)]
    asides = tuple(dict.fromkeys(aside.label for _, _, card in found if card for aside in card.asides))
    headers = (who, phrases.VALUE.say(lang), *(f"{aside[:1].upper()}{aside[1:]}" for aside in asides))
    return Grid(
        title=label,
        headers=headers,
        kinds=(Kind.WORD, *(Kind.NUMBER,) * (len(headers) - 1)),
        follows=(False,) * len(headers),
        lines=tuple(_line(one, level, card, asides) for one, level, card in found),
        total=None,
        empty="",
    )


def _cards(chapter: Chapter, key: str) -> Iterator[Card | None]:
    """The chapter's tile of the figure; for a heading over chapters that have such a tile, none."""
    if chapter.cards:
        yield from (card for card in chapter.cards if card.key == key)
    elif any(card.key == key for one, _ in _members(chapter.chapters, 0) for card in one.cards):
        yield None


def _line(chapter: Chapter, level: int, card: Card | None, asides: Sequence[str]) -> Line:
    if card is None:
        return Line((Word(chapter.title), *(Word(""),) * (len(asides) + 1)), level=level)
    beside = {aside.label: aside.word for aside in card.asides}
    return Line((Word(chapter.title), card.word, *(beside.get(label, Word("")) for label in asides)), level=level)
