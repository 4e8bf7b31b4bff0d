from __future__ import annotations

from salesperf.core.text import Lang
from salesperf.render.html.unfilled import Unfilled, filled
from salesperf.report.words import Grid, Kind, Line, Remark, Word

REMARKS = (Remark("no base", "¹"), Remark("no target", "²"), Remark("of orders"))
NULL_1, NULL_2, NULL = Word("–", "¹"), Word("–", "²"), Word("–")


def grid(*rows: tuple[Word, ...], total: tuple[Word, ...] | None = None) -> Grid:
    """Rows of a name and further cells under the headers a, b, c, ..."""
    width = len(rows[0])
    lines = tuple(Line(row) for row in rows)
    kinds = (Kind.WORD, *(Kind.NUMBER,) * (width - 1))
    return Grid("T", tuple("nabcdef"[:width]), kinds, (False,) * width, lines, Line(total) if total else None, "")


ANN, BOB, ONE = Word("Ann"), Word("Bob"), Word("1")


def test_columns_that_are_empty_for_one_reason_are_left_out() -> None:
    shown = filled(grid((ANN, ONE, NULL_1, NULL_1), (BOB, ONE, NULL_1, NULL_1)), REMARKS)

    assert shown.grid.headers == ("n", "a")
    assert [word.text for word in shown.grid.lines[1].words] == ["Bob", "1"]
    assert shown.unfilled == (Unfilled(("b", "c"), ("no base",)),)


def test_each_reason_is_said_with_its_columns() -> None:
    shown = filled(grid((ANN, NULL_2, ONE, NULL_1)), REMARKS)

    assert shown.unfilled == (Unfilled(("a",), ("no target",)), Unfilled(("c",), ("no base",)))


def test_a_column_with_one_value_reasons_of_their_own_or_none_stays() -> None:
    whole = grid((ANN, ONE, NULL_1, NULL_1, NULL), (BOB, ONE, NULL_2, ONE, NULL))

    assert filled(whole, REMARKS).grid == whole


def test_a_total_that_holds_something_keeps_its_column_and_one_that_is_empty_does_not() -> None:
    row = (ANN, ONE, NULL_1)

    assert filled(grid(row, total=(Word(""), ONE, ONE)), REMARKS).unfilled == ()
    assert filled(grid(row, total=(Word(""), ONE, NULL)), REMARKS).grid.headers == ("n", "a")


def test_a_row_without_a_reason_does_not_gainsay_the_others() -> None:
    assert filled(grid((ANN, ONE, NULL_1), (BOB, ONE, NULL)), REMARKS).grid.headers == ("n", "a")


def test_one_row_may_have_another_reason_and_both_are_said() -> None:
    shown = filled(grid((ANN, ONE, NULL_1), (BOB, ONE, NULL_1), (Word("others"), ONE, NULL_2)), REMARKS)

    assert shown.unfilled == (Unfilled(("b",), ("no base", "no target")),)
    assert shown.unfilled[0].said(Lang.EN) == "Left out, for no row has a value: b – no base; no target"


def test_the_names_and_a_table_of_nothing_else_stay() -> None:
    bare = grid((NULL_1, NULL_1), (NULL_1, NULL_1))

    assert filled(bare, REMARKS).grid == bare


def test_a_partial_sign_or_an_arrow_is_no_reason() -> None:
    whole = grid((ANN, ONE, Word("–", "*")))

    assert filled(whole, (Remark("March is not over", "*"),)).unfilled == (Unfilled(("b",), ("March is not over",)),)
    assert filled(whole, ()).grid == whole


def test_a_table_without_rows_is_left_alone() -> None:
    empty = Grid("T", ("n", "a"), (Kind.WORD, Kind.NUMBER), (False, False), (), None, "nothing")

    assert filled(empty, REMARKS).grid == empty


def test_it_is_said_in_the_language_of_the_page() -> None:
    one = Unfilled(("同比", "环比", "同比"), ("没有可比的上期",))

    assert one.said(Lang.ZH) == "未列出（各行均无数值）：同比、环比；没有可比的上期"
    assert one.said(Lang.EN) == "Left out, for no row has a value: 同比, 环比 – 没有可比的上期"
    assert (
        one.said(Lang.BOTH) == "未列出（各行均无数值） / Left out, for no row has a value: 同比, 环比 – 没有可比的上期"
    )
