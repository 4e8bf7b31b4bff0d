"""A whole report as a workbook: what it holds, what it cannot be made to hold, and that it is the same every time."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from company_pack import HOSTILE_NAMES, company_pack
from drawn import bare_report, regions
from opened import opened, parts, recalculated, row_of, rows, texts
from salesperf.core.errors import OutputError
from salesperf.core.text import Lang, printable, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx import Limits, draw
from salesperf.report.cell_names import names_of
from salesperf.report.model import Cell, Column, Records, Report, Row, Section, TableBlock, tables_of


@pytest.mark.parametrize("lang", Lang)
def test_the_same_report_gives_the_same_bytes(lang: Lang) -> None:
    report = company_pack(lang=lang)

    assert draw(report) == draw(report)


def test_what_a_workbook_says_of_when_it_was_made_is_what_it_was_told(pack_report: Report) -> None:
    assert "2000-01-01T00:00:00Z" in parts(draw(pack_report))["docProps/core.xml"]
    made = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert "2026-03-01T12:00:00Z" in parts(draw(pack_report, made=made))["docProps/core.xml"]


def test_every_table_of_a_pack_is_an_excel_table(pack_report: Report) -> None:
    book = opened(draw(pack_report))

    found = [table for sheet in book for table in sheet.tables]
    assert len(found) == sum(1 for block in tables_of(pack_report) if block.rows)
    assert len({name.casefold() for name in found}) == len(found)


@pytest.mark.parametrize("lang", [Lang.EN, Lang.ZH])
def test_libreoffice_works_out_every_total_to_the_cent(tmp_path: Path, lang: Lang) -> None:
    """The whole of the pack: 1,200.50 of which East 700.25 and West 500.25; every formula gives what is cached."""
    content = draw(company_pack(lang=lang))
    book, again = opened(content), recalculated(content, tmp_path)

    formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    totals = {
        str(name): again[sheet][place].value
        for name, defined in book.defined_names.items()
        for sheet, place in defined.destinations
        if "_total_" in name
    }
    summed = [cell for cell in formulas if "SUBTOTAL" in str(cell.value)]
    assert len(summed) >= 5
    assert Decimal(str(totals["months_total_net_revenue"])) == Decimal("1200.5")
    assert Decimal(str(totals["members_east_total_net_revenue"])) == Decimal("700.25")
    cached = recalculated_values(content)
    for cell in formulas:
        value = again[cell.parent.title][cell.coordinate].value
        assert value == pytest.approx(cached[cell.parent.title, cell.coordinate], abs=0.000001), cell.coordinate


def test_every_name_is_that_of_the_list_and_leads_to_its_figure(pack_report: Report) -> None:
    """Templates are filled by the same list."""
    known = names_of(pack_report)
    book = opened(draw(pack_report))

    assert len(book.defined_names) > 20
    for name, defined in book.defined_names.items():
        ((sheet, place),) = defined.destinations
        value, found = known.cells[name].value, book[sheet][place].value
        if known.cells[name].unit not in {Unit.POINTS, Unit.SCORE} and not str(found).startswith("="):
            assert found == (None if value is None else pytest.approx(float(str(value)))), name
    tables = {name for one in book for name in one.tables}
    assert tables == {known.shown[place] for place in known.shown if place[2:] == ("", "")} & tables
    assert len(tables) == sum(1 for block in tables_of(pack_report) if block.rows)


def recalculated_values(content: bytes) -> dict[tuple[str, str], object]:
    """The values that stand beside the formulas, as they were drawn."""
    import io  # noqa: PLC0415 - one use
    import warnings  # noqa: PLC0415 - one use

    import openpyxl  # noqa: PLC0415 - one use

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


def test_hostile_names_run_nothing_and_link_nowhere(hostile_pack_report: Report) -> None:
    found = parts(draw(hostile_pack_report))

    for name, xml in found.items():
        assert 'TargetMode="External"' not in xml, name
        for formula in re.findall(r"<f>(.*?)</f>", xml) if "/worksheets/" in name else ():
            assert re.fullmatch(r"(?:[A-Z0-9$():,+\-/<>=&;lgt.]|\"\")*", formula), formula
        for link in re.findall(r"<hyperlink .*?/>", xml):
            assert "location=" in link
            assert "r:id" not in link
    assert not any("externalLink" in name or "vba" in name.lower() for name in found)


def test_hostile_names_come_back_as_they_are(hostile_pack_report: Report) -> None:
    found = texts(draw(hostile_pack_report))

    wanted = {cell.value for block in tables_of(hostile_pack_report) for row in block.rows for cell in row.cells
              if hasattr(cell, "value") and isinstance(cell.value, str) and cell.value and not cell.status}  # fmt: skip
    assert wanted
    assert {printable(name) for name in wanted} <= found
    assert any("_x000D_" in name for name in HOSTILE_NAMES)


def test_charts_take_texts_from_cells_only(hostile_pack_report: Report) -> None:
    charts = {name: xml for name, xml in parts(draw(hostile_pack_report)).items() if "/charts/chart" in name}

    assert len(charts) == 8
    for name, xml in charts.items():
        without_cache = re.sub(r"<c:(str|num)Cache>.*?</c:\1Cache>|<c:f>.*?</c:f>", "", xml, flags=re.DOTALL)
        assert not re.search(r"<a:t>|<c:v>", without_cache), name


def test_records_that_are_a_sheet_for_another_command_stand_alone_under_their_keys() -> None:
    records = Records((Column("scope", same("Scope")),), (("team",),), is_sheet=True)

    book = opened(draw(replace(bare_report(), records=records)))

    assert [rows(sheet) for sheet in book] == [[["scope"], ["team"]]]


def test_the_total_is_always_there() -> None:
    book = opened(draw(replace(bare_report(), blocks=(regions(),))))

    assert row_of(book["Regions"], "total")[:3] == ["total", "=SUBTOTAL(109,B5:B6)", 0.4]


def test_more_columns_than_a_sheet_takes_are_refused() -> None:
    columns = tuple(Column(f"c{at}", same(f"c{at}")) for at in range(16_385))
    records = Records(columns, (tuple("x" for _ in columns),))

    with pytest.raises(OutputError, match="a sheet takes 16,384 columns"):
        draw(replace(bare_report(), records=records))


def test_a_text_longer_than_a_cell_begins_there_and_stands_whole_on_a_sheet_of_its_own() -> None:
    text = "0123456789" * 30
    records = Records((Column("remark", same("remark")),), ((text,),))

    book = opened(draw(replace(bare_report(), records=records), limits=Limits(text=200)))

    assert row_of(book["Test"], text[:99] + "…")
    pieces = [str(piece) for place, _, piece in rows(book["Long texts"])[1:] if place == "Test, A5"]
    assert ("".join(pieces), len(pieces)) == (text, 3)
    told = [str(row[0]) for row in rows(book["Contents"])]
    assert any(one.startswith("Test: 1 text is longer than the 200 characters of a cell") for one in told)


def test_more_links_than_a_sheet_takes_stay_texts(pack_report: Report) -> None:
    content = draw(pack_report, limits=Limits(links=1))

    assert parts(content)["xl/worksheets/sheet1.xml"].count("<hyperlink ") == 1
    assert "Teams and reps" in texts(content)


def test_a_list_of_a_section_stands_in_full_where_the_page_has_a_row_for_the_others() -> None:
    columns = (Column("deal", same("deal")), Column("amount", same("amount"), Unit.MONEY, adds_up=True))
    rows = tuple(Row((Cell(name), Cell(Decimal(amount)))) for name, amount in (("D-1", 50), ("2 others", 30)))
    beyond = tuple(Row((Cell(name), Cell(Decimal(amount)))) for name, amount in (("D-2", 20), ("D-3", 10)))
    block = TableBlock("deals", same("Deals"), columns, rows, beyond=beyond)
    report = replace(bare_report(), sections=(Section("deals", same("Deals"), blocks=(block,)),))

    names = [cell.value for cell in opened(draw(report))["Deals"]["A"]]

    assert [name for name in names if name in {"D-1", "D-2", "D-3", "2 others"}] == ["D-1", "D-2", "D-3"]
