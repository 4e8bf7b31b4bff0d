from __future__ import annotations

import threading
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.read_ahead import read_ahead


@given(st.binary(max_size=60), st.integers(1, 70))
def test_the_pieces_are_the_stream(content: bytes, size: int) -> None:
    pieces = list(read_ahead(BytesIO(content), size))

    assert b"".join(pieces) == content
    assert all(len(piece) == size for piece in pieces[:-1])


class _Damaged(BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        if not piece:
            raise EOFError("cut short")
        return piece


def test_what_reading_raises_comes_behind_the_pieces_before_it() -> None:
    pieces = read_ahead(_Damaged(b"abcd"), 2)

    assert [next(pieces), next(pieces)] == [b"ab", b"cd"]
    with pytest.raises(EOFError, match="cut short"):
        next(pieces)


def test_who_stops_early_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    pieces = read_ahead(BytesIO(b"abcdef"), 2)
    next(pieces)

    pieces.close()

    assert threading.active_count() == before
