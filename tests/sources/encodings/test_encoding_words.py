"""What is said of encodings, in both languages."""

from __future__ import annotations

from salesperf.sources.encodings.encoding import decide
from salesperf.sources.encodings.encoding_words import other_words, tried, utf8_perhaps_not


def test_few_characters_are_told_in_chinese_too() -> None:
    doubt = decide("id,city\n1,华东\n".encode("gb18030")).doubt

    assert doubt.en.startswith("few characters to tell by: read as gb18030 (华东); ")
    assert doubt.zh.startswith("可供判断的字符很少：按 gb18030（华东） 读取；也可能是 ")


def test_one_word_of_another_encoding_is_told_in_the_singular() -> None:
    assert other_words([("cafÃ©", "café")]).en == "1 of the words seems to be in another encoding: cafÃ© may be café"
    assert other_words([("Ã©", ""), ("Ã¨", "")]).en == "2 of the words seem to be in another encoding: Ã©"
    assert not other_words([])


def test_without_any_reading_it_is_said_that_none_fits() -> None:
    assert tried([]).zh == "没有相符的已知编码"
    assert utf8_perhaps_not("С", None).en.endswith("; an older encoding is possible")
