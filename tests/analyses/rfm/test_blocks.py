from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from rfm_ground import HEAD, map_of, question, scored
from salesperf.analyses.rfm.axes import Axis, Counting, Returns
from salesperf.analyses.rfm.blocks import (
    cutoffs_block,
    grid_block,
    playbook_block,
    reaches,
    revenue_label,
    segments_block,
)
from salesperf.analyses.rfm.compute import Scored
from salesperf.analyses.rfm.cutoffs import Cutoffs
from salesperf.analyses.rfm.edges import Edges, Passes
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.analyses.rfm.summary import lines_of
from salesperf.core.text import Lang
from salesperf.report.model import Cell, Row, TableBlock

MAP = map_of({"best": "4-5;3-5", "good": "3-5"})


def cells(row: Row) -> tuple[object, ...]:
    return tuple(one.value for one in row.cells if isinstance(one, Cell))


def rows(block: TableBlock) -> list[tuple[object, ...]]:
    return [cells(row) for row in block.rows]


def segments(found: Scored) -> TableBlock:
    return segments_block(found, lines_of(found), lang=Lang.EN)


def test_segments_stand_in_the_order_of_the_map_above_their_total() -> None:
    block = segments(scored(question(segments=MAP)))

    assert [row[:2] for row in rows(block)] == [("Best", 2), ("Good", 1), ("Others", 2)]
    assert block.total is not None
    # All five: days 0, 10, 30, 60, 117; orders 1, 1, 2, 3, 4; amounts 20, 100, 200, 300, 400.
    assert cells(block.total) == ("total", 5, 1.0, Decimal(1020), 1.0, 30.0, 2.0, Decimal(200))
    assert [one.key for one in block.figures] == ["customers", "revenue"]


def test_nobody_is_said_to_have_bought() -> None:
    block = segments(scored(question(), HEAD + "1,2026-01-01,Ann,R1,East,10\n1,2026-01-02,Ann,R1,East,-10\n"))

    assert (rows(block), block.total) == ([], None)
    assert block.empty.en == "nobody bought anything up to the analysis date"


def test_amounts_are_called_gross_where_returns_are_ignored() -> None:
    asked = question(counting=Counting(returns=Returns.IGNORED))

    assert revenue_label(scored(asked)).en == "gross revenue"
    assert revenue_label(scored(question())).en == "net revenue"


def test_the_grid_counts_customers_with_the_best_recency_above() -> None:
    block = grid_block(scored(question()))

    assert [column.key for column in block.columns] == ["recency", "f1", "f3", "f4", "f5"]
    assert rows(block) == [
        ("R5", 0, 0, 1, 0),
        ("R4", 0, 1, 0, 0),
        ("R3", 1, 0, 0, 0),
        ("R2", 1, 0, 0, 0),
        ("R1", 0, 0, 0, 1),
    ]
    assert block.is_backing
    assert rows(grid_block(scored(question("quartile"))))[0][0] == "R1"


def test_cutoffs_say_from_which_value_to_which_a_score_reaches() -> None:
    found = scored(question())
    assert found.cutoffs is not None

    block = cutoffs_block(found, found.cutoffs, lang=Lang.EN)

    # Days above 8 begin at 9; amounts are whole cents, so that what is above 84 begins at 84.01. No whole number lies
    # above 1 and up to 1.6: nobody can have that score.
    assert rows(block) == [
        ("recency", 5, None, 8, 1),
        ("recency", 4, 9, 22, 1),
        ("recency", 3, 23, 42, 1),
        ("recency", 2, 43, 71, 1),
        ("recency", 1, 72, None, 1),
        ("frequency", 1, None, 1, 2),
        ("frequency", 3, 2, 2, 1),
        ("frequency", 4, 3, 3, 1),
        ("frequency", 5, 4, None, 1),
        ("monetary", 1, None, 84, 1),
        ("monetary", 2, Decimal("84.01"), 160, 1),
        ("monetary", 3, Decimal("160.01"), 240, 1),
        ("monetary", 4, Decimal("240.01"), 320, 1),
        ("monetary", 5, Decimal("320.01"), None, 1),
    ]


def test_amounts_of_parts_of_a_cent_are_told_to_their_digit() -> None:
    found = scored(question("cn8"), HEAD + "1,2026-01-01,Ann,R1,East,0.001\n2,2026-01-02,Bob,R1,East,0.002\n")
    assert found.cutoffs is not None

    low, high = rows(cutoffs_block(found, found.cutoffs, lang=Lang.EN))[-2:]

    assert (low[3], high[2]) == (Decimal("0.001499"), Decimal("0.0015"))


def test_an_axis_without_edges_has_one_score_of_all_values() -> None:
    cutoffs = Cutoffs(dict.fromkeys(Axis, Edges((), Passes.ABOVE)))

    assert list(reaches(cutoffs, Axis.RECENCY, step=Fraction(1))) == [(None, None, 1)]


def test_the_playbook_is_of_segments_with_customers() -> None:
    told = MAP.model_dump()
    told["segment"] = [
        {"key": "best", "title": "Best", "r": "4-5", "owner": "boss", "owner_zh": "老板"},
        {"key": "none", "title": "None", "r": "1", "f": "1", "owner": "nobody"},
        {"key": "silent", "title": "Silent", "r": "3"},
    ]
    found = scored(question(segments=SegmentMap.model_validate(told)))

    block = playbook_block(found, lines_of(found), lang=Lang.ZH)

    assert block is not None
    assert rows(block) == [("Best", 2, Decimal(400), "老板", None, None, None)]
    for silent in (scored(question(segments=MAP)), scored(question())):
        assert playbook_block(silent, lines_of(silent), lang=Lang.EN) is None
