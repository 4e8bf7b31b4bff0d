from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from salesperf.core.text import Lang, printable, same
from salesperf.core.unit import Unit
from salesperf.render.csv import draw
from salesperf.report.model import Column, Records, Report, Value


def one_column(*values: Value) -> Report:
    records = Records((Column("x", same("X"), Unit.MONEY),), tuple((value,) for value in values))
    return Report("salesperf.test/1", same("T"), Lang.EN, (), records)


def test_keys_then_records_then_nothing(plain_report: Report) -> None:
    assert draw(plain_report).decode() == (
        "period,rep,net_revenue,orders,return_rate\n2026-01,Ann,1234.5,3,0.25\n2026-02,张伟,-20,0,\n"
    )


def test_the_total_comes_last_only_when_asked(plain_report: Report) -> None:
    assert draw(plain_report, total=True).decode().splitlines()[-1] == "Total,,1214.5,3,0.2"


def test_an_empty_report_still_has_its_header(empty_report: Report) -> None:
    assert draw(empty_report, total=True) == b"period,rep,net_revenue,orders,return_rate\n"


def test_tabs_part_the_fields_of_tsv(plain_report: Report) -> None:
    assert draw(plain_report, delimiter="\t").decode().splitlines()[1] == "2026-01\tAnn\t1234.5\t3\t0.25"


def test_quotes_null_and_empty_text() -> None:
    report = one_column("a,b", 'say "x"', "two\nlines", "", None, " padded ", "=1+1")

    assert draw(report).decode() == 'x\n"a,b"\n"say ""x"""\n"two\nlines"\n""\n""\n" padded "\n=1+1\n'


def test_null_and_empty_text_differ_beside_other_fields(plain_report: Report) -> None:
    rows: tuple[tuple[Value, ...], ...] = (("", None, None, 1, None),)

    lines = draw(replace(plain_report, records=replace(plain_report.records, rows=rows))).decode().splitlines()

    assert lines[1] == '"",,,1,'


def test_data_are_altered_only_when_asked_and_numbers_never() -> None:
    report = one_column("=1+1", "@x", "-5", "Acme", Decimal(-5))

    assert draw(report, csv_safe=True).decode() == "x\n'=1+1\n'@x\n'-5\nAcme\n-5\n"
    assert draw(report).decode() == "x\n=1+1\n@x\n-5\nAcme\n-5\n"


def test_gb18030_holds_every_character() -> None:
    report = one_column("恒源建材 €")

    assert draw(report, encoding="gb18030").decode("gb18030") == "x\n恒源建材 €\n"


@given(st.lists(st.tuples(st.text(st.characters()), st.text(st.characters())), max_size=5))
def test_a_csv_reader_gets_back_what_was_written(rows: list[tuple[str, str]]) -> None:
    columns = (Column("a", same("A")), Column("b", same("B")))
    report = Report("salesperf.test/1", same("T"), Lang.EN, (), Records(columns, tuple(rows)))

    text = draw(report).decode()

    read = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert read == [["a", "b"], *[[printable(first), printable(second)] for first, second in rows]]
