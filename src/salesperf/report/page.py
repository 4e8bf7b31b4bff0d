"""A report in words: the one form that every renderer for people draws, with marks, footnotes and units set.

Nothing here knows a screen or a file; how wide a column gets is the renderer's business.
"""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.core.text import Lang, Text
from salesperf.report import phrases
from salesperf.report.blank_columns import without_blank_columns
from salesperf.report.escape import on_one_line
from salesperf.report.keepers import TO_COPY, is_aside
from salesperf.report.marks import PARTIAL_KEY, Footnotes, footnotes, has_partial
from salesperf.report.model import Note, Report
from salesperf.report.rounding import rounding_note
from salesperf.report.section_words import chapter_of
from salesperf.report.table_words import grid_of
from salesperf.report.words import Page, Remark, Term


def page(report: Report) -> Page:
    """The report in its language: values formatted, reasons of nulls numbered as footnotes."""
    report = without_blank_columns(report)
    notes = footnotes(report)
    return Page(
        title=on_one_line(report.title.say(report.lang)),
        subtitle=on_one_line(report.subtitle.say(report.lang)) if report.subtitle else "",
        grids=tuple(grid_of(block, report, notes=notes) for block in report.blocks),
        remarks=(*_remarks_on_marks(report, notes=notes), *_remarks_of_notes(report)),
        lang=report.lang,
        chapters=tuple(chapter_of(section, report, notes=notes) for section in report.sections),
        terms=tuple(_terms(report)),
    )


def _remarks_on_marks(report: Report, *, notes: Footnotes) -> Iterator[Remark]:
    for reason, sign in notes.items():
        yield Remark(_said(reason, report.lang), sign, also=_also(reason, report.lang))
    is_explained = any(note.key == PARTIAL_KEY for note in report.notes)
    if has_partial(report) and not is_explained:
        told = phrases.PARTIAL_NOTE
        yield Remark(_said(told, report.lang), phrases.PARTIAL, also=_also(told, report.lang))


def _remarks_of_notes(report: Report) -> Iterator[Remark]:
    for note in _notes(report):
        sign = phrases.PARTIAL if note.key == PARTIAL_KEY else ""
        first, heading, below = _first(note.text, report.lang).partition(TO_COPY)
        second = note.text.en.partition(TO_COPY)[0]
        lines = (heading + below).strip("\n").split("\n") if heading else ()
        also = _also(Text(second, first), report.lang)
        yield Remark(on_one_line(first), sign, note.warning, tuple(map(on_one_line, lines)), also, is_aside(note))


def _notes(report: Report) -> Iterator[Note]:
    """The notes of the report, and last how its amounts are shown."""
    yield from report.notes
    if rounding := rounding_note(report):
        yield rounding


def _terms(report: Report) -> Iterator[Term]:
    for one in report.definitions:
        label = on_one_line(one.label.say(report.lang))
        yield Term(one.key, label, _said(one.meaning, report.lang), _also(one.meaning, report.lang))


def _first(text: Text, lang: Lang) -> str:
    return text.en if lang is Lang.EN else text.zh


def _said(text: Text, lang: Lang) -> str:
    """The text in the first language of a report: Chinese where it speaks both."""
    return on_one_line(_first(text, lang))


def _also(text: Text, lang: Lang) -> str:
    """The text in English where a report speaks both languages and the two differ."""
    return on_one_line(text.en) if lang is Lang.BOTH and text.en != text.zh else ""
