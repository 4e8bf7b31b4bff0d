from __future__ import annotations

from itertools import permutations

from salesperf.core.errors import Issue
from salesperf.engine import collect
from salesperf.facts.dimensions import split
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,rep_id,amount\n"
    "A,2026-03-31,R1,1\nB,2026-06-30,R1,10\nC,2026-07-01,R1,100\nD,2026-12-31,R2,1000\nE,2026-07-01,,10000\n"
)


def teams(people: str, *, orders: str = ORDERS, by: str = "team") -> tuple[dict[str, str | None], tuple[Issue, ...]]:
    """The team of each order, and the findings."""
    bundle = bundle_of([("orders", orders), ("people", people)])
    found = split(sales(bundle, section=SalesSection()), bundle, by=[by])
    return dict(collect(found.lines).sort("order").select("order", f"by_{by}").iter_rows()), found.findings


def test_a_rep_who_changes_team_in_mid_year_sells_for_the_team_of_the_day() -> None:
    placed, findings = teams(
        "rep_id,team,valid_from,valid_to\nR1,north,2026-01-01,2026-06-30\nR1,south,2026-07-01,\nR2,east,,\n"
    )

    assert placed == {"A": "north", "B": "north", "C": "south", "D": "east", "E": None}
    assert findings == ()


def test_a_validity_holds_from_its_start_when_no_end_is_given() -> None:
    placed, findings = teams("rep_id,team,valid_from\nR1,north,2026-01-01\nR2,east,2026-01-01\n")

    assert placed == {"A": "north", "B": "north", "C": "north", "D": "east", "E": None}
    assert findings == ()


def test_where_two_rows_hold_on_one_day_the_later_is_used_and_it_is_said() -> None:
    placed, findings = teams(
        "rep_id,team,valid_from,valid_to\nR1,north,2026-01-01,2026-07-15\nR1,south,2026-06-30,\nR2,east,,\n"
    )

    assert placed == {"A": "north", "B": "south", "C": "south", "D": "east", "E": None}
    assert [finding.code for finding in findings] == ["F508"]
    assert "'R1'" in findings[0].message


def test_two_rows_that_start_on_one_day_give_the_same_team_in_any_order() -> None:
    header = "rep_id,team,region,valid_from,valid_to\n"
    rows = ["R1,north,x,2026-01-01,\n", "R1,south,y,2026-01-01,\n", "R1,,z,2026-01-01,\n", "R2,east,x,,\n"]

    found = {tuple(teams(header + "".join(order))[0].items()) for order in permutations(rows)}

    assert len(found) == 1


def test_a_day_outside_every_validity_has_no_team_and_is_counted() -> None:
    placed, findings = teams("rep_id,team,valid_from,valid_to\nR1,north,2026-04-01,2026-06-30\nR2,east,,\n")

    assert placed == {"A": None, "B": "north", "C": None, "D": "east", "E": None}
    assert [(finding.code, finding.count) for finding in findings] == [("F513", 2)]
    assert "'R1'" in findings[0].message


def test_a_rep_who_is_not_among_the_people_is_a_finding_and_the_line_stays() -> None:
    placed, findings = teams("rep_id,team\nR1,north\n")

    assert placed == {"A": "north", "B": "north", "C": "north", "D": None, "E": None}
    assert [(finding.code, finding.count) for finding in findings] == [("F506", 1)]


def test_a_person_listed_twice_without_dates_is_a_finding() -> None:
    placed, findings = teams("rep_id,team\nR1,north\nR1,south\nR2,east\n")

    assert placed["A"] == "north"
    assert [(finding.code, finding.count) for finding in findings] == [("F507", 1)]


def test_names_are_keys_where_the_lines_have_no_ids() -> None:
    orders = "order_id,order_date,rep_name,amount\nA,2026-01-01,Ann,1\nB,2026-01-01,Bob,1\n"

    placed, findings = teams("rep_id,rep_name,team\nR1,Ann,north\nR2,Bob,south\n", orders=orders)

    assert placed == {"A": "north", "B": "south"}
    assert findings == ()


def test_the_region_and_manager_are_those_of_the_day_too() -> None:
    people = (
        "rep_id,team,manager_id,region,valid_from,valid_to\n"
        "R1,north,M1,up,2026-01-01,2026-06-30\nR1,south,M2,down,2026-07-01,\nR2,east,,,,\n"
    )

    assert teams(people, by="region")[0] == {"A": "up", "B": "up", "C": "down", "D": None, "E": None}
    assert teams(people, by="manager")[0] == {"A": "M1", "B": "M1", "C": "M2", "D": None, "E": None}
