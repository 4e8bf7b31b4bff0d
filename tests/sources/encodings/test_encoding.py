from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.encodings import encoding
from salesperf.sources.encodings.encoding import decide, decide_by_chance, mark, survey

SIMPLIFIED = "订单编号,下单日期,客户名称,金额\n1,2024-01-05,杭州恒远建材有限公司,1234.5\n2,2024-01-06,上海宏达贸易,99\n"
TRADITIONAL = (
    "訂單編號,下單日期,客戶名稱,金額\n1,2024-01-05,臺北恆遠建材有限公司,1234.5\n2,2024-01-06,高雄宏達貿易,99\n"
)
JAPANESE = "注文番号,顧客名,金額\n1,株式会社トヨタ,100\n2,ソニー販売,3\n"
WESTERN = "id,name,city\n1,Café Zürich,Genève\n2,Señor Núñez,Málaga\n3,Müller & Söhne,Köln\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (JAPANESE, "cp932"),
        (WESTERN, "cp1252"),
        (WESTERN, "mac_roman"),
        (SIMPLIFIED, "utf-16-le"),
        (WESTERN, "utf-16-be"),
    ],
)
def test_text_is_recognised_in_its_encoding(text: str, name: str) -> None:
    assert decide(text.encode(name)).name == name


def test_two_chinese_characters_in_an_english_file_are_chinese() -> None:
    assert decide("id,region\n1,华东\n2,华北\n".encode("gb18030")).name == "gb18030"


def test_few_characters_are_told_as_they_read_and_as_they_could() -> None:
    decision = decide("id,region\n1,华东\n".encode("gb18030"))

    assert decision.name == "gb18030"
    assert "read as gb18030 (华东); " in decision.doubt.en
    assert "is possible" in decision.doubt.en


def test_a_short_chinese_file_with_known_headers_is_chinese_and_told() -> None:
    # Ten characters, all of which are Korean syllables in another encoding: 日期 and 金额 are no chance.
    text = "日期,单号,客户编码,金额\n2025-01-05,0001,00012,100\n2025-01-06,0002,12,200\n"

    decision = decide(text.encode("gbk"))

    assert decision.name == "gb18030"
    assert "cp949" in str(decision.doubt)


def test_a_short_korean_file_stays_korean() -> None:
    rows = (
        "주문번호,주문일자,고객명,수량,금액,담당자",
        "1,2025-01-05,김영희,2,100,박철수",
        "2,2025-01-06,이민호,1,200,최지우",
    )
    text = "\n".join(rows)

    assert decide(text.encode("cp949")).name == "cp949"


def test_text_in_utf8_but_for_one_line_is_not_read_in_another_encoding() -> None:
    rows = [f"{number},杭州恒远建材".encode() for number in range(20)]
    rows[12] = "12,Müller".encode("cp1252")

    decision = decide(b"id,name\n" + b"\n".join(rows))

    # The header is line 1, so row 0 is line 2 and row 12 line 14.
    assert (decision.name, decision.place.zh) == (None, "第 14 行")


def test_some_words_in_utf8_suffice_to_name_the_line_that_is_not() -> None:
    # Eight characters in UTF-8, and two in GB 18030 whose four bytes are none.
    content = "编号,客户名称\n1,沃尔玛\n".encode() + "2,华北\n".encode("gb18030")

    assert decide(content).place.en == "line 3"


def test_words_that_are_letters_in_utf8_by_chance_are_chinese_and_told() -> None:
    # 石头 is CA AF CD B7 in GB 2312, which UTF-8 has as a letter of phonetics and one of old Greek.
    content = "id,name\n1,石头\n2,Acme\n".encode("gb18030")

    assert survey(content).utf8
    assert survey(content).by_chance
    decision = decide_by_chance(content)
    assert decision.name == "gb18030"
    assert "utf-8 (ʯͷ) is possible" in decision.doubt.en


def test_one_character_that_fits_utf8_is_read_as_that_and_told() -> None:
    content = "id,size\n1,小\n".encode("gb18030")

    decision = decide_by_chance(content)

    assert decision.name == "utf-8"
    assert decision.doubt.en.endswith("read as utf-8 (С); gb18030 (小) is possible")


@pytest.mark.parametrize("word", ["café", "Ünal", "№ 5", "5 °C", "Łódź", "Сыр", "中", "£5", "Köln"])
def test_words_in_utf8_are_no_chance(word: str) -> None:
    assert not survey(f"id,name\n1,{word}\n".encode()).by_chance


def test_text_that_is_hardly_words_is_told() -> None:
    # Polish in cp1250: its letters are marks and capitals of cp1252, here and there.
    names = [
        "Łódź",
        "Kraków",
        "Gdańsk",
        "Wrocław",
        "Poznań",
        "Zieliński",
        "Wiśniewski",
        "Dąbrowska",
        "Málaga",
        "Genève",
    ]

    decision = decide(("id,city\n" + "".join(f"1,{name}\n" for name in names)).encode("cp1250", errors="replace"))

    assert decision.name is None or decision.doubt


def test_utf16_without_a_mark_is_seen_in_text_that_is_mostly_chinese() -> None:
    text = "编号,名称,说明\n" + "".join(
        f"{n},杭州恒远建材有限公司,按合同约定分三次交货并验收合格后付款\n" for n in range(60)
    )

    assert decide(text.encode("utf-16-le")).name == "utf-16-le"
    assert decide(text.encode("utf-16-be")).name == "utf-16-be"


def test_what_reads_equally_well_in_two_encodings_is_not_guessed() -> None:
    # One byte alone: an accented capital in cp1252, a closing quotation mark in Mac Roman.
    decision = decide("id,name\n1,È vero\n".encode("cp1252"))

    assert decision.name is None
    assert "mac_roman" in decision.evidence.en


def test_bytes_that_mean_the_same_in_every_candidate_are_no_question() -> None:
    assert decide(b"id,name\n1,Acme \xa9\n").name == "cp1252"


def test_western_text_is_not_taken_for_chinese_nor_the_other_way_round() -> None:
    names = "id,rep,city\n1,鑫鑫,郑州\n2,喆喆,重庆\n"

    assert decide(names.encode("gb18030")).name == "gb18030"
    assert decide("id,name\n1,Björn Ångström\n".encode("cp1252")).name == "cp1252"


@pytest.mark.parametrize(
    ("start", "name"),
    [(b"\xef\xbb\xbfa", "utf-8-sig"), (b"\xff\xfea\0", "utf-16"), (b"\xfe\xff\0a", "utf-16"), (b"abc", None)],
)
def test_a_byte_order_mark_names_the_encoding(start: bytes, name: str | None) -> None:
    assert mark(start) == name


def test_one_bad_byte_at_the_very_end_makes_text_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("名称,金额\n".encode() * 1000 + b"\xe5\x90")

    assert not survey(path).utf8


@given(text=st.text(alphabet=st.sampled_from('aé中😀"\n'), max_size=60), size=st.integers(1, 7))
def test_characters_cut_by_a_chunk_are_still_utf8(
    text: str, size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("cut") / "x.txt"
    path.write_bytes(text.encode())
    before = encoding.CHUNK
    encoding.CHUNK = size
    try:
        found = survey(path)
    finally:
        encoding.CHUNK = before

    assert found.utf8
    assert found.quoted == ('"' in text)


@given(content=st.binary(max_size=40))
def test_utf8_is_what_python_decodes(content: bytes) -> None:
    try:
        content.decode()
        valid = True
    except UnicodeDecodeError:
        valid = False

    assert survey(content).utf8 == valid


def test_a_line_of_another_encoding_is_told_wherever_it_stands() -> None:
    # Far from the first, the middle and the last bytes beyond ASCII, which alone choose the encoding.
    lines = [f"{number},客户{number},10" for number in range(30_000)]
    content = "\n".join(["订单号,客户,金额", *lines]).encode("gb18030").split(b"\n")
    content[8000] = "7999,Zürich,10".encode()

    found = decide(b"\n".join(content))

    assert (found.name, found.doubt.en) == (
        "gb18030",
        "1 of the words seems to be in another encoding: Z眉rich may be Zürich",
    )


def test_an_encoding_of_one_language_is_told_under_twenty_characters() -> None:
    found = decide("id,name\n1,Škoda Plzeň\n2,Dvořák\n".encode("cp1250"))

    assert found.name == "cp1250"
    assert found.doubt.en == "few characters to tell by: read as cp1250 (Škoda); cp1252 (Škoda) is possible"


def test_utf8_is_never_given_up_for_an_encoding_of_one_language() -> None:
    # The bytes of this letter are a Korean syllable too.
    assert decide_by_chance("id,name\n1,é\n".encode()).name == "utf-8"


def test_the_abbreviation_of_number_is_spanish_and_no_letter_of_the_east() -> None:
    rows = "".join(f"{number};05-01-2025;Grand Hotel;Ben Carter;290,00\n" for number in range(10001, 10020))

    assert decide(("Nº Factura;Fecha;Cliente;Vendedor;Importe\n" + rows).encode("cp1252")).name == "cp1252"
