from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.report.escape import as_markdown, as_spreadsheet_text, on_one_line

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("恒源建材", "恒源建材"),
        ("[/oops]", "[/oops]"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x1b]8;;http://x\x07link", "\ufffd]8;;http://x\ufffdlink"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202ecba", "abc\ufffdcba"),
        ("\u2066iso\u2069", "\ufffdiso\ufffd"),
        ("\ud800", "\ufffd"),
        ("a\r\nb", "a⏎b"),
        ("a\tb", "a b"),
        ("a\u2028b", "a\ufffdb"),
    ],
)
def test_what_steers_a_terminal_becomes_visible(text: str, shown: str) -> None:
    assert on_one_line(text) == shown


@given(ANY_TEXT)
def test_a_cell_never_holds_a_control_a_line_break_or_a_surrogate(text: str) -> None:
    shown = on_one_line(text)

    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert len(shown.splitlines()) <= 1
    assert shown.encode().decode() == shown


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert on_one_line(on_one_line(text)) == on_one_line(text)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_formula_starts_get_an_apostrophe(text: str) -> None:
    assert as_spreadsheet_text(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Acme", "a=1", "'=1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_spreadsheet_text(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", "a\\|b"),
        ("![x](http://y)", "!\\[x\\](http://y)"),
        ("</script>", "\\</script\\>"),
        ("&lt;", "&amp;lt;"),
        ("C:\\dir", "C:\\\\dir"),
    ],
)
def test_markdown_shows_markup_as_it_stands(text: str, escaped: str) -> None:
    assert as_markdown(text) == escaped
