from __future__ import annotations

import pytest

from salesperf.facts.nearest import KnownKeys, Nearest, letters


@pytest.mark.parametrize("other", ["GTX Pro", "gtx-pro", "ＧＴＸ　Ｐｒｏ", "GTX_PRO ", "G.T.X. Pro"])
def test_the_same_letters_written_otherwise_are_one_key_for_sure(other: str) -> None:
    assert KnownKeys(["GTX Pro", "GTX Plus Pro"]).nearest(other) == Nearest(("GTX Pro",), is_sure=True)


def test_letters_that_two_keys_have_are_nobodys_for_sure() -> None:
    assert KnownKeys(["A-1", "A 1"]).nearest("A1") == Nearest(("A 1", "A-1"))


def test_a_key_that_is_only_alike_is_not_sure() -> None:
    assert KnownKeys(["Acme Corporation", "Beta"]).nearest("Acme Corporatoin") == Nearest(("Acme Corporation",))
    assert KnownKeys(["恒源建材有限公司", "恒大建材"]).nearest("恒源建材公司") == Nearest(("恒源建材有限公司",))


def test_a_number_with_other_zeros_is_another_number() -> None:
    assert KnownKeys(["0012345678"]).nearest("12345678") == Nearest(("0012345678",))


def test_nothing_near_is_nothing() -> None:
    assert KnownKeys(["Acme"]).nearest("Zeta") == Nearest(())
    assert KnownKeys(["Acme"]).nearest("--") == Nearest(())
    assert KnownKeys([]).nearest("Acme") == Nearest(())


def test_only_the_same_letters_are_looked_for_when_told() -> None:
    assert KnownKeys(["Acme Corp"]).nearest("Acme Cord", only_same=True) == Nearest(())
    assert KnownKeys(["Acme Corp"]).nearest("acmecorp", only_same=True).is_sure


def test_marks_and_blanks_are_no_letters() -> None:
    assert letters("（华东）一部") == letters("华东一部")
