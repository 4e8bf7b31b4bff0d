"""Workbooks made to harm whoever reads them, each by one trick, written byte by byte; none is larger than 3 MB."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"

HEADER = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>amount</t></is></c></row>'
)
ROWS = HEADER + "".join(
    f'<row r="{at}"><c r="A{at}"><v>{at}</v></c><c r="B{at}"><v>10</v></c></row>' for at in range(2, 12)
)
FAR = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{above};" * 10}">' for above, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def parts(rows: str = ROWS, *, before: str = "") -> dict[str, bytes]:
    """The parts of a workbook of one sheet."""
    written = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{BOOK}" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{KIND}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="{BOOK}"/></Relationships>',
        BOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        SHEET: f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>',
    }
    return {name: text.encode() for name, text in written.items()}


def pack(path: Path, content: Mapping[str, bytes], *, stored: bool = False) -> Path:
    """A zipped workbook of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return path


def patch(path: Path, part: str, *, at: int, value: int) -> Path:
    """Overwrite four bytes of the directory's entry for a part: 8 flags, 24 size, 42 offset."""
    content = bytearray(path.read_bytes())
    entry = content.rfind(b"PK\x01\x02", 0, content.rfind(part.encode()))
    struct.pack_into("<I", content, entry + at, value)
    path.write_bytes(content)
    return path


def _sparse(path: Path) -> Path:
    return pack(path, parts(ROWS + FAR))


def _sparse_in_disguise(path: Path) -> Path:
    return pack(path, parts(ROWS + "<q:row><q:c\tr='xfd1048576'><q:v>2</q:v></q:c></q:row>"))


def _without_addresses(path: Path) -> Path:
    return pack(path, parts(ROWS + '<row r="1048576">' + "<c><v>1</v></c>" * 16_384 + "</row>"))


def _ratio(path: Path) -> Path:
    return pack(path, parts(ROWS + " " * 40_000_000))


def _total(path: Path) -> Path:
    return patch(pack(path, parts()), SHEET, at=24, value=3_000_000_000)


def _many_parts(path: Path) -> Path:
    return pack(path, parts() | {f"x{number}": b"" for number in range(20_001)}, stored=True)


def _repeated_text(path: Path) -> Path:
    cells = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, 3001))
    shared = f'<sst xmlns="{MAIN}"><si><t>{"a" * 1_000_000}</t></si></sst>'
    listed = f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    relations = parts()["xl/_rels/workbook.xml.rels"].replace(b"</Rel", listed.encode() + b"</Rel")
    more = {"xl/sharedStrings.xml": shared.encode(), "xl/_rels/workbook.xml.rels": relations}
    return pack(path, parts(cells) | more)


def _overlapping(path: Path) -> Path:
    packed = pack(path, parts() | {"xl/worksheets/sheet2.xml": b"<worksheet/>"})
    with zipfile.ZipFile(packed) as archive:
        offset = archive.getinfo(SHEET).header_offset
    return patch(packed, "xl/worksheets/sheet2.xml", at=42, value=offset)


def _one_part_twice(path: Path) -> Path:
    return pack(path, parts(ROWS + FAR) | {SHEET.upper(): parts()[SHEET]})


def _smaller_than_it_is(path: Path) -> Path:
    return patch(pack(path, parts(ROWS * 400), stored=True), SHEET, at=24, value=100)


def _long_attribute(path: Path) -> Path:
    book = parts()[BOOK].replace(b'name="S"', b'name="' + b"S" * 25_000_000 + b'"')
    return pack(path, parts() | {BOOK: book})


def _deep(path: Path) -> Path:
    return pack(path, parts() | {BOOK: b"<workbook>" + b"<a>" * 500_000 + b"</a>" * 500_000 + b"</workbook>"})


def _laughs(path: Path) -> Path:
    book = (LAUGHS + "]>").encode() + parts()[BOOK].replace(b'name="S"', b'name="&i;"')
    return pack(path, parts() | {BOOK: book})


def _laughs_in_sheet(path: Path) -> Path:
    sheet = (LAUGHS + "]>").encode() + parts()[SHEET].replace(b"<t>id</t>", b"<t>&i;</t>")
    return pack(path, parts() | {SHEET: sheet})


def _outside(path: Path) -> Path:
    outside = path.with_name("outside.txt")
    outside.write_text("the content of a file outside")
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{outside.as_uri()}">]>'.encode()
    book = declared + parts()[BOOK].replace(b'name="S"', b'name="&e;"')
    sheet = declared + parts()[SHEET].replace(b"<t>id</t>", b"<t>&e;</t>")
    return pack(path, parts() | {BOOK: book, SHEET: sheet})


def _encrypted(path: Path) -> Path:
    entry = "EncryptedPackage".encode("utf-16-le")
    directory = (entry.ljust(64, b"\0") + struct.pack("<H", len(entry) + 2)).ljust(512, b"\0")
    table = struct.pack("<2I", 0xFFFFFFFD, 0xFFFFFFFE).ljust(512, b"\xff")
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<4H", 0x3E, 3, 0xFFFE, 9)
    header = start.ljust(48, b"\0") + struct.pack("<I", 1)
    path.write_bytes(header.ljust(76, b"\0") + struct.pack("<I", 0).ljust(436, b"\xff") + table + directory)
    return path


def _encrypted_part(path: Path) -> Path:
    return patch(pack(path, parts()), SHEET, at=8, value=1)


def _truncated(path: Path) -> Path:
    content = pack(path, parts()).read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def _wrong_sum(path: Path) -> Path:
    content = pack(path, parts(), stored=True).read_bytes()
    path.write_bytes(content.replace(b"<v>10</v>", b"<v>99</v>", 1))
    return path


def _laughs_in_texts(path: Path) -> Path:
    shared = f"<?xml version='1.0'?>{LAUGHS}]><sst xmlns='{MAIN}'><si><t>&i;</t></si></sst>"
    listed = f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    relations = parts()["xl/_rels/workbook.xml.rels"].replace(b"</Rel", listed.encode() + b"</Rel")
    cell = '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    more = {"xl/sharedStrings.xml": shared.encode(), "xl/_rels/workbook.xml.rels": relations}
    return pack(path, parts(HEADER + cell) | more)


def _linked_from_outside(path: Path) -> Path:
    outside = path.with_name("outside.txt")
    outside.write_text("the content of a file outside")
    relations = parts()["xl/_rels/workbook.xml.rels"].replace(
        b'Target="worksheets/sheet1.xml"', f'TargetMode="External" Target="{outside.as_uri()}"'.encode()
    )
    return pack(path, parts() | {"xl/_rels/workbook.xml.rels": relations})


def _climbing(path: Path) -> Path:
    path.with_name("outside.txt").write_text("the content of a file outside")
    relations = parts()["xl/_rels/workbook.xml.rels"].replace(b"worksheets/sheet1.xml", b"../../../outside.txt")
    return pack(path, parts() | {"xl/_rels/workbook.xml.rels": relations, "../../../outside.txt": b"<worksheet/>"})


def _zip_in_zip(path: Path) -> Path:
    inner = pack(path, parts()).read_bytes()
    return pack(path, {"book.xlsx": inner})


def _sizes_of_zip64(path: Path) -> Path:
    return patch(pack(path, parts()), SHEET, at=24, value=0xFFFFFFFF)


OPEN = "urn:oasis:names:tc:opendocument:xmlns"
FILLED = '<table:table-cell office:value-type="float" office:value="1" {}><text:p>1</text:p></table:table-cell>'


def open_document(path: Path, rows: str, *, before: str = "") -> Path:
    """An OpenDocument workbook of one sheet with these rows."""
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content xmlns:office="{OPEN}:office:1.0" '
        f'xmlns:table="{OPEN}:table:1.0" xmlns:text="{OPEN}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    return pack(path, {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def _repeated(rows: int, columns: int) -> Make:
    cell = FILLED.format(f'table:number-columns-repeated="{columns}"')
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    return lambda path: open_document(path, row)


def _laughs_in_open_document(path: Path) -> Path:
    return open_document(
        path, f"<table:table-row>{FILLED.format('')}</table:table-row><text:p>&i;</text:p>", before=LAUGHS + "]>"
    )


def _binary_reach(path: Path) -> Path:
    sheet = b"\x81\x01\x00\x94\x01\x10" + struct.pack("<4I", 0, 1_048_575, 0, 16_383) + b"\x82\x01\x00"
    return pack(path, {"xl/workbook.bin": b"\x83\x01\x00\x84\x01\x00", "xl/worksheets/sheet1.bin": sheet})


def old_book(path: Path, book: bytes, *, chain: list[int] | None = None) -> Path:
    """A compound file with the stream of an old workbook; `chain` says which sector follows which from the third on."""
    book = book.ljust(max(4096, -(-len(book) // 512) * 512), b"\0")
    sectors = len(book) // 512
    follow = [0xFFFFFFFD, 0xFFFFFFFE, *(chain or [*range(3, 2 + sectors), 0xFFFFFFFE])]
    table = struct.pack(f"<{len(follow)}I", *follow).ljust(512, b"\xff")
    entry = "Workbook".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 18, 2, 1)
    directory = (entry.ljust(116, b"\0") + struct.pack("<II", 2, len(book))).ljust(512, b"\0")
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<4H", 0x3E, 3, 0xFFFE, 9)
    header = start.ljust(48, b"\0") + struct.pack("<6I", 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE)
    path.write_bytes(header.ljust(76, b"\0") + struct.pack("<I", 0).ljust(436, b"\xff") + table + directory + book)
    return path


def record(kind: int, content: bytes) -> bytes:
    """One record of an old workbook."""
    return struct.pack("<HH", kind, len(content)) + content


BEGIN = record(0x0809, b"\0\x06\x05\0".ljust(16, b"\0"))


def _circle_of_sectors(path: Path) -> Path:
    return old_book(path, BEGIN + record(0x000A, b""), chain=[3, 4, 5, 6, 7, 8, 9, 2])


def _directory_in_a_circle(path: Path) -> Path:
    content = bytearray(old_book(path, BEGIN + record(0x000A, b"")).read_bytes())
    struct.pack_into("<I", content, 512 + 4, 1)
    path.write_bytes(content)
    return path


def _one_sheet_a_thousand_times(path: Path) -> Path:
    listed = b"".join(record(0x0085, struct.pack("<IBBBB", 40, 0, 0, 1, 0) + b"S") for _ in range(1000))
    return old_book(path, BEGIN + listed + record(0x000A, b"") + BEGIN + record(0x000A, b""))


Make = Callable[[Path], Path]

ATTACKS: Mapping[str, tuple[Make, str, str]] = {
    "cells in two corners": (_sparse, "R121", "max_cells"),
    "a corner in disguise": (_sparse_in_disguise, "R121", "max_cells"),
    "cells without addresses": (_without_addresses, "R121", "max_cells"),
    "zip bomb by ratio": (_ratio, "R121", "max_ratio"),
    "zip bomb by size": (_total, "R121", "max_inflated"),
    "many parts": (_many_parts, "R121", "max_parts"),
    "one text in many cells": (_repeated_text, "R121", "max_text"),
    "parts in each other": (_overlapping, "R122", "reaches into the next one"),
    "one part twice": (_one_part_twice, "R122", "twice"),
    "a part larger than declared": (_smaller_than_it_is, "R122", "holds more than"),
    "an attribute of 25 MB": (_long_attribute, "R121", "max_ratio"),
    "half a million levels": (_deep, "R122", "no sheet"),
    "entities that multiply": (_laughs, "R122", "entities"),
    "entities that multiply in the sheet": (_laughs_in_sheet, "R122", "entities"),
    "entities that multiply in the texts": (_laughs_in_texts, "R122", "entities"),
    "entities that multiply in an OpenDocument": (_laughs_in_open_document, "R122", "entities"),
    "cells that repeat over a whole OpenDocument sheet": (_repeated(1_048_576, 16_384), "R121", "max_cells"),
    "rows that repeat for ever": (_repeated(2**31, 1), "R121", "max_cells"),
    "columns that repeat for ever": (_repeated(1, 2**31), "R121", "max_cells"),
    "a binary sheet in two corners": (_binary_reach, "R121", "max_cells"),
    "sizes that a zip64 record should give": (_sizes_of_zip64, "R121", "max_inflated"),
    "sectors in a circle": (_circle_of_sectors, "R122", "circle"),
    "a directory in a circle": (_directory_in_a_circle, "R122", "circle"),
    "one sheet a thousand times": (_one_sheet_a_thousand_times, "R122", "several sheets"),
    "an entity from outside": (_outside, "R122", "entities"),
    "encrypted": (_encrypted, "R120", "password"),
    "an encrypted part": (_encrypted_part, "R120", "password"),
    "truncated": (_truncated, "R122", "damaged"),
    "a wrong check sum": (_wrong_sum, "R122", "CRC"),
}


STRANGE: Mapping[str, Make] = {
    "a sheet from outside": _linked_from_outside,
    "a sheet above the folder": _climbing,
    "a zip in a zip": _zip_in_zip,
}
"""Workbooks that harm nobody and hold nothing."""


@pytest.fixture(params=STRANGE)
def strange(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workbook whose sheet is elsewhere."""
    return STRANGE[request.param](tmp_path / "attack.xlsx")


@pytest.fixture
def make_attack(tmp_path: Path) -> Callable[[str], Path]:
    """Write the attack of a name."""
    return lambda name: ATTACKS[name][0](tmp_path / "attack.xlsx")


@pytest.fixture
def make_book(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook with these rows of XML in its one sheet."""
    return lambda rows, **more: pack(tmp_path / "book.xlsx", parts(rows, **more))


@pytest.fixture
def cells() -> str:
    """Two columns, a header and ten rows."""
    return ROWS


@pytest.fixture(params=ATTACKS)
def attack(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str]:
    """A workbook that attacks, the code of its refusal and a word of the message."""
    make, code, word = ATTACKS[request.param]
    return make(tmp_path / "attack.xlsx"), code, word
