from __future__ import annotations

import pytest

from salesperf.render.template.archive import archive_of
from salesperf.render.template.faults import TemplateError
from salesperf.render.template.kinds import refuse_open_document, refuse_other_books, refuse_other_files
from salesperf.render.template.parts import package_of
from template_books import by_hand, sheet_xml, with_parts, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BOOK = by_hand(sheet_xml(""), {})
TYPE = '<Override PartName="/{part}" ContentType="application/{kind}"/>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (OLE, r"old format \.xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"a,b\n1,2\n", "no workbook"),
        (b"", "no workbook"),
    ],
)
def test_other_files_are_refused(content: bytes, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        refuse_other_files(content)


def test_a_zip_is_looked_into() -> None:
    refuse_other_files(BOOK)
    refuse_other_books(package_of(archive_of(BOOK)))


@pytest.mark.parametrize(
    ("part", "kind", "words"),
    [
        ("xl/vbaProject.bin", "vnd.ms-office.vbaProject", "macros"),
        ("xl/workbook.xml", "vnd.ms-excel.sheet.macroEnabled.main+xml", "macros"),
        ("xl/macrosheets/sheet1.xml", "vnd.ms-excel.macrosheet+xml", "macros"),
        ("xl/macrosheets/sheet1.xml", "vnd.ms-excel.intlmacrosheet+xml", "macros"),
        ("_xmlsignatures/origin.sigs", "vnd.openxmlformats-package.digital-signature-origin", "signed"),
        ("xl/workbook.bin", "vnd.ms-excel.sheet.binary.macroEnabled.main", r"binary workbook"),
        (
            "xl/workbook.xml",
            "vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
            r"\.xltx",
        ),
        ("xl/workbook.xml", "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "no workbook"),
    ],
)
def test_other_books_are_refused(part: str, kind: str, words: str) -> None:
    plain = by_hand(sheet_xml(""), {}, types=TYPE.format(part=part, kind=kind))
    book = plain if part == "xl/workbook.xml" else with_parts(plain, {part: "x"})

    with pytest.raises(TemplateError, match=words):
        refuse_other_books(package_of(archive_of(book)))


def test_a_program_is_found_by_its_name_too() -> None:
    with pytest.raises(TemplateError, match="macros"):
        refuse_other_books(package_of(archive_of(with_parts(BOOK, {"xl/VBAProject.bin": "x"}))))


def test_an_open_document_is_refused_by_what_it_is() -> None:
    names = frozenset(member.name for member in archive_of(zipped({"mimetype": "x", "content.xml": "y"})).members)

    with pytest.raises(TemplateError, match=r"\.ods"):
        refuse_open_document(names)
    refuse_open_document(frozenset({"content.xml"}))
