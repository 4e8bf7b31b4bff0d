from __future__ import annotations

from pathlib import Path

from gen_docs import HEAD, PAGES, Page, differences, write

ONE = Page("one.md", lambda: "# One\n\ntext\n\n")
TWO = Page("two.md", lambda: "# Two")


def test_a_page_says_that_it_is_made_and_ends_with_one_line_end() -> None:
    assert ONE.text() == HEAD + "# One\n\ntext\n"


def test_only_pages_that_differ_are_written(tmp_path: Path) -> None:
    assert write([ONE, TWO], tmp_path) == ["one.md", "two.md"]
    assert write([ONE, TWO], tmp_path) == []


def test_what_was_written_does_not_differ(tmp_path: Path) -> None:
    write([ONE, TWO], tmp_path)

    assert differences([ONE, TWO], tmp_path) == []


def test_a_page_edited_by_hand_is_told(tmp_path: Path) -> None:
    write([ONE, TWO], tmp_path)
    (tmp_path / "two.md").write_text(HEAD + "# 2\n", encoding="utf-8")

    assert [line for line in differences([ONE, TWO], tmp_path) if line[0] in "+-"] == [
        "--- docs/two.md",
        "+++ from the code",
        "-# 2",
        "+# Two",
    ]


def test_a_page_that_is_missing_is_told(tmp_path: Path) -> None:
    write([ONE], tmp_path)

    assert "+# Two" in differences([ONE, TWO], tmp_path)


def test_pages_have_names_of_their_own() -> None:
    assert len({page.name for page in PAGES}) == len(PAGES)
