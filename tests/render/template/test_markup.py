from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.text import printable
from salesperf.render.template.faults import DamagedError
from salesperf.render.template.markup import (
    Splice,
    as_xml_text,
    elements,
    is_closed,
    prefix_of,
    spliced,
    tag_end,
    with_attribute,
)

XML = b'<?xml version="1.0"?>\n<x:a xmlns:x="m"><x:b q="1>2"/><x:c >t&amp;<d/>u</x:c ></x:a>'


def test_every_element_is_known_by_its_bytes() -> None:
    found = {one.name: one for one in elements(XML, part="p", names=["a", "b", "c"])}

    assert XML[found["b"].start : found["b"].end] == b'<x:b q="1>2"/>'
    assert XML[found["c"].start : found["c"].end] == b"<x:c >t&amp;<d/>u</x:c >"
    assert XML[found["c"].start : found["c"].inner] == b"<x:c >"
    assert found["a"].end == len(XML)
    assert found["c"].text == "t&u"
    assert found["c"].path == ("a", "c")
    assert (found["b"].space, found["b"].attributes) == ("m", {"q": "1>2"})
    assert is_closed(XML, found["b"])
    assert not is_closed(XML, found["c"])
    assert prefix_of(XML, found["b"]) == b"x:"


def test_a_byte_order_mark_moves_no_place() -> None:
    xml = b"\xef\xbb\xbf<a><b/></a>"

    found = elements(xml, part="p", names=["b"])[0]

    assert xml[found.start : found.end] == b"<b/>"
    assert prefix_of(xml, found) == b""


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "entities"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "entities"),
        (b"<a><b></a>", "no whole XML"),
        (b"", "no whole XML"),
        (b"<a>" * 101 + b"</a>" * 101, "deeper"),
        ("<a/>".encode("utf-16"), "UTF-8"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "UTF-8"),
    ],
)
def test_what_is_no_plain_xml_is_damaged(xml: bytes, words: str) -> None:
    with pytest.raises(DamagedError, match=words):
        elements(xml, part="p", names=[])


@pytest.mark.parametrize(
    ("tag", "value", "expected"),
    [
        (b'<c r="A1" t="s">', "b", b'<c r="A1" t="b">'),
        (b'<c r="A1" t = \'s\' s="2"/>', None, b'<c r="A1" s="2"/>'),
        (b'<c r="A1"/>', "b", b'<c r="A1" t="b"/>'),
        (b'<c r="A1" />', "b", b'<c r="A1" t="b"/>'),
        (b"<c>", None, b"<c>"),
        (b'<c q=" t=\'1\'" x:t="2">', "b", b'<c q=" t=\'1\'" x:t="2" t="b">'),
    ],
)
def test_an_attribute_is_set_or_taken_away(tag: bytes, value: str | None, expected: bytes) -> None:
    assert with_attribute(tag, "t", value) == expected


def test_pieces_are_exchanged_in_any_order() -> None:
    assert spliced(b"abcdef", [Splice(4, 6, b"!"), Splice(1, 1, b"+"), Splice(1, 2, b"-")]) == b"a+-cd!"
    with pytest.raises(ValueError, match="two changes"):
        spliced(b"abc", [Splice(0, 2, b""), Splice(1, 3, b"")])


def test_a_tag_ends_behind_its_quotes() -> None:
    assert tag_end(b"<a b='>' c=\">\">x", 0) == 15
    with pytest.raises(ValueError, match="no tag"):
        tag_end(b"text", 0)


@given(st.text())
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    read = ET.fromstring(f"<t>{as_xml_text(text)}</t>").text or ""  # noqa: S314 -- our own words

    assert read.replace("_x005F_", "_") == printable(text).replace("_x005F_", "_")


def test_what_looks_like_an_escape_is_escaped() -> None:
    assert as_xml_text("_x000D_ _x005f_ _xZZZZ_ _x12_") == "_x005F_x000D_ _x005F_x005f_ _xZZZZ_ _x12_"
