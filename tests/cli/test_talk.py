from __future__ import annotations

import sys

import pytest

from salesperf.cli.talk import issue_lines, say, say_error
from salesperf.core.codes import CODES, issue
from salesperf.core.errors import DataError, UsageError, Where

FIRST, SECOND = CODES.keys[:2]


def test_a_fault_without_issues_is_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    say_error(UsageError("unknown metric 'x'", "did you mean 'y'?"))

    assert capsys.readouterr().err == "error: unknown metric 'x'\nhint: did you mean 'y'?\n"


def test_issues_come_by_code_with_their_own_hint_or_the_usual_cure() -> None:
    lines = list(
        issue_lines(
            [
                issue(SECOND, "second", Where("b.csv")),
                issue(FIRST, "one", Where("a.csv", row=2), hint="try this"),
                issue(FIRST, "two", Where("a.csv", row=3), hint="try that"),
            ]
        )
    )

    assert lines == [
        "",
        f"{FIRST} {CODES[FIRST].severity}: {CODES[FIRST].title.en} (2)",
        "  a.csv, row 2: one",
        "  a.csv, row 3: two",
        f"  hint: {CODES[FIRST].cure.en}",
        "",
        f"{SECOND} {CODES[SECOND].severity}: {CODES[SECOND].title.en}",
        "  b.csv: second",
        f"  hint: {CODES[SECOND].cure.en}",
    ]


def test_what_stands_for_many_counts_as_many() -> None:
    lines = list(issue_lines([issue(FIRST, "4,000 more cells", Where("a.csv"), count=4000)]))

    assert lines[1].endswith("(4,000)")


def test_when_nobody_listens_the_verdict_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        def write(self, _text: str) -> None:
            raise BrokenPipeError

    for stream in (None, Closed()):
        monkeypatch.setattr(sys, "stderr", stream)
        say("anything")


def test_the_general_hint_comes_last(capsys: pytest.CaptureFixture[str]) -> None:
    say_error(DataError("rows", "--on-bad-rows quarantine", (issue(FIRST, "one"),)))

    assert capsys.readouterr().err.splitlines()[-2:] == ["", "hint: --on-bad-rows quarantine"]
