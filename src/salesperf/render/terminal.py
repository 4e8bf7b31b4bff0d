"""The report on a screen or in a plain text: tables, headings, sparklines, notes; colour only when asked.

Data reach the terminal as text, never as markup or control sequences.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from salesperf.core.status import Status
from salesperf.render.figures.text import lines
from salesperf.render.layout import GAP, Place, cell, header, parts, wrapped
from salesperf.report import phrases
from salesperf.report.keepers import FOR_KEEPERS, remarks_apart
from salesperf.report.model import Report
from salesperf.report.page import page
from salesperf.report.section_words import grid_of_cards
from salesperf.report.table_words import indented
from salesperf.report.words import Chapter, Grid, Kind, Line, Page, Remark, Saying

_TITLE = "bold"
_SUBTITLE = "dim"
_HEADER = "bold"
_HEADING = "bold cyan"
_RULE = "dim"
_TOTAL = "bold"
_SERIES = "cyan"
_NOTE = ""
_WARNING = "yellow"
_DEEPER = "› "
"""Before the heading of a section for each section it lies in."""
_LEVEL = "  "
_STATUS = {Status.RED: "red", Status.YELLOW: "yellow", Status.GREEN: "green", Status.UNKNOWN: "dim"}


def draw(report: Report, *, color: bool = False, width: int | None = None) -> bytes:
    """The report as lines of text; `width` None does not wrap.

    A table that is too wide is continued below in parts that repeat the names, or listed row by row.
    """
    drawn = list(_page(page(report), width=width))
    plain = "".join(f"{line.plain.rstrip()}\n" for line in drawn)
    return (_coloured(drawn) if color else plain).encode()


def _coloured(drawn: list[Text]) -> str:
    target = StringIO()
    console = Console(
        file=target,
        force_terminal=True,
        color_system="standard",
        width=1,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        # The caller has read the environment; a NO_COLOR seen here would overrule what it decided.
        _environ={},
    )
    for line in drawn:
        line.rstrip()
        console.print(line, soft_wrap=True)
    return target.getvalue()


def _page(words: Page, *, width: int | None) -> Iterator[Text]:
    yield from _paragraph(words.title, _TITLE, width=width)
    if words.subtitle:
        yield from _paragraph(words.subtitle, _SUBTITLE, width=width)
    for grid in words.grids:
        yield Text()
        if grid.title != words.title:
            yield from _paragraph(grid.title, _TITLE, width=width)
        yield from _grid(grid, width=width)
    for chapter in words.chapters:
        yield from _chapter(chapter, words, depth=0, width=width)
    for_readers, for_keepers = remarks_apart(words)
    if for_readers:
        yield Text()
    for remark in for_readers:
        yield from _remark(remark, words, width=width)
    if for_keepers:
        yield Text()
        yield from _paragraph(FOR_KEEPERS.say(words.lang), _HEADING, width=width)
    for remark in for_keepers:
        yield from _remark(remark, words, width=width)


def _chapter(chapter: Chapter, words: Page, *, depth: int, width: int | None) -> Iterator[Text]:
    yield Text()
    yield from _paragraph(_DEEPER * depth + chapter.title, _HEADING, width=width)
    for saying in chapter.sayings:
        yield from _saying(saying, width=width)
    if chapter.cards:
        yield Text()
        yield from _grid(grid_of_cards(chapter.cards, lang=words.lang), width=width)
    for grid in chapter.grids:
        yield Text()
        yield from _paragraph(grid.title, _TITLE, width=width)
        yield from _pictures(grid, width=width)
        yield from _grid(indented(grid, by=_LEVEL), width=width)
    for inner in chapter.chapters:
        yield from _chapter(inner, words, depth=depth + 1, width=width)
    if chapter.empty and not (chapter.sayings or chapter.cards or chapter.grids or chapter.chapters):
        yield from _paragraph(chapter.empty, _NOTE, width=width)


def _pictures(grid: Grid, *, width: int | None) -> Iterator[Text]:
    """The charts of a table, in what a terminal has; a title that is the table's is said once."""
    for chart in grid.charts:
        first, *rest = lines(chart, width=width, color=True)
        yield from rest if chart.title == grid.title else (first, *rest)
        yield Text()


def _lit(saying: Saying) -> str:
    """A sentence after its light, with the colon of the language that the light is said in."""
    colon = ": " if saying.light[-1:].isascii() else "："
    return f"{saying.light}{colon}{saying.text}" if saying.light else saying.text


def _saying(saying: Saying, *, width: int | None) -> Iterator[Text]:
    style = _STATUS[saying.status] if saying.status else _NOTE
    yield from _paragraph(_lit(saying), style, width=width)
    if saying.also:
        yield from _paragraph(saying.also, style, width=width)


def _paragraph(text: str, style: str, *, width: int | None) -> Iterator[Text]:
    for line in wrapped(text, width) if width else (text,):
        yield Text(line, style)


def _remark(remark: Remark, words: Page, *, width: int | None) -> Iterator[Text]:
    text = phrases.WARNING.say(words.lang).format(text=remark.whole) if remark.warning else remark.whole
    mark = f"{remark.mark or ('!' if remark.warning else '·')} "
    told = wrapped(text, max(1, width - len(mark))) if width else (text,)
    style = _WARNING if remark.warning else _NOTE
    for index, line in enumerate(told):
        yield Text((" " * len(mark) if index else mark) + line, style)
    # Lines to copy are neither wrapped nor indented.
    yield from (Text(line, style) for line in remark.lines)


def _grid(grid: Grid, *, width: int | None) -> Iterator[Text]:
    if not grid.lines:
        yield from _paragraph(grid.empty, _NOTE, width=width)
        return
    found = parts(grid, width=width)
    if not found:
        yield from _listed(grid)
    for index, places in enumerate(found):
        if index:
            yield Text()
        yield from _part(grid, places)


def _part(grid: Grid, places: tuple[Place, ...]) -> Iterator[Text]:
    heads = [header(grid.headers[place.index], place) for place in places]
    tallest = max(len(head) for head in heads)
    # Headers stand on the rule: the shorter ones are filled from above.
    filled = [(" " * place.width,) * (tallest - len(head)) + head for head, place in zip(heads, places, strict=True)]
    for cells in zip(*filled, strict=True):
        yield Text(GAP.join(cells), _HEADER)
    yield _rule(places)
    for index, line in enumerate(grid.lines):
        if line.heading:
            if index:
                yield Text()
            yield Text(line.heading, _HEADING)
        yield from _row(line, places)
    if grid.total:
        yield _rule(places)
        yield from _row(grid.total, places, style=_TOTAL)


def _rule(places: tuple[Place, ...]) -> Text:
    return Text(GAP.join("─" * place.width for place in places), _RULE)


def _row(line: Line, places: tuple[Place, ...], *, style: str = "") -> Iterator[Text]:
    cells = [cell(line.words[place.index], place) for place in places]
    for parts_of_line in zip_longest(*cells):
        row = Text(style=style)
        for index, (part, place) in enumerate(zip(parts_of_line, places, strict=True)):
            row.append(GAP if index else "")
            row.append(" " * place.width if part is None else part, _style(line, place))
        yield row


def _style(line: Line, place: Place) -> str | None:
    status = line.words[place.index].status
    if status:
        return _STATUS[status]
    return _SERIES if place.kind is Kind.SERIES else None


def _listed(grid: Grid) -> Iterator[Text]:
    """Every row as a list of its values, for a screen too narrow for any table."""
    lines = (*grid.lines, grid.total) if grid.total else grid.lines
    for index, line in enumerate(lines):
        if index:
            yield Text()
        if line.heading:
            yield Text(line.heading, _HEADING)
        for name, word in zip(grid.headers, line.words, strict=True):
            yield Text(name, _HEADER)
            yield Text(f"  {word.text}{word.mark}", _STATUS[word.status] if word.status else "")
