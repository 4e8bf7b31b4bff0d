from __future__ import annotations

import pytest

from salesperf.core.status import Status
from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.render.xlsx.number_format import currency_sign, day_format, number_format


@pytest.mark.parametrize(
    ("unit", "places", "code"),
    [
        (Unit.MONEY, 2, "#,##0.00"),
        (Unit.COUNT, 0, "#,##0"),
        (Unit.RATIO, 1, "0.0%"),
        (Unit.GROWTH, 1, '+0.0%" ▲";-0.0%" ▼";0.0%'),
        (Unit.POINTS, 1, '+0.0" ▲";-0.0" ▼";0.0'),
        (Unit.DAYS, 1, "#,##0.0"),
        (None, 0, "0"),
        (None, 2, "#,##0.00"),
    ],
)
def test_every_unit_has_its_format(unit: Unit | None, places: int, code: str) -> None:
    assert number_format(unit, places=places, lang=Lang.EN) == code


def test_amounts_carry_the_sign_of_their_currency_in_the_language() -> None:
    assert currency_sign("CNY", Lang.ZH) == '"¥"'
    assert currency_sign("CNY", Lang.EN) == '"CN¥"'
    assert currency_sign("USD", Lang.EN) == '"$"'
    assert number_format(Unit.MONEY, places=2, lang=Lang.ZH, sign='"¥"') == '"¥"#,##0.00;-"¥"#,##0.00'


def test_what_is_no_code_of_a_currency_does_not_get_into_a_format() -> None:
    assert currency_sign('"];[Red]', Lang.EN) == ""
    assert currency_sign(None, Lang.EN) == ""


def test_points_and_days_are_named_where_no_header_can() -> None:
    assert number_format(Unit.POINTS, places=1, lang=Lang.ZH, named=True).startswith('+0.0"个百分点 ▲"')
    assert number_format(Unit.DAYS, places=1, lang=Lang.EN, named=True) == '#,##0.0" days"'


def test_a_light_and_a_partial_period_stand_in_every_section_of_the_format() -> None:
    code = number_format(Unit.GROWTH, places=0, lang=Lang.EN, status=Status.RED, partial=True)

    assert code == '"✗ red "+0%" ▲""*";"✗ red "-0%" ▼""*";"✗ red "0%"*"'


def test_a_level_change_shows_no_sign_on_either_side_of_zero() -> None:
    code = number_format(Unit.POINTS, places=1, lang=Lang.ZH, named=True, is_level=True)

    assert code == '0.0"个百分点";0.0"个百分点"'


def test_days_read_as_the_language_writes_them() -> None:
    assert day_format(Lang.EN) == "[$-409]mmm d, yyyy"
    assert day_format(Lang.ZH) == 'yyyy"年"m"月"d"日"'


def test_a_chance_is_told_in_words_where_it_is_next_to_none_or_certain() -> None:
    assert number_format(Unit.CHANCE, places=1, lang=Lang.EN) == '[<0.01]"<1%";[>0.99]">99%";0.0%'
