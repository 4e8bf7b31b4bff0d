"""One Chromium for all pages, and pages to look at."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, sync_playwright

from company_pack import company_pack
from salesperf.core.text import Text, same
from salesperf.core.unit import Unit
from salesperf.render.formats import draw
from salesperf.report.model import Cell, Column, Report, Row, Section, TableBlock

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Look = Callable[..., "Seen"]


class Seen:
    """A page in the browser, with what it said and asked for while it was opened."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda fault: self.said.append(str(fault)))
        page.on("dialog", lambda dialog: self.said.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(file.as_uri())


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; tests are skipped where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("chromium absent")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def look(chromium: Browser, tmp_path: Path) -> Iterator[Look]:
    """Open the page of a report at a width, light or dark."""
    opened: list[Page] = []

    def open_page(report: Report, *, width: int = 1440, scheme: str = "light") -> Seen:
        file = tmp_path / f"page{len(opened)}.html"
        file.write_bytes(draw(report, format="html"))
        page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        opened.append(page)
        return Seen(page, file)

    yield open_page
    for page in opened:
        page.close()


def with_names(report: Report, names: tuple[str, ...]) -> Report:
    """The report with one more section: a table that has a row for each name."""
    columns = (
        Column("customer", Text("Customer", "客户")),
        Column("rep", Text("Rep", "销售员")),
        Column("orders", Text("Orders", "订单数"), Unit.COUNT, adds_up=True),
    )
    rows = tuple(Row((Cell(name), Cell(name), Cell(1))) for name in names)
    total = Row((Cell(None), Cell(None), Cell(len(rows))))
    block = TableBlock("names", Text("Every customer", "全部客户"), columns, rows, total)
    return replace(report, sections=(*report.sections, Section("names", same("Names"), blocks=(block,))))


@pytest.fixture
def plain_answer() -> Report:
    """The answer of a command: tables without sections."""
    pack = company_pack()
    blocks = tuple(block for section in pack.sections[:4] for block in section.blocks)
    return replace(pack, blocks=blocks, sections=())


@pytest.fixture
def long_report() -> Report:
    """The pack with a table of three hundred rows."""
    return with_names(company_pack(), tuple(f"Customer {number:03}" for number in range(300)))
