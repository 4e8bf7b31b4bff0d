from __future__ import annotations

from salesperf.render.template.archive import archive_of
from salesperf.render.template.locks import unlocked_styles
from salesperf.render.template.parts import package_of
from template_books import MAIN, by_hand, relations, sheet_xml, with_parts

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellStyleXfs><xf><protection locked="0"/></xf></cellStyleXfs><cellXfs>'
    '<xf/><xf applyProtection="1"><protection locked="0"/></xf><xf><protection hidden="1"/></xf>'
    '<xf><protection locked="false"/></xf></cellXfs></styleSheet>'
)


def test_only_a_style_that_says_so_is_open() -> None:
    book = with_parts(
        by_hand(sheet_xml(""), {}),
        {
            "xl/styles.xml": STYLES,
            "xl/_rels/workbook.xml.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")
            ),
        },
    )

    assert unlocked_styles(package_of(archive_of(book)), "xl/workbook.xml") == {1, 3}


def test_without_styles_everything_is_locked() -> None:
    assert unlocked_styles(package_of(archive_of(by_hand(sheet_xml(""), {}))), "xl/workbook.xml") == frozenset()
