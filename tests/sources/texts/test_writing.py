from __future__ import annotations

import pytest

from salesperf.sources.rows.records import Writing
from salesperf.sources.texts.writing import writing_of

ROWS = (("id", "date", "rep", "amount"), *((str(n), f"2025-01-0{n}", "Ann Lee", f"{n}.50") for n in range(1, 9)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", "||", ";;", ", "])
def test_the_delimiter_is_the_one_that_makes_rows_of_one_width(delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in ROWS)

    assert writing_of(text).writing == Writing(delimiter)


def test_blanks_behind_a_delimiter_are_padding_where_lines_end_with_it() -> None:
    text = "date, no, customer, amount\n2025-01-05, A1, Ann, 100,,\n2025-01-06, A2, Bo, 200\n2025-01-07, A3, Cy, 300,\n"

    assert writing_of(text).writing.delimiter == ","


def test_times_and_words_are_no_columns() -> None:
    for text in (
        "time\n10:30:00\n11:00:00\n",
        "name\nAnn Lee\nBo Ek\n",
        "name\nAnn May Lee\nBo Per Ek\n",
        "at\n2025-01-01 10:30\n",
    ):
        found = writing_of(text)

        assert (found.writing.delimiter, found.width) == (",", 1)
        assert "one column" in found.evidence.en


def test_a_delimiter_that_is_named_is_taken() -> None:
    assert writing_of("a,b;c\n1,2;3\n", delimiter=";").writing.delimiter == ";"


def test_apostrophes_around_cells_are_quotes() -> None:
    assert writing_of("id,name\n1,'Lee, Ann'\n2,'Ek, Bo'\n").writing == Writing(",", "'")


def test_an_apostrophe_in_a_word_is_none() -> None:
    assert writing_of("id,name\n1,O'Brien\n2,D'Arcy\n").writing.quote == '"'


def test_a_backslash_before_a_quote_is_seen_but_a_path_is_none() -> None:
    assert writing_of('id,name\n1,"say \\"hi\\" now"\n2,x\n').writing.backslash
    assert not writing_of('path,name\n"C:\\",a\n"D:\\",b\n').writing.backslash


def test_a_stray_quote_does_not_hide_the_delimiter() -> None:
    lines = [";".join(row) for row in ROWS]
    lines[1] = f'"{lines[1]}'

    assert writing_of("\n".join(lines)).writing.delimiter == ";"


@pytest.mark.parametrize("delimiter", ["~|~", "，", "#", "；"])
def test_rare_delimiters_are_told_by_the_whole_table(delimiter: str) -> None:
    rows = [("id", "name", "amount"), *((f"A{n}", "Ann", f"{n}.50") for n in range(9))]

    fit = writing_of("".join(delimiter.join(row) + "\n" for row in rows))

    assert (fit.writing.delimiter, fit.width) == (delimiter, 3)


def test_apostrophes_may_stand_around_cells_of_several_lines() -> None:
    fit = writing_of("id;note\n1;'two\nlines'\n2;'three\nmore\nlines'\n3;plain\n")

    assert (fit.writing.quote, fit.width) == ("'", 2)


def test_commas_that_part_every_row_alike_go_before_blanks_inside_names() -> None:
    rows = [f"C{n},c name {n},ind name {n},reg name {n},2021-11-14,A013,ti name {n}\n" for n in range(20)]
    text = "Customer ID,Customer Name,Industry,Region,Customer Since,Sales Rep ID,Tier\n" + "".join(rows)

    found = writing_of(text)

    assert (found.writing.delimiter, found.width) == (",", 7)
