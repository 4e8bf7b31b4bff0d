from __future__ import annotations

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.workbooks.part_xml import verified
from salesperf.sources.workbooks.shared_text import longest_text, repeated_text

SHARED = b"<sst><si><t>ab</t></si><x:si><x:t>abcdefgh</x:t></x:si></sst>"
# "<sst><si><t>ab</t>" is 18 bytes, "<x:si><x:t>abcdefgh</x:t>" 25, "</sst>" 6.


@given(st.integers(1, len(SHARED)))
def test_the_longest_text_is_found_however_the_part_is_cut(size: int) -> None:
    pieces = [SHARED[at : at + size] for at in range(0, len(SHARED), size)]

    assert longest_text(pieces) == 25


def test_a_text_that_never_ends_is_as_long_as_the_part() -> None:
    assert longest_text([b"<sst><si><t>", b"a" * 1000, b"a" * 1000]) == 2012


def test_a_list_without_texts_is_short() -> None:
    assert longest_text([]) == 0


@given(st.integers(1, 200))
def test_a_text_counts_as_often_as_cells_name_it(size: int) -> None:
    cells = (
        b'<c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1"><v>1</v></c><c t=\'s\'><v>1</v></c>'
    )

    total = repeated_text([SHARED], [cells[at : at + size] for at in range(0, len(cells), size)])

    assert total == 18 + 25 + 25


def test_pieces_are_given_on_as_they_are() -> None:
    assert b"".join(verified(BytesIO(SHARED))) == SHARED
