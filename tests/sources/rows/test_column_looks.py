from __future__ import annotations

import pytest

from salesperf.sources.rows.column_looks import looks_of

ROWS = [
    (f"SO-{n}", "2025-01-05", ("web", "shop")[n % 2], str(n), f"{n}.50", ("", f"note {n}")[n % 2]) for n in range(20)
]
ORDER, DAY, CHANNEL, QUANTITY, AMOUNT, NOTE = looks_of(ROWS, 6)


@pytest.mark.parametrize(
    ("look", "cell", "fits"),
    [
        (DAY, "2025-02-28", True),
        (DAY, "Ann", False),
        (DAY, "", False),
        (QUANTITY, "310.37", False),
        (QUANTITY, "7", True),
        (AMOUNT, "12", True),
        (AMOUNT, "EUR", False),
        (CHANNEL, "web", True),
        (CHANNEL, "webpaid", False),
        (ORDER, "SO-99", True),
        (ORDER, "450.50", False),
        (NOTE, "anything", True),
        (NOTE, "", True),
    ],
)
def test_a_cell_fits_where_others_look_like_it(look: object, cell: str, fits: bool) -> None:  # noqa: FBT001 -- expected
    assert look.fits(cell) is fits  # type: ignore[attr-defined]


def test_a_column_of_which_nothing_is_known_takes_anything() -> None:
    (look,) = looks_of([("",), ("",)], 1)

    assert look.fits("12")
    assert look.fits("")
    assert not look.is_value


def test_a_mixed_column_takes_anything_and_tells_nothing() -> None:
    (look,) = looks_of([(cell,) for cell in ("12", "A-3", "x", "7", "2025-01-01")], 1)

    assert look.fits("5")
    assert not look.is_value


def test_numbers_and_dates_are_values_and_words_are_none() -> None:
    assert [look.is_value for look in (ORDER, DAY, CHANNEL, QUANTITY, AMOUNT, NOTE)] == [
        False,
        True,
        False,
        True,
        True,
        False,
    ]


def test_a_cell_resembles_a_column_whatever_word_it_says() -> None:
    assert CHANNEL.resembles("by phone")
    assert not DAY.resembles("by phone")
