"""One sales CSV, and what real exports do to it: each variant says what the file then holds, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from msgspec import Struct, field

Cells = tuple[str, ...]
Table = tuple[Cells, ...]

HEADER: Cells = (
    "Order ID",
    "Order Date",
    "Ship Date",
    "Customer ID",
    "Customer",
    "City",
    "Region",
    "Sales Rep",
    "Product",
    "Category",
    "Quantity",
    "Unit Price",
    "Discount",
    "Amount",
    "Cost",
    "Currency",
    "Channel",
    "Status",
    "Campaign",
    "Note",
)
_CUSTOMERS = ("Northwind, Inc.", "Blue Harbor LLC", 'The "Oak" Store', "Café Ümlaut", "O'Brien & Sons", "Mill Road Ltd")
_CITIES = ("Paris, FR", "Lyon", "New York", "São Paulo", "Köln", "Oslo")
_PRODUCTS = ("Desk 120x80", 'Monitor 27"', "Chair, oak", "Lamp", "Cable 2 m", "Shelf")
_NOTES = ("", "ok", "call back, please", "paid in cash", 'said "yes"', "late; sorry", "", "rush order")
ROWS = 90


def _row(n: int) -> Cells:
    quantity, price = n % 9 + 1, 1000 + 37 * n
    return (
        f"SO-{10001 + n}",
        f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}",
        f"{n % 12 + 1}/{n % 28 + 1}/2025",
        f"C{n * 7 % 50:03}",
        _CUSTOMERS[n % 6],
        _CITIES[(n + 2) % 6],
        ("East", "West", "North")[n % 3],
        ("Mei Lin", "Ivo Kranz", "Ann Lee")[n % 3],
        _PRODUCTS[(n + 1) % 6],
        ("Furniture", "Office", "IT")[n % 3],
        str(quantity),
        f"{price / 100:.2f}",
        ("0", "0.05", "")[n % 3],
        f"{quantity * price / 100:,.2f}",
        f"{quantity * price / 200:.2f}",
        "EUR",
        ("web", "shop")[n % 2],
        ("paid", "open", "returned")[n % 3],
        ("", "Spring 10:30")[n % 2],
        _NOTES[n % 8],
    )


SALES: Table = (HEADER, *(_row(n) for n in range(ROWS)))


class Style(Struct, frozen=True):
    """How a file is written."""

    delimiter: str = ","
    quote: str = '"'
    backslash: bool = False
    end: str = "\r\n"
    all_quoted: bool = False

    def cell(self, value: str) -> str:
        """A cell, quoted where it needs to be."""
        special = (self.delimiter, self.quote, "\n", "\r", " " if self.delimiter == " " else self.quote)
        edge = value[:1] == " " or (value == "" and self.delimiter == " ")
        if not (self.all_quoted or edge or any(mark in value for mark in special) or self._meets(value)):
            return value
        escaped = value.replace(self.quote, f"\\{self.quote}" if self.backslash else self.quote * 2)
        return f"{self.quote}{escaped}{self.quote}"

    def _meets(self, value: str) -> bool:
        """Whether a delimiter of several characters might begin or end inside the value."""
        return len(self.delimiter) > 1 and any(mark in value for mark in self.delimiter)

    def row(self, cells: Cells) -> str:
        """A row without its end."""
        return self.delimiter.join(map(self.cell, cells))

    def text(self, table: Table) -> str:
        """A whole file."""
        return "".join(self.row(cells) + self.end for cells in table)


class Variant(Struct, frozen=True):
    """One polluted file and the table it holds (the first row is the header, None where there is none).

    `clean` is the table that its maker had in mind, where the file cannot tell it any more (a lost delimiter);
    `torn` is the place of the row that it is torn in.
    """

    kind: str
    name: str
    content: bytes
    table: Table
    headed: bool = True
    torn: int | None = None
    clean: Table = field(default=())


PLAIN = Style()


def _variant(kind: str, name: str, text: str, table: Table = SALES, **more: object) -> Variant:
    return Variant(kind, name, text.encode(), table, **more)  # type: ignore[arg-type]


def _with(table: Table, at: int, row: Cells) -> Table:
    return (*table[:at], row, *table[at + 1 :])


def _lines(style: Style = PLAIN) -> list[str]:
    return [style.row(cells) + style.end for cells in SALES]


def styles() -> Iterator[Variant]:
    """Every delimiter with both quotes, both escapes, three line ends, quoted throughout or where needed."""
    for delimiter in (",", ";", "\t", "|", ":", "^", "~", " ", "||", ";;", ", "):
        for quote in ('"', "'"):
            for backslash in (False, True):
                for end in ("\n", "\r\n", "\r"):
                    for all_quoted in (False, True):
                        style = Style(delimiter, quote, backslash, end, all_quoted)
                        yield _variant("dialect", repr(style), style.text(SALES))


def unescaped() -> Iterator[Variant]:
    """Quotes inside quoted cells that nothing protects."""
    for delimiter in (",", ";", "\t", "|"):
        for end in ("\n", "\r\n", "\r"):
            for all_quoted in (False, True):
                rows = (
                    delimiter.join(
                        f'"{cell}"' if all_quoted or delimiter in cell or '"' in cell else cell for cell in cells
                    )
                    for cells in SALES
                )
                name = f"{delimiter!r} {end!r} {all_quoted}"
                yield _variant("unprotected quotes", name, "".join(row + end for row in rows))


def separators() -> Iterator[Variant]:
    """One delimiter more or less in one row, at every place."""
    for at, cells in enumerate(SALES):
        written = [PLAIN.cell(cell) for cell in cells]
        for place in range(len(cells)):
            lines = _lines()
            lines[at] = ",".join((*written[:place], "", *written[place:])) + "\r\n"
            table = _with(SALES, at, (*cells[:place], "", *cells[place:]))
            yield _variant("delimiter more", f"{at}:{place}", "".join(lines), table, clean=SALES)
            if place:
                lines[at] = ",".join(
                    (*written[: place - 1], written[place - 1] + written[place], *written[place + 1 :])
                )
                lines[at] += "\r\n"
                merged = (*cells[: place - 1], cells[place - 1] + cells[place], *cells[place + 1 :])
                text = "".join(lines)
                yield _variant("delimiter less", f"{at}:{place}", text, _with(SALES, at, merged), torn=at, clean=SALES)


def quotes() -> Iterator[Variant]:
    """One quote more, unescaped, before the text of one cell, at every place."""
    for at, cells in enumerate(SALES):
        for place, cell in enumerate(cells):
            written = [PLAIN.cell(one) for one in cells]
            written[place] = f'""{written[place][1:]}' if written[place].startswith('"') else f'"{written[place]}'
            lines = _lines()
            lines[at] = ",".join(written) + "\r\n"
            table = _with(SALES, at, (*cells[:place], f'"{cell}', *cells[place + 1 :]))
            yield _variant("quote more", f"{at}:{place}", "".join(lines), table)


def line_ends() -> Iterator[Variant]:
    """One row that ends otherwise, at every place, and the ends of the whole file."""
    for at in range(len(SALES)):
        for end in ("\n", "\r", "\r\n\r\n"):
            lines = _lines()
            lines[at] = lines[at].removesuffix("\r\n") + end
            yield _variant("line end", f"{at}:{end!r}", "".join(lines))
    text = PLAIN.text(SALES)
    yield _variant("line end", "none at the end", text.removesuffix("\r\n"))
    yield _variant("line end", "blank lines at the end", text + "\r\n\r\n\r\n")


def other_delimiters() -> Iterator[Variant]:
    """One row with another delimiter, at every place."""
    for at, cells in enumerate(SALES):
        for delimiter in (";", "\t", "|"):
            lines = _lines()
            lines[at] = Style(delimiter).row(cells) + "\r\n"
            yield _variant("row with another delimiter", f"{at}:{delimiter!r}", "".join(lines))


def frames() -> Iterator[Variant]:
    """Titles and comments above the table, blank lines among them, in cells or not."""
    text = PLAIN.text(SALES)
    for count in range(1, 6):
        for title in ("Sales report", "# exported by the shop", "Period: 2025, all regions"):
            for blank in ("", "\r\n", "," * (len(HEADER) - 1) + "\r\n"):
                for tail in ("", "," * (len(HEADER) - 1)):
                    above = (PLAIN.cell(title) if tail else title) + tail + "\r\n"
                    yield _variant("lines above", f"{count} {title!r} {blank!r} {tail!r}", above * count + blank + text)


def headers() -> Iterator[Variant]:
    """A header that is missing, alone, empty in places, double, or shorter and longer than the rows."""
    yield _variant("header", "none", PLAIN.text(SALES[1:]), SALES[1:], headed=False)
    yield _variant("header", "alone", PLAIN.text(SALES[:1]), SALES[:1])
    yield _variant("header", "one row", PLAIN.text(SALES[:2]), SALES[:2])
    yield _variant("header", "no payload", "", (), headed=False)
    for place in range(len(HEADER)):
        for name in ("", HEADER[place - 1], "Head/%r", "2025"):
            table = _with(SALES, 0, (*HEADER[:place], name, *HEADER[place + 1 :]))
            yield _variant("header", f"{place} {name!r}", PLAIN.text(table), table)
    for at in range(2, len(SALES), 8):
        table = (*SALES[:at], HEADER, *SALES[at:])
        yield _variant("repeated header", str(at), PLAIN.text(table), table)


def blanks() -> Iterator[Variant]:
    """Blank lines among the rows, and blank columns."""
    for at in range(1, len(SALES)):
        lines = _lines()
        lines[at] += "\r\n" if at % 2 else "," * (len(HEADER) - 1) + "\r\n"
        yield _variant("blank row", str(at), "".join(lines))
    for place in range(len(HEADER) + 1):
        table = tuple((*cells[:place], "", *cells[place:]) for cells in SALES)
        yield _variant("blank column", str(place), PLAIN.text(table), table)


def tables() -> Iterator[Variant]:
    """A second table below the first."""
    for width in (3, 8, 19, 20):
        for blank in ("", "\r\n"):
            second = tuple(cells[:width] for cells in SALES[:40])
            table = (*SALES, *second)
            yield _variant("two tables", f"{width} {blank!r}", PLAIN.text(SALES) + blank + PLAIN.text(second), table)


def encodings() -> Iterator[Variant]:
    """The same table in other encodings."""
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        for end in ("\n", "\r\n", "\r"):
            content = Style(end=end).text(SALES).encode(encoding)
            if encoding == "utf-16":
                content = content[:2] + content[2:]
            yield Variant("encoding", f"{encoding} {end!r}", content, SALES)


def ends() -> Iterator[Variant]:
    """Totals and footers, which stay as written, and junk after the last row."""
    text = PLAIN.text(SALES)
    total = ("Total", *[""] * 12, "12,345.00", *[""] * 6)
    yield _variant("below the table", "total", text + PLAIN.row(total) + "\r\n", (*SALES, total))
    for footer in ("Generated by the shop", "End of report", "Confidential"):
        yield _variant("below the table", footer, f"{text}\r\n{footer}\r\n", (*SALES, (footer,)))


MAKERS: tuple[Callable[[], Iterator[Variant]], ...] = (
    styles,
    unescaped,
    separators,
    quotes,
    line_ends,
    other_delimiters,
    frames,
    headers,
    blanks,
    tables,
    encodings,
    ends,
)


def _every(step: int, large: int = 300) -> list[Variant]:
    """Every variant of the small kinds, and of the large ones each `step`th."""
    chosen: list[Variant] = []
    for maker in MAKERS:
        made = list(maker())
        chosen += made if len(made) <= large else made[::step]
    return chosen


@pytest.fixture(scope="session")
def variants() -> Callable[[int], list[Variant]]:
    """All variants; of the large kinds each nth."""
    return partial(_every)
