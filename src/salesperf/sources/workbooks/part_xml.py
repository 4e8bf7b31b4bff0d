"""The small XML parts of a workbook: elements with their attributes, and nothing that a document type would add.

A document type is the door to outside files and to entities that multiply; no workbook needs one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import IO
from xml.parsers import expat

_DOCTYPE = re.compile(rb"<!(?:doctype|entity)", re.IGNORECASE)
_ELEMENT = re.compile(rb"<[A-Za-z]")
_CHUNK = 1 << 20

Element = tuple[str, Mapping[str, str]]


class ForbiddenXmlError(Exception):
    """The XML declares a document type or entities of its own."""


def elements(content: bytes, wanted: Collection[str]) -> tuple[Element, ...]:
    """The elements of these names, without prefixes, in document order; raises `ExpatError` on damage."""
    found: list[Element] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag in wanted:
            found.append((tag, attributes))

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.Parse(content, True)  # noqa: FBT003 - expat's own signature: this is all there is
    return tuple(found)


def declares_entities(piece: bytes) -> bool:
    """Whether a piece of a part's head declares a document type or entities."""
    return b"<!" in piece and _DOCTYPE.search(piece) is not None


def verified(stream: IO[bytes]) -> Iterator[bytes]:
    """The pieces of a part, read to its end so that its length and check sum are proved.

    Raises `ForbiddenXmlError` for entities declared before its first element.
    """
    in_head = True
    while chunk := stream.read(_CHUNK):
        if in_head and declares_entities(chunk):
            raise ForbiddenXmlError
        in_head = in_head and _ELEMENT.search(chunk) is None
        yield chunk


def _refuse(*_: object) -> None:
    raise ForbiddenXmlError
