from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources import regular
from salesperf.sources.regular import Counts, Source, counts

CELLS = st.text(alphabet=st.sampled_from('ab1 ,"\n中'), max_size=6)


def _source(text: str | bytes | Path) -> Source:
    content = text.encode() if isinstance(text, str) else text
    quoted = b'"' in (content.read_bytes() if isinstance(content, Path) else content)
    return Source(content, ",", "\n", quoted)


@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_counts_are_those_of_the_records_written(rows: list[list[str]]) -> None:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)

    assert counts(_source(out.getvalue())) == Counts(len(rows), sum(len(row) - 1 for row in rows))


@pytest.mark.parametrize("text", ['a,b\n1,5" pipe\n', 'a,b\n1,"ab" c\n', 'a,b\n1, "x,y"\n', 'a,b\n1,"open\n2,3\n'])
def test_quotes_that_readers_disagree_about_are_not_counted(text: str) -> None:
    assert counts(_source(text)) is None


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
    small = counts(_source(text))
    monkeypatch.setattr(regular, "CHUNK", 4)

    assert counts(_source(path)) == small


@pytest.mark.parametrize("text", ['a,b\n1,5" x\n2,6" x\n', 'a,b\n1,"ab" c\n'])
def test_odd_quotes_of_a_large_file_are_found(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text)

    assert counts(_source(path)) is None


def test_a_short_row_does_not_fit() -> None:
    assert Counts(3, 6).fit(3)
    assert not Counts(3, 5).fit(3)
