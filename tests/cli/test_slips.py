from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.cli.main import run


@pytest.mark.parametrize(
    ("line", "error", "hint"),
    [
        ("kpu orders.csv", "unknown command 'kpu'", "did you mean 'kpi'?"),
        ("kpi --perod 2026", "unknown option '--perod'", "did you mean '--period'"),
        ("kpi --perod=2026", "unknown option '--perod'", "did you mean '--period'"),
        ("kpi --grain mnth", "--grain cannot be 'mnth'", "did you mean 'month'?"),
        ("kpi --lang cn", "--lang cannot be 'cn'", "it takes en, zh"),
        ("kpi --period", "option '--period' requires an argument", "salesperf kpi --help"),
        ("kpi --limit 0", "--limit: input should be greater than or equal to 1", "salesperf kpi --help"),
        ("metrics lst", "unknown command 'lst'", "did you mean 'list'?"),
        ("demo", "missing argument 'DIR'", "salesperf demo --help"),
        ("demo a b", "unexpected argument 'b'", "salesperf demo --help"),
        ("--debug kpi orders.csv", "unknown option '--debug'", "it goes behind the command: salesperf kpi --debug"),
        ("--versoin kpi", "unknown option '--versoin'", "did you mean '--version'?"),
        ("zzz", "unknown command 'zzz'", "commands: demo, init, check, kpi"),
    ],
)
def test_a_slip_suggests(line: str, error: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(line.split())

    out, talk = capsys.readouterr()
    assert code == 2
    assert out == ""
    assert error in talk.splitlines()[0]
    assert hint in talk


def test_a_file_in_place_of_a_command_says_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "orders.csv"
    file.touch()

    assert run([str(file)]) == 2

    assert f"type: salesperf kpi {file}" in capsys.readouterr().err
