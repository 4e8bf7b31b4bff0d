"""One sheet of a section: its sentences, tiles, tables and charts, and the sections inside it one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import Text, printable
from salesperf.render.xlsx import words
from salesperf.render.xlsx.behind import Behind
from salesperf.render.xlsx.book import Book, checked
from salesperf.render.xlsx.charts import WIDTH, Spot, draw_figure, rows_of, takes_room
from salesperf.render.xlsx.page_setup import pages_across, set_up_page
from salesperf.render.xlsx.pages import Kept, breaks, column_under, heights_of, pixels, room
from salesperf.render.xlsx.plan import Leaf, Long
from salesperf.render.xlsx.sayings import said
from salesperf.render.xlsx.styles import HEADING, REMARK, SUBHEADING, TITLE, Look
from salesperf.render.xlsx.table import Placed, draw_table
from salesperf.render.xlsx.tiles import draw_tiles, tile_columns
from salesperf.render.xlsx.totals import measured
from salesperf.render.xlsx.widths import NARROWEST, lines_needed
from salesperf.report.escape import on_one_line
from salesperf.report.figure import FigureKind
from salesperf.report.listing import Listing
from salesperf.report.marks import rows_and_total
from salesperf.report.model import Cell, Section, TableBlock

_BESIDE = ((40, 160.0), (12, 104.0), (0, 84.0))
"""Charts stand beside a table of so many rows that is narrower than this, below a wider one whose end is not far."""
_CHART_COLUMNS = 14
_SENTENCE_WIDTH = 110.0
_LINE = 15.0
_SAYING = Look(wrap=True, size=11)
_GROUPS = 1
_UNSAID = 8.43
"""The width of a column that nothing was said of."""
_HEADING_ROWS = 2
_BUTTON = 1.0
"""What the button of a filter takes of a header."""


class LeafWriter:
    """Writes one section's sheet from its first row down; widths and merged texts are settled at the end."""

    def __init__(self, book: Book, sheet: Worksheet, leaf: Leaf, contents: str) -> None:
        """The sheet is empty."""
        self._book, self._sheet, self._leaf = book, sheet, leaf
        self._contents = contents
        self._row = 0
        self._widths: dict[int, float] = {}
        self._texts: list[tuple[int, str, Look]] = []
        self._tables: list[Placed] = []
        self._headed = -1
        self._charts: list[Spot] = []
        self._kept: list[Kept] = []
        self._columns = max(_columns(leaf.section), 2)
        self._behind = Behind(book, sheet, self._columns + _GROUPS + _CHART_COLUMNS)

    def draw(self) -> None:
        """Write the whole sheet."""
        section = self._leaf.section
        self._book.text(self._sheet, 0, 0, on_one_line(section.title.say(self._book.lang)), TITLE)
        checked(self._sheet.set_row(0, 24), section.title)
        self._book.link(self._sheet, (1, 0), (self._contents, 0), words.BACK.say(self._book.lang))
        self._row = 3
        self._body(section, depth=0)
        self._settle()

    def _body(self, section: Section, *, depth: int) -> None:
        self._book.sections.setdefault(section.key, (self._leaf.sheet, self._row if depth else 0))
        if depth:
            self._heading(on_one_line(section.title.say(self._book.lang)), HEADING if depth == 1 else SUBHEADING)
        for sentence in section.sentences:
            self._say(said(sentence, self._book.report), _SAYING)
        if section.sentences:
            self._row += 1
        self._tiles(section)
        for block in section.blocks:
            self._table(section, block)
        is_bare = not (section.sentences or section.tiles or section.blocks or section.sections)
        if section.empty and is_bare:
            self._say(printable(section.empty.say(self._book.lang)), REMARK)
            self._row += 1
        for inner in section.sections:
            self._body(inner, depth=depth + 1)

    def _heading(self, text: str, look: Look) -> None:
        self._headed = self._row
        for column in range(self._columns if look is HEADING else 1):
            self._book.text(self._sheet, self._row, column, "" if column else text, look)
        self._row += 1 if look is SUBHEADING else 2

    def _say(self, text: str, look: Look) -> None:
        """A text over the width of the sheet; how high its row is depends on the widths, which come later."""
        self._texts.append((self._row, text, look))
        self._row += 1

    def _tiles(self, section: Section) -> None:
        if not section.tiles:
            return
        self._behind.begin()
        widths = draw_tiles(self._book, self._sheet, section, self._behind, row=self._row)
        self._widen(widths)
        first, self._row = self._row, self._row + len(section.tiles) + 2
        self._keep(first, self._row - 1)

    def _table(self, section: Section, block: TableBlock) -> None:
        listing = self._leaf.listing(block)
        if block.title != self._leaf.section.title:
            self._heading(on_one_line(block.title.say(self._book.lang)), SUBHEADING)
        long = self._leaf.long.get((section.key, block.key))
        if long is not None:
            self._point_to(long)
        elif listing.count and block.columns:
            self._draw_table(section, listing)
        else:
            self._say(printable(block.empty.say(self._book.lang)), REMARK)
        self._row += 1

    def _point_to(self, long: Long) -> None:
        told = words.NEXT_SHEET.fill(rows=f"{long.listing.count:,}", sheet=long.sheets[0])
        self._book.link(self._sheet, (self._row, 0), (long.sheets[0], 0), told.say(self._book.lang))
        self._row += 1

    def _draw_table(self, section: Section, listing: Listing) -> None:
        self._behind.begin()
        top = self._row
        placed = draw_table(
            self._book, self._sheet, listing, self._behind, row=top, within=self._leaf.named_under(section)
        )
        self._tables.append(placed)
        self._widen(placed.widths)
        self._row = placed.end
        for remark in _remarks(placed):
            self._say(remark.say(self._book.lang), REMARK)
        self._keep(top, placed.end)
        self._figures(placed, top=top)

    def _keep(self, first: int, end: int, *, is_chart: bool = False) -> None:
        """These rows stay on one page, with a heading right above them."""
        is_headed = 0 <= first - self._headed <= _HEADING_ROWS
        self._kept.append(Kept(self._headed if is_headed else first, end, is_chart))

    def _figures(self, placed: Placed, *, top: int) -> None:
        """Charts beside a narrow table, below a wide one; never over a cell."""
        figures = placed.block.figures
        widest = next(width for rows, width in _BESIDE if len(placed.block.rows) >= rows)
        is_beside = sum(placed.widths) <= widest
        beside = top if len(placed.block.rows) < _BESIDE[1][0] else placed.first_row  # headers come again on each page
        spot = Spot(beside if is_beside else self._row + 1, len(placed.widths) + 1 if is_beside else 0)
        for figure in figures:
            own = Spot(placed.header_row - 1, len(placed.widths)) if figure.kind is FigureKind.SPARKLINE else spot
            draw_figure(self._book, self._sheet, placed, figure, self._behind, spot=own)
            if takes_room(figure):
                end = spot.row + rows_of(figure, placed)
                self._keep(spot.row, end, is_chart=True)
                self._charts.append(spot)
                self._row = max(self._row, end)
                spot = Spot(end, spot.column)

    def _widen(self, widths: Sequence[float]) -> None:
        for at, width in enumerate(widths):
            self._widths[at] = max(width, self._widths.get(at, NARROWEST))

    def _settle(self) -> None:
        for at, width in self._widths.items():
            checked(self._sheet.set_column(at, at, width), words.SHEET)
        span, width = self._span()
        for row, text, look in self._texts:
            if span > 1 and len(text) < self._book.limits.text // 2:
                form = self._book.styles.of(look)
                checked(self._sheet.merge_range(row, 0, row, span - 1, "", form), words.SHEET)
            self._book.text(self._sheet, row, 0, text, look)
            checked(self._sheet.set_row(row, _LINE * lines_needed(text, width)), words.SHEET)
        for placed in self._tables:
            widths = (self._widths[at] - _BUTTON for at in range(len(placed.heads)))
            lines = max(lines_needed(head, width) for head, width in zip(placed.heads, widths, strict=True))
            checked(self._sheet.set_row(placed.header_row, _LINE * lines + 3), words.SHEET)
        self._behind.fold()
        only = self._tables[0] if len(self._tables) == 1 and not self._leaf.section.sections else None
        self._set_pages(only, span=span)
        if only is not None and not self._leaf.section.tiles and not self._leaf.section.sentences:
            self._sheet.freeze_panes(only.first_row, 1)
        else:
            self._sheet.freeze_panes(2, 0)

    def _set_pages(self, only: Placed | None, *, span: int) -> None:
        """What is printed and where pages begin; what only pictures need is not printed."""
        last = max(self._widths, default=0)
        if self._texts:
            last = max(last, span - 1)
        last = max([last, *(column_under(self._widths, chart.column, WIDTH) for chart in self._charts)])
        checked(self._sheet.print_area(0, 0, self._row, last), words.SHEET)
        width = sum(self._widths.values())
        across = sum(pixels(self._widths.get(at, _UNSAID)) for at in range(last + 1))
        page = room(across, pages_across(width))
        heights = heights_of(self._sheet, self._row)
        is_long = only is not None and sum(heights[: only.end]) > page
        # Headers come again on every page of the sheet, so not where charts have pages below the table.
        is_followed = only is not None and any(chart.row >= only.end for chart in self._charts)
        header_row = only.header_row if only and is_long and not is_followed else None
        set_up_page(self._book, self._sheet, self._leaf.section.title, header_row=header_row, width=width)
        found = breaks(heights, self._kept, page)
        if found:
            checked(self._sheet.set_h_pagebreaks(found), words.SHEET)

    def _span(self) -> tuple[int, float]:
        """How many columns a sentence goes over, and how wide they are together."""
        width, at = 0.0, 0
        while width < _SENTENCE_WIDTH and at < max(self._columns, 2) + _CHART_COLUMNS:
            width += self._widths.get(at, _UNSAID)
            at += 1
        return at, width


def _columns(section: Section) -> int:
    widest = max((len(block.columns) + _GROUPS for block in section.blocks), default=0)
    return max(widest, tile_columns(section.tiles), *(_columns(inner) for inner in section.sections), 0)


def _remarks(placed: Placed) -> Iterator[Text]:
    """Why cells are empty, and which totals are no sums."""
    told = measured(placed.block)
    if told:
        yield told
    cells = [cell for row in rows_and_total(placed.block) for cell in row.cells if isinstance(cell, Cell)]
    reasons = dict.fromkeys(cell.reason for cell in cells if cell.value is None and cell.reason)
    for reason in reasons:
        if reason:
            yield words.EMPTY_BECAUSE.fill(reason=_printable(reason))
    asides = dict.fromkeys(cell.aside for cell in cells if cell.value is not None and cell.aside)
    yield from (_printable(aside) for aside in asides if aside)


def _printable(text: Text) -> Text:
    return Text(printable(text.en), printable(text.zh))
