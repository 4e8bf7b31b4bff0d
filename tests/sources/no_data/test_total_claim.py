from __future__ import annotations

from decimal import Decimal

from salesperf.sources.no_data.total_claim import Claim

LINE = ("2026-01-02", "乙", "李", "10", "200")


def _claim(*cells: str, label: int = 1) -> Claim:
    figures = {at: Decimal(cell) for at, cell in enumerate(cells) if at > label and cell.isdigit()}
    return Claim(9, cells, label, figures, "", LINE)


def test_a_date_of_its_own_is_another_than_the_line_beside_has() -> None:
    own, carried = _claim("2026-01-31", "合计", "", "15", "300"), _claim("2026-01-02", "合计", "", "15", "300")

    assert (own.is_dated(), own.has_date_of_its_own()) == (True, True)
    assert (carried.is_dated(), carried.has_date_of_its_own()) == (True, False)


def test_a_date_where_lines_have_none_is_no_date_of_a_sale() -> None:
    assert not _claim("", "合计", "2026-01-31", "15", "300").is_dated()


def test_a_row_with_a_text_of_its_own_says_more_than_total() -> None:
    assert _claim("2026-01-31", "合计", "-", "15", "300").says_only_total()
    assert not _claim("2026-01-31", "合计", "王", "15", "300").says_only_total()


def test_the_largest_figure_is_looked_for_in_columns_that_add_up_and_is_no_year() -> None:
    claim = _claim("2026-01-31", "合计", "2026", "15", "300")

    assert claim.of_largest({2, 3, 4}).figures == {4: Decimal(300)}
    assert claim.of_largest({3}).figures == {3: Decimal(15)}
    assert claim.of_largest(set()).figures == {}


def test_the_number_of_its_row_is_no_text_of_its_own() -> None:
    line, total = ("SO-1", "2026-01-02", "Ann", "10"), ("SO-2", "2026-01-31", "Total", "30")

    assert Claim(9, total, 2, {}, "", line).says_only_total()
    assert not Claim(9, ("Shop", *total[1:]), 2, {}, "", line).says_only_total()
