from __future__ import annotations

from datetime import date
from decimal import Decimal

from rfm_ground import FIVE, map_of, question, scored
from salesperf.analyses.rfm.explain import explain_report
from salesperf.analyses.rfm.question import Question
from salesperf.core.text import Lang
from salesperf.report.model import Cell, Report

MAP = map_of({"best": "5;3-5", "good": "3-5", "poor": "1;1"})


def explained(who: str, asked: Question) -> Report:
    return explain_report(scored(asked), who, (), lang=Lang.EN)


def rows(report: Report, key: str) -> list[tuple[object, ...]]:
    [block] = [one for one in report.blocks if one.key == key]
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]


def test_values_stand_between_their_cutoffs_with_the_way_to_the_next_ones() -> None:
    report = explained("Bob", question(segments=MAP))

    # 10 days are from 9 to 22: two less or 13 more is another score. Two orders are one of each away. Of amounts in
    # cents 100 lies from 84.01 to 160.
    assert report.title.en == "Why Bob is in Good"
    assert report.records.rows == (
        ("recency", 10, 4, 9, 22, 2, 13),
        ("frequency", 2, 3, 2, 2, 1, 1),
        ("monetary", Decimal(100), 2, Decimal("84.01"), Decimal(160), Decimal("60.01"), Decimal(16)),
    )


def test_the_best_and_the_worst_score_have_one_way_to_go() -> None:
    ann, eve = (explained(who, question(segments=MAP)).records.rows for who in ("Ann", "Eve"))

    assert ann[0] == ("recency", 0, 5, None, 8, None, 9)
    assert eve[0] == ("recency", 117, 1, 72, None, 46, None)
    assert eve[1] == ("frequency", 4, 5, 4, None, None, 1)


def test_one_step_more_is_another_score() -> None:
    later = FIVE + "30,2026-02-16,Gus,R1,East,1\n"
    kept = scored(question()).cutoffs

    [row] = scored(question(cutoffs=kept), later).frame.filter(customer="Gus").iter_rows(named=True)

    # 43 days are one more than the edge of 42.
    assert (row["recency"], row["r"]) == (43, 2)


def test_rules_are_listed_up_to_the_one_that_fits() -> None:
    assert rows(explained("Bob", question(segments=MAP)), "rules") == [
        (1, "Best", "5", "3-5", "any", "no"),
        (2, "Good", "3-5", "any", "any", "yes"),
    ]
    assert rows(explained("Eve", question(segments=MAP)), "rules")[-1] == (
        None,
        "Others",
        "everybody else",
        None,
        None,
        "yes",
    )


def test_lines_are_those_up_to_the_day() -> None:
    lines = rows(explained("Ann", question(segments=MAP, as_of=date(2026, 2, 15))), "lines")

    assert [line[:3] for line in lines] == [(date(2026, 1, 1), "1", 100), (date(2026, 2, 1), "2", 100)]


def test_scores_that_are_places_have_no_cutoffs() -> None:
    report = explained("Ann", question("ntile", segments=MAP))

    assert report.records.rows[0] == ("recency", 0, 5, None, None, None, None)
    assert [note.key for note in report.notes] == ["no_edges"]
    assert "rules" not in {block.key for block in explained("Ann", question("quartile")).blocks}
