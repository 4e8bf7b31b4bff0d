from __future__ import annotations

from datetime import date

import pytest

from abc_ground import HEAD, classed
from salesperf.analyses.abc.report import Classed, abc_report
from salesperf.analyses.abc.values import Asked, Bring
from salesperf.core.text import Lang


def notes(found: Classed) -> dict[str, str]:
    return {note.key: note.text.en for note in abc_report(found, lang=Lang.EN).notes}


def test_everybody_is_a_record_the_largest_first() -> None:
    report = abc_report(classed(), lang=Lang.EN)

    assert [column.key for column in report.records.columns][:3] == ["customer", "name", "class"]
    assert report.records.rows[0] == ("Ann", None, "A", 1, 50, 0.5, 0.5, date(2026, 2, 5))
    assert [row[0] for row in report.records.rows] == ["Ann", "Bob", "Cas", "Dora"]
    assert [block.key for block in report.blocks] == ["classes", "ranked", "carried", "lorenz"]


def test_who_lapsed_is_a_record_without_rank_and_share() -> None:
    report = abc_report(classed(Asked(period="2026-03")), lang=Lang.EN)

    assert report.records.rows[-1] == ("Bob", None, "D", None, 0, None, None, date(2026, 2, 6))


def test_less_than_nothing_has_no_share() -> None:
    returned = HEAD + "1,2026-01-01,Ann,tea,East,5,1\n2,2026-01-02,Bob,tea,East,-8,1\n"
    report = abc_report(classed(orders=returned), lang=Lang.EN)
    blocks = {block.key: block for block in report.blocks}

    assert [row[4:7] for row in report.records.rows] == [(5, 1.0, 1.0), (-8, None, 1.0)]
    assert [(row.cells[0].value, row.cells[4].value) for row in blocks["classes"].rows] == [
        ("A", 1.0),
        ("B", 0.0),
        ("C", None),
    ]
    assert blocks["classes"].total is not None
    assert blocks["classes"].total.cells[4].value is None
    assert [row.cells[3].value for row in blocks["ranked"].rows] == [1.0, None]


def test_the_rule_is_declared() -> None:
    assert notes(classed())["rule"] == (
        "A up to 80% of net revenue, B up to 95%, the largest first; the share of one counts for its own class; equal "
        "amounts are in one class"
    )
    one = notes(classed(orders=HEAD + "1,2026-01-01,Ann,tea,East,5,1\n"))["rule"]
    assert "; the share of one counts for its own class; whoever brings most is of class A all the same; " in one
    assert "who crosses a threshold" in notes(classed(own="not"))["rule"]


def test_too_much_of_one_is_a_warning() -> None:
    report = abc_report(classed(alert="0.3"), lang=Lang.EN)

    told = [note.text.en for note in report.notes if note.key == "concentration"]
    assert told == [
        "Ann alone brings 50.0% of net revenue (warning from 30%)",
        "Bob alone brings 30.0% of net revenue (warning from 30%)",
    ]
    assert all(note.warning for note in report.notes if note.key == "concentration")


def test_what_is_left_out_is_told() -> None:
    found = notes(classed(Asked(measure=Bring.MARGIN)))

    assert found["without_key"] == "left out: 1 line without a customer (6.00)"
    assert found["below_zero"] == (
        "class C: 2 bring nothing or less (0.00); shares are of what the others bring, and less has none"
    )
    assert found["costed"] == "the cost of 95.3% of the revenue is known: gross profit is of that"
    assert notes(classed(Asked(period="2026-03")))["lapsed"] == (
        "class D: 2 that brought something only before 2026-03-01"
    )
    # 5, 15, 30, 50: 2 (5 + 30 + 90 + 200) / (4 x 100) - 5 / 4.
    assert notes(classed())["gini"].startswith("Gini coefficient 0.37500")


def test_nothing_above_zero_has_no_shares() -> None:
    found = classed(orders=HEAD + "1,2026-01-01,Ann,tea,East,-5,1\n")

    assert "no_shares" in notes(found)
    assert [block.key for block in abc_report(found, lang=Lang.EN).blocks] == ["classes"]


@pytest.mark.parametrize(("of", "title"), [("customer", "Customers"), ("category", "Categories")])
def test_titles_name_what_is_classed(of: str, title: str) -> None:
    orders = "order_id,order_date,customer_id,category,amount\n1,2026-01-01,Ann,tea,5\n"

    assert abc_report(classed(Asked(of=of), orders), lang=Lang.EN).title.en == f"{title} by what they bring (ABC)"
