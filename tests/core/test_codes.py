from __future__ import annotations

import re

import pytest

from salesperf.core.code import Code
from salesperf.core.codes import CODES, issue
from salesperf.core.errors import Severity, Where

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.key)
def test_every_code_says_in_both_languages_what_is_wrong_and_what_to_do(code: Code) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", code.key)
    for text in (code.title, code.cure):
        assert text.en
        assert not CHINESE.search(text.en)
        assert CHINESE.search(text.zh)


def test_titles_do_not_repeat() -> None:
    for language in ("en", "zh"):
        titles = [getattr(code.title, language) for code in CODES]

        assert len(set(titles)) == len(titles)


def test_an_issue_weighs_what_its_code_is_documented_to_weigh() -> None:
    for code in CODES:
        assert issue(code.key, "anything").severity is code.severity


def test_an_issue_carries_what_it_was_given() -> None:
    code = CODES.keys[0]

    found = issue(code, "said", Where("a.csv"), hint="do this", value="1,2", count=3)

    assert (found.code, found.message, found.where, found.hint, found.value, found.count) == (
        code,
        "said",
        Where("a.csv"),
        "do this",
        "1,2",
        3,
    )


def test_a_code_that_is_not_documented_cannot_be_used() -> None:
    with pytest.raises(KeyError):
        issue("Z999", "anything")


def test_notes_warnings_and_errors_are_all_there_is() -> None:
    assert {code.severity for code in CODES} <= set(Severity)
