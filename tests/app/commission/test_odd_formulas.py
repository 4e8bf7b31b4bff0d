from __future__ import annotations

from salesperf.app.commission.odd_formulas import odd_formulas


def test_one_wrong_reference_among_many_is_found_with_what_it_should_be() -> None:
    formulas: dict[str, str | None] = {f"D{row}": f"=ROUND(C{row}*$F$1,2)" for row in range(2, 184)}
    formulas["D100"] = "=ROUND(C99*$F$1,2)"

    assert odd_formulas(formulas) == {"D100": "=ROUND(C100*$F$1,2)"}


def test_a_typed_amount_among_formulas_is_odd() -> None:
    assert odd_formulas({"D2": "=C2*2", "D3": None, "D4": "=C4*2"}) == {"D3": "=C3*2"}


def test_another_constant_is_odd_too() -> None:
    assert odd_formulas({"D2": "=C2*0.02", "D3": "=C3*0.03", "D4": "=C4*0.02"}) == {"D3": "=C3*0.02"}


def test_where_no_formula_is_that_of_most_none_is_odd() -> None:
    assert odd_formulas({"D2": "=C2*1", "D3": "=C3*2"}) == {}
    assert odd_formulas({"D2": "=C2*1", "D3": None}) == {}
    assert odd_formulas({"D2": None}) == {}
    assert odd_formulas({}) == {}
