from __future__ import annotations

import codecs
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from salesperf.core.errors import UsageError
from salesperf.core.text import Lang, same
from salesperf.render import FORMATS, DrawOptions, Format, draw, find_format, format_of
from salesperf.report.model import Cell, Report, Row

REPORTS = (
    "plain_report",
    "empty_report",
    "hostile_report",
    "wide_amounts",
    "scoreboard",
    "pack_report",
    "hostile_pack_report",
)


OWN = tuple(one for one in FORMATS if one.extra is None)
"""Formats that need nothing beside salesperf; a page is laid out on sheets in test_pdf.py."""


@pytest.fixture(params=REPORTS)
def any_report(request: pytest.FixtureRequest) -> Report:
    found: Report = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize(
    ("one", "width"),
    [*((one, None) for one in OWN), *((FORMATS["table"], width) for width in (80, 20))],
    ids=lambda value: value.key if isinstance(value, Format) else str(value),
)
@pytest.mark.parametrize("lang", Lang)
def test_every_format_draws_every_report_the_same_way_twice(
    one: Format, any_report: Report, lang: Lang, width: int | None
) -> None:
    options = DrawOptions(color=True, width=width, total=True, csv_safe=True)
    spoken = replace(any_report, lang=lang)

    drawn = draw(spoken, format=one.key, options=options)

    assert drawn == draw(spoken, format=one.key, options=options)
    if not one.binary:
        drawn.decode("utf-8")


@pytest.mark.parametrize("key", [one.key for one in FORMATS if not one.binary])
def test_no_text_lets_a_control_sequence_through(key: str, hostile_report: Report) -> None:
    text = draw(hostile_report, format=key).decode()

    assert not any(char in text for char in "\x1b\x07\x9b\r")


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters()),
    st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=0, max_value=10**30),
)
def test_no_name_and_no_amount_breaks_a_format(plain_report: Report, name: str, amount: Decimal) -> None:
    row = (name, name, amount.copy_negate(), 1, 0.5)
    report = replace(plain_report, title=same(name), records=replace(plain_report.records, rows=(row,), total=row))
    block = replace(report.blocks[0], rows=(Row(tuple(Cell(value) for value in row), same(name)),))

    for one in OWN:
        drawn = draw(replace(report, blocks=(block,)), format=one.key, options=DrawOptions(width=60, total=True))
        assert one.binary or not any(char in drawn.decode() for char in "\x1b\x07\x00\x9b")


@pytest.mark.parametrize("key", ["table", "md", "html"])
def test_what_people_read_has_no_hidden_direction(key: str, hostile_report: Report) -> None:
    assert "\u202e" not in draw(hostile_report, format=key).decode()


@pytest.mark.parametrize("one", [one for one in FORMATS if len(one.encodings) > 1], ids=lambda one: one.key)
def test_a_format_writes_every_encoding_it_names(one: Format, plain_report: Report) -> None:
    plain = draw(plain_report, format=one.key)

    for encoding in one.encodings:
        drawn = draw(plain_report, format=one.key, options=DrawOptions(encoding=encoding))
        assert drawn.decode(encoding) == plain.decode()
        assert drawn.startswith(codecs.BOM_UTF8) == (encoding == "utf-8-sig")


def test_an_encoding_a_format_does_not_have_is_refused(plain_report: Report) -> None:
    with pytest.raises(UsageError, match="format 'json' cannot be written as 'gb18030'") as caught:
        draw(plain_report, format="json", options=DrawOptions(encoding="gb18030"))

    assert caught.value.hint == "its encodings: utf-8"


def test_a_misspelled_format_suggests() -> None:
    with pytest.raises(UsageError, match="unknown format 'jsn'") as caught:
        find_format("jsn")

    assert caught.value.hint == "did you mean 'json' or 'jsonl'?"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("a.csv", "csv"),
        ("a.b.TSV", "tsv"),
        ("a.md", "md"),
        ("a.parquet", "parquet"),
        ("a.txt", "table"),
        ("a.xlsx", "xlsx"),
        ("a.html", "html"),
        ("a.HTM", "html"),
    ],
)
def test_a_file_name_chooses_its_format(name: str, key: str) -> None:
    assert format_of(name).key == key


def test_a_file_name_without_a_known_suffix_is_refused() -> None:
    with pytest.raises(UsageError, match=r"no format is known for the file name 'a\.doc'"):
        format_of("a.doc")


def test_no_two_formats_claim_one_suffix() -> None:
    suffixes = [suffix for one in FORMATS for suffix in one.suffixes]

    assert len(set(suffixes)) == len(suffixes)
