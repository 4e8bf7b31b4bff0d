"""What real exports do, what the readers of workbooks do wrong, what reading promises: each with tests that show it.

A line is what people may rely on; the names are tests anywhere under tests/. A name that no test has is a fault here,
so a test that is renamed takes its line along.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

SHOWN_BY: Mapping[str, tuple[str, ...]] = {
    "encodings are told by mark, by strict UTF-8 and by the words they make": (
        "test_a_byte_order_mark_names_the_encoding",
        "test_exports_in_many_encodings_are_read_as_written",
        "test_no_export_is_misread",
        "test_utf16_without_a_mark_is_seen_in_text_that_is_mostly_chinese",
    ),
    "few characters are told, and no clear leader is an error that names the flag": (
        "test_one_cell_beyond_ascii_is_not_misread_without_a_finding",
        "test_no_export_with_few_characters_is_misread_without_a_finding",
        "test_an_encoding_without_leader_is_an_error_that_names_the_flag",
        "test_the_encoding_that_is_named_overrules_the_bytes",
    ),
    "a cell in another encoding than its file is told or refused": (
        "test_a_cell_in_another_encoding_than_its_file_is_told_or_refused",
    ),
    "dialects: delimiters, line ends, quotes and line ends in cells, decimal commas": (
        "test_a_delimiter_may_have_several_characters",
        "test_line_ends_may_be_of_any_kind_and_mixed",
        "test_a_quoted_cell_may_hold_delimiters_quotes_and_line_ends",
        "test_mac_roman_with_carriage_returns_only",
        "test_one_decimal_comma_settles_the_thousands_of_the_others",
    ),
    "frames around the table: titles, two-row and merged headers, totals, footers, several tables, no header": (
        "test_titles_blank_rows_and_totals_are_left_out_and_counted",
        "test_a_subtotal_in_the_middle_of_a_large_file_never_counts",
        "test_a_title_as_wide_as_a_narrow_table_is_no_header",
        "test_a_header_over_two_rows_is_joined",
        "test_merged_names_hold_for_the_metrics_below_them",
        "test_a_total_or_footer_is_found_whatever_it_begins_with",
        "test_a_header_of_its_own_behind_a_blank_row_begins_another_table",
        "test_a_header_said_again_is_no_data",
        "test_a_table_without_header_gets_numbered_columns",
        "test_header_names_are_trimmed_and_made_unique",
    ),
    "dates of every kind; the order is decided over the whole column and told when two fit": (
        "test_written_dates_are_the_days_people_read",
        "test_one_day_past_twelve_decides_the_order_of_all",
        "test_day_and_month_are_decided_beyond_the_sample",
        "test_days_that_fit_two_orders_are_told",
        "test_what_is_no_day_is_none_and_counted",
    ),
    "numbers in any dress; what may part thousands or decimals is told": (
        "test_a_mark_that_may_part_thousands_or_decimals_is_told",
        "test_a_mark_before_three_digits_everywhere_is_ambiguous",
        "test_a_header_in_ten_thousands_scales_its_numbers",
    ),
    "ids: leading zeros, lost digits, ids shown as dates, keys that differ by a blank": (
        "test_leading_zeros_stay",
        "test_ids_that_a_spreadsheet_shortened_are_told",
        "test_the_date_formatted_ids_of_a_workbook_are_numbers_again",
        "test_a_workbook_whose_ids_are_formatted_as_dates",
        "test_an_unmatched_key_is_told_with_its_lines_its_money_and_what_it_may_mean",
    ),
    "targets: months across, thousands, fiscal years, quota periods, rows of managers": (
        "test_each_filled_cell_is_one_target",
        "test_fiscal_years_are_read_by_the_settings_else_told",
        "test_quota_periods_run_to_the_day_before_the_next",
        "test_both_dresses_of_the_reseller_targets_are_the_same_809_targets",
    ),
    "many files: overlap is taken from the later one and told, repeats inside one file stay": (
        "test_overlapping_files_are_settled_and_accounted_for",
        "test_increments_take_orders_whole_from_the_later_file",
        "test_online_retail_repeats_are_counted_and_kept",
        "test_numbering_that_restarts_each_month_erases_no_month",
    ),
    "days that contradict each other: closed before created, converted before answered, paid before ordered": (
        "test_days_in_the_wrong_order_are_told_with_the_first_row",
        "test_the_finding_names_row_and_days_in_both_languages",
    ),
    "closed before the first contact": (
        "test_deals_closed_before_the_first_activity_are_told",
        "test_files_that_contradict_each_other_are_told_when_loaded",
    ),
    "a negative quantity without a return": (
        "test_a_negative_quantity_beside_a_positive_amount_is_told_unless_the_status_says_return",
    ),
    "an amount that is not quantity times price less discount": (
        "test_an_amount_that_is_not_what_the_others_are_is_told",
        "test_what_many_rows_do_is_a_custom_of_the_export",
    ),
    "a workbook that would end its reader is refused before the engine is loaded": (
        "test_an_attack_is_refused_at_once",
        "test_an_attack_is_refused_where_files_are_read",
        "test_each_limit_can_be_set_in_the_project_file",
        "test_two_cells_far_apart_are_refused_before_they_are_read",
    ),
    "a file whose reader breaks down ends a trial, never the program": (
        "test_a_trial_that_takes_too_long_names_the_limit",
        "test_a_trial_that_takes_too_much_memory_refuses_the_file",
    ),
    "failed formulas and formulas without a result are never silent": (
        "test_error_cells_are_told_by_column",
        "test_formulas_without_a_result_are_told_by_column",
        "test_an_error_where_an_amount_is_needed_is_named_and_its_row_set_aside",
    ),
    "dates of the 1904 system are the days that Excel shows": (
        "test_dates_of_the_1904_system_read_as_excel_shows_them",
        "test_workbooks_of_the_1904_system_hold_the_days_that_excel_shows",
    ),
    "the table of a file stands as read, with what was left out by reason": (
        "test_a_table_stands_as_the_file_has_it",
        "test_every_csv_of_the_spectrum_equals_its_twin",
    ),
    "rows in are rows loaded, set aside or recognised as no data, and money is reconciled": (
        "test_check_reconciles_rows_and_money",
        "test_a_whole_folder_never_stops_and_every_row_is_accounted_for",
    ),
    "a clean text is parsed once, straight to types, and only the columns wanted": (
        "test_whole_numbers_come_straight_from_the_scan",
        "test_only_wanted_columns_are_kept",
    ),
    "the mapping says why, and a missing column names the headers most like it": (
        "test_the_mapping_says_why",
        "test_a_missing_column_names_the_headers_most_like_it",
    ),
}


@pytest.fixture(scope="module")
def names(root: Path) -> frozenset[str]:
    """The names of all tests."""
    found = (
        re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in (root / "tests").rglob("test_*.py")
    )
    return frozenset(name for several in found for name in several)


@pytest.mark.parametrize("line", SHOWN_BY)
def test_each_line_is_shown_by_tests_that_exist(line: str, names: frozenset[str]) -> None:
    assert [name for name in SHOWN_BY[line] if name not in names] == []
