from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.render.terminal import draw
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, Section, Sentence, TableBlock

SGR = re.compile(r"\x1b\[[0-9;]*m")


def table(names: list[str], amounts: list[Decimal], *, columns: int = 1) -> Report:
    """One row a name, the same amount in every number column."""
    heads = (
        Column("rep", same("Rep")),
        *(Column(f"c{index}", same(f"Net revenue {index}"), Unit.MONEY) for index in range(columns)),
    )
    rows = tuple(
        Row((Cell(name), *(Cell(amount) for _ in range(columns)))) for name, amount in zip(names, amounts, strict=True)
    )
    return Report("salesperf.test/1", same("T"), Lang.EN, (TableBlock("t", same("T"), heads, rows),), Records((), ()))


def test_a_report_as_plain_text(plain_report: Report) -> None:
    assert draw(plain_report).decode() == (
        "Sales performance\n"
        "January and February 2026\n"
        "\n"
        "By period and rep\n"
        "Period   Rep   Net revenue (USD)  Orders  Return rate (%)\n"
        "───────  ────  ─────────────────  ──────  ───────────────\n"
        "2026-01  Ann            1,234.50       3            25.0\n"
        "2026-02  张伟             -20.00       0               –¹\n"
        "───────  ────  ─────────────────  ──────  ───────────────\n"
        "Total                   1,214.50       3            20.0\n"
        "\n"
        "¹ nothing was sold\n"
        "· basis: orders\n"
        "! Warning: tax basis unknown\n"
    )


def test_lines_to_copy_are_neither_wrapped_nor_indented(plain_report: Report) -> None:
    told = Note("reading", same('one is left out; put in:\n[[table]]\nname = "a very long name of a table"'))

    lines = draw(replace(plain_report, notes=(told,)), width=30).decode().splitlines()

    assert lines[-2:] == ["[[table]]", 'name = "a very long name of a table"']


def test_a_scoreboard_has_headings_units_in_cells_and_series(scoreboard: Report) -> None:
    lines = draw(replace(scoreboard, notes=())).decode().splitlines()

    assert lines[3:] == [
        "Scoreboard",
        "Metric             Value  vs prev (%)  Trend",
        "─────────────  ─────────  ───────────  ─────",
        "Results",
        "  Net revenue  $1,234.50     +50.0 ▲*  ▁ █",
        "  Orders               3     -25.0 ▼   ▄▄▄",
        "",
        "Process",
        "  Return rate      25.0%         –¹",
        "",
        "¹ nothing was sold",
        "* the data end before this period does, so it is not yet comparable with whole periods",
    ]


def test_chinese_words_and_currency(plain_report: Report) -> None:
    chinese = replace(plain_report, lang=Lang.ZH, meta=Meta(currency="CNY"))

    assert draw(chinese).decode().splitlines()[4:7] == [
        "期间     销售员  净销售额（元）  订单数  退货率（%）",
        "───────  ──────  ──────────────  ──────  ───────────",
        "2026-01  Ann           1,234.50       3        25.0",
    ]


def test_an_empty_table_says_so(empty_report: Report) -> None:
    assert draw(empty_report).decode().splitlines()[-1] == "no data"


def test_without_colour_there_is_no_escape(hostile_report: Report) -> None:
    assert b"\x1b" not in draw(hostile_report, width=80)


@pytest.mark.parametrize("width", [None, 40])
def test_colour_adds_styles_and_changes_no_word(plain_report: Report, width: int | None) -> None:
    coloured = draw(plain_report, color=True, width=width).decode()

    assert "\x1b[1mSales performance\x1b[0m" in coloured
    assert [line.rstrip() for line in SGR.sub("", coloured).splitlines()] == draw(
        plain_report, width=width
    ).decode().splitlines()


@pytest.mark.parametrize("variable", ["NO_COLOR", "COLUMNS", "TERM"])
def test_the_environment_does_not_overrule_the_caller(
    variable: str, plain_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = draw(plain_report, color=True)
    monkeypatch.setenv(variable, "dumb" if variable == "TERM" else "1")

    assert draw(plain_report, color=True) == before


def test_data_reach_a_coloured_screen_without_their_sequences(hostile_report: Report) -> None:
    rest = SGR.sub("", draw(hostile_report, color=True, width=80).decode())

    assert "\x1b" not in rest
    assert "[/oops]" in rest


def test_a_status_has_its_colour() -> None:
    report = table(["Ann"], [Decimal(1)])
    row = Row((Cell("Ann"), Cell(Decimal(1), status=Status.RED)))
    red = replace(report, blocks=(replace(report.blocks[0], rows=(row,)),))

    assert "\x1b[31m" in draw(red, color=True).decode()
    assert "✗ red 1" in draw(red).decode()


def test_a_table_too_wide_continues_below_with_its_names() -> None:
    report = table(["Ann", "Bob"], [Decimal("1234567.89")] * 2, columns=3)

    assert draw(report, width=31).decode().splitlines()[2:] == [
        "      Net revenue   Net revenue",
        "Rep             0             1",
        "───  ────────────  ────────────",
        "Ann  1,234,567.89  1,234,567.89",
        "Bob  1,234,567.89  1,234,567.89",
        "",
        "Rep  Net revenue 2",
        "───  ─────────────",
        "Ann   1,234,567.89",
        "Bob   1,234,567.89",
    ]


def test_a_screen_too_narrow_for_a_table_lists_the_values() -> None:
    report = table(["Ann", "Bob"], [Decimal("1234567890.12")] * 2)

    assert draw(report, width=15).decode().splitlines()[2:] == [
        "Rep",
        "  Ann",
        "Net revenue 0",
        "  1,234,567,890.12",
        "",
        "Rep",
        "  Bob",
        "Net revenue 0",
        "  1,234,567,890.12",
    ]


@settings(max_examples=100)
@given(
    st.text(st.sampled_from("ab 张伟，（）"), min_size=1, max_size=30),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**20), max_value=10**20),
    st.integers(20, 100),
)
def test_no_width_cuts_a_number_or_lets_a_table_run_over(name: str, amount: Decimal, width: int) -> None:
    text = draw(table([name], [amount], columns=4), width=width).decode()

    shown = f"{amount:,.2f}" if amount % 1 else f"{amount:,.0f}"
    assert text.count(shown.replace("-0", "0") if not amount else shown) >= 4
    if "───" in text:
        assert max(cell_len(line) for line in text.splitlines()) <= width


def test_long_notes_wrap_under_themselves(plain_report: Report) -> None:
    note = replace(plain_report.notes[1], text=Text("tax basis unknown: amounts as they stand", "含税口径不明"))

    lines = draw(replace(plain_report, notes=(note,)), width=30).decode().splitlines()

    assert lines[-2:] == ["! Warning: tax basis unknown:", "  amounts as they stand"]


def test_sections_stand_under_their_headings_with_sentences_tiles_and_tables(pack_report: Report) -> None:
    lines = draw(pack_report, width=100).decode().splitlines()

    at = lines.index("Summary")
    assert lines[at + 1] == "! yellow: Net revenue is $1.20K, 96% of the target and -3.1% on last year."
    assert lines[lines.index("South") + 1] == "nobody sold in this period"
    assert "› Ann" in lines
    assert any(line.startswith("    Ann              400.25") for line in lines)


@pytest.mark.parametrize(("lang", "words"), [(Lang.EN, "✓ green: Fine."), (Lang.ZH, "✓ 绿：不错。")])
def test_a_sentence_follows_its_light_after_the_colon_of_its_language(
    plain_report: Report, lang: Lang, words: str
) -> None:
    fine = Sentence(Text("Fine.", "不错。"), status=Status.GREEN)
    section = Section("one", same("One"), sentences=(fine,))

    shown = draw(replace(plain_report, lang=lang, sections=(section,)), width=80, color=False)

    assert words in shown.decode().splitlines()


def test_what_to_type_and_to_copy_stands_last_under_a_heading(pack_report: Report) -> None:
    notes = (
        Note("targets", same("2 targets: type salesperf targets status")),
        Note("reading", same("Put in:\n[[table]]\nname = 1")),
    )

    text = draw(replace(pack_report, notes=notes)).decode()

    assert "\n· Put in (the lines stand at the end" in text
    assert text.endswith(
        "\n\nFor whoever maintains the data\n· 2 targets: type salesperf targets status\n"
        "· Put in:\n[[table]]\nname = 1\n"
    )
