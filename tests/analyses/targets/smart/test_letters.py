from __future__ import annotations

import pytest

from salesperf.analyses.targets.smart.letters import (
    LETTERS,
    MEASURABLE,
    RELEVANT,
    SPECIFIC,
    TIME_BOUND,
    Letter,
    is_of_targets,
    letter_of,
)
from salesperf.core.codes import CODES, issue
from salesperf.core.codes_smart import SMART
from salesperf.core.errors import Where


@pytest.mark.parametrize(
    ("code", "letter"),
    [("F580", SPECIFIC), ("F570", MEASURABLE), ("R301", MEASURABLE), ("F590", RELEVANT), ("R601", TIME_BOUND)],
)
def test_a_finding_answers_one_question(code: str, letter: Letter) -> None:
    assert letter_of(issue(code, "said")) is letter


def test_every_code_of_the_check_has_its_letter() -> None:
    assert {code.key for code in SMART} <= set(CODES.keys)
    assert all(letter_of(issue(code.key, "said")) in LETTERS for code in SMART)


@pytest.mark.parametrize(
    ("code", "row", "belongs"),
    [("R606", 3, False), ("R606", None, True), ("R602", None, False), ("R302", 3, True), ("R101", None, False)],
)
def test_only_what_reading_says_of_targets_belongs_here(code: str, row: int | None, *, belongs: bool) -> None:
    assert is_of_targets(issue(code, "said", Where("t.csv", row=row))) is belongs
