"""One workbook in the making: its sheets, formats and names, and what must be told of it on the contents sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from salesperf.core.errors import OutputError
from salesperf.core.text import Count, Text, printable, same
from salesperf.render.xlsx import words
from salesperf.render.xlsx.limits import DIGITS, Limits
from salesperf.render.xlsx.live import Live
from salesperf.render.xlsx.styles import LINK, PLAIN, Look, Styles
from salesperf.report.cell_names import Place, names_of
from salesperf.report.model import Report
from salesperf.report.names import Taken, legal

_PIECE = 16_000
"""Characters of a piece of a long text: at most two UTF-16 units each, so that it fits into a cell."""


class Range(Struct, frozen=True):
    """Cells of one sheet, from the first row and column to the last, counted from 0 as its writer does."""

    sheet: str
    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def parts(self) -> list[str | int]:
        """As charts take it."""
        return [self.sheet, self.first_row, self.first_column, self.last_row, self.last_column]

    @property
    def cells(self) -> str:
        """As formulas of the same sheet take it."""
        return str(xl_range_abs(self.first_row, self.first_column, self.last_row, self.last_column))


def checked(code: int | None, what: str | Text) -> None:
    """Stop where the writer of workbooks says by a code that it has left something out."""
    if code:
        raise OutputError(words.REFUSED.fill(what=what, code=code), words.WRITE_CSV)


class Book:
    """A workbook that is being written, of one report."""

    def __init__(self, workbook: Workbook, report: Report, limits: Limits) -> None:
        """Nothing stands in it yet."""
        self.workbook = workbook
        self.report = report
        self.lang = report.lang
        self.limits = limits
        self.styles = Styles(workbook)
        self._names = names_of(report)
        self._given, self._free = Taken(), Taken()
        for name in (*self._names.cells, *self._names.tables):
            self._free.take(name)
        self.sections: dict[str, tuple[str, int]] = {}
        """Where each section begins: its sheet and row."""
        self.flags: list[Text] = []
        self._long: list[tuple[str, str, str]] = []
        self._digits: dict[str, list[str]] = {}
        self._comments: Counter[str] = Counter()
        self._links: Counter[str] = Counter()
        self._to_link: list[tuple[Worksheet, tuple[int, int], str, tuple[str, Look]]] = []
        self.live = Live()
        """The cells that get a formula once every table stands."""

    def text(self, sheet: Worksheet, row: int, column: int, text: str, look: Look = PLAIN) -> None:
        """Write a text as it is; one too long for a cell begins there and stands whole on a sheet of its own."""
        form = self.styles.of(look)
        if len(text) > self.limits.text // 2 and len(text.encode("utf-16-le")) // 2 > self.limits.text:
            self._long.append((sheet.get_name(), xl_rowcol_to_cell(row, column), text))
            text = text[: self.limits.text // 2 - 1] + "…"
        checked(sheet.write_string(row, column, text, form), same(xl_rowcol_to_cell(row, column)))

    def digits_kept_as_text(self, sheet: Worksheet, row: int, column: int) -> None:
        """Remember a number that a cell cannot keep."""
        self._digits.setdefault(sheet.get_name(), []).append(xl_rowcol_to_cell(row, column))

    def comment(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        """Say at a cell why it is empty; on a sheet with very many only at the first."""
        name = sheet.get_name()
        self._comments[name] += 1
        if self._comments[name] <= self.limits.comments:
            size = {"x_scale": 1.6, "y_scale": 0.3 + 0.25 * (1 + len(text) // 30), "author": "salesperf"}
            checked(sheet.write_comment(row, column, text[:1_000], size), same(xl_rowcol_to_cell(row, column)))

    def link(
        self, sheet: Worksheet, cell: tuple[int, int], place: tuple[str, int], text: str, *, look: Look = LINK
    ) -> None:
        """A link to a row of a sheet of this workbook; a plain text where the sheet takes no more of them."""
        (row, column), (name, to_row) = cell, place
        self._links[sheet.get_name()] += 1
        if self._links[sheet.get_name()] > self.limits.links:
            self.text(sheet, row, column, text, look)
            return
        quoted = name.replace("'", "''")
        url = f"internal:'{quoted}'!{xl_rowcol_to_cell(to_row, 0)}"
        checked(sheet.write_url(row, column, url, self.styles.of(look), text), same(name))

    def link_later(self, sheet: Worksheet, cell: tuple[int, int], section: str, shown: tuple[str, Look]) -> None:
        """Make a written text a link to its section, once it is known where that stands."""
        self._to_link.append((sheet, cell, section, shown))

    def put_links(self) -> None:
        """Write the links to sections; those to none stay texts."""
        for sheet, cell, section, (text, look) in self._to_link:
            if section in self.sections and len(text) < self.limits.text // 2:
                self.link(sheet, cell, self.sections[section], printable(text), look=look)

    def put_formulas(self) -> None:
        """Write the formulas of cells, with the numbers they give kept beside them."""
        for one, formula in self.live.written():
            checked(one.sheet.write_formula(*one.place, formula, one.form, one.value), same(formula))

    def name(self, place: Place, cells: Range) -> None:
        """Give cells the name of a figure, that formulas can use; figures that share one have it at the first."""
        found = self._names.shown.get(place)
        if found is None or not self._given.take(found):
            return
        quoted = cells.sheet.replace("'", "''")
        area = xl_range_abs(cells.first_row, cells.first_column, cells.last_row, cells.last_column)
        checked(self.workbook.define_name(found, f"='{quoted}'!{area}"), same(found))

    def table_name(self, section: str, key: str) -> str:
        """The name of an Excel table: that of the report's list, else one that is in no list."""
        found = self._names.shown.get((section, key, "", ""))
        return found if found and self._given.take(found) else self._free.numbered(legal(f"{key}_table"))

    def told(self) -> Iterator[Text]:
        """What a reader must know of how the report was put into sheets."""
        yield from self.flags
        for sheet, count in Counter(sheet for sheet, _, _ in self._long).items():
            most = f"{self.limits.text:,}"
            yield words.LONG_TEXT.fill(sheet=sheet, count=Count(count), most=most, whole=words.LONG_TEXTS)
        for sheet, cells in self._digits.items():
            yield words.MANY_DIGITS.fill(sheet=sheet, count=Count(len(cells)), most=DIGITS, cell=cells[0])
        for sheet, count in self._comments.items():
            if count > self.limits.comments:
                yield words.MORE_EMPTY.fill(sheet=sheet, count=f"{count:,}", most=self.limits.comments)

    @property
    def has_long_texts(self) -> bool:
        """Whether a text was longer than a cell."""
        return bool(self._long)

    def pieces_of_long_texts(self) -> Iterator[tuple[str, int, str]]:
        """Place, number and text of each piece of the texts that no cell takes whole."""
        size = min(_PIECE, self.limits.text // 2)
        for sheet, cell, text in self._long:
            for number, start in enumerate(range(0, len(text), size), start=1):
                yield f"{sheet}, {cell}", number, text[start : start + size]
