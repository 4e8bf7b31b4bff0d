from __future__ import annotations

from salesperf.render.xlsx.widths import column_width, lines_needed, text_width


def test_a_chinese_character_takes_two_columns_and_an_accent_none() -> None:
    assert text_width("恒源建材") == 8
    assert text_width("e\u0301") == 1
    assert text_width("") == 0


def test_a_column_is_as_wide_as_its_longest_cell_within_bounds() -> None:
    assert column_width(20, "x") == 22.4
    assert column_width(0, "x") == 8.0
    assert column_width(1_000, "x") == 48.0


def test_a_long_header_may_wrap() -> None:
    """Forty columns of header over short cells: half of it, 3 for the break, 2.5 for the filter."""
    assert column_width(2, "h" * 40) == 25.5


def test_lines_are_counted_with_the_breaks_in_the_text() -> None:
    assert lines_needed("a\nb", 50) == 2
    assert lines_needed("净" * 49, 50) == 2
