from __future__ import annotations

from salesperf.analyses.commission.written.rule_choices import RULE_CHOICES


def test_the_standard_example_is_told_with_what_each_answer_pays() -> None:
    [mode] = [one for one in RULE_CHOICES if one.key == "mode"]

    assert [option.pays.en.rpartition("= ")[2] for option in mode.options] == ["35,000", "50,000", "43,750"]
