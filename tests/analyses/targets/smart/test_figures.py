from __future__ import annotations

from salesperf.analyses.targets.smart.case import Holder
from salesperf.analyses.targets.smart.figures import named, scope_word, some


def test_the_first_three_names_are_said() -> None:
    assert some(["Ann", "Bob"]).en == "Ann, Bob"
    assert some(["Ann", "Bob", "Cid", "Dee", "Eve"]).en == "Ann, Bob, Cid and 2 more"
    assert some(["甲", "乙", "丙", "丁"]).zh == "甲、乙、丙等 4 个"


def test_the_company_has_a_word_and_others_their_name() -> None:
    assert named(Holder("company", "", "", ())).zh == "公司"
    assert named(Holder("rep", "R1", "Ann", ())).en == "Ann"


def test_scopes_are_said_in_words() -> None:
    assert (scope_word("company").zh, scope_word("team").zh, scope_word("planet").zh) == ("公司", "团队", "planet")
