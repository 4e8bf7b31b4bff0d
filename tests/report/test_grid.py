from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.report.grid import compact, decimals, formatted, unit_word
from salesperf.report.model import Value

EN, ZH = Lang.EN, Lang.ZH


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Decimal("109846381.403900"), Unit.MONEY, "109,846,381.40"),
        (Decimal("10005534.000000"), Unit.MONEY, "10,005,534"),
        (Decimal("452134.280000"), Unit.MONEY, "452,134.28"),
        (Decimal("10666684.544000"), Unit.MONEY, "10,666,684.54"),
        (Decimal("1902487.5"), Unit.MONEY, "1,902,487.50"),
        (Decimal("-1234.5"), Unit.MONEY, "-1,234.50"),
        (Decimal("0.000000"), Unit.MONEY, "0"),
        (Decimal("-0.00"), Unit.MONEY, "0"),
        (Decimal("2360.909391"), Unit.PRICE, "2,360.91"),
        (Decimal("0.005"), Unit.PRICE, "0.01"),
        (4238, Unit.COUNT, "4,238"),
        (Decimal("12.500000"), Unit.QUANTITY, "12.5"),
        (0.123, Unit.RATIO, "12.3%"),
        (0.0, Unit.RATIO, "0.0%"),
        (0.12345, Unit.GROWTH, "+12.3%"),
        (-0.0105, Unit.GROWTH, "-1.1%"),
        (0.0, Unit.GROWTH, "0.0%"),
        (0.012, Unit.POINTS, "+1.2 pp"),
        (-0.0105, Unit.POINTS, "-1.1 pp"),
        (43.25, Unit.DAYS, "43.3 days"),
        (1.5, Unit.NUMBER, "1.5"),
        (2026, None, "2026"),
        (None, Unit.MONEY, "–"),
        (None, None, "–"),
        (True, None, "yes"),
        ("[/oops]", None, "[/oops]"),
        (date(2026, 3, 1), None, "Mar 1, 2026"),
    ],
)
def test_values_in_english_without_a_currency(value: Value, unit: Unit | None, text: str) -> None:
    assert formatted(value, unit, lang=EN) == text


@pytest.mark.parametrize(
    ("value", "unit", "currency", "text"),
    [
        (Decimal("1234567.89"), Unit.MONEY, "CNY", "¥1,234,567.89"),
        (Decimal("-1234.5"), Unit.MONEY, "CNY", "-¥1,234.50"),
        (Decimal(150), Unit.MONEY, "CNY", "¥150"),
        (Decimal("109846381.4039"), Unit.MONEY, "CNY", "¥109,846,381.40"),
        (Decimal("1234567.89"), Unit.MONEY, "USD", "US$1,234,567.89"),
        (0.123, Unit.RATIO, "CNY", "12.3%"),
        (43.25, Unit.DAYS, None, "43.3天"),
        (False, None, None, "否"),
        (0.012, Unit.POINTS, None, "+1.2个百分点"),
        (date(2026, 3, 1), None, None, "2026年3月1日"),
    ],
)
def test_values_in_chinese(value: Value, unit: Unit | None, currency: str | None, text: str) -> None:
    assert formatted(value, unit, lang=ZH, currency=currency) == text


def test_a_bare_number_leaves_its_unit_to_the_header() -> None:
    assert formatted(Decimal("1234.5"), Unit.MONEY, lang=EN, currency="USD", bare=True) == "1,234.50"
    assert formatted(0.123, Unit.GROWTH, lang=EN, bare=True) == "+12.3"
    assert formatted(-0.0004, Unit.POINTS, lang=ZH, bare=True) == "0.0"
    assert formatted(43.25, Unit.DAYS, lang=EN, bare=True) == "43.3"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.0003, Unit.RATIO, "0.03%"),
        (Decimal("0.003"), Unit.PRICE, "0.003"),
        (Decimal("0.00001"), Unit.MONEY, "0.00001"),
        (1e-12, Unit.RATIO, "≈0%"),
    ],
)
def test_what_is_not_zero_never_reads_as_zero(value: Value, unit: Unit, text: str) -> None:
    assert formatted(value, unit, lang=EN) == text


def test_a_change_that_rounds_to_zero_has_no_sign() -> None:
    assert [formatted(value, Unit.GROWTH, lang=EN) for value in (0.0003, -0.0003)] == ["0.0%", "0.0%"]
    assert compact(-0.0003, Unit.GROWTH, lang=EN) == "0%"


def test_the_longest_amount_is_shown_whole_to_the_cent() -> None:
    amount = Decimal("12345678901234567890123456789012.123456")

    assert formatted(amount, Unit.MONEY, lang=EN) == "12,345,678,901,234,567,890,123,456,789,012.12"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_cell_without_a_number_is_a_bug(value: float) -> None:
    with pytest.raises(ValueError, match="None with a reason"):
        formatted(value, Unit.RATIO, lang=EN)


@pytest.mark.parametrize(
    ("values", "unit", "currency", "places"),
    [
        (["10", "20.000000"], Unit.MONEY, None, 0),
        (["10", "20.5"], Unit.MONEY, None, 2),
        (["10", "20.1234"], Unit.MONEY, None, 2),
        (["10", "20.123456"], Unit.MONEY, "USD", 2),
        (["10"], Unit.MONEY, "USD", 0),
        (["10.5"], Unit.MONEY, "JPY", 0),
        (["10.5"], Unit.MONEY, "KWD", 3),
        (["10", "2.5"], Unit.QUANTITY, None, 1),
        (["0.347826", "3"], Unit.NUMBER, None, 2),
        (["1.5"], Unit.NUMBER, None, 1),
        (["0", "0.0347826"], Unit.NUMBER, None, 3),
        (["0.000347826"], Unit.NUMBER, None, 4),
        (["12"], Unit.NUMBER, None, 0),
        (["10"], Unit.PRICE, None, 2),
        ([], Unit.MONEY, "USD", 0),
    ],
)
def test_a_column_shares_its_decimals(values: list[str], unit: Unit, currency: str | None, places: int) -> None:
    assert decimals([Decimal(value) for value in values], unit, currency=currency) == places


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**33), max_value=10**33),
    st.sampled_from(Lang),
)
def test_what_people_read_is_the_exact_amount_up_to_the_cent(amount: Decimal, lang: Lang) -> None:
    assert Decimal(formatted(amount, Unit.MONEY, lang=lang).replace(",", "")) == amount


@pytest.mark.parametrize(
    ("unit", "lang", "currency", "word"),
    [
        (Unit.MONEY, EN, "CNY", "CNY"),
        (Unit.MONEY, ZH, "CNY", "元"),
        (Unit.PRICE, ZH, "USD", "美元"),
        (Unit.MONEY, EN, None, ""),
        (Unit.RATIO, EN, "USD", "%"),
        (Unit.GROWTH, ZH, None, "%"),
        (Unit.DAYS, ZH, None, "天"),
        (Unit.POINTS, EN, None, "pp"),
        (Unit.POINTS, ZH, None, "个百分点"),
        (Unit.COUNT, EN, "USD", ""),
        (None, EN, "USD", ""),
    ],
)
def test_the_unit_of_a_header(unit: Unit | None, lang: Lang, currency: str | None, word: str) -> None:
    assert unit_word(unit, lang=lang, currency=currency) == word


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (Decimal(12_400_000), Unit.MONEY, "$12.4M", "1,240万元"),
        (Decimal(12_436_000), Unit.MONEY, "$12.4M", "1,244万元"),
        (Decimal(190_000_000), Unit.MONEY, "$190M", "1.90亿元"),
        (Decimal(2_400_000), Unit.MONEY, "$2.40M", "240万元"),
        (Decimal(11_100), Unit.MONEY, "$11.1K", "1.11万元"),
        (Decimal(124_000_000), Unit.MONEY, "$124M", "1.24亿元"),
        (Decimal(-5_600_000_000), Unit.MONEY, "-$5.60B", "-56.0亿元"),
        (Decimal(9_876), Unit.MONEY, "$9.88K", "9,876元"),
        (Decimal("12.5"), Unit.MONEY, "$12.50", "12.50元"),
        (Decimal("987.65"), Unit.MONEY, "$988", "988元"),
        (Decimal("85.2"), Unit.PRICE, "$85.20", "85.20元"),
        (4_238, Unit.COUNT, "4,238", "4,238"),
        (18_955, Unit.COUNT, "18,955", "18,955"),
        (423_800, Unit.COUNT, "424K", "42.4万"),
        (Decimal("0.125"), Unit.QUANTITY, "0.125", "0.125"),
        (0, Unit.COUNT, "0", "0"),
        (0.96, Unit.RATIO, "96%", "96%"),
        (0.9634, Unit.RATIO, "96.3%", "96.3%"),
        (-0.031, Unit.GROWTH, "-3.1%", "-3.1%"),
        (0.02, Unit.POINTS, "+2 pp", "+2个百分点"),
        (43.25, Unit.DAYS, "43.3 days", "43.3天"),
        (2026, None, "2026", "2026"),
        (None, Unit.MONEY, "–", "–"),
    ],
)
def test_compact_values_keep_three_digits(value: Value, unit: Unit | None, english: str, chinese: str) -> None:
    assert compact(value, unit, lang=EN, currency="USD") == english
    assert compact(value, unit, lang=ZH, currency="CNY") == chinese


def test_a_compact_value_that_rounds_up_takes_the_next_word() -> None:
    assert compact(Decimal(999_950), Unit.NUMBER, lang=EN) == "1.00M"
    assert compact(Decimal(99_999_999), Unit.NUMBER, lang=ZH) == "1.00亿"
    assert compact(Decimal(999_499), Unit.NUMBER, lang=EN) == "999K"


def test_axes_leave_out_the_zeros_behind_the_point() -> None:
    assert compact(20_000, Unit.COUNT, lang=EN, trimmed=True) == "20K"
    assert compact(Decimal(5_600_000_000), Unit.MONEY, lang=EN, currency="USD", trimmed=True) == "$5.6B"
    assert compact(Decimal(190_000_000), Unit.MONEY, lang=ZH, currency="CNY", trimmed=True) == "1.9亿元"
    assert compact(Decimal(1_000_000), Unit.NUMBER, lang=EN, trimmed=True) == "1M"


def test_a_bare_compact_amount_leaves_the_currency_to_the_axis() -> None:
    assert compact(Decimal(12_400_000), Unit.MONEY, lang=EN, currency="USD", bare=True) == "12.4M"


def test_points_in_both_languages_have_both_words() -> None:
    assert formatted(0.021, Unit.POINTS, lang=Lang.BOTH) == "+2.1个百分点 / pp"


@pytest.mark.parametrize(
    ("chance", "shown"),
    [
        (0.0000004, "<1%"),
        (0.0, "<1%"),
        (0.009, "<1%"),
        (0.01, "1.0%"),
        (0.218, "21.8%"),
        (0.99, "99.0%"),
        (0.995, ">99%"),
    ],
)
def test_a_chance_is_told_no_closer_than_it_can_be_known(chance: float, shown: str) -> None:
    assert formatted(chance, Unit.CHANCE, lang=Lang.EN) == shown


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        ("0.04", "4%"),
        ("0.015", "1.5%"),
        ("0.01234567", "1.234567%"),
        ("0", "0%"),
        ("-0.0125", "-1.25%"),
        ("1.5", "150%"),
    ],
)
def test_a_rate_is_told_to_its_last_digit(rate: str, shown: str) -> None:
    assert formatted(Decimal(rate), Unit.RATE, lang=Lang.EN) == shown


def test_rates_of_a_column_have_the_digits_of_the_longest() -> None:
    rates = [Decimal("0.04"), Decimal("0.0125")]

    assert decimals(rates, Unit.RATE) == 2
    assert [formatted(rate, Unit.RATE, lang=Lang.EN, places=2, bare=True) for rate in rates] == ["4.00", "1.25"]


def test_in_a_column_and_a_sentence_a_chance_is_told_alike() -> None:
    assert formatted(0.0009, Unit.CHANCE, lang=Lang.ZH, bare=True) == "<1"
    assert compact(0.0009, Unit.CHANCE, lang=Lang.ZH) == "<1%"


def test_percents_beside_each_other_have_the_same_digits() -> None:
    shares = [compact(value, Unit.RATIO, lang=Lang.EN, even=True) for value in (0.24, 0.862)]
    changes = [compact(value, Unit.POINTS, lang=Lang.ZH, even=True) for value in (0.06, 0.076)]

    assert shares == ["24.0%", "86.2%"]
    assert changes == ["+6.0个百分点", "+7.6个百分点"]
    assert compact(60, Unit.COUNT, lang=Lang.EN, even=True) == "60"


def test_short_numbers_of_both_languages_are_read_by_both() -> None:
    assert compact(Decimal(477_253), Unit.MONEY, lang=Lang.BOTH, currency="USD") == "US$477K"
    assert compact(Decimal(477_253), Unit.MONEY, lang=Lang.BOTH, currency="CNY") == "¥477K"
