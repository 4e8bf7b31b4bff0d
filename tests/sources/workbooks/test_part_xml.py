from __future__ import annotations

from io import BytesIO
from xml.parsers import expat

import pytest

from salesperf.sources.workbooks.part_xml import ForbiddenXmlError, elements, verified

OUTSIDE = b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]><w><sheet name="&e;"/></w>'


def test_elements_come_without_prefix_in_order() -> None:
    content = b'<w><a:sheet name="A"/><other/><sheet name="B" r:id="1"/></w>'

    assert elements(content, {"sheet"}) == (("sheet", {"name": "A"}), ("sheet", {"name": "B", "r:id": "1"}))


def test_entities_are_refused_wherever_a_part_is_read() -> None:
    with pytest.raises(ForbiddenXmlError):
        elements(OUTSIDE, {"sheet"})
    with pytest.raises(ForbiddenXmlError):
        list(verified(BytesIO(OUTSIDE.lower())))


def test_damage_is_told_as_such() -> None:
    with pytest.raises(expat.ExpatError):
        elements(b"<w><sheet>", {"sheet"})
