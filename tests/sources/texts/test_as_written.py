from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts.as_written import AsWritten, as_written, is_text


def _file(content: bytes) -> SourceFile:
    return SourceFile(None, "sales.csv", "", len(content), content)


def _read(text: str, *, header_row: int | None = None) -> AsWritten:
    return as_written(_file(text.encode()), header_row=header_row)


def _codes(found: AsWritten) -> list[tuple[str, int | None]]:
    return [(issue.code, issue.where.row) for issue in found.findings]


def test_titles_above_the_header_are_told_and_totals_below_it_are_kept() -> None:
    found = _read("Sales 2025\n\nid,rep,amount\n1,Ann,10\n2,Bo,20\n\nTotal,,30\n")

    assert found.header == ("id", "rep", "amount")
    assert found.rows == (("1", "Ann", "10"), ("2", "Bo", "20"), ("Total", "", "30"))
    assert found.lines == (4, 5, 7)
    assert found.kinds == (None, None, "total")
    assert found.above == ((1, "title"), (2, "blank"))


def test_ragged_rows_are_whole_and_named() -> None:
    found = _read("id,rep,amount\n1,Ann,1,000\n2,Bo\n3,Cy,30\n")

    assert found.rows == (("1", "Ann", "1", "000"), ("2", "Bo"), ("3", "Cy", "30"))
    assert _codes(found) == [("R111", 3), ("R117", 2)]


def test_a_repair_is_named() -> None:
    found = _read('id,rep,amount\n1,"Ann,10\n2,Bo,20\n')

    assert found.rows == (("1", '"Ann', "10"), ("2", "Bo", "20"))
    assert _codes(found) == [("R118", 2)]


def test_without_a_header_every_row_is_kept() -> None:
    found = _read("1,10.5,2025-01-01\n2,11,2025-01-02\n3,12,2025-01-03\n")

    assert found.header is None
    assert len(found.rows) == 3


def test_a_header_that_is_named_is_taken() -> None:
    assert _read("a,b\n1,2\nid,rep\n3,Ann\n", header_row=3).header == ("id", "rep")


def test_another_table_below_is_kept_and_told() -> None:
    second = "".join(f"x{n},y{n}\n" for n in range(4))

    found = _read("id,rep,amount\n" + "".join(f"{n},Ann,10\n" for n in range(6)) + second)

    assert len(found.rows) == 10
    assert ("R119", 8) in _codes(found)


def test_many_rows_of_a_kind_are_counted_in_one_more() -> None:
    found = _read("id,rep,amount\n" + "1,Ann,10\n" * 200 + "1,Ann\n" * 130)

    rest = [issue for issue in found.findings if issue.code == "R111" and issue.where.row is None]
    assert [issue.count for issue in rest] == [30]


def test_nothing_gives_no_rows_and_a_finding() -> None:
    found = _read("")

    assert (found.header, found.rows) == (None, ())
    assert _codes(found) == [("R129", None)]


def test_the_evidence_tells_how_the_file_was_written() -> None:
    said = " / ".join(text.en for text in _read("id;rep\r\n1;Ann\r\n2;Bo\r\n").evidence)

    for words in ("encoding utf-8", "';' gives 2 cells", 'quote: "', "line ends: CRLF 3", "row 1 fills 2 of 2"):
        assert words in said


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Refused):
        as_written(_file(b"\x01\x02\x03\x04" * 20))


def test_a_workbook_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_bytes(b"PK\x03\x04rest")

    assert not is_text(SourceFile(path, path.name, "", 8))
    assert is_text(_file(b"a,b\n"))
