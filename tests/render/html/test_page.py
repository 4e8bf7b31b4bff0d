from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from msgspec.structs import replace

from company_pack import company_pack, hostile_names
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.render.html.page import draw
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, Column, Note, Report, Row, Section, Sentence, TableBlock, Tile

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Tree(HTMLParser):
    """The elements of a page with the names of their attributes, without those inside pictures, and all its texts."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "svg" not in self.open:
            self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and "svg" not in self.open:
            self.texts.append((self.open[-1] if self.open else "", data.strip()))

    def of(self, tag: str) -> list[str]:
        return [text for inside, text in self.texts if inside == tag]


@pytest.fixture
def page(pack_report: Report) -> Tree:
    return Tree(draw(pack_report))


def test_the_same_report_gives_the_same_bytes(pack_report: Report) -> None:
    assert draw(pack_report) == draw(pack_report)


def test_every_element_is_closed_and_every_id_is_one(page: Tree) -> None:
    ids = [value for _, name, value in page.attributes if name == "id"]

    assert page.open == []
    assert len(set(ids)) == len(ids)


def test_hostile_names_change_no_element_and_no_attribute(page: Tree, hostile_pack_report: Report) -> None:
    assert Tree(draw(hostile_pack_report)).tags == page.tags


def test_nothing_runs_and_nothing_is_fetched(hostile_pack_report: Report) -> None:
    tree = Tree(draw(hostile_pack_report))

    assert {tag for tag, _ in tree.tags} & {"script", "img", "link", "iframe", "object", "base", "form"} == set()
    assert [name for _, name, _ in tree.attributes if name.startswith("on") or name == "style"] == []
    assert all(value.startswith("#") for _, name, value in tree.attributes if name in {"href", "src", "xlink:href"})
    assert ("meta", "content") in [(tag, name) for tag, name, value in tree.attributes if "default-src 'none'" in value]


def test_every_link_leads_somewhere_on_the_page(page: Tree) -> None:
    ids = {value for _, name, value in page.attributes if name == "id"}
    named = {value for _, name, value in page.attributes if name == "aria-labelledby"}
    links = {value.removeprefix("#") for _, name, value in page.attributes if name == "href"}

    assert links | named <= ids


def test_headings_go_one_deeper_at_a_time_and_there_is_one_h1(page: Tree) -> None:
    depths = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]

    assert depths.count(1) == 1
    assert depths[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))


def test_it_says_who_when_and_from_what(page: Tree) -> None:
    assert ("p", "Acme Instruments") in page.texts
    assert page.of("h1") == ["Executive report"]
    assert page.of("title") == ["Executive report – Acme Instruments"]
    assert page.of("dd")[:5] == [
        "Jan 1, 2026 – Mar 31, 2026",
        "Mar 20, 2026",
        "Mar 20, 2026",
        "USD",
        "orders.csv, book.xlsx",
    ]


def test_tiles_say_their_value_short_and_carry_it_exactly(page: Tree) -> None:
    values = [value for tag, name, value in page.attributes if (tag, name) == ("data", "value")]

    assert page.of("data")[:3] == ["$1.20K", "12,345", "42.5%"]
    assert values[:3] == ["1200.5", "12345", "0.425"]


def test_lights_have_a_glyph_and_a_word(page: Tree) -> None:
    lights = {text for tag, text in page.texts if tag == "span" and text in {"✗ red", "! yellow", "✓ green"}}

    assert lights == {"✗ red", "! yellow", "✓ green"}


def test_a_row_with_a_light_says_so_at_its_name_for_narrow_screens(pack_report: Report) -> None:
    rows = re.findall(r"<tr[ >].*?</tr>", draw(pack_report).decode(), flags=re.DOTALL)

    told = [re.findall(r'class="light (\w+)"', row)[-1:] for row in rows]
    marked = [re.findall(r'<th scope="row" class="(?:level-\d ?)?is-(\w+)"', row) for row in rows]
    assert marked == told
    assert {"red", "yellow", "green"} <= {light for lights in marked for light in lights}


def test_tables_have_captions_heads_and_a_total(page: Tree) -> None:
    tables = sum(tag == "table" for tag, _ in page.tags)
    scopes = {value for tag, name, value in page.attributes if (tag, name) == ("th", "scope")}

    assert sum(tag == "caption" for tag, _ in page.tags) == tables
    assert all("scope" in names for tag, names in page.tags if tag == "th")
    assert scopes == {"col", "row"}
    assert "Net revenue (USD)" in page.of("th")
    assert "1,200.50" in page.of("td")


def test_rows_lead_to_their_sections_and_back_to_where_they_stand() -> None:
    text = draw(company_pack()).decode()

    assert '<a href="#part-rep-1" id="part-rep-1-row">Ann</a>' in text
    assert '<div id="part-rep-1" class="folded">' in text
    assert '<a href="#part-rep-1-row">↑ Back to Teams and reps</a>' in text
    assert text.count('id="part-rep-1-row"') == 1


def test_a_section_that_a_later_one_leads_to_says_so(pack_report: Report) -> None:
    first, *others = pack_report.sections
    last = replace(others[3], key="last", title=same("Decisions"), blocks=(_leading_to(first.key),))

    text = draw(replace(pack_report, sections=(*pack_report.sections, last))).decode()

    assert f'<a href="#part-{first.key}-row">↓ Also in Decisions</a>' in text


def _leading_to(key: str) -> TableBlock:
    columns = (Column("what", same("What")),)
    return TableBlock("led", same("Led"), columns, (Row((Cell("see"),), section=key),))


def test_sections_within_sections_are_folded_under_their_heading_value_and_light(page: Tree) -> None:
    text = draw(company_pack()).decode()

    folded = (
        '<summary><h3 id="part-rep-1-title">Ann</h3> '
        '<span class="gist">Net revenue <b>$400</b> <span class="light green">✓ green</span></span></summary>'
    )
    assert folded in text
    assert page.of("h3")[:3] == ["Ann", "张伟", "Bob"]
    assert text.count('<details class="fold">') == 3


def test_a_table_is_one_on_screens_and_in_parts_only_on_paper(pack_report: Report) -> None:
    columns = (Column("rep", same("Rep")), *(Column(f"c{number}", same(f"C{number}")) for number in range(30)))
    block = TableBlock("wide", same("Wide"), columns, (Row(tuple(Cell(one.key) for one in columns)),))
    wide = replace(pack_report, sections=(Section("s", same("S"), blocks=(block,)),))

    both, paper = Tree(draw(wide)), Tree(draw(wide, for_phones=False))

    # The name takes 15 of 136 letters, each other column of words too: no more than 8 beside the name: four parts.
    assert both.of("caption")[:5] == ["Wide", "Wide (1/4)", "Wide (2/4)", "Wide (3/4)", "Wide (4/4)"]
    assert paper.of("caption")[:4] == ["Wide (1/4)", "Wide (2/4)", "Wide (3/4)", "Wide (4/4)"]


def test_teams_and_reps_are_an_appendix_of_tables_on_paper(pack_report: Report) -> None:
    tile = Tile("net_revenue", same("Net revenue"), Cell(1, Unit.COUNT))
    rep = Section("rep-1", same("Ann"), tiles=(tile,))
    team = Section("team-1", same("East"), tiles=(tile,), sections=(rep,))
    folded = replace(pack_report, sections=(Section("drill", same("Teams and reps"), sections=(team,)),))

    both, paper = draw(folded).decode(), draw(folded, for_phones=False).decode()

    assert 'class="depth-2 appendix"' in both
    assert '<details class="fold">' in both
    assert '<details class="fold">' not in paper
    assert "part-rep-1" not in paper, "nobody has a section of his own to lead to"
    assert Tree(paper.encode()).of("caption")[0] == "Net revenue"


def test_a_title_is_seen_once() -> None:
    block = TableBlock("a", Text("By region", "按区域"), (Column("r", same("R")),), (Row((Cell("East"),)),))
    said = Section("s", Text("By region", "按区域"), blocks=(block, replace(block, title=same("Other"))))

    text = draw(replace(company_pack(), sections=(said,))).decode()

    assert '<caption id="table-1" class="unseen">By region</caption>' in text
    assert '<caption id="table-2" class="seen">Other</caption>' in text


def test_our_own_words_begin_with_a_capital_and_names_do_not() -> None:
    columns = (Column("rep", Text("rep", "销售员")), Column("x", same("ann")))
    block = TableBlock("a", Text("by rep", "按销售员"), columns, (Row((Cell("bob"), Cell("east"))),))

    tree = Tree(draw(replace(company_pack(), sections=(Section("s", Text("reps", "销售员"), blocks=(block,)),))))

    assert tree.of("h2")[0] == "Reps"
    assert tree.of("caption")[0] == "By rep"
    assert tree.of("th")[:3] == ["Rep", "ann", "bob"]


def test_columns_without_a_value_are_left_out_and_the_reason_said_once(pack_report: Report) -> None:
    no_base = Text("nothing was sold a year ago", "去年同期没有销售")
    columns = (Column("rep", same("Rep")), Column("n", same("N")), Column("yoy", Text("on last year", "同比")))
    rows = tuple(Row((Cell(name), Cell(1), Cell(None, reason=no_base))) for name in ("Ann", "Bob"))
    block = TableBlock("a", same("T"), columns, rows)

    tree = Tree(draw(replace(pack_report, sections=(Section("s", same("S"), blocks=(block,)),))))

    assert tree.of("th")[:4] == ["Rep", "N", "Ann", "Bob"]
    assert ("p", "Left out, for no row has a value: On last year – nothing was sold a year ago") in tree.texts


def test_every_figure_is_drawn_for_wide_and_for_narrow_screens_and_told_in_words(page: Tree) -> None:
    figures = sum(tag == "figure" for tag, _ in page.tags)
    labels = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "aria-label")]
    classes = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "class")]

    assert figures == len(FigureKind)
    assert classes.count("chart") == 2 * figures
    assert all(labels)
    assert ("figcaption", "Net revenue against the target") in page.texts


def test_a_page_with_every_kind_of_figure_is_small(pack_report: Report) -> None:
    assert len(draw(pack_report)) < 200_000


def test_a_trend_without_a_value_is_no_picture(pack_report: Report) -> None:
    tile = Tile("a", same("A"), Cell(None), trend=(None, None), trend_label=same("last 2 months"))
    page = draw(replace(pack_report, sections=(Section("s", same("S"), tiles=(tile,)),)))

    assert b"<svg" not in page


def test_a_page_for_paper_has_every_figure_once(pack_report: Report) -> None:
    text = draw(pack_report, for_phones=False).decode()

    assert text.count('class="chart"') == text.count("<figure") == len(FigureKind)


def test_a_table_that_backs_a_figure_is_folded(page: Tree) -> None:
    summaries = page.of("summary")

    assert summaries.count("The numbers of this chart") == 3


def test_a_total_is_called_one(page: Tree) -> None:
    assert ("th", "Total") in page.texts


def test_notes_rows_and_manifest_stand_at_the_end(page: Tree) -> None:
    texts = [text for _, text in page.texts]

    assert "26 rows in = 23 loaded + 2 set aside + 1 without data" in texts
    assert "ab" * 32 in page.of("code")
    assert texts.index("Notes") < texts.index("What the figures mean") < texts.index("Sources and reconciliation")
    assert any('"schema": "salesperf.manifest/1"' in text for text in page.of("pre"))


@pytest.mark.parametrize(("lang", "code"), [(Lang.EN, "en"), (Lang.ZH, "zh-CN"), (Lang.BOTH, "zh-CN")])
def test_the_page_says_its_language(lang: Lang, code: str) -> None:
    assert f'<html lang="{code}">' in draw(company_pack(lang=lang)).decode()


def test_what_is_said_in_english_beside_chinese_is_marked_as_english(pack_report: Report) -> None:
    said = Section("s", same("S"), (Sentence(Text("sold well", "卖得好")),))
    both = replace(pack_report, lang=Lang.BOTH, sections=(said,), notes=(Note("n", Text("of orders", "按订单")),))

    text = draw(both).decode()

    assert '<p class="saying">卖得好</p>\n<p class="saying also" lang="en">Sold well</p>' in text
    assert '按订单 <span class="also" lang="en">of orders</span>' in text


def test_what_to_copy_and_what_to_type_stand_folded_with_the_sources(pack_report: Report) -> None:
    notes = (
        Note("left_out", same("Put in:\n[[table]]\nname = 1")),
        Note("targets", same("2 targets: type salesperf targets status")),
    )
    read, _, keepers = draw(replace(pack_report, notes=notes)).decode().partition('id="sources"')

    assert ("Put in (the lines" in read, "stand at the end" in read) == (True, True)
    assert "[[table]]" not in read
    assert "salesperf targets status" not in read
    folded = keepers.partition("For whoever maintains the data</summary>")[2].partition("</details>")[0]
    assert "[[table]]\nname = 1</pre>" in folded
    assert "2 targets: type salesperf targets status" in folded


def test_without_sources_every_note_stands_among_the_notes(pack_report: Report) -> None:
    notes = (Note("targets", same("2 targets")), Note("left_out", same("Put in:\n[[table]]\nname = 1")))
    bare = replace(pack_report, notes=notes, meta=replace(pack_report.meta, manifest={}))

    html = draw(bare).decode()

    assert "2 targets" in html
    assert "name = 1</pre>" in html
    assert "stand at the end" not in html


def test_few_sections_need_no_contents(pack_report: Report) -> None:
    assert b"<nav" in draw(pack_report)
    assert b"<nav" not in draw(replace(pack_report, sections=pack_report.sections[:2]))


def test_the_answer_of_a_command_is_a_page_too(scoreboard: Report, empty_report: Report) -> None:
    board = Tree(draw(scoreboard))

    assert board.of("caption") == ["Scoreboard"]
    assert ("th", "Results") in board.texts
    assert ("p", "No data") in Tree(draw(empty_report)).texts


@pytest.mark.parametrize("name", ["plain_report", "hostile_report", "wide_amounts"])
def test_every_report_is_a_whole_page(name: str, request: pytest.FixtureRequest) -> None:
    assert Tree(draw(request.getfixturevalue(name))).open == []


def test_all_hostile_names_are_seen_as_they_are() -> None:
    name = hostile_names()
    tree = Tree(draw(company_pack(name)))

    assert any("</script><script>alert(1)</script>" in text for _, text in tree.texts)
