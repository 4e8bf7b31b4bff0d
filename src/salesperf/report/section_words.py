"""A section in words: sentences with their figures, tiles as cards, tables, and the sections inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from salesperf.core.text import Lang
from salesperf.report import phrases
from salesperf.report.escape import on_one_line
from salesperf.report.exact import spelled
from salesperf.report.grid import compact, formatted
from salesperf.report.marks import Footnotes, mark
from salesperf.report.model import Beside, Cell, Report, Section, Sentence, Tile
from salesperf.report.sparks import sparkline
from salesperf.report.table_words import currency_of, grid_of, light_of
from salesperf.report.words import Aside, Card, Chapter, Grid, Kind, Line, Saying, Word

_NAME = re.compile(r"\{(\w+)\}")


def chapter_of(section: Section, report: Report, *, notes: Footnotes) -> Chapter:
    """One section of the report, with those inside it."""
    return Chapter(
        key=section.key,
        title=on_one_line(section.title.say(report.lang)),
        sayings=tuple(_saying(sentence, report, notes=notes) for sentence in section.sentences),
        cards=tuple(_card(tile, report, notes=notes) for tile in section.tiles),
        grids=tuple(grid_of(block, report, notes=notes) for block in section.blocks),
        chapters=tuple(chapter_of(one, report, notes=notes) for one in section.sections),
        empty=on_one_line(section.empty.say(report.lang)) if section.empty else "",
    )


def grid_of_cards(cards: Sequence[Card], *, lang: Lang) -> Grid:
    """Tiles as a table: a row each, what stands beside their values in columns, the trend last."""
    labels = tuple(dict.fromkeys(aside.label for card in cards for aside in card.asides))
    trends = tuple(dict.fromkeys(card.trend_label for card in cards if card.trend))
    heads = (phrases.FIGURE.say(lang), phrases.VALUE.say(lang), *labels)
    numbers = (Kind.NUMBER,) * (1 + len(labels))
    return Grid(
        title="",
        headers=(*heads, trends[0] if len(trends) == 1 else phrases.TREND.say(lang)) if trends else heads,
        kinds=(Kind.WORD, *numbers, Kind.SERIES) if trends else (Kind.WORD, *numbers),
        follows=(False,) * (len(heads) + bool(trends)),
        lines=tuple(_line(card, labels, has_trend=bool(trends)) for card in cards),
        total=None,
        empty="",
    )


def _line(card: Card, labels: Sequence[str], *, has_trend: bool) -> Line:
    beside = {aside.label: aside.word for aside in card.asides}
    words = (Word(card.label), card.word, *(beside.get(label, Word("")) for label in labels))
    return Line((*words, Word(sparkline(card.trend))) if has_trend else words)


def _saying(sentence: Sentence, report: Report, *, notes: Footnotes) -> Saying:
    first, second = (Lang.ZH, Lang.EN) if report.lang is Lang.BOTH else (report.lang, None)
    said = _spoken(sentence, report, lang=first, notes=notes)
    also = _spoken(sentence, report, lang=second, notes=notes) if second else ""
    light = light_of(sentence.status, report.lang) if sentence.status else ""
    return Saying(said, also if also != said else "", sentence.status, light)


def _spoken(sentence: Sentence, report: Report, *, lang: Lang, notes: Footnotes) -> str:
    """The sentence in one language; braces that name no figure are part of the words."""

    def figure(found: re.Match[str]) -> str:
        cell = sentence.values.get(found[1])
        return found[0] if cell is None else _said(cell, report, lang=lang, notes=notes)

    return on_one_line(_NAME.sub(figure, sentence.words.say(lang)))


def _said(cell: Cell, report: Report, *, lang: Lang, notes: Footnotes) -> str:
    said = compact(cell.value, cell.unit, lang=lang, currency=currency_of(report))
    return said + mark(cell, None, notes=notes)


def _card(tile: Tile, report: Report, *, notes: Footnotes) -> Card:
    return Card(
        key=tile.key,
        label=on_one_line(tile.label.say(report.lang)),
        word=_word(tile.cell, report, notes=notes),
        short=compact(tile.cell.value, tile.cell.unit, lang=report.lang, currency=currency_of(report), even=True),
        exact=spelled(tile.cell.value),
        asides=tuple(_aside(beside, report, notes=notes) for beside in tile.beside),
        trend=tile.trend,
        trend_label=on_one_line(tile.trend_label.say(report.lang)) if tile.trend else "",
        trend_alt=_trend_alt(tile, report),
    )


def _trend_alt(tile: Tile, report: Report) -> str:
    """The trend in a sentence: what it shows, its lowest, highest and last value."""
    known = [value for value in tile.trend if value is not None]
    if not known:
        return ""
    said = [
        compact(value, tile.cell.unit, lang=report.lang, currency=currency_of(report))
        for value in (min(known), max(known), known[-1])
    ]
    lowest, highest, last = said
    label = tile.trend_label.say(report.lang)
    return on_one_line(
        phrases.TREND_SEEN.say(report.lang).format(label=label, lowest=lowest, highest=highest, last=last)
    )


def _aside(beside: Beside, report: Report, *, notes: Footnotes) -> Aside:
    cell = beside.cell
    return Aside(
        on_one_line(beside.label.say(report.lang)),
        _word(cell, report, notes=notes),
        compact(cell.value, cell.unit, lang=report.lang, currency=currency_of(report), even=True),
    )


def _word(cell: Cell, report: Report, *, notes: Footnotes) -> Word:
    text = formatted(cell.value, cell.unit, lang=report.lang, currency=currency_of(report))
    light = light_of(cell.status, report.lang) if cell.status else ""
    return Word(f"{light} {text}".strip() if light else text, mark(cell, cell.unit, notes=notes), cell.status, light)
