from __future__ import annotations

import pytest

from salesperf.sources.encodings.other_scripts import alphabet_of, hangul_weight, is_korean_or_chinese, script_weight


@pytest.mark.parametrize(
    ("text", "at", "name", "weight"),
    [
        ("Москва", 1, "cp1251", 1.0),
        ("МОСКВА", 1, "cp1251", 1.0),
        ("съёмник", 2, "cp1251", 0.0),
        # KOI8-R read as cp1251 turns capitals and small letters about.
        ("мОСКВА", 1, "cp1251", -0.8),
        ("МОсква", 2, "cp1251", -0.8),
        ("Москvа", 5, "cp1251", -0.8),
        ("xя", 1, "cp1251", -0.8),
        ("Мо±ква", 2, "cp1251", -0.8),
        ("ООО «Восход»", 4, "cp1251", 0.5),
        ("Мо«ква", 2, "cp1251", -0.2),
        (",я,", 1, "cp1251", 0.2),
        ("Αθήνα", 3, "cp1253", 1.0),
        # A sigma has another form at the end of a word.
        ("Πέτρος", 5, "cp1253", 1.0),
        ("Πέτροσ", 5, "cp1253", -0.8),
        ("Κώςτας", 2, "cp1253", -0.8),
        ("Αξία", 1, "cp1253", 0.0),
    ],
)
def test_a_letter_weighs_what_words_of_its_script_make_it(text: str, at: int, name: str, weight: float) -> None:
    assert script_weight(text, at, name) == weight


def test_korean_words_hold_syllables_of_the_standard_and_no_others() -> None:
    assert [hangul_weight(char) for char in "삼똠華"] == [1.0, -0.5, -0.5]
    assert [is_korean_or_chinese(char) for char in "삼華ａ、"] == [True, True, False, False]


@pytest.mark.parametrize(
    ("letters", "name", "share"),
    [
        ("šťůž", "cp1250", 1.0),
        ("Őű", "cp1250", 1.0),
        ("İşğ", "cp1254", 1.0),
        ("àèù", "cp1252", 1.0),
        # No language of the West has both; a mark is no letter.
        ("ñø", "cp1252", 0.5),
        ("«»", "cp1252", 1.0),
        ("ąř–", "cp1250", 0.5),
    ],
)
def test_the_share_of_letters_is_that_of_the_one_language_that_has_most(letters: str, name: str, share: float) -> None:
    assert alphabet_of(letters, name)[1] == share
