from __future__ import annotations

import pytest

from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts.text_file import TextFile, open_text
from salesperf.sources.texts.text_plan import TextPlan, plan_of

ROWS = "1,2026-01-05,10\n2,2026-01-06,20\n3,2026-01-07,30\n"


def _file(text: str) -> SourceFile:
    content = text.encode()
    return SourceFile(None, "orders.csv", "", len(content), content)


def _text(text: str) -> TextFile:
    return open_text(_file(text))


def _plan(text: str, *, delimiter: str | None = None, header_row: int | None = None) -> TextPlan:
    return plan_of(_text(text), _file(text), delimiter=delimiter, header_row=header_row)


def test_a_plain_table_begins_with_its_header() -> None:
    plan = _plan("id,date,amount\n" + ROWS)

    assert (plan.header, plan.names, plan.renamed) == (("id", "date", "amount"),) * 2 + ((),)
    assert (plan.writing.delimiter, plan.head.header, plan.head.body) == (",", 0, 1)
    assert (plan.lines, plan.separators) == (1, 2)


def test_lines_and_separators_above_the_data_are_counted() -> None:
    # A title, an empty line, a header over two lines because of the line end between its quotes.
    plan = _plan('Sales of 2026\n\nid,date,"amount\n(CNY, net)"\n' + ROWS)

    assert (plan.head.header, plan.head.body) == (2, 3)
    assert (plan.lines, plan.separators) == (4, 2)
    assert plan.names[:2] == ("id", "date")


def test_what_the_user_names_is_not_judged() -> None:
    text = "a;b|c\nid;x|amount\n1;y|10\n2;z|20\n"

    plan = _plan(text, delimiter="|", header_row=2)

    assert (plan.writing.delimiter, plan.head.header, plan.names) == ("|", 1, ("id;x", "amount"))


def test_the_layout_counts_rows_as_the_file_shows_them_and_adds_what_was_dropped_below() -> None:
    text = "Sales of 2026\n\nid,date,amount\n" + ROWS

    layout = _plan(text).layout(_text(text), {"blank": 2, "total": 1})

    assert (layout.header_row, layout.first_row, layout.encoding, layout.delimiter) == (3, 4, "utf-8", ",")
    assert layout.dropped == {"title": 1, "blank": 3, "total": 1}
    assert layout.evidence[0].en == "encoding utf-8: every byte fits UTF-8"


def test_repeated_and_empty_header_cells_are_renamed_and_told() -> None:
    text = "id,amount,amount,\n1,10,11,x\n2,20,21,y\n"
    plan = _plan(text)

    (found,) = plan.findings(_text(text), _file(text))

    assert plan.header == ("id", "amount", "amount", "")
    assert plan.names == ("id", "amount", "amount_2", "column_4")
    assert (found.code, found.count) == ("R115", 2)


def test_a_table_without_header_is_told_and_its_columns_are_numbered() -> None:
    text = "".join(f"{number},2026-01-{number:02},{number * 10}\n" for number in range(1, 9))
    plan = _plan(text)

    (found,) = plan.findings(_text(text), _file(text))

    assert (plan.head.header, plan.head.body, plan.lines) == (None, 0, 0)
    assert plan.names == ("column_1", "column_2", "column_3")
    assert plan.layout(_text(text), {}).header_row is None
    assert (found.code, found.where.file) == ("R116", "orders.csv")


def test_empty_cells_at_the_end_of_the_header_that_no_row_has_are_no_columns() -> None:
    assert _plan("id,amount,,\n1,10\n2,20\n").names == ("id", "amount")


def test_cells_that_every_row_has_beyond_the_header_are_columns() -> None:
    assert _plan("id,date,amount\n1,2026-01-05,10,\n2,2026-01-06,20,\n").names == ("id", "date", "amount", "column_4")


def test_a_text_of_blanks_is_refused() -> None:
    for text in (" \n\n", ",,\n,,\n"):
        with pytest.raises(Refused) as refused:
            _plan(text)
        assert refused.value.issue.code == "R104"


def test_a_header_that_fits_no_row_may_have_another_delimiter_only_where_that_was_guessed() -> None:
    text = "id,date,customer,amount\n" + "".join(f"{at},2026-01-0{at},Hill & Co,1.00,{at}0.00\n" for at in (1, 2, 3))
    named, guessed = _plan(text, delimiter=","), _plan(text)

    told, bare = (
        next(one for one in plan.findings(_text(text), _file(text)) if one.code == "R137") for plan in (guessed, named)
    )

    assert told.hint.endswith("something other than ',', name it with --delimiter")
    assert "--delimiter" not in bare.hint
