"""The last sheet: the files behind the numbers, what became of every row, what figures mean, how it was made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import Text, printable
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Book, checked
from salesperf.render.xlsx.page_setup import set_up_page
from salesperf.render.xlsx.styles import HEAD, HEADING, LABEL, REMARK, TITLE, WARNING, Look
from salesperf.render.xlsx.widths import lines_needed
from salesperf.report.escape import on_one_line
from salesperf.report.keepers import FOR_KEEPERS, notes_apart
from salesperf.report.model import sections_of
from salesperf.report.names import legal
from salesperf.report.rounding import rounding_note

_WIDTHS = (34.0, 18.0, 14.0, 11.0, 11.0, 11.0, 11.0, 11.0, 20.0, 20.0, 30.0, 20.0, 68.0)
_ACROSS = 9
_LINE = 15.0
_BOLD = 4.0
"""What bold letters take more of a column."""
_MOST_LINES = 27
_TEXT = Look(wrap=True)
_CELL = Look(wrap=True, bottom=True, num_format="@")
_DIGEST = Look(bottom=True, num_format="@")
_TABLE, _QUESTION = "table", "request"
_LAST, _DIGEST_WIDTH = "sha256", 68.0
"""The digest stands last: 64 letters, which run on over the empty cells beside them where the column is narrower."""
_COUNT = Look(bottom=True, num_format="#,##0", right=True)
_LISTS = frozenset({"inputs", "left_out", "corrections"})


def draw_sources(book: Book, sheet: Worksheet, contents: str) -> None:
    """Write what the report's manifest, definitions and notes say."""
    _Sources(book, sheet).draw(contents)


class _Sources:
    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self._book, self._sheet, self._row = book, sheet, 0

    def draw(self, contents: str) -> None:
        book, manifest = self._book, self._book.report.meta.manifest
        for at, width in enumerate(_WIDTHS):
            checked(self._sheet.set_column(at, at, width), words.SOURCES)
        book.text(self._sheet, 0, 0, words.SOURCES.say(book.lang), TITLE)
        checked(self._sheet.set_row(0, 24), words.SOURCES)
        book.link(self._sheet, (1, 0), (contents, 0), words.BACK.say(book.lang))
        self._row = 2
        self._records(words.INPUTS, manifest.get("inputs"), wide=True)
        self._records(words.LEFT_OUT, manifest.get("left_out"))
        self._records(words.CORRECTIONS, manifest.get("corrections"))
        self._definitions()
        self._cell_names()
        self._notes()
        self._facts(manifest)
        set_up_page(book, self._sheet, words.SOURCES, header_row=None)

    def _heading(self, text: Text) -> None:
        self._row += 1
        for at in range(_ACROSS):
            self._book.text(self._sheet, self._row, at, "" if at else text.say(self._book.lang), HEADING)
        self._row += 1

    def _records(self, title: Text, listed: object, *, wide: bool = False) -> None:
        """A list of the manifest as a table, its known columns first and in their order; `wide` widens the digest."""
        records = [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, Sequence) else []
        if not records:
            return
        self._heading(title)
        keys = dict.fromkeys(str(key) for record in records for key in record)
        ordered = [key for key in words.MANIFEST_COLUMNS if key in keys]
        ordered += [key for key in keys if key not in words.MANIFEST_COLUMNS]
        ordered.sort(key=lambda key: key == _LAST)
        for at, key in enumerate(ordered):
            label = (
                words.MANIFEST_COLUMNS[key].say(self._book.lang) if key in words.MANIFEST_COLUMNS else printable(key)
            )
            self._book.text(self._sheet, self._row, at, label, HEAD)
        if wide and ordered[-1] == _LAST:
            checked(self._sheet.set_column(len(ordered) - 1, len(ordered) - 1, _DIGEST_WIDTH), title)
        self._row += 1
        for record in records:
            for at, key in enumerate(ordered):
                self._value(at, key, self._named(key, record.get(key)))
            lines = (
                lines_needed("" if key == _LAST else _told(self._named(key, record.get(key))), width)
                for key, width in zip(ordered, _WIDTHS, strict=False)
            )
            checked(self._sheet.set_row(self._row, _LINE * min(_MOST_LINES, max(lines, default=1))), title)
            self._row += 1

    def _named(self, key: str, value: object) -> object:
        """A table, a kind of rows or a reason as people call it; any other value as it is."""
        meta, lang = self._book.report.meta, self._book.lang
        if isinstance(value, Mapping):
            known = {str(one): meta.words.get(str(one)) for one in value}
            return {told.say(lang) if (told := known[str(one)]) else one: count for one, count in value.items()}
        told = meta.tables.get(str(value)) if key == _TABLE else meta.words.get(str(value))
        return told.say(lang) if told else value

    def _value(self, column: int, key: str, value: object) -> None:
        if isinstance(value, int) and not isinstance(value, bool):
            form = self._book.styles.of(_COUNT)
            checked(self._sheet.write_number(self._row, column, value, form), words.SOURCES)
        else:
            look = _DIGEST if key == _LAST else _CELL
            self._book.text(self._sheet, self._row, column, _told(value), look)

    def _definitions(self) -> None:
        definitions = self._book.report.definitions
        if not definitions:
            return
        self._heading(words.DEFINITIONS)
        lang = self._book.lang
        for one in definitions:
            self._line(f"{one.label.say(lang)} ({one.key})", printable(one.meaning.say(lang)))

    def _cell_names(self) -> None:
        """What the names of cells begin with in the sections inside others: those of teams and reps."""
        report, lang = self._book.report, self._book.lang
        outer = {section.key for section in report.sections}
        inner = [one for one in sections_of(report) if one.key not in outer]
        if inner:
            self._heading(words.CELL_NAMES)
        for one in inner:
            self._line(on_one_line(one.title.say(lang)), f"{legal(one.key)}_")

    def _notes(self) -> None:
        rounding = rounding_note(self._book.report)
        notes = (*self._book.report.notes, *([rounding] if rounding else []))
        lang = self._book.lang
        for title, told in zip((words.NOTES, FOR_KEEPERS), notes_apart(notes), strict=True):
            if told:
                self._heading(title)
            for note in told:
                text = printable(note.text.say(lang))
                said = words.WARNING.say(lang).format(text=text) if note.warning else text
                self._across(0, said, WARNING if note.warning else _TEXT)
                self._row += 1

    def _facts(self, manifest: Mapping[str, object]) -> None:
        self._heading(words.MADE_WITH)
        if not manifest:
            self._across(0, words.NO_MANIFEST.say(self._book.lang), REMARK)
            self._row += 1
        for key, value in manifest.items():
            if key not in _LISTS:
                known = words.MANIFEST_FACTS.get(key)
                told = self._asked(value) if key == _QUESTION else _told(value)
                self._line(known.say(self._book.lang) if known else printable(key), told)

    def _asked(self, value: object) -> str:
        """The question in words, without what was not asked."""
        if not isinstance(value, Mapping):
            return _told(value)
        lang = self._book.lang
        named = {words.ASKED[key].say(lang) if key in words.ASKED else key: told for key, told in value.items() if told}
        return _told(named)

    def _line(self, label: str, text: str) -> None:
        self._book.text(self._sheet, self._row, 0, printable(label), LABEL)
        self._across(1, text, _TEXT, least=lines_needed(printable(label), _WIDTHS[0] - _BOLD))
        self._row += 1

    def _across(self, first: int, text: str, look: Look, *, least: int = 1) -> None:
        """A text over the columns of a page, in a row as high as it needs, or as the label before it does."""
        if len(text) < self._book.limits.text // 2:
            place = (self._row, first, self._row, _ACROSS - 1)
            checked(self._sheet.merge_range(*place, "", self._book.styles.of(look)), words.SOURCES)
        self._book.text(self._sheet, self._row, first, text, look)
        lines = min(_MOST_LINES, max(least, lines_needed(text, sum(_WIDTHS[first:_ACROSS]))))
        checked(self._sheet.set_row(self._row, _LINE * lines), words.SOURCES)


def _told(value: object) -> str:
    """A value of the manifest in words: a list of names and numbers where it is one."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return printable("; ".join(f"{key}: {_told(inner)}" for key, inner in value.items()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return printable(", ".join(_told(inner) for inner in value))
    return printable(value) if isinstance(value, str) else json.dumps(value, default=str)
