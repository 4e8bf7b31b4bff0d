from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rfm_ground import FIVE, bundle, map_of, question, sold
from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.customers import Customers, customers_of
from salesperf.analyses.rfm.migration import Moved, moved, moved_blocks
from salesperf.analyses.rfm.question import Question
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang
from salesperf.report.model import Cell, TableBlock

MAP = map_of({"often": "1-2;2", "fresh": "2"}, bins=2)
THEN = date(2026, 2, 15)
# High is up to 30 days, from two orders on.
EDGES = {Axis.RECENCY: (30,), Axis.FREQUENCY: (2,), Axis.MONETARY: (100,)}


def asked(window: int | None = None) -> Question:
    return question("cn8", segments=MAP, edges=EDGES, window=window)


def customers(of: Question, orders: str = FIVE) -> Customers:
    return customers_of(sold(bundle(orders)), bundle(orders), of)


def moves(of: Question | None = None) -> Moved:
    of = of or asked()
    return moved(customers(of), bundle(FIVE), of, since=THEN)


def rows(block: TableBlock) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]


def test_everybody_stands_with_both_segments_and_what_was_bought_between() -> None:
    # By 2026-02-15: Ann two orders 14 days ago, Bob one 36 days ago, Dora one 16 days ago, Eve four. Then Ann and Bob
    # buy once more, and Cas for the first time; Dora falls silent.
    assert moves().frame.rows() == [
        ("Cas", None, Decimal(0), "fresh", Decimal(400), Decimal(400)),
        ("Ann", "often", Decimal(200), "often", Decimal(300), Decimal(100)),
        ("Eve", "often", Decimal(200), "often", Decimal(200), Decimal(0)),
        ("Bob", "others", Decimal(50), "often", Decimal(100), Decimal(50)),
        ("Dora", "fresh", Decimal(20), "others", Decimal(20), Decimal(0)),
    ]


def test_the_tables_of_who_moved() -> None:
    matrix, flows, movers = moved_blocks(moves(), lang=Lang.EN)

    assert [column.label.en for column in matrix.columns] == ["was", "Often", "Fresh", "Others"]
    assert rows(matrix) == [("Often", 2, 0, 0), ("Fresh", 0, 0, 1), ("Others", 1, 0, 0), ("no customer yet", 0, 1, 0)]
    assert rows(flows) == [
        ("no customer yet", "Fresh", 1, 400, 400),
        ("Others", "Often", 1, 100, 50),
        ("Fresh", "Others", 1, 20, 0),
    ]
    assert rows(movers) == [
        ("Cas", "no customer yet", "Fresh", 400, 400),
        ("Bob", "Others", "Often", 100, 50),
        ("Dora", "Fresh", "Others", 20, 0),
    ]


def test_who_is_not_scored_any_more_is_told() -> None:
    # Of 31 days: by mid February Ann and Dora; by the end of March Ann, Bob and Cas.
    found = moves(asked(window=31))

    last = {row[0]: (row[1], row[3]) for row in found.frame.iter_rows()}
    assert last["Dora"] == ("fresh", None)
    matrix, *_ = moved_blocks(found, lang=Lang.EN)
    assert matrix.columns[-1].label.en == "not scored any more"


def test_the_cutoffs_of_the_earlier_day_score_both() -> None:
    of = question(segments=map_of({"all": "1-5"}))

    found = moved(customers(of), bundle(FIVE), of, since=THEN)

    assert found.found.question.cutoffs_of == THEN
    assert found.found.cutoffs == found.found.question.cutoffs


def test_what_cannot_be_compared_is_refused() -> None:
    of = question("ntile", segments=map_of({"all": "1-5"}))
    with pytest.raises(UsageError, match="ntile has no cut-offs"):
        moved(customers(of), bundle(FIVE), of, since=THEN)
    with pytest.raises(UsageError, match="2026-03-31 is not before 2026-03-31"):
        moved(customers(asked()), bundle(FIVE), asked(), since=date(2026, 3, 31))
    with pytest.raises(UsageError, match="nobody had bought anything by 2025-11-30"):
        moved(customers(asked()), bundle(FIVE), asked(), since=date(2025, 11, 30))
