from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from xlsxwriter.workbook import Workbook as WrittenBook

from company_pack import HOSTILE_NAMES
from salesperf.core.text import Lang, printable, same
from salesperf.core.unit import Unit
from salesperf.render.template.faults import TemplateError
from salesperf.render.template.fill import fill, look_over
from salesperf.render.template.ours import Ours
from salesperf.report.model import Cell, Column, Note, Records, Report, Row, Section, TableBlock, Value
from template_books import (
    MAIN,
    TEAMS,
    by_hand,
    by_openpyxl,
    by_xlsxwriter,
    opened,
    parts_of,
    report_of,
    sheet_xml,
    with_parts,
)

REPORT = report_of({"net_revenue": Decimal("1200.50"), "day": date(2026, 3, 1), "best": "=1+1", "empty": None}, TEAMS)
NAMES = {
    "net_revenue": "Sheet!$B$2",
    "day": "Sheet!$B$3",
    "best": "Sheet!$B$4",
    "empty": "Sheet!$B$5",
    "by_team": "Sheet!$A$8:$C$12",
}


def a_company_book(book: openpyxl.Workbook) -> None:
    """Styles, a rule, a list to choose from, formulas on this sheet and on a hidden one, old values to spare."""
    sheet = book.active
    sheet["B2"] = 1
    sheet["B2"].font, sheet["B2"].number_format = Font(bold=True, color="FF0000"), "#,##0.00"
    sheet["B3"].number_format = "yyyy-mm-dd"
    sheet["B5"] = "old"
    sheet["B5"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["D2"], sheet["D3"] = "=B2*2", "=B3+1"
    for row in range(8, 13):
        sheet.cell(row, 1, "old")
    sheet["D8"] = "=SUM(B8:B12)"
    sheet.conditional_formatting.add("B2:B9", CellIsRule(operator="greaterThan", formula=["100"], font=Font(bold=True)))
    choice = DataValidation(type="list", formula1='"East,West"')
    choice.add("A8:A12")
    sheet.add_data_validation(choice)
    other = book.create_sheet("它's 表")
    other.sheet_state = "hidden"
    other["A1"] = "=Sheet!D2+net_revenue"


def with_everything(book: WrittenBook) -> None:
    """What must be looked at before cells are filled: a chart, a table, merged cells, styles of protection."""
    sheet = book.add_worksheet("Sheet")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Sheet!$H$2:$H$4"})
    sheet.insert_chart("K20", chart)
    sheet.add_table("M7:N9", {"columns": [{"header": "Team"}, {"header": "Sum"}], "total_row": True})
    sheet.merge_range("F1:G2", "merged")
    sheet.write("B2", 1, book.add_format({"locked": False}))
    sheet.write_formula("D2", "=B2*2", None, 2)


SOUND_BOOK = by_xlsxwriter(NAMES, with_everything)
SOUND = {name: content for name, content in parts_of(SOUND_BOOK).items() if "theme" not in name}


def test_only_the_filled_sheet_and_the_word_to_calculate_change() -> None:
    whole = by_openpyxl(NAMES, a_company_book)
    silent = parts_of(whole)["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    template = with_parts(whole, {"xl/workbook.xml": silent})

    found = fill(template, REPORT)

    before, after = parts_of(template), parts_of(found.content)
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]
    assert found.filled == tuple(NAMES)


def test_without_formulas_the_workbook_part_stays() -> None:
    template = by_hand(sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'), {"net_revenue": "Sheet!$A$1"})

    found = parts_of(fill(template, REPORT).content)

    assert found == {
        **parts_of(template),
        "xl/worksheets/sheet1.xml": sheet_xml('<row r="1"><c r="A1"><v>1200.5</v></c></row>').encode(),
    }


def test_values_are_typed_and_everything_about_the_cells_stays() -> None:
    found = opened(fill(by_openpyxl(NAMES, a_company_book), REPORT).content)

    sheet = found["Sheet"]
    assert sheet["B2"].value == 1200.5
    assert (sheet["B2"].font.bold, sheet["B2"].number_format) == (True, "#,##0.00")
    assert sheet["B3"].value.date() == date(2026, 3, 1)
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=1+1", "s")
    assert sheet["B5"].value is None
    assert sheet["B5"].fill.fgColor.rgb == "00FFFF00"
    assert [[cell.value for cell in row] for row in sheet["A8:C12"]] == [
        ["East", 700.25, 3],
        ["West", None, 4],
        [None, None, None],
        [None, None, None],
        [None, None, None],
    ]
    assert sheet["D2"].value == "=B2*2"
    assert len(sheet.conditional_formatting) == 1
    assert sheet.data_validations.dataValidation[0].formula1 == '"East,West"'
    assert found["它's 表"].sheet_state == "hidden"


def test_the_same_template_and_report_give_the_same_bytes() -> None:
    template = by_openpyxl(NAMES, a_company_book)

    assert fill(template, REPORT).content == fill(template, REPORT).content


def test_a_filled_book_can_be_filled_again() -> None:
    template = by_openpyxl(NAMES, a_company_book)
    once = fill(template, REPORT).content

    assert parts_of(fill(once, REPORT).content) == parts_of(once)
    assert opened(fill(once, report_of({"net_revenue": 7}, TEAMS)).content)["Sheet"]["B2"].value == 7


def test_libreoffice_works_out_every_formula_from_the_new_values(
    recalculated: Callable[[bytes], openpyxl.Workbook],
) -> None:
    def make(book: WrittenBook) -> None:
        sheet, other = book.add_worksheet("Sheet"), book.add_worksheet("它's 表")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write("B2", 1)
        sheet.write("B3", 1, day)
        sheet.write_formula("D2", "=B2*2", None, 2)
        sheet.write_formula("D3", "=B3+1", day, 2)
        sheet.write_formula("D8", "=SUM(B8:B12)", None, 0)
        sheet.write_formula("D9", "=COUNTA(A8:A12)", None, 0)
        other.write_formula("A1", "=Sheet!D2+net_revenue", None, 3)
        other.hide()

    found = recalculated(fill(by_xlsxwriter(NAMES, make), REPORT).content)

    sheet = found["Sheet"]
    assert sheet["B2"].value == 1200.5
    assert sheet["D2"].value == 2401
    assert sheet["D3"].value.date() == date(2026, 3, 2)
    assert sheet["B4"].value == "=1+1"
    assert (sheet["D8"].value, sheet["D9"].value) == (700.25, 2)
    assert found["它's 表"]["A1"].value == 3601.5


def test_a_book_saved_by_libreoffice_is_filled(saved_by_libreoffice: Callable[[bytes], bytes]) -> None:
    template = saved_by_libreoffice(by_openpyxl(NAMES, a_company_book))

    found = fill(template, REPORT)

    sheet = opened(found.content)["Sheet"]
    assert (sheet["B2"].value, sheet["B2"].font.bold) == (1200.5, True)
    assert (sheet["B3"].value.date(), sheet["B4"].value, sheet["A8"].value) == (date(2026, 3, 1), "=1+1", "East")
    assert set(found.filled) == set(NAMES)


def test_days_are_those_of_a_workbook_that_counts_from_1904() -> None:
    def make(book: WrittenBook) -> None:
        book.add_worksheet("Sheet").write("B3", 0, book.add_format({"num_format": "yyyy-mm-dd"}))

    template = by_xlsxwriter({"day": "Sheet!$B$3"}, make, {"date_1904": True})

    assert opened(fill(template, REPORT).content)["Sheet"]["B3"].value.date() == date(2026, 3, 1)


@pytest.mark.parametrize(
    "path", ["/xl/worksheets/sheet1.xml", "worksheets/sheet1.xml", "./../xl/worksheets/sheet1.xml"]
)
def test_a_sheet_is_found_by_any_path(path: str) -> None:
    template = by_hand(sheet_xml(""), {"net_revenue": "Sheet!$A$1"}, sheet_path=path)

    assert opened(fill(template, REPORT).content)["Sheet"]["A1"].value == 1200.5


def test_a_sheet_with_prefixed_names_is_filled() -> None:
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2"/></x:sheetData></x:worksheet>'

    found = fill(by_hand(sheet, {"net_revenue": "Sheet!$A$2", "best": "Sheet!$B$1"}), REPORT)

    filled = opened(found.content)["Sheet"]
    assert (filled["A2"].value, filled["B1"].value) == (1200.5, "=1+1")


@pytest.mark.parametrize("text", HOSTILE_NAMES)
def test_hostile_texts_stay_texts(text: str) -> None:
    template = by_hand(sheet_xml(""), {"net": "Sheet!$A$1", "by_team": "Sheet!$C$1:$E$2"})

    found = fill(template, report_of({"net": text}, TEAMS))

    cell = opened(found.content)["Sheet"]["A1"]
    assert (cell.value or "") == printable(text).replace("_x000D_", "_x005F_x000D_")
    assert cell.data_type in {"s", "inlineStr", "n"}
    assert b"<f" not in parts_of(found.content)["xl/worksheets/sheet1.xml"]
    assert cell.hyperlink is None


def test_libreoffice_reads_hostile_texts_as_they_are(recalculated: Callable[[bytes], openpyxl.Workbook]) -> None:
    names = {f"text_{number}": f"Sheet!$A${number + 1}" for number in range(len(HOSTILE_NAMES))}
    texts: dict[str, Value] = {f"text_{number}": text for number, text in enumerate(HOSTILE_NAMES)}

    sheet = recalculated(fill(by_hand(sheet_xml(""), names), report_of(texts)).content)["Sheet"]

    def plain(text: str) -> str:
        return printable(text).replace("\u2028", "\n").replace("\u2029", "\n").replace("_x000D_", "")

    for row, text in enumerate(HOSTILE_NAMES, start=1):
        read = sheet.cell(row, 1).value or ""
        assert plain(read.replace("_x005F", "")) == plain(text)


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-(10**14), 10**14),
            st.decimals(-(10**9), 10**9, places=4),
            st.floats(allow_nan=False, allow_infinity=False),
            st.dates(date(1900, 3, 1), date(9999, 12, 31)),
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).filter(lambda text: "_x" not in text),
        ),
        min_size=1,
        max_size=6,
    ),
    st.sets(st.integers(1, 6)),
)
def test_any_values_are_read_back(values: list[Value], there: set[int]) -> None:
    rows = "".join(f'<row r="{row}"><c r="B{row}" s="0" t="b"><v>0</v></c></row>' for row in sorted(there))
    names = {f"value_{row}": f"Sheet!$B${row}" for row in range(1, len(values) + 1)}
    report = report_of({f"value_{row}": value for row, value in enumerate(values, start=1)})

    sheet = opened(fill(by_hand(sheet_xml(rows), names), report).content)["Sheet"]

    for row, value in enumerate(values, start=1):
        read = sheet.cell(row, 2).value
        if isinstance(value, date):
            assert read == (value - date(1899, 12, 30)).days
        elif isinstance(value, Decimal | float):
            assert float(read) == float(value)
        else:
            assert read == (
                printable(value) if isinstance(value, str) and value else value or None if value == "" else value
            )


def test_every_fault_is_told_at_once() -> None:
    def make(book: WrittenBook) -> None:
        sheet = book.add_worksheet("Sheet")
        sheet.write_formula("A1", "=1")
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Sheet!$B$1:$B$3"})
        sheet.insert_chart("H1", chart)

    template = by_xlsxwriter({"net_revenue": "Sheet!$A$1", "day": "Sheet!$B$2", "best": "Sheet!$C:$C"}, make)

    with pytest.raises(TemplateError) as refused:
        fill(template, REPORT)

    assert refused.value.message.splitlines() == [
        "the template cannot be filled: 3 faults",
        "  - the name best points to whole rows or columns (Sheet!$C:$C)",
        "  - the name net_revenue points to a formula: Sheet!A1 holds =1",
        "  - a chart reads the cells of day (Sheet!B1:B3)",
    ]
    assert len(refused.value.hint.splitlines()) == 3


def test_the_header_of_a_table_stays_and_its_rows_are_filled() -> None:
    def make(book: WrittenBook) -> None:
        sheet = book.add_worksheet("Sheet")
        sheet.add_table("A1:B5", {"columns": [{"header": "Team"}, {"header": "Orders"}], "name": "Board"})

    found = fill(by_xlsxwriter({"by_team": "Sheet!$A$1:$B$5"}, make), REPORT)

    sheet = opened(found.content)["Sheet"]
    assert [[cell.value for cell in row] for row in sheet["A1:B3"]] == [["Team", "Orders"], ["East", 3], ["West", 4]]
    with pytest.raises(TemplateError, match="header of a table"):
        fill(by_xlsxwriter({"net_revenue": "Sheet!$A$1"}, make), REPORT)


def test_a_table_that_shows_the_first_of_many_records_is_filled_with_all() -> None:
    columns = (Column("rep", same("Rep")), Column("orders", same("Orders"), Unit.COUNT))
    records = Records(columns, (("Ann", 3), ("Bob", 4), ("Cy", 5)))
    block = TableBlock("kpi", same("By rep"), columns, (Row((Cell("Ann"), Cell(3))),))
    answer = Report("salesperf.test/1", same("Answer"), Lang.EN, (block,), records)

    found = fill(by_hand(sheet_xml(""), {"kpi": "Sheet!$A$1:$B$4"}), answer)

    sheet = opened(found.content)["Sheet"]
    assert [[cell.value for cell in row] for row in sheet["A1:B4"]] == [["Ann", 3], ["Bob", 4], ["Cy", 5], [None, None]]


def test_names_like_ours_are_told() -> None:
    found = fill(by_openpyxl({"net_revenue": "Sheet!$A$1", "net_revenu": "Sheet!$A$2", "zzz": "Sheet!$A$3"}), REPORT)

    assert (found.filled, found.unfilled, found.near) == (("net_revenue",), ("net_revenu",), (("net_revenue",),))


def test_that_formulas_wait_for_excel_is_told() -> None:
    with_formula = fill(by_openpyxl(NAMES, a_company_book), REPORT)
    without = fill(by_hand(sheet_xml(""), {"net_revenue": "Sheet!$A$1"}), REPORT)

    assert [remark.en for remark in with_formula.remarks][-1].startswith("formulas are worked out when Excel opens")
    assert without.remarks == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not a zip", "no workbook"),
        (by_hand(sheet_xml(""), {}), "none of the"),
        (
            by_hand("<worksheet>", {"net_revenue": "Sheet!$A$1"}),
            "damaged: the part xl/worksheets/sheet1.xml is no whole",
        ),
        (by_hand('<!DOCTYPE x [<!ENTITY e "1">]><x/>', {"net_revenue": "Sheet!$A$1"}), "damaged: .* entities"),
        (with_parts(by_hand(sheet_xml(""), {}), {"../x": "y"}), "damaged: .* path"),
        (by_hand(sheet_xml(""), {})[:-4], "damaged: its list of parts"),
    ],
)
def test_what_cannot_be_filled_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        fill(content, REPORT)


def test_a_file_is_looked_over_before_there_is_a_report() -> None:
    look_over(by_hand(sheet_xml(""), {}))
    with pytest.raises(TemplateError, match="no workbook"):
        look_over(b"a,b")


def test_no_part_is_filled_but_those_of_cells(tmp_path: Path) -> None:
    def make(book: WrittenBook) -> None:
        book.add_worksheet("Sheet")
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Sheet!$B$1:$B$3"})
        book.add_chartsheet("Chart").set_chart(chart)

    template = by_xlsxwriter({"net_revenue": "Sheet!$A$1"}, make)

    (tmp_path / "out.xlsx").write_bytes(fill(template, REPORT).content)

    assert openpyxl.load_workbook(tmp_path / "out.xlsx")["Sheet"]["A1"].value == 1200.5


@given(st.data())
def test_no_spoilt_book_is_more_than_refused(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(sorted(SOUND)))
    content = SOUND[part]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 8)))
    new = data.draw(st.text("<>\"'/0123456789abcxAZ :!$&é-", max_size=6)).encode()

    try:
        found = fill(with_parts(SOUND_BOOK, {part: content[:start] + new + content[end:]}), REPORT)
    except TemplateError:
        return

    assert found.filled


def test_the_book_that_is_spoilt_is_sound() -> None:
    assert fill(SOUND_BOOK, REPORT).filled == tuple(sorted(NAMES))


def with_old_figures(book: openpyxl.Workbook) -> None:
    """A form that was filled before: two figures, a formula, a table under headings, and a cell of the company's."""
    sheet = book.active
    for place, value in {"B2": 1, "B3": 0.4, "B4": "=B2*2", "B5": 77, "A8": "Customer", "B8": "Amount"}.items():
        sheet[place] = value
    for row in (9, 10):
        sheet.cell(row, 1, "old")
        sheet.cell(row, 2, row)
    sheet.merge_cells("D2:E3")
    sheet["D2"] = 5


OLD_NAMES = {
    "net_revenue": "Sheet!$B$2",
    "headline_gross_margin": "Sheet!$B$3",
    "orders": "Sheet!$B$4",
    "budget": "Sheet!$B$5",
    "top_customers": "Sheet!$A$8:$B$10",
    "aov": "Sheet!$D$2:$E$3",
}
OURS = Ours(
    dict.fromkeys(("net_revenue", "gross_margin", "orders", "aov"), ()),
    sections=("headline",),
    tables=frozenset({"top_customers"}),
)


def test_old_values_of_figures_that_the_answer_lacks_are_emptied_and_told() -> None:
    found = fill(by_openpyxl(OLD_NAMES, with_old_figures), report_of({"net_revenue": 7}), ours=OURS)

    sheet = opened(found.content)["Sheet"]
    assert (found.filled, found.emptied) == (("net_revenue",), ("headline_gross_margin", "top_customers", "aov"))
    assert [sheet[place].value for place in ("B2", "B3", "B4", "B5", "D2")] == [7, None, "=B2*2", 77, None]
    assert [[cell.value for cell in row] for row in sheet["A8:B10"]] == [["Customer", "Amount"], [None] * 2, [None] * 2]


def test_an_old_value_that_cannot_be_emptied_is_refused() -> None:
    def locked(book: openpyxl.Workbook) -> None:
        with_old_figures(book)
        other = book.create_sheet("Other")
        other["A1"] = 0.4
        other.protection.sheet = True

    template = by_openpyxl({"net_revenue": "Sheet!$B$2", "gross_margin": "Other!$A$1"}, locked)

    with pytest.raises(TemplateError, match="gross_margin points to a locked cell"):
        fill(template, report_of({"net_revenue": 7}), ours=OURS)


@pytest.mark.parametrize("in_a_pack", [True, False])
def test_an_answer_without_data_fills_no_template(*, in_a_pack: bool) -> None:
    why = same("no data for 2025")
    report = report_of({"net_revenue": None})
    if in_a_pack:
        report = replace(report, sections=(Section("empty", same("Report"), empty=why),))
    else:
        report = replace(report, notes=(Note("empty", why),))

    with pytest.raises(TemplateError, match="the template is not filled: no data for 2025"):
        fill(by_openpyxl({"net_revenue": "Sheet!$B$2", "report_title": "Sheet!$B$3"}, with_old_figures), report)


def test_hidden_names_are_filled() -> None:
    template = by_hand(sheet_xml(""), {'net_revenue" hidden="1': "Sheet!$A$1"})

    assert opened(fill(template, report_of({"net_revenue": 7})).content)["Sheet"]["A1"].value == 7


def test_a_name_of_another_meaning_is_no_slip() -> None:
    names = {"net_revenue": "Sheet!$B$2", "net_revenue_on_last_year": "Sheet!$B$3", "net_revenu": "Sheet!$B$5"}
    report = report_of({"net_revenue": 7, "net_revenue_latest": 3})

    found = fill(by_openpyxl(names, with_old_figures), report, ours=OURS)

    assert (found.emptied, found.unfilled) == (("net_revenue_on_last_year",), ("net_revenu",))
