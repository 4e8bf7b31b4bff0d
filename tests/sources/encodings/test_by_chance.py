from __future__ import annotations

import pytest

from salesperf.sources.encodings.by_chance import is_by_chance, runs_of


def test_runs_come_with_what_stands_beside_them() -> None:
    assert runs_of("ab,é;cd\nxyü".encode(), most=5) == ["b,é;c".encode(), "xyü".encode()]
    assert len(runs_of("é,é,é".encode(), most=2)) == 2


@pytest.mark.parametrize("word", ["一", "陆", "小", "叶", "石头械", "联通", "韦唯", "小小"])
def test_chinese_whose_bytes_fit_utf8_makes_no_sense_in_it(word: str) -> None:
    content = f"1,{word},2".encode("gb18030")

    assert content.decode(errors="ignore") != f"1,{word},2"
    assert is_by_chance(runs_of(content, most=9))


@pytest.mark.parametrize(
    "word", ["naïve", "Ångström", "90 °C", "Москва", "Αθήνα", "שלום", "مرحبا", "中", "😀", "Šimon"]
)
def test_words_of_today_are_no_chance(word: str) -> None:
    assert not is_by_chance(runs_of(f"1,{word},2".encode(), most=9))
