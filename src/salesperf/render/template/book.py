"""What the workbook part says: its sheets, its names, how it counts days, and when it calculates."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from salesperf.core.text import Text
from salesperf.render.template.faults import DamagedError
from salesperf.render.template.markup import Element, Splice, elements, prefix_of, spliced, whole_number, with_attribute
from salesperf.render.template.parts import Package

_TRUE = frozenset({"1", "true", "on"})
_BEFORE_CALC = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups"),
    *("externalReferences", "definedNames"),
)
"""The elements that stand before `calcPr` by the schema."""
_NO_BOOK = Text("it leads to no workbook", "没有指向任何工作簿")
_NO_SHEETS = Text("it lists no sheet", "没有列出任何工作表")


class Sheet(Struct, frozen=True):
    """One sheet of cells: its name as people see it, and its part; a sheet of another kind has none."""

    name: str
    part: str | None


class DefinedName(Struct, frozen=True):
    """One name of the workbook and what it stands for; `sheet` is set where it is known on that sheet only."""

    name: str
    reference: str
    sheet: str | None = None


class Book(Struct, frozen=True):
    """The workbook part; names that Excel keeps for itself are not among `names`, hidden ones are."""

    part: str
    content: bytes
    sheets: tuple[Sheet, ...]
    names: tuple[DefinedName, ...]
    date1904: bool

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of this name; Excel does not tell capitals from small letters."""
        return next((one for one in self.sheets if one.name.casefold() == name.casefold()), None)


def book_of(package: Package) -> Book:
    """The workbook of a package; raises `DamagedError` where it has none."""
    part = next((one.target for one in package.relations("") if one.kind == "officeDocument"), None)
    if part is None:
        raise DamagedError(_NO_BOOK)
    content = package.part(part)
    listed = elements(content, part=part, names=["sheet", "definedName", "workbookPr"])
    targets = {one.key: one for one in package.relations(part)}
    sheets: list[Sheet] = []
    for one in listed:
        if one.path[1:] == ("sheets", "sheet"):
            relation = targets.get(next((value for key, value in one.attributes.items() if key.endswith(" id")), ""))
            is_of_cells = relation is not None and relation.kind == "worksheet"
            sheets.append(Sheet(one.attributes.get("name", ""), relation.target if relation and is_of_cells else None))
    if not sheets:
        raise DamagedError(_NO_SHEETS)
    properties = next((one.attributes for one in listed if one.path[1:] == ("workbookPr",)), {})
    names = tuple(_names(listed, sheets))
    return Book(part, content, tuple(sheets), names, properties.get("date1904", "0").lower() in _TRUE)


def _names(listed: tuple[Element, ...], sheets: list[Sheet]) -> Iterator[DefinedName]:
    for one in listed:
        name = one.attributes.get("name", "")
        if one.path[1:] != ("definedNames", "definedName") or name.casefold().startswith("_xl"):
            continue
        number = whole_number(one.attributes.get("localSheetId", ""))
        within = sheets[number].name if number is not None and number < len(sheets) else None
        yield DefinedName(name, one.text.strip(), within)


def calculated_on_load(book: Book) -> bytes:
    """The workbook part with the word that Excel shall calculate every formula when it opens the file."""
    listed = elements(book.content, part=book.part, names=["workbook", "calcPr", *_BEFORE_CALC])
    own = next((one for one in listed if one.path[1:] == ("calcPr",)), None)
    if own is not None:
        tag = with_attribute(book.content[own.start : own.inner], "fullCalcOnLoad", "1")
        return spliced(book.content, [Splice(own.start, own.inner, tag)])
    root = next(one for one in listed if len(one.path) == 1)
    before = [one.end for one in listed if len(one.path) == 2 and one.name in _BEFORE_CALC]  # noqa: PLR2004 -- below the root
    at = max(before, default=root.inner)
    new = b"<" + prefix_of(book.content, root) + b'calcPr fullCalcOnLoad="1"/>'
    return spliced(book.content, [Splice(at, at, new)])
