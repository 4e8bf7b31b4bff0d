"""The XML of a workbook's parts, read with the place of every element so that pieces of it can be exchanged.

A document type is the door to outside files and to entities that multiply: a part with one is turned away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.parsers import expat

from msgspec import Struct

from salesperf.core.text import Text, printable
from salesperf.render.template.faults import DamagedError

_TAG = re.compile(rb"<[^\s/>]+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(rb"\s+([^\s=/>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_PREFIX = re.compile(rb"<([^\s:/>]+:)?")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ENTITIES = Text("the part {part} declares XML entities of its own", "部件 {part} 自行声明了 XML 实体")
_NO_XML = Text("the part {part} is no whole XML: {why}", "部件 {part} 不是完整的 XML：{why}")
_NOT_UTF8 = Text("the part {part} is not written in UTF-8", "部件 {part} 不是 UTF-8 编码")
_DEEP = Text("the part {part} nests its elements deeper than any workbook", "部件 {part} 的元素嵌套过深")
_NO_NUMBER = Text("the part {part} counts {text!r}", "部件 {part} 中的「{text}」不是数字")
_MOST_DIGITS = 9
_DEEPEST = 100
_TWO_BYTES = (b"\xff\xfe", b"\xfe\xff", b"\0")


class Element(Struct):
    """One element: its local name and attributes, its path of local names, and its bytes from `start` to `end`.

    `inner` is where its start tag ends; `text` is what stands directly in it. A closed tag (`<c/>`) ends there.
    """

    name: str
    space: str
    attributes: Mapping[str, str]
    path: tuple[str, ...]
    start: int
    inner: int
    end: int = 0
    text: str = ""


class Splice(Struct, frozen=True):
    """Bytes to be put in the place of others; an empty place is an insertion."""

    start: int
    end: int
    new: bytes


def walk(content: bytes, *, part: str, done: Callable[[Element], None]) -> None:
    """Give each element once it is closed, those inside an element before it; raises `DamagedError`."""
    if content.startswith(_TWO_BYTES):
        raise DamagedError(_NOT_UTF8.fill(part=part))
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    opened: list[Element] = []
    names: list[str] = []

    def start(full: str, attributes: dict[str, str]) -> None:
        if len(names) == _DEEPEST:
            raise DamagedError(_DEEP.fill(part=part))
        space, _, name = full.rpartition(" ")
        at = parser.CurrentByteIndex
        names.append(name)
        opened.append(Element(name, space, attributes, tuple(names), at, tag_end(content, at)))

    def end(_full: str) -> None:
        element = opened.pop()
        names.pop()
        at = parser.CurrentByteIndex
        element.end = at if is_closed(content, element) else content.index(b">", at) + 1
        done(element)

    def text(piece: str) -> None:
        opened[-1].text += piece

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    _refuse_what_deceives(parser, part=part)
    try:
        parser.Parse(content, True)  # noqa: FBT003 -- expat's own signature: this is all there is
    except expat.ExpatError as fault:
        raise DamagedError(_NO_XML.fill(part=part, why=fault)) from fault


def _refuse_what_deceives(parser: expat.XMLParserType, *, part: str) -> None:
    """Have the parser raise `DamagedError` for entities and for characters of another encoding."""

    def refuse(*_: object) -> None:
        raise DamagedError(_ENTITIES.fill(part=part))

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.upper() not in {"UTF-8", "UTF8", "US-ASCII", "ASCII"}:
            raise DamagedError(_NOT_UTF8.fill(part=part))

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.XmlDeclHandler = declared


def elements(content: bytes, *, part: str, names: Iterable[str]) -> tuple[Element, ...]:
    """The elements of these local names in the order in which they begin."""
    wanted, found = frozenset(names), list[Element]()

    def done(element: Element) -> None:
        if element.name in wanted:
            found.append(element)

    walk(content, part=part, done=done)
    return tuple(sorted(found, key=lambda element: element.start))


def tag_end(content: bytes, start: int) -> int:
    """Where the tag that begins here ends."""
    found = _TAG.match(content, start)
    if found is None:
        raise ValueError(f"no tag begins at {start}")
    return found.end()


def is_closed(content: bytes, element: Element) -> bool:
    """Whether the element is a single tag that is closed at once."""
    return content[element.inner - 2 : element.inner] == b"/>"


def prefix_of(content: bytes, element: Element) -> bytes:
    """What stands before the names of the part's own elements: nothing mostly, `x:` in some."""
    found = _PREFIX.match(content, element.start)
    return found[1] or b"" if found else b""


def with_attribute(tag: bytes, name: str, value: str | None) -> bytes:
    """A start tag with an attribute set, or without it."""
    place = next((found for found in _ATTRIBUTE.finditer(tag) if found[1] == name.encode()), None)
    new = b"" if value is None else f' {name}="{value}"'.encode()
    if place is not None:
        return tag[: place.start()] + new + tag[place.end() :]
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + new + tag[end:]


def spliced(content: bytes, splices: Iterable[Splice]) -> bytes:
    """The content with pieces exchanged; they do not overlap."""
    return b"".join(_pieces(content, sorted(splices, key=lambda one: (one.start, one.end))))


def _pieces(content: bytes, splices: list[Splice]) -> Iterator[bytes]:
    at = 0
    for one in splices:
        if one.start < at:
            raise ValueError(f"two changes of one place: {one.start}")
        yield content[at : one.start]
        yield one.new
        at = one.end
    yield content[at:]


def whole_number(text: str) -> int | None:
    """A number as parts count rows, columns and other parts; None for anything else.

    >>> whole_number(" 12 "), whole_number("-1"), whole_number("9" * 5000)
    (12, None, None)
    """
    plain = text.strip()
    return int(plain) if len(plain) <= _MOST_DIGITS and plain.isascii() and plain.isdigit() else None


def counted(text: str | None, *, part: str, otherwise: int = 0) -> int:
    """The same for what must be there or may be left out; raises `DamagedError`."""
    found = otherwise if text is None else whole_number(text)
    if found is None:
        raise DamagedError(_NO_NUMBER.fill(part=part, text=text))
    return found


def as_xml_text(text: str) -> str:
    """A text as an element of a workbook holds it: nothing in it is markup, `_x000D_` stays what was written.

    >>> as_xml_text("a<b & _x000D_")
    'a&lt;b &amp; _x005F_x000D_'
    """
    plain = _LOOKS_ESCAPED.sub("_x005F_", printable(text))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
