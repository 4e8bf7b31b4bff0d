from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources import encoding
from salesperf.sources.encoding import decide, mark, survey

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


def test_what_reads_equally_well_in_two_encodings_is_not_guessed() -> None:
    # One byte alone: an accented capital in cp1252, a closing quotation mark in Mac Roman.
    decision = decide("id,name\n1,È vero\n".encode("cp1252"))

    assert decision.name is None
    assert "mac_roman" in decision.evidence


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
