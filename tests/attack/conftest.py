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
    "an entity from outside": (_outside, "R122", "entities"),
    "encrypted": (_encrypted, "R120", "password"),
    "an encrypted part": (_encrypted_part, "R120", "password"),
    "truncated": (_truncated, "R122", "damaged"),
    "a wrong check sum": (_wrong_sum, "R122", "CRC"),
}


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
