"""GitHub Markdown: the report in words as tables with a heading each; nothing in the data acts as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesperf.report import phrases
from salesperf.report.escape import as_markdown
from salesperf.report.keepers import FOR_KEEPERS, remarks_apart
from salesperf.report.model import Report
from salesperf.report.page import page
from salesperf.report.section_words import grid_of_cards
from salesperf.report.words import Chapter, Grid, Kind, Line, Page, Remark, Word

_RULES = {Kind.NUMBER: "---:", Kind.WORD: "---", Kind.SERIES: "---"}
_DEEPEST = 6
_INDENT = "&nbsp;" * 4


def draw(report: Report) -> bytes:
    """Title, subtitle, one table a block, sections under their headings, the notes as lists."""
    words = page(report)
    return ("\n".join(_lines(words)) + "\n").encode()


def _lines(words: Page) -> Iterator[str]:
    yield f"# {as_markdown(words.title)}"
    if words.subtitle:
        yield from ("", as_markdown(words.subtitle))
    for grid in words.grids:
        yield from _table(grid)
    for chapter in words.chapters:
        yield from _chapter(chapter, words, depth=2)
    for title, remarks in zip((phrases.NOTES, FOR_KEEPERS), remarks_apart(words), strict=True):
        if remarks:
            yield from ("", f"## {title.say(words.lang)}", "")
        for remark in remarks:
            yield _remark(remark, words)
            yield from _to_copy(remark)


def _chapter(chapter: Chapter, words: Page, *, depth: int) -> Iterator[str]:
    yield from ("", f"{_hashes(depth)} {as_markdown(chapter.title)}")
    for saying in chapter.sayings:
        light = f"{as_markdown(saying.light)} · " if saying.light else ""
        yield from ("", f"{light}{as_markdown(saying.text)}")
        if saying.also:
            yield from ("", as_markdown(saying.also))
    if chapter.cards:
        yield ""
        yield from _rows(grid_of_cards(chapter.cards, lang=words.lang))
    for grid in chapter.grids:
        yield from _table(grid, depth=depth + 1)
    for inner in chapter.chapters:
        yield from _chapter(inner, words, depth=depth + 1)
    if chapter.empty and not (chapter.sayings or chapter.cards or chapter.grids or chapter.chapters):
        yield from ("", as_markdown(chapter.empty))


def _hashes(depth: int) -> str:
    return "#" * min(depth, _DEEPEST)


def _table(grid: Grid, *, depth: int = 2) -> Iterator[str]:
    yield from ("", f"{_hashes(depth)} {as_markdown(grid.title)}", "")
    yield from _rows(grid)


def _rows(grid: Grid) -> Iterator[str]:
    if not grid.lines:
        yield as_markdown(grid.empty)
        return
    yield _joined(as_markdown(header) for header in grid.headers)
    yield _joined(_RULES[kind] for kind in grid.kinds)
    for line in grid.lines:
        if line.heading:
            yield _joined([f"**{as_markdown(line.heading)}**", *[""] * (len(grid.headers) - 1)])
        name, *others = (_cell(word) for word in line.words)
        yield _joined([_INDENT * line.level + name, *others])
    if grid.total:
        yield _joined(_strong(grid.total))


def _strong(line: Line) -> Iterator[str]:
    for word in line.words:
        cell = _cell(word)
        yield f"**{cell}**" if cell else ""


def _cell(word: Word) -> str:
    return as_markdown((word.text + word.mark).strip())


def _joined(cells: Iterator[str] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _remark(remark: Remark, words: Page) -> str:
    text = as_markdown(remark.whole)
    if remark.warning:
        text = phrases.WARNING.say(words.lang).format(text=text)
    return f"- {as_markdown(remark.mark)} {text}" if remark.mark else f"- {text}"


def _to_copy(remark: Remark) -> Iterator[str]:
    """The lines of a remark that are to be copied: a block of code within its point of the list."""
    if remark.lines:
        fence = "`" * max(3, 1 + max(len(run) for line in remark.lines for run in re.findall("`*", line)))
        yield from (f"  {line}" for line in (f"{fence}toml", *remark.lines, fence))
