"""Where `make fuzz` starts: small files of every kind that reading knows, as they are and with what real exports do."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook

_CLEAN = "id,date,customer,amount\n1,2024-01-05,Acme,10.50\n2,2024-01-06,Globex,20\n3,2024-01-07,Initech,30\n"
_CHINESE = "订单编号,下单日期,客户名称,金额\n1,2024-01-05,恒远建材,1234.5\n2,2024/1/6,宏达贸易,99\n合计,,,1333.5\n"
_WESTERN = "Référence;Client;Montant\n1;Société Générale;1.234,50\n2;Müller & Söhne;2,00\n"
_JAPANESE = "注文番号,顧客名,金額\n1,株式会社山田商店,100\n2,鈴木電機,3\n"
_FRAMED = (
    "Sales report\nprinted 2024-01-31\n\nid,name,amount\n1,a,10\n\n2,b,20\n"
    "id,name,amount\n3,c,30\nTotal,,60\nNote: net\n"
)
_QUOTED = 'id,name,note\n1,"Acme, Inc.","says ""hi"""\n2,"two\nlines",x\n3,27" screen,y\n4,"open,z\n5,b,c\n'
_TEXTS = (
    _CLEAN,
    _CLEAN.replace("\n", "\r\n"),
    _CLEAN.replace("\n", "\r"),
    _CLEAN.replace(",", "\t"),
    _CLEAN.replace(",", "||"),
    _CLEAN + "4,2024-01-08\n5,2024-01-09,a,b,c\n",
    _FRAMED,
    _QUOTED,
    _QUOTED.replace('""', '\\"'),
    ",2024,,2025,\nregion,net,gross,net,gross\nEast,1,2,3,4\nWest,5,6,7,8\n",
    "1,2,3\n4,5,6\n7,8,9\n",
    "<html><table><tr><th>id</th><th>amount</th></tr><tr><td colspan=2>x</td></tr><tr><td>1</td></tr></table>",
    "",
    "id\n1\n2\n",
)
_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C3"/><sheetData>'
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>amount</t></is></c></row>'
    '<row r="2"><c r="A2"><v>41679</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>A1+1</f></c></row>'
    "<row><c><v>1</v></c><q:c r='xfd3'><q:v>2</q:v></q:c></row></sheetData></worksheet>"
)
_BOOK = (
    '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/>'
    '<sheet name="T" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>'
)
_RELATIONS = (
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="x/chartsheet" Target="/xl/sheet2.xml"/></Relationships>'
)
_SHARED = "<sst><si><t>id</t></si><si><r><t>rich</t></r></si></sst>"
_OPEN_DOCUMENT = (
    '<office:document-content><office:body><office:spreadsheet><table:table table:name="S">'
    '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1"/>'
    '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)


def _workbook() -> bytes:
    book = Workbook()
    for row in (("id", "amount"), ("a", 10), ("b", "=A1"), ("c", "#N/A")):
        book.active.append(row)
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def _stored(content: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as book, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as copy:
        for entry in book.infolist():
            copy.writestr(entry.filename, book.read(entry))
    return packed.getvalue()


def _binary() -> bytes:
    """A workbook of binary sheets, of which one declares three rows and two columns."""
    sheet = b"\x81\x01\x00\x94\x01\x10" + struct.pack("<4I", 0, 2, 0, 1) + b"\x82\x01\x00"
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as book:
        book.writestr("xl/workbook.bin", b"\x83\x01\x00\x84\x01\x00")
        book.writestr("xl/worksheets/sheet1.bin", sheet)
    return packed.getvalue()


def _old() -> bytes:
    """A compound file with a stream of an old workbook: one sheet, of which one cell is an error."""

    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    start = record(0x0809, b"\0\x06\x05\0".ljust(16, b"\0"))
    listed = len(start) + 4 + 9 + 4
    book = start + record(0x0085, struct.pack("<IBBBB", listed, 0, 0, 1, 0) + b"S") + record(0x000A, b"")
    book += start + record(0x0205, struct.pack("<HHHBB", 1, 0, 0, 0x2A, 1)) + record(0x000A, b"")
    book = book.ljust(4096, b"\0")
    sectors = len(book) // 512
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    entry = "Workbook".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 18, 2, 1)
    directory = (entry.ljust(116, b"\0") + struct.pack("<II", 2, len(book))).ljust(512, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<4H", 0x3E, 3, 0xFFFE, 9)
    header = header.ljust(48, b"\0") + struct.pack("<5I", 1, 0, 4096, 0xFFFFFFFE, 0) + struct.pack("<I", 0xFFFFFFFE)
    return header.ljust(76, b"\0") + struct.pack("<I", 0).ljust(436, b"\xff") + table + directory + book


_TEXT_SEEDS = (
    *(text.encode() for text in _TEXTS),
    *(_CHINESE.encode(name) for name in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32")),
    *(_WESTERN.encode(name) for name in ("cp1252", "mac_roman", "utf-16-be")),
    _JAPANESE.encode("cp932"),
    _CHINESE.encode("gb18030") + "é\n".encode("cp1252"),
)

SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "text": _TEXT_SEEDS,
    "large_text": _TEXT_SEEDS,
    "archive": (_workbook(), _stored(_workbook()), _binary()),
    "part": (f"{_BOOK}\0{_RELATIONS}\0{_SHARED}\0{_SHEET}".encode(),),
    "open_document": (_OPEN_DOCUMENT.encode(),),
    "compound": (_old(),),
}
"""The seeds of each target of fuzz_targets.py."""
