"""The first sheet: what the report is about, what it says, where everything stands, and what must be known of it."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import Text, counted, printable
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Book, checked
from salesperf.render.xlsx.page_setup import set_up_page
from salesperf.render.xlsx.plan import Leaf, Plan
from salesperf.render.xlsx.sayings import said
from salesperf.render.xlsx.styles import HEAD, HEADING, LABEL, TITLE, WARNING, Look
from salesperf.render.xlsx.widths import lines_needed
from salesperf.report.escape import on_one_line
from salesperf.report.grid import formatted
from salesperf.report.keepers import notes_apart
from salesperf.report.model import Section
from salesperf.report.provenance import ONLY

_SEMICOLON = Text("; ", "；")
_WIDTHS = (30.0, 84.0)
_LINE = 15.0
_ON_ONE_PAGE = 60
"""The most rows that are still read when one page holds them."""
_TEXT = Look(wrap=True)
_ROW = Look(bottom=True, wrap=True)
_LINK_ROW = Look(color="#0563C1", underline=True, bottom=True)


def draw_contents(book: Book, sheet: Worksheet, plan: Plan, further: tuple[str, ...]) -> None:
    """Write the contents, when everything else is written and what must be told of it is known."""
    _Contents(book, sheet).draw(plan, further)


class _Contents:
    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self._book, self._sheet, self._row = book, sheet, 0

    def draw(self, plan: Plan, further: tuple[str, ...]) -> None:
        book, report = self._book, self._book.report
        for at, width in enumerate(_WIDTHS):
            checked(self._sheet.set_column(at, at, width), words.CONTENTS)
        book.text(self._sheet, 0, 0, on_one_line(report.title.say(book.lang)), TITLE)
        checked(self._sheet.set_row(0, 26), words.CONTENTS)
        if report.subtitle:
            book.text(self._sheet, 1, 0, on_one_line(report.subtitle.say(book.lang)), Look(color="#595959"))
        self._row = 3
        for label, value in self._facts():
            self._line(label.say(book.lang), value)
        self._summary()
        self._sheets(plan, further)
        self._told()
        set_up_page(book, self._sheet, words.CONTENTS, header_row=None)
        if self._row <= _ON_ONE_PAGE:
            self._sheet.fit_to_pages(1, 1)

    def _facts(self) -> Iterator[tuple[Text, str]]:
        meta, lang = self._book.report.meta, self._book.lang
        if meta.organisation:
            yield words.ORGANISATION, on_one_line(meta.organisation)
        if meta.span:
            first, last = (formatted(day, None, lang=lang) for day in meta.span)
            yield words.PERIOD, f"{first} – {last}"
        if meta.only:
            yield ONLY, on_one_line(meta.only.say(lang))
        for label, day in ((words.THROUGH, meta.through), (words.AS_OF, meta.as_of)):
            if day:
                yield label, formatted(day, None, lang=lang)
        if meta.currency:
            yield words.CURRENCY, on_one_line(meta.currency)

    def _summary(self) -> None:
        report = self._book.report
        first = next((section for section in report.sections if section.sentences), None)
        if first is None:
            return
        self._heading(words.SUMMARY)
        for sentence in first.sentences:
            self._across(said(sentence, report), _TEXT)

    def _sheets(self, plan: Plan, further: tuple[str, ...]) -> None:
        self._heading(words.SHEETS)
        lang = self._book.lang
        for at, head in enumerate((words.SHEET, words.HOLDS)):
            self._book.text(self._sheet, self._row, at, head.say(lang), HEAD)
        self._row += 1
        for leaf in plan.leaves:
            self._sheet_line(leaf.sheet, " · ".join(_holds(leaf.section, leaf, self._book)))
            for long in leaf.long.values():
                for name in long.sheets:
                    self._sheet_line(name, on_one_line(long.listing.block.title.say(lang)))
        told = (words.INPUTS, words.DEFINITIONS, words.NOTES, words.MADE_WITH)
        self._sheet_line(plan.sources, " · ".join(part.say(lang) for part in told))
        for name in further:
            self._sheet_line(name, words.LONG_TEXTS.say(lang))

    def _sheet_line(self, name: str, holds: str) -> None:
        self._book.link(self._sheet, (self._row, 0), (name, 0), name, look=_LINK_ROW)
        self._book.text(self._sheet, self._row, 1, holds, _ROW)
        self._height(holds, _WIDTHS[1])
        self._row += 1

    def _told(self) -> None:
        lang = self._book.lang
        told = [printable(one.say(lang)) for one in self._book.told()]
        notes, _ = notes_apart(self._book.report.notes)
        warnings = [words.WARNING.say(lang).format(text=printable(one.text.say(lang))) for one in notes if one.warning]
        if not told and not warnings:
            return
        self._heading(words.TOLD)
        for text in warnings:
            self._across(text, WARNING)
        for text in told:
            self._across(text, _TEXT)

    def _heading(self, text: Text) -> None:
        self._row += 1
        self._book.text(self._sheet, self._row, 0, text.say(self._book.lang), HEADING)
        self._book.text(self._sheet, self._row, 1, "", HEADING)
        self._row += 1

    def _line(self, label: str, value: str) -> None:
        self._book.text(self._sheet, self._row, 0, label, LABEL)
        self._book.text(self._sheet, self._row, 1, value, _TEXT)
        self._row += 1

    def _across(self, text: str, look: Look) -> None:
        if len(text) < self._book.limits.text // 2:
            checked(self._sheet.merge_range(self._row, 0, self._row, 1, "", self._book.styles.of(look)), words.CONTENTS)
        self._book.text(self._sheet, self._row, 0, text, look)
        self._height(text, sum(_WIDTHS))
        self._row += 1

    def _height(self, text: str, width: float) -> None:
        lines = min(27, lines_needed(text, width))
        checked(self._sheet.set_row(self._row, _LINE * lines + 1), words.CONTENTS)


def _holds(section: Section, leaf: Leaf, book: Book) -> Iterator[str]:
    """The figures of a sheet, its tables with their rows, and the sections inside it."""
    if section.tiles:
        yield ", ".join(on_one_line(tile.label.say(book.lang)) for tile in section.tiles)
    for block in section.blocks:
        long = leaf.long.get((section.key, block.key))
        if long is not None:
            yield words.NEXT_SHEET.fill(rows=f"{long.listing.count:,}", sheet=long.sheets[0]).say(book.lang)
            continue
        count = leaf.listing(block).count
        rows = Text(counted(count, "row"), f"{count:,} 行").say(book.lang)
        yield f"{on_one_line(block.title.say(book.lang))} ({rows})"
    for inner in section.sections:
        yield on_one_line(inner.title.say(book.lang))
