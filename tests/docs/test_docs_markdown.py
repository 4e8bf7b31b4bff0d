from __future__ import annotations

from docs_markdown import block, joined, table


def test_cells_cannot_break_the_table() -> None:
    assert table(("a", "b"), [("x|y", "1\n2")]) == "| a | b |\n| --- | --- |\n| x\\|y | 1<br>2 |\n"


def test_a_fence_is_longer_than_any_in_its_text() -> None:
    assert block("```\ninner\n```") == "````text\n```\ninner\n```\n````\n"


def test_empty_parts_leave_no_gap() -> None:
    assert joined("# A\n", "", "b\n\n") == "# A\n\nb\n"
