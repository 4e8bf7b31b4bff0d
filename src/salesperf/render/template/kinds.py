"""Which files are no templates: other kinds of books, locked ones, those with programs or a signature."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.render.template.archive import UNLOCK
from salesperf.render.template.faults import SAVE_AGAIN, TemplateError
from salesperf.render.template.parts import Package

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_WORKBOOK = "spreadsheetml.sheet.main+xml"
_AS_XLSX = Text("save it as an Excel workbook (.xlsx)", "请另存为 Excel 工作簿（.xlsx）")

_LOCKED = Text("the template is protected by a password", "模板有密码保护")
_XLS = Text("the template is in the old format .xls", "模板是旧的 .xls 格式")
_XLSB = Text("the template is a binary workbook (.xlsb)", "模板是二进制工作簿（.xlsb）")
_ODS = Text("the template is an OpenDocument spreadsheet (.ods)", "模板是 OpenDocument 电子表格（.ods）")
_XLTX = Text("the template is saved as .xltx", "模板以 .xltx 格式保存")
_NO_BOOK = Text("the template is no workbook", "模板不是工作簿")
_MACROS = Text(
    "the template holds macros, and no report is put into a file that runs programs",
    "模板含有宏：不会把报告写入带有程序的文件",
)
_SIGNED = Text(
    "the template is digitally signed, and filling it would break the signature", "模板有数字签名，填写会使签名失效"
)
_UNSIGN = Text("take the signature off in Excel (File, Info) and save", "请在 Excel 中（文件 > 信息）移除签名后保存")


def refuse_other_files(content: bytes) -> None:
    """Stop at what is no zip: a locked or an old workbook, or none at all."""
    if content.startswith(_OLD):
        if _LOCKED_STREAM in content:
            raise TemplateError(_LOCKED, UNLOCK)
        raise TemplateError(_XLS, _AS_XLSX)
    if not content.startswith(_ZIP):
        raise TemplateError(_NO_BOOK, _AS_XLSX)


def refuse_other_books(package: Package) -> None:
    """Stop at a zip that is no plain workbook."""
    has = package.of_type
    # Every binary workbook calls itself one that may hold macros.
    if any(has("sheet.binary.macroEnabled.main")):
        raise TemplateError(_XLSB, _AS_XLSX)
    macros = any(has("vbaProject", "macroEnabled.main+xml", "macrosheet+xml", "intlmacrosheet+xml"))
    if macros or any(name.endswith("vbaproject.bin") for name in package.names):
        raise TemplateError(_MACROS, _AS_XLSX)
    if any(has("digital-signature-origin", "digital-signature-xmlsignature+xml")):
        raise TemplateError(_SIGNED, _UNSIGN)
    if any(has("spreadsheetml.template.main+xml")):
        raise TemplateError(_XLTX, _AS_XLSX)
    if not any(has(_WORKBOOK)):
        raise TemplateError(_NO_BOOK, SAVE_AGAIN)


def refuse_open_document(names: frozenset[str]) -> None:
    """Stop at a zip of another family, which has no list of types."""
    if "mimetype" in names and "content.xml" in names:
        raise TemplateError(_ODS, _AS_XLSX)
