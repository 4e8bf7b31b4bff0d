from __future__ import annotations

from collections.abc import Callable

import pytest
import typer

from salesperf.cli.guard import guarded
from salesperf.core.codes import CODES, issue
from salesperf.core.errors import ConfigError, DataError, Exit, OutputError, UsageError, Where


def _raising(fault: BaseException) -> Callable[..., object]:
    def command(*_: object, **__: object) -> object:
        raise fault

    return command


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (UsageError("x"), Exit.USAGE),
        (ConfigError("x"), Exit.CONFIG),
        (DataError("x"), Exit.DATA),
        (OutputError("x"), Exit.OUTPUT),
        (typer.BadParameter("x"), Exit.USAGE),
        (KeyboardInterrupt(), Exit.INTERRUPTED),
        (typer.Abort(), Exit.INTERRUPTED),
        (ValueError("x"), Exit.BUG),
        (MemoryError(), Exit.BUG),
        (SystemExit(1), Exit.FAIL_ON),
    ],
)
def test_every_fault_has_its_exit_code(fault: BaseException, code: Exit) -> None:
    assert guarded(_raising(fault), []) == code


def test_an_engine_that_panics_is_a_bug_too() -> None:
    class PanicException(BaseException):
        """As the engine's bindings raise it: no Exception."""

    assert guarded(_raising(PanicException("index out of bounds")), []) == Exit.BUG


def test_what_a_command_returns_is_the_exit_code() -> None:
    assert guarded(lambda *_, **__: Exit.FAIL_ON, []) == 1
    assert guarded(lambda *_, **__: None, []) == 0


def test_a_bug_is_short_and_says_how_to_see_more(capsys: pytest.CaptureFixture[str]) -> None:
    guarded(_raising(ValueError("odd")), [])

    talk = capsys.readouterr().err
    assert talk.startswith("bug: ValueError: odd\n")
    assert "--debug" in talk
    assert "Traceback" not in talk


def test_a_bug_and_an_interruption_are_told_in_the_language_of_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    guarded(_raising(ValueError("odd")), ["kpi", "--lang", "zh"])
    guarded(_raising(KeyboardInterrupt()), ["kpi", "--lang", "zh"])

    assert capsys.readouterr().err.splitlines() == [
        "程序故障：ValueError：odd",
        "这是 salesperf 自身的故障，与您的文件无关；未写出任何结果",
        "建议：加上 --debug 可查看故障位置",
        "已中断：没有留下未写完的文件",
    ]


def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    guarded(_raising(ValueError("odd")), ["kpi", "--debug"])

    assert "Traceback" in capsys.readouterr().err


def test_issues_are_grouped_by_code_ten_places_shown(capsys: pytest.CaptureFixture[str]) -> None:
    code = CODES.keys[0]
    issues = tuple(issue(code, f"fault {row}", Where("a.csv", row=row), hint="do this") for row in range(2, 15))

    guarded(_raising(DataError("13 rows are wrong", "--on-bad-rows quarantine", issues)), [])

    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "error: 13 rows are wrong"
    assert lines[2] == f"{code} {CODES[code].severity}: {CODES[code].title.en} (13)"
    assert lines[3] == "  a.csv, row 2: fault 2"
    assert lines[12] == "  a.csv, row 11: fault 11"
    assert lines[13:15] == ["  and 3 more", "  hint: do this"]
    assert lines[-1] == "hint: --on-bad-rows quarantine"


def test_control_characters_of_the_data_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    guarded(_raising(UsageError("no rep '\x1b[2Jevil'")), [])

    assert "\x1b" not in capsys.readouterr().err
