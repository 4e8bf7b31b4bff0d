from __future__ import annotations

import pytest

from salesperf.sources.encodings.legacy import readings, words_of_others


def test_the_most_natural_reading_comes_first() -> None:
    found = readings("id,city\n1,Köln\n2,Málaga\n".encode("cp1252"))

    assert found[0].name == "cp1252"
    assert (found[0].kinds, found[0].wide, found[0].word) == (2, 0, "Köln")


def test_a_name_that_returns_a_thousand_times_tells_no_more_than_once() -> None:
    once = readings(("id,city\n" + "1,华东\n" * 2).encode("gb18030"))
    often = readings(("id,city\n" + "1,华东\n" * 1000).encode("gb18030"))

    assert [(one.name, one.score, one.kinds) for one in once] == [(one.name, one.score, one.kinds) for one in often]


def test_an_encoding_with_characters_no_text_has_is_no_reading() -> None:
    # 0x81 means nothing in cp1252.
    assert "cp1252" not in {reading.name for reading in readings(b"id,name\n1,\x81\x40\n")}


@pytest.mark.parametrize(
    ("encoding", "cell", "found"),
    [
        ("gb18030", "Müller".encode("cp1252"), ("M黮ler", "Müller")),
        ("gb18030", "Café".encode(), ("Caf茅", "Café")),
        ("cp1252", "华东".encode("gb18030"), ("»ª¶«", "华东")),
        ("cp1252", "Zürich".encode(), ("ZÃ¼rich", "Zürich")),
        ("cp1252", "Köln".encode("mac_roman"), ("Kšln", "Köln")),
        ("cp1252", "Dubœuf".encode("iso8859_15"), ("Dub½uf", "Dubœuf")),
        ("mac_roman", "Málaga".encode("cp1252"), ("M·laga", "Málaga")),
        ("big5", "电子有限公司".encode("gb18030"), ("萇赽衄癹鼠侗", "电子有限公司")),
    ],
)
def test_a_word_of_another_encoding_is_found_with_what_it_means(
    encoding: str, cell: bytes, found: tuple[str, str]
) -> None:
    assert words_of_others(b"1," + cell + b",2", encoding) == [found]


def test_a_word_that_no_encoding_makes_sense_of_is_found_without_a_meaning() -> None:
    assert words_of_others("1,ÃÕÐ,2".encode("cp1252"), "cp1252") == [("ÃÕÐ", "")]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("gb18030", "陈玥,韦唯,T恤,iPhone手机,4S店,茅台,李喆"),
        ("cp1252", "Íñigo Sáez,L’Épicerie d’Amélie,Größe,Œuvre,BAföG,¿Qué?,col·lecció,Société Générale"),
        ("mac_roman", "L’Épicerie d’Amélie,Nº 5,Göttingen"),
        ("big5", "統一超商,A級,莊"),
    ],
)
def test_names_that_are_only_rare_are_not_called_foreign(encoding: str, words: str) -> None:
    assert words_of_others(words.encode(encoding), encoding) == []
