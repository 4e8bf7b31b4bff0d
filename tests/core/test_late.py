"""Expressions that wait to be compiled."""

import re

import pytest

from salesperf.core.late import late


def test_nothing_is_compiled_before_the_first_question(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def told(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", told)
    waiting = late("a(b)c", re.IGNORECASE)

    assert not compiled
    found = waiting.search("xABCx")
    assert found is not None
    assert found[1] == "B"
    assert compiled == ["a(b)c"]


def test_the_second_question_of_a_kind_goes_to_the_expression_itself() -> None:
    digits = late(r"\d+")

    first, second = digits.findall, digits.findall

    assert first is second
    assert second("1, 22") == ["1", "22"]


def test_it_answers_as_the_expression_does() -> None:
    word = late(r"(?i)to(t)al")

    assert word.sub("sum", "Total TOTAL") == "sum sum"
    assert word.pattern == r"(?i)to(t)al"
    assert word.groups == 1
    assert word.fullmatch("totals") is None


def test_a_faulty_expression_raises_when_it_is_asked() -> None:
    faulty = late("(")

    with pytest.raises(re.error):
        faulty.search("")
