from __future__ import annotations

import pytest

from salesperf.sources.encodings.naturalness import latin_weight, wide_weight


@pytest.mark.parametrize(
    ("char", "gb18030", "big5", "cp932"),
    [
        ("的", 1.0, 1.0, 0.5),
        ("個", -0.5, 1.0, 1.0),
        ("鞘", 0.5, 0.5, 0.5),
        ("鼗", 0.0, -0.5, -0.5),
        ("あ", -0.2, -0.2, 0.8),
        ("ｱ", -0.5, -0.5, -0.5),
        ("，", 0.3, 0.3, 0.3),
        ("ñ", -0.3, -0.3, -0.3),
    ],
)
def test_a_wide_character_weighs_by_how_common_its_standard_calls_it(
    char: str, gb18030: float, big5: float, cp932: float
) -> None:
    # 的 is common in both Chinese writings, 個 in the traditional one and in Japanese; 鞘 is of the first level,
    # 鼗 of the second of GB 2312. Letters beyond ASCII are rare in double-byte text.
    weights = [wide_weight(f"单{char}价", 1, name) for name in ("gb18030", "big5", "cp932")]

    assert weights == [gb18030, big5, cp932]


def test_a_wide_character_inside_a_plain_word_is_a_misreading() -> None:
    assert wide_weight("caf的e", 3, "gb18030") == -1.0
    assert wide_weight("ERP的A", 3, "gb18030") == 1.0


def test_a_wide_character_that_ends_in_a_letter_does_not_touch_one() -> None:
    # ü and l of Müller are the two bytes of 黮; those of 类 hold no letter.
    assert wide_weight("M黮ler", 1, "gb18030") == -1.0
    assert wide_weight("A类", 1, "gb18030") == 1.0


@pytest.mark.parametrize(
    ("word", "at", "weight"),
    [
        ("ﾌﾟﾘﾝﾀｰ", 2, 0.8),
        ("ﾌﾟﾘﾝﾀｰ", 1, 0.8),
        ("ｱﾟﾘﾝ", 1, -0.8),
        ("ｬｷﾘ", 0, -0.5),
        ("ﾘ", 0, -0.5),
        ("ｷｬｮﾘ", 2, -0.8),
        ("ﾘﾝ", 0, 0.2),
        ("ｦﾘﾝ", 0, 0.3),
        ("Mﾟller", 1, -1.0),
    ],
)
def test_half_width_kana_stand_in_runs_that_are_spelt_as_japanese_spells(word: str, at: int, weight: float) -> None:
    assert wide_weight(word, at, "cp932") == weight


@pytest.mark.parametrize(
    ("word", "at", "weight"),
    [
        ("café", 3, 1.0),
        ("Émile", 0, 1.0),
        ("élan", 0, 0.6),
        ("Šimon", 0, 0.5),
        ("koš", 2, 0.3),
        ("naÏve", 2, -0.8),
        ("MÉlanie", 1, -0.8),
        ("líEau", 1, -0.8),
        ("Íñigo", 0, 0.5),
        ("Łukasz", 0, -0.8),
        ("éè", 0, -0.6),
        (" é ", 1, 0.1),
    ],
)
def test_an_accented_letter_belongs_in_a_word_of_plain_letters(word: str, at: int, weight: float) -> None:
    assert latin_weight(word, at) == weight


@pytest.mark.parametrize(
    ("text", "at", "weight"),
    [
        ("Acme™", 4, 0.5),
        ("€ 5", 0, 0.5),
        ("l’eau", 1, 1.0),
        ("d’Été", 1, 1.0),
        ("Garc’a", 4, 0.5),
        ("col·lega", 3, 0.5),
        ("M·laga", 1, -0.2),
        ("a©b", 1, -0.2),
        ("é™é", 1, -0.2),
    ],
)
def test_a_mark_stands_beside_words_and_not_inside_them(text: str, at: int, weight: float) -> None:
    assert latin_weight(text, at) == weight
