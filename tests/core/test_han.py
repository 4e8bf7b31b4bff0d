from __future__ import annotations

import pytest

from salesperf.core.han import closed_up, has_han, is_han


@pytest.mark.parametrize(("char", "is_one"), [("一", True), ("鿿", True), ("の", False), ("A", False), ("é", False)])
def test_chinese_characters_are_known(char: str, is_one: bool) -> None:  # noqa: FBT001 - pytest passes it by name
    assert is_han(char) is is_one
    assert has_han(f"ab{char}") is is_one


def test_only_blanks_between_chinese_characters_go() -> None:
    assert closed_up("小  计 : A 甲 乙") == "小计 : A 甲乙"
    assert closed_up("Sub Total") == "Sub Total"
