from __future__ import annotations

import sys
from pathlib import Path

import pytest

from salesperf.cli.talk import issue_lines, say, say_error, say_wrote
from salesperf.core.codes import CODES, issue
from salesperf.core.errors import DataError, UsageError, Where
from salesperf.core.text import Lang

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


def test_hints_with_lines_to_copy_are_told_one_after_the_other() -> None:
    hints = ("paste:\n[[table]]\n1", "paste:\n[[table]]\n2")
    group = [issue(FIRST, str(place), Where(f"{place}.csv"), hint=hint) for place, hint in enumerate(hints)]

    assert list(issue_lines(group))[-2:] == [f"  hint: {hint}" for hint in hints]


def test_of_settings_every_word_that_was_meant_is_told() -> None:
    group = [
        issue("C602", "a is not a setting", Where("salesperf.toml"), hint="did you mean 'b'?"),
        issue("C602", "c is not a setting", Where("salesperf.toml")),
        issue("C602", "d is not a setting", Where("salesperf.toml"), hint="did you mean 'e'?"),
    ]

    assert list(issue_lines(group))[-2:] == ["  hint: did you mean 'b'?", "  hint: did you mean 'e'?"]


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


def test_an_issue_that_says_what_the_fault_says_tells_its_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    found = issue("F504", "amounts in EUR and USD", Where(column="currency"), hint="name one")

    say_error(DataError("amounts in EUR and USD", "name one", (found,)))

    assert capsys.readouterr().err.splitlines() == [
        "error: amounts in EUR and USD",
        "",
        "F504 error: several currencies without rates",
        "  column 'currency'",
        "  hint: name one",
    ]


def test_a_fault_of_no_place_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    say_error(DataError("no rate for USD", "add it", (issue("F505", "no rate for USD", hint="add the rates"),)))

    assert capsys.readouterr().err.splitlines() == [
        "error: no rate for USD",
        "",
        "F505 error: exchange rate missing or given twice",
        "  hint: add the rates",
        "",
        "hint: add it",
    ]


def test_groups_are_headed_in_the_language_of_the_report() -> None:
    found = [issue("F503", f"status {word}", hint="name the words") for word in ("a", "b", "c")]

    assert list(issue_lines(found, lang=Lang.ZH, shown=2)) == [
        "",
        "F503 警告：未知状态，按已售计算（3）",
        "  status a",
        "  status b",
        "  另有 1 处",
        "  建议：name the words",
    ]


def test_a_written_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    say_wrote(Path("a.csv"), Lang.EN)
    say_wrote(Path("a.csv"), Lang.ZH)

    assert capsys.readouterr().err == "wrote a.csv\n已写入 a.csv\n"


def test_the_general_hint_comes_last(capsys: pytest.CaptureFixture[str]) -> None:
    say_error(DataError("rows", "--on-bad-rows quarantine", (issue(FIRST, "one"),)))

    assert capsys.readouterr().err.splitlines()[-2:] == ["", "hint: --on-bad-rows quarantine"]
