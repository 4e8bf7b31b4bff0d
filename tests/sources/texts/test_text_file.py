from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.core.errors import UsageError
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts.text_file import SAMPLE, open_text

TEXT = "订单编号,客户,金额\n1,恒源建材有限公司,100\n2,华东贸易有限公司,250\n"


def _file(path: Path, content: bytes) -> SourceFile:
    path.write_bytes(content)
    return SourceFile(path, path.name, "", len(content))


def test_a_file_in_utf8_is_left_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"

    text = open_text(_file(path, TEXT.encode()))

    assert (text.source, text.encoding, text.doubt.en) == (path, "utf-8", "")
    assert (text.head, text.whole, text.quoted) == (TEXT, True, False)
    assert (text.content(), text.size()) == (TEXT.encode(), len(TEXT.encode()))


def test_a_small_file_is_read_at_once(tmp_path: Path) -> None:
    content = TEXT.encode()

    assert open_text(_file(tmp_path / "a.csv", content), in_memory=len(content)).source == content


def test_another_encoding_is_brought_to_utf8(tmp_path: Path) -> None:
    for encoding in ("gb18030", "utf-16"):
        text = open_text(_file(tmp_path / f"{encoding}.csv", TEXT.encode(encoding)))

        assert text.content().decode("utf-8-sig") == TEXT
        assert text.head == TEXT


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    text = open_text(_file(tmp_path / "a.csv", TEXT.encode("utf-8-sig")))

    assert (text.encoding, text.evidence.en, text.head) == ("utf-8-sig", "byte-order mark", TEXT)


def test_the_encoding_that_is_named_overrules_the_bytes(tmp_path: Path) -> None:
    content = "naïve,1\n".encode()

    assert open_text(_file(tmp_path / "a.csv", content), encoding="cp1252").head == "naÃ¯ve,1\n"


def test_an_encoding_nobody_knows_is_a_usage_error_and_one_that_does_not_fit_names_the_byte(tmp_path: Path) -> None:
    file = _file(tmp_path / "a.csv", b"id,name\n1,caf\xe9\n")

    with pytest.raises(UsageError, match="'klingon'"):
        open_text(file, encoding="klingon")
    with pytest.raises(Refused) as refused:
        open_text(file, encoding="utf-8")

    # "id,name" and its line end are 8 bytes, "1,caf" five more: é is the 14th.
    assert refused.value.issue.code == "R106"
    assert refused.value.issue.message == "byte 14 of the file does not fit utf-8"


def test_head_and_tail_are_the_ends_of_a_large_file(tmp_path: Path) -> None:
    lines = [f"{number:09}" for number in range(20_000)]
    text = open_text(_file(tmp_path / "a.csv", "\n".join(lines).encode()))

    assert not text.whole
    assert len(text.head) == SAMPLE
    assert text.head.startswith("000000000\n000000001\n")
    assert text.tail(19) == b"000019998\n000019999"


def test_standard_input_is_text_as_well() -> None:
    content = b'id,"name"\n1,"a"\n'
    text = open_text(SourceFile(None, "standard input", "", len(content), content))

    assert (text.source, text.quoted, text.tail(4)) == (content, True, b'"a"\n')


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x01\x02\x03\x04" * 50, "R108"),
        (b"id,amount\n" + b"\x01" * 4 + b"x" * 16, "R108"),
        (b"<!DOCTYPE html><p>", "R109"),
        (b"\xef\xbb\xbf \n<TABLE>", "R109"),
        (b'<?xml version="1.0"?>', "R109"),
        (b"MIME-Version: 1.0\n", "R109"),
    ],
)
def test_what_is_no_text_table_is_refused(content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_text(_file(tmp_path / "a.csv", content))

    assert (refused.value.issue.code, refused.value.issue.where.file) == (code, "a.csv")


def test_one_control_character_in_ten_does_not_make_text_binary(tmp_path: Path) -> None:
    content = b"id,amount\n" + b"\x01" * 3 + b"x" * 17

    assert open_text(_file(tmp_path / "a.csv", content)).whole


def test_a_file_that_is_gone_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_text(SourceFile(tmp_path / "gone.csv", "gone.csv", "", 5))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_zero_byte_in_a_cell_is_refused_with_its_row(tmp_path: Path, encoding: str) -> None:
    rows = "".join(f"{number},客户{number},10.5\n" for number in range(1, 41))
    path = tmp_path / "orders.csv"
    path.write_bytes(f"订单号,客户,金额\n{rows}41,客\0户,1\n".encode(encoding))

    with pytest.raises(Refused) as refused:
        open_text(SourceFile(path, "orders.csv", "", path.stat().st_size))

    assert (refused.value.issue.code, refused.value.issue.where.row) == ("R133", 42)


def test_a_zero_byte_far_down_is_found_too(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(b"id,amount\n" + b"1,10.5\n" * 20_000 + b"2,1\x000.5\n")

    with pytest.raises(Refused) as refused:
        open_text(SourceFile(path, "orders.csv", "", path.stat().st_size))

    assert refused.value.issue.where.row == 20_002


def test_zero_bytes_behind_the_last_line_are_counted_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(b"id,amount\n1,10.5\n" + b"\0" * 512)

    text = open_text(SourceFile(path, "orders.csv", "", path.stat().st_size))

    assert text.content() == b"id,amount\n1,10.5\n"
    assert [(one.code, one.count) for one in text.findings("orders.csv")] == [("R134", 512)]
