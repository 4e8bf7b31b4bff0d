"""The page in a real browser: quiet, alone, within the screen, accessible, and whole on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from company_pack import company_pack, hostile_names
from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Report, Row, Section, TableBlock

from .conftest import Look, Seen, with_names

AXE = Path(__file__).with_name("vendor") / "axe.min.js"
TREE = """() => [...document.querySelectorAll('*')].filter((element) => !element.closest('.chart')).map(
    (element) => [element.tagName, ...element.getAttributeNames().sort()].join(' '))"""
DRAWN = """() => [...document.querySelectorAll('.chart, .chart *')].map(
    (element) => [element.tagName, ...element.getAttributeNames()])"""
SHAPES = {"svg", "title", "desc", "path", "line", "text"}
VIOLATIONS = """async () => {
    const found = await axe.run(document, {resultTypes: ['violations']});
    return found.violations.map((one) => [one.impact, one.id, one.nodes.map((node) => node.html.slice(0, 200))]);
}"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def assert_quiet(seen: Seen) -> None:
    assert seen.said == []
    assert len(seen.asked) == 1
    assert seen.asked[0].startswith("file://")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [1440, 390])
def test_it_is_quiet_asks_for_nothing_and_fits_the_screen(look: Look, lang: Lang, width: int) -> None:
    seen = look(company_pack(lang=lang, currency="CNY"), width=width)

    assert_quiet(seen)
    assert seen.page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_keeps_anybody_from_reading_it(look: Look, scheme: str, width: int) -> None:
    page = look(company_pack(lang=Lang.BOTH), width=width, scheme=scheme).page
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE.read_text(encoding="utf-8"))

    found: list[list[Any]] = page.evaluate(VIOLATIONS)

    assert [one for one in found if one[0] in {"serious", "critical"}] == []


def test_the_answer_of_a_command_is_read_as_easily(look: Look, plain_answer: Report) -> None:
    page = look(plain_answer, scheme="dark").page
    page.evaluate(AXE.read_text(encoding="utf-8"))

    found: list[list[Any]] = page.evaluate(VIOLATIONS)

    assert [one for one in found if one[0] in {"serious", "critical"}] == []


def test_hostile_names_are_text(look: Look, naughty_strings: tuple[str, ...]) -> None:
    clean = with_names(company_pack(), tuple(f"Customer {number}" for number in range(len(naughty_strings))))
    names = hostile_names()

    seen = look(with_names(company_pack(names), naughty_strings), width=390)

    assert_quiet(seen)
    assert seen.page.evaluate(TREE) == look(clean).page.evaluate(TREE)
    # How many words a picture has room for depends on how long they are; what they are made of does not.
    drawn = seen.page.evaluate(DRAWN)
    assert {tag for tag, *_ in drawn} == SHAPES
    assert [
        names for _, *names in drawn if any(name == "style" or name.startswith(("on", "xlink")) for name in names)
    ] == []
    assert seen.page.evaluate("() => document.scripts.length") == 0
    assert seen.page.evaluate("() => [...document.links].every((one) => one.getAttribute('href').startsWith('#'))")
    assert seen.page.evaluate(OVERFLOW) == 0
    assert seen.page.locator("text=</script><script>alert(1)</script>").count() > 0


def test_a_row_opens_its_section_and_the_section_leads_back(look: Look) -> None:
    page = look(company_pack()).page
    assert not page.locator("#part-rep-1").is_visible()

    page.click("a[href='#part-rep-1'][id]")

    assert page.locator("#part-rep-1").is_visible()
    assert page.evaluate("() => document.getElementById('part-rep-1-title').getBoundingClientRect().top >= 0")
    page.click("#part-rep-1 .back a")
    assert page.evaluate("() => location.hash") == "#part-rep-1-row"


def test_ten_columns_fit_beside_the_contents(look: Look) -> None:
    columns = (
        Column("customer", same("Customer")),
        *(Column(f"c{n}", same("Net revenue"), Unit.MONEY) for n in range(9)),
    )
    row = Row((Cell("Northwind Ltd"), *(Cell(Decimal("12345.67")) for _ in range(9))))
    block = TableBlock("wide", same("Wide"), columns, (row,))

    pack = company_pack()

    page = look(replace(pack, sections=(*pack.sections, Section("w", same("W"), blocks=(block,))))).page

    assert page.locator("#part-w .scroll").evaluate("(box) => box.scrollWidth - box.clientWidth") == 0
    assert page.locator("#part-w table").count() == 1


def test_the_title_of_a_wide_table_wraps_in_its_box_on_a_phone(look: Look) -> None:
    title = "Net revenue: year to date, January to June 2026, by customer and rep"
    columns = (Column("who", same("Who")), *(Column(f"c{n}", same("Net revenue"), Unit.MONEY) for n in range(9)))
    row = Row((Cell("Ann"), *(Cell(Decimal("12345.67")) for _ in range(9))))
    block = TableBlock("wide", same(title), columns, (row,))
    pack = company_pack()

    page = look(replace(pack, sections=(Section("w", same("W"), blocks=(block,)), *pack.sections)), width=390).page

    box = page.locator("#part-w .scroll")
    assert box.evaluate("(box) => box.scrollWidth > box.clientWidth")
    assert box.evaluate("(box) => box.querySelector('caption').offsetWidth - box.clientWidth") <= 0


def test_what_stands_beside_a_value_stays_on_its_line(look: Look) -> None:
    page = look(company_pack()).page

    assert min(page.evaluate("() => [...document.querySelectorAll('.card')].map((one) => one.offsetWidth)")) >= 215


def test_the_keyboard_skips_to_the_content_and_reaches_wide_tables(look: Look) -> None:
    page = look(company_pack(), width=390).page

    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('role')") == "group"


def test_paper_stands_upright_and_its_title_does_not_stand_alone(look: Look, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None or shutil.which("pdfinfo") is None:
        pytest.skip("pdftotext or pdfinfo absent")
    columns = (Column("rep", same("Rep")), *(Column(f"c{n}", same("Net revenue"), Unit.MONEY) for n in range(9)))
    row = Row((Cell("Ann"), *(Cell(Decimal("123456.78")) for _ in range(9))))
    block = TableBlock("wide", same("Wide"), columns, (row,))
    printed = tmp_path / "page.pdf"
    told = replace(company_pack(), sections=(Section("w", same("W"), blocks=(block,)), *company_pack().sections))

    look(told).page.pdf(path=str(printed), prefer_css_page_size=True)

    first = _said("pdftotext", "-layout", "-l", "1", str(printed), "-")
    sizes = set(re.findall(r"size:\s+(\S+ x \S+)", _said("pdfinfo", "-l", "9", str(printed))))
    assert "123,456.78" in first
    assert len(sizes) == 1, "no sheet lies across"


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_on_paper_every_sheet_of_a_table_has_its_head_and_nothing_is_folded(
    look: Look, long_report: Report, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext absent")
    printed = tmp_path / "page.pdf"

    look(long_report).page.pdf(path=str(printed), prefer_css_page_size=True)

    done = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], capture_output=True, text=True, check=True, timeout=60
    )
    sheets = [sheet for sheet in done.stdout.split("\f") if "Customer 0" in sheet or "Customer 1" in sheet]
    heads = [len(re.findall(r"^\s*Customer\s+Rep\s+Orders", sheet, re.MULTILINE)) for sheet in sheets]
    assert len(sheets) > 2
    assert heads == [1] * len(sheets)
    assert "Wide World" in done.stdout
    assert "S-001" in done.stdout, "a section within a section is folded on the screen only"
    assert "W12" in done.stdout, "the table behind a chart is folded on the screen only"
