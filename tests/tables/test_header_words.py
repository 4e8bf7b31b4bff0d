"""The words of headers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.tables.header_words import apart, header_words, name_words


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("PaymentStatus", "payment status"),
        ("payment-status", "payment status"),
        ("Payment / Status", "payment status"),
        ("No.", "no "),
        ("ＡＭＯＵＮＴ", "amount"),
        ("退款金额(元)", "退款金额(元)"),
    ],
)
def test_a_header_is_its_words_in_small_letters(header: str, words: str) -> None:
    assert header_words(header) == words


def test_a_name_keeps_its_marks() -> None:
    assert name_words("Net-Sales_Target") == "net-sales target"


def test_capitals_in_a_row_are_one_word() -> None:
    assert apart("VATAmount") == "VATAmount"


@given(st.text(st.characters(codec="ascii"), max_size=30))
def test_words_of_words_are_the_same(header: str) -> None:
    once = header_words(header)

    assert header_words(once) == once
