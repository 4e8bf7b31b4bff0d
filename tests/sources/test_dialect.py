from __future__ import annotations

import pytest

from salesperf.sources.dialect import dialect_of

ROWS = [["id", "date", "amount"], ["1", "2024-01-05", "10"], ["2", "2024-01-06", "20"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_the_one_that_makes_rows_alike(delimiter: str, line_end: str) -> None:
    dialect = dialect_of("".join(delimiter.join(row) + line_end for row in ROWS))

    assert dialect.delimiter == delimiter
    assert dialect.line_end == ("\r" if line_end == "\r" else "\n")


@pytest.mark.parametrize("delimiter", ["^", "~", ":", " "])
def test_a_rare_delimiter_is_believed_when_it_divides_a_whole_table(delimiter: str) -> None:
    assert dialect_of("".join(delimiter.join(row) + "\n" for row in ROWS)).delimiter == delimiter


def test_words_and_times_are_no_columns() -> None:
    assert "one column" in dialect_of("name\nAnn May Lee\nBo Per Ek\n").evidence
    assert "one column" in dialect_of("at\n10:30:00\n11:00:00\n").evidence


def test_decimal_commas_do_not_make_a_delimiter() -> None:
    assert dialect_of("id;amount\n1;1,50\n2;2,75\n").delimiter == ";"


def test_commas_inside_money_and_dates_do_not_make_a_delimiter() -> None:
    text = "rep\ttarget\tmonth\n" + "".join(f"{i}\t$500,000\tFriday, December 1, 2017\n" for i in range(30))

    assert dialect_of(text).delimiter == "\t"


def test_delimiters_between_quotes_do_not_count() -> None:
    assert dialect_of('id,note\n1,"a;b;c"\n2,"d;e;f"\n').delimiter == ","


def test_a_column_alone_has_no_delimiter() -> None:
    assert "one column" in dialect_of("id\n1\n2\n").evidence


def test_a_delimiter_named_is_taken() -> None:
    assert dialect_of("a,b;c\n1,2;3\n", delimiter=";").delimiter == ";"
