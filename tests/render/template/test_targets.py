from __future__ import annotations

import pytest

from salesperf.render.template.areas import Area
from salesperf.render.template.book import Book, DefinedName, Sheet
from salesperf.render.template.ours import Ours
from salesperf.render.template.targets import none_found, targets_of, unfilled_of
from salesperf.report.cell_names import names_of
from template_books import TEAMS, report_of

NAMES = names_of(report_of({"net_revenue": 5, "orders": 3}, TEAMS))


def book(*names: tuple[str, str] | DefinedName) -> Book:
    listed = tuple(one if isinstance(one, DefinedName) else DefinedName(*one) for one in names)
    return Book(
        "p", b"", (Sheet("One", "one.xml"), Sheet("汇总 'x'", "two.xml"), Sheet("Chart", None)), listed, date1904=False
    )


def test_names_lead_to_cells_without_regard_to_case() -> None:
    targets, faults = targets_of(
        book(("NET_revenue", "one!$B$2"), ("by_team", "'汇总 ''x'''!$A$1:$C$9"), ("other", "One!$A$1")), NAMES
    )

    assert [(one.name, one.area, one.part) for one in targets] == [
        ("NET_revenue", Area("One", 2, 2, 2, 2), "one.xml"),
        ("by_team", Area("汇总 'x'", 1, 1, 9, 3), "two.xml"),
    ]
    assert targets[1].what is TEAMS
    assert faults == ()


def test_a_name_of_a_sheet_is_filled_beside_that_of_the_book() -> None:
    targets, _ = targets_of(book(("orders", "One!$A$1"), DefinedName("orders", "One!$A$2", "One")), NAMES)

    assert [one.area.first_row for one in targets] == [1, 2]


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("One!#REF!", "points to nothing"),
        ("#REF!", "points to nothing"),
        ("[1]One!$A$1", "another workbook"),
        ("'[Book 2.xlsx]One'!$A$1", "another workbook"),
        ("One!$A$1,One!$B$2", "several areas"),
        ("One!$A:$A", "whole rows or columns"),
        ("One!$1:$3", "whole rows or columns"),
        ("OFFSET(One!$A$1,0,0,9,1)", "a formula or a constant"),
        ("5", "a formula or a constant"),
        ("One!A1", "moves with the cell"),
        ("One!$A$1:$B2", "moves with the cell"),
        ("Chart!$A$1", "a sheet without cells"),
        ("Gone!$A$1", "a sheet without cells"),
    ],
)
def test_a_name_that_leads_to_no_one_place_is_a_fault(reference: str, words: str) -> None:
    targets, faults = targets_of(book(("orders", reference)), NAMES)

    assert targets == ()
    assert words in faults[0].told.en
    assert reference in faults[0].told.en
    assert "orders" in faults[0].told.zh


def test_names_that_are_like_those_of_the_report_are_known() -> None:
    assert unfilled_of(book(("net_revenu", "One!$A$1"), ("zzz", "5"), ("orders", "One!$A$1")), NAMES, Ours()) == (
        ("net_revenu", ("net_revenue",)),
    )


def test_a_book_without_any_name_is_told_those_it_could_have() -> None:
    error = none_found(book(("order", "One!$A$1")), NAMES, Ours())

    assert error.message.startswith("the template has none of the")
    assert "'order' may mean orders" in error.hint
    assert "figures: net_revenue, orders, report_title" in error.hint
    assert "tables: by_team" in error.hint


def test_a_long_list_of_names_is_cut_and_counted() -> None:
    many = names_of(report_of({f"figure_{number}_": number for number in range(100)}))

    # 30 of 100 figures and 8 about the report are shown.
    assert "and 78 more" in none_found(book(), many, Ours()).hint
