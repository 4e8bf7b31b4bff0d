from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from salesperf.sources.rows import regular
from salesperf.sources.rows.regular import Counts, Scan, Source, counts, has_loose_quotes

CELLS = st.text(alphabet=st.sampled_from('ab1 ,"\n中'), max_size=6)


def _source(text: str | bytes | Path) -> Source:
    content = text.encode() if isinstance(text, str) else text
    quoted = b'"' in (content.read_bytes() if isinstance(content, Path) else content)
    return Source(content, ",", "\n", quoted)


@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_counts_are_those_of_the_records_written(rows: list[list[str]]) -> None:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)

    assert counts(_source(out.getvalue()), 4) == Counts(len(rows), sum(len(row) - 1 for row in rows))


@pytest.mark.parametrize("text", ['a,b\n1,5" pipe\n', 'a,b\n1,"ab" c\n', 'a,b\n1, "x,y"\n', 'a,b\n1,"open\n2,3\n'])
def test_quotes_that_readers_disagree_about_are_not_counted(text: str) -> None:
    assert counts(_source(text), 2) is None


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        "a,b\n1,2",
        "a,b,\n1,,\n",
        'a,b\n1,"x,y"\n',
        'a,b\n"1","2"\n',
        "a,b\n\n1,2\n\n",
    ],
)
def test_a_large_file_is_counted_like_a_small_one(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text)
    small = counts(_source(text), 2)
    monkeypatch.setattr(regular, "CHUNK", 4)

    assert counts(_source(path), 2) == small


@pytest.mark.parametrize("text", ['a,b\n1,5" x\n2,6" x\n', 'a,b\n1,"ab" c\n'])
def test_odd_quotes_of_a_large_file_are_found(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text)

    assert counts(_source(path), 2) is None


def test_two_lost_quotes_are_no_cell_that_swallows_rows() -> None:
    rows = 'a,b,c,d\n1,"x,3,4\n2,y,3,4\n3,z",3,4\n'

    assert has_loose_quotes(rows.encode(), ",", 4)
    assert not has_loose_quotes(b'a,b,c,d\n1,"two\nlines, yes\nthree",3,4\n', ",", 4)


def test_line_ends_in_cells_of_a_large_file_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('a,b,c,d\n1,"two\nlines",3,4\n')

    assert counts(_source(path), 4) == Counts(2, 6)


def test_a_short_row_does_not_fit() -> None:
    assert Counts(3, 6).fit(3)
    assert not Counts(3, 5).fit(3)


def _scan(text: str, *, names: tuple[str, ...] = ("a", "b")) -> Scan:
    return Scan(_source(text), names, 1)


def test_whole_numbers_come_straight_from_the_scan() -> None:
    assert _scan("a,b\n1,x\n-2,\n,y\n").frame(whole={"a"}).collect().rows() == [(1, "x"), (-2, None), (None, "y")]


@pytest.mark.parametrize("cell", ["1.5", "x", "NULL", "1e3", "5 ", "１"])
def test_a_cell_that_is_no_whole_number_stops_such_a_scan(cell: str) -> None:
    with pytest.raises(pl.exceptions.ComputeError, match="could not parse"):
        _scan(f"a,b\n1,x\n{cell},y\n").frame(whole={"a"}).collect()


def test_a_scan_ends_where_it_is_told() -> None:
    scan = replace(_scan("a,b\n1,x\n2,y\n,Total\n"), rows=2)

    assert scan.frame(whole={"a"}).collect().rows() == [(1, "x"), (2, "y")]


@pytest.mark.parametrize("head", ["a,b\n1,x\n2,y\n3", "a,b\n1,x\n", "a,b\n1,"])
def test_a_sample_is_the_first_rows_however_little_the_head_holds(head: str) -> None:
    scan = _scan("a,b\n1,x\n2,y\n3,z\n")

    assert scan.sample(2, head=head).rows() == [("1", "x"), ("2", "y")]
