from __future__ import annotations

from msgspec.structs import replace

from salesperf.core.text import Lang, same
from salesperf.render.markdown import draw
from salesperf.report.model import Note, Report


def test_title_table_total_and_notes(plain_report: Report) -> None:
    assert draw(plain_report).decode() == (
        "# Sales performance\n"
        "\n"
        "January and February 2026\n"
        "\n"
        "## By period and rep\n"
        "\n"
        "| Period | Rep | Net revenue (USD) | Orders | Return rate (%) |\n"
        "| --- | --- | ---: | ---: | ---: |\n"
        "| 2026-01 | Ann | 1,234.50 | 3 | 25.0 |\n"
        "| 2026-02 | 张伟 | -20.00 | 0 | –¹ |\n"
        "| **Total** |  | **1,214.50** | **3** | **20.0** |\n"
        "\n"
        "## Notes\n"
        "\n"
        "- ¹ nothing was sold\n"
        "- basis: orders\n"
        "- Warning: tax basis unknown\n"
    )


def test_lines_to_copy_are_a_block_of_code_below_their_note(plain_report: Report) -> None:
    told = Note("reading", same('one is left out; put in:\n[[table]]\nname = "```"'))

    lines = draw(replace(plain_report, notes=(told,))).decode().splitlines()

    assert lines[-5:] == ["- one is left out; put in:", "  ````toml", "  [[table]]", '  name = "```"', "  ````"]


def test_a_group_has_its_heading_in_the_table(scoreboard: Report) -> None:
    lines = draw(scoreboard).decode().splitlines()

    assert lines[6:13] == [
        "| Metric | Value | vs prev (%) | Trend |",
        "| --- | ---: | ---: | --- |",
        "| **Results** |  |  |  |",
        "| Net revenue | $1,234.50 | +50.0 ▲\\* | ▁ █ |",
        "| Orders | 3 | -25.0 ▼ | ▄▄▄ |",
        "| **Process** |  |  |  |",
        "| Return rate | 25.0% | –¹ |  |",
    ]


def test_an_empty_table_says_so_in_its_language(empty_report: Report) -> None:
    assert draw(empty_report).decode().endswith("## By period and rep\n\nno data\n")
    assert draw(replace(empty_report, lang=Lang.ZH)).decode().endswith("## 按期间、销售员\n\n无数据\n")


def test_every_row_has_the_cells_of_the_header(hostile_report: Report) -> None:
    lines = [line for line in draw(hostile_report).decode().splitlines() if line.startswith("| ")]

    assert len(lines) == len(hostile_report.records.rows) + 3
    assert {line.replace("\\\\", "").replace("\\|", "").count("|") for line in lines} == {6}


def test_sections_have_headings_by_depth_and_tiles_a_table(pack_report: Report) -> None:
    lines = draw(pack_report).decode().splitlines()

    assert "## Summary" in lines
    assert "### Reps of East" in lines
    assert "### Ann" in lines
    assert "#### Largest orders" in lines
    assert "! yellow · Net revenue is $1.20K, 96% of the target and -3.1% on last year." in lines
    assert r"| Net revenue | ! yellow $1,200.50 | $1,250 | ! yellow 96.0% | -3.1% ▼ | ▁ █▄▃▆ |" in lines
    assert "| &nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Ann | 400.25 | 350 | ✓ green 114.4 | +20.0 ▲ |" in lines
    assert lines[lines.index("## South") + 2] == "nobody sold in this period"


def test_what_to_type_and_to_copy_stands_last_under_a_heading(pack_report: Report) -> None:
    notes = (
        Note("targets", same("2 targets: type salesperf targets status")),
        Note("reading", same("Put in:\n[[table]]\nname = 1")),
    )

    text = draw(replace(pack_report, notes=notes)).decode()

    assert "\n- Put in (the lines stand at the end" in text
    assert text.endswith(
        "\n\n## For whoever maintains the data\n\n"
        "- 2 targets: type salesperf targets status\n"
        "- Put in:\n  ```toml\n  [[table]]\n  name = 1\n  ```\n"
    )
