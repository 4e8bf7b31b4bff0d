"""The parts of a workbook's package: what each is, and which leads to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from msgspec import Struct

from salesperf.core.text import Text
from salesperf.render.template.archive import Archive
from salesperf.render.template.faults import DamagedError
from salesperf.render.template.markup import elements

_TYPES = "[Content_Types].xml"
_MISSING = Text("the part {part} is missing", "缺少部件 {part}")


class Relation(Struct, frozen=True):
    """One way from a part to another; `kind` is the last word of its type. An outside one leads to no part."""

    key: str
    kind: str
    target: str
    is_outside: bool


class Package(Struct, frozen=True):
    """The parts of one workbook, found without regard to case as Excel does; `types` is what each is."""

    archive: Archive
    names: Mapping[str, str]
    types: Mapping[str, str]

    def __contains__(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.casefold() in self.names

    def part(self, name: str) -> bytes:
        """What a part holds; raises `DamagedError` where it is missing."""
        found = self.names.get(name.casefold())
        if found is None:
            raise DamagedError(_MISSING.fill(part=name))
        return self.archive.part(found)

    def of_type(self, *words: str) -> Iterator[str]:
        """The parts whose content type ends in one of these words."""
        for folded, name in self.names.items():
            if self.types.get(folded, "").endswith(words):
                yield name

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Where a part leads to; nowhere when it has no list. The empty name is the package itself."""
        listed = join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")
        if listed not in self:
            return ()
        return tuple(
            Relation(
                one.attributes.get("Id", ""),
                one.attributes.get("Type", "").rpartition("/")[2],
                resolved(part, one.attributes.get("Target", "")),
                is_outside=one.attributes.get("TargetMode", "Internal") != "Internal",
            )
            for one in elements(self.part(listed), part=listed, names=["Relationship"])
        )


def package_of(archive: Archive) -> Package:
    """The package of an archive; raises `DamagedError` where it has no list of types."""
    names = {member.name.casefold(): member.name for member in archive.members if not member.name.endswith("/")}
    bare = Package(archive, names, {})
    listed = elements(bare.part(_TYPES), part=_TYPES, names=["Default", "Override"])
    by_suffix = {
        one.attributes.get("Extension", "").casefold(): one.attributes.get("ContentType", "")
        for one in listed
        if one.name == "Default"
    }
    types = {folded: by_suffix.get(folded.rpartition(".")[2], "") for folded in names}
    for one in listed:
        if one.name == "Override":
            part = unquote(one.attributes.get("PartName", "")).lstrip("/").casefold()
            types[part] = one.attributes.get("ContentType", "")
    return Package(archive, names, types)


def resolved(source: str, target: str) -> str:
    """The part that a target names, seen from the part that leads there; absolute ones begin at the package.

    >>> resolved("xl/worksheets/sheet1.xml", "../charts/chart1.xml"), resolved("xl/workbook.xml", "/xl/styles.xml")
    ('xl/charts/chart1.xml', 'xl/styles.xml')
    """
    plain = unquote(target)
    return normpath(plain if plain.startswith("/") else join(dirname(source), plain)).lstrip("/")
