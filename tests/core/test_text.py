from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.text import (
    Count,
    Lang,
    Text,
    counted,
    folded,
    in_quotes,
    listing,
    phrase,
    printable,
    same,
    unprintable_count,
)

REPLACED = "\N{REPLACEMENT CHARACTER}"
ANY_TEXT = st.text(st.characters(codec=None))  # lone surrogates included


def test_a_phrase_is_said_in_one_language() -> None:
    phrase = Text("orders", "订单数")

    assert (phrase.say(Lang.EN), phrase.say(Lang.ZH)) == ("orders", "订单数")


def test_filling_a_phrase_fills_every_language() -> None:
    phrase = Text("{count} rows of {file}", "{file} 共 {count} 行")

    assert phrase.fill(count=3, file="a.csv") == Text("3 rows of a.csv", "a.csv 共 3 行")


@pytest.mark.parametrize(
    ("number", "en", "zh"),
    [(0, "0 rows have no rep", "0行"), (1, "1 row has no rep", "1行"), (1200, "1,200 rows have no rep", "1,200行")],
)
def test_a_count_takes_the_form_that_fits_its_number(number: int, en: str, zh: str) -> None:
    phrase = Text("{rows:row has|rows have} no rep", "{rows}行")

    assert phrase.fill(rows=Count(number)) == Text(en, zh)


def test_a_counted_noun_takes_an_s_unless_its_plural_is_given() -> None:
    assert [counted(number, "key") for number in (0, 1, 2)] == ["0 keys", "1 key", "2 keys"]
    assert [counted(number, "key is", "keys are") for number in (1, 2000)] == ["1 key is", "2,000 keys are"]


def test_a_name_of_the_data_is_the_same_in_every_language() -> None:
    assert same("恒源建材") == Text("恒源建材", "恒源建材")


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("plain text 正常文字", "plain text 正常文字"),
        ("tab\tand\nline", "tab\tand\nline"),
        (f"{REPLACED}[31mred", "\x1b[31mred"),
        (f"bell{REPLACED}", "bell\x07"),
        (f"carriage{REPLACED}", "carriage\r"),
        (f"next line{REPLACED}", "next line\x85"),
        (f"delete{REPLACED}", "delete\x7f"),
        (f"{REPLACED}{REPLACED}", "\ufffe\uffff"),
        (f"half a pair {REPLACED}", "half a pair \ud800"),
        ("an emoji 😀 and é", "an emoji 😀 and é"),
        ("no\xa0break", "no\xa0break"),
        *((f"invoice{REPLACED}fdp.exe", f"invoice{char}fdp.exe") for char in map(chr, range(0x202A, 0x202F))),
        *((f"a{REPLACED}b", f"a{char}b") for char in map(chr, range(0x2066, 0x206A))),
        ("a\u200db\u200e", "a\u200db\u200e"),
    ],
)
def test_only_what_could_drive_or_break_a_drawing_is_replaced(shown: str, text: str) -> None:
    assert printable(text) == shown


@given(ANY_TEXT)
def test_printable_text_can_be_encoded_and_stays_as_it_is(text: str) -> None:
    shown = printable(text)

    assert shown.encode("utf-8").decode("utf-8") == shown
    assert len(shown) == len(text)
    assert printable(shown) == shown


@given(ANY_TEXT)
def test_the_count_is_the_number_of_replaced_characters(text: str) -> None:
    changed = sum(before != after for before, after in zip(text, printable(text), strict=True))

    assert unprintable_count(text) == changed


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Acme Ltd", "  Acme \t Ltd "),
        ("ABC123", "ＡＢＣ１２３"),
        ("张三", "张三　"),
        ("ACME", "ACME"),
        ("acme", "acme"),
        ("恒源(华东)", "恒源（华东）"),
        ("", " 　 "),
    ],
)
def test_folding_trims_blanks_and_width_but_keeps_case(name: str, text: str) -> None:
    assert folded(text) == name


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_a_phrase_within_a_phrase_speaks_each_language() -> None:
    where = Text("row 2", "第 2 行")

    assert Text("{where} is empty", "{where}为空").fill(where=where) == Text("row 2 is empty", "第 2 行为空")


def test_braces_in_what_the_user_wrote_stay() -> None:
    assert Text("no {name}", "没有{name}").fill(name="{x}") == Text("no {x}", "没有{x}")


def test_phrases_are_joined_by_the_signs_of_each_language() -> None:
    assert listing([Text("two rows", "两行"), "A-1"]) == Text("two rows, A-1", "两行、A-1")
    assert listing([]) == same("")
    assert in_quotes(["净额", 3], Text(" or ", "或")) == Text("'净额' or 3", "「净额」或「3」")


def test_a_phrase_is_true_when_it_says_something() -> None:
    assert phrase("a")
    assert not phrase("")
    assert phrase(same("a")) == same("a")


def test_both_languages_are_said_chinese_first_and_a_name_once() -> None:
    assert Text("net revenue", "销售净额").say(Lang.BOTH) == "销售净额 / net revenue"
    assert same("Acme").say(Lang.BOTH) == "Acme"
