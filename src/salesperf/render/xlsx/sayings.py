"""The sentences of a section as texts, with their figures set."""

from __future__ import annotations

import re

from salesperf.core.status import GLYPHS, WORDS
from salesperf.core.text import Lang, printable
from salesperf.report import phrases
from salesperf.report.grid import compact, formatted
from salesperf.report.model import Cell, Report, Sentence

_NAME = re.compile(r"\{(\w+)\}")


def said(sentence: Sentence, report: Report) -> str:
    """The sentence in the report's language, its light first; braces that name no figure are part of the words."""
    langs = (Lang.ZH, Lang.EN) if report.lang is Lang.BOTH else (report.lang,)
    text = " / ".join(dict.fromkeys(_spoken(sentence, report, lang) for lang in langs))
    if sentence.status:
        text = f"{GLYPHS[sentence.status]} {WORDS[sentence.status].say(report.lang)} {text}"
    return printable(text)


def _spoken(sentence: Sentence, report: Report, lang: Lang) -> str:
    def figure(found: re.Match[str]) -> str:
        cell = sentence.values.get(found[1])
        return found[0] if cell is None else _figure(cell, report, lang)

    return _NAME.sub(figure, sentence.words.say(lang))


def _figure(cell: Cell, report: Report, lang: Lang) -> str:
    currency = report.meta.currency
    if isinstance(cell.value, str):
        return printable(cell.value)
    say = compact if cell.unit or cell.value is None else formatted
    sign = phrases.PARTIAL if cell.partial and cell.value is not None else ""
    return say(cell.value, cell.unit, lang=lang, currency=currency) + sign
