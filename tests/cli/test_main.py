from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from salesperf import __version__
from salesperf.cli.main import app

if TYPE_CHECKING:
    from conftest import Salesperf

COMMANDS = [
    ("demo",),
    ("init",),
    ("check",),
    ("kpi",),
    ("rfm",),
    ("abc",),
    ("lifecycle",),
    ("customer",),
    ("explain",),
    ("report",),
    ("tidy",),
    ("doctor",),
    ("metrics", "list"),
    ("metrics", "show"),
    ("config", "show"),
    ("config", "schema"),
    ("commission", "run"),
    ("commission", "explain"),
    ("commission", "simulate"),
    ("commission", "check"),
    ("commission", "audit"),
    ("commission", "plan", "show"),
    ("commission", "plan", "lint"),
    ("commission", "plan", "new"),
]


def test_help_lists_the_exit_codes(salesperf: Salesperf) -> None:
    page = " ".join(salesperf("--help").out.split())

    for meaning in ("0 ok", "2 wrong usage", "3 wrong configuration", "5 the result", "70 a bug", "130 interrupted"):
        assert meaning in page


def test_without_a_command_the_help_is_shown(salesperf: Salesperf) -> None:
    said = salesperf()

    assert said.code == 0
    assert said.out == salesperf("--help").out


def test_the_version_is_the_packages(salesperf: Salesperf) -> None:
    assert salesperf("--version").out == f"salesperf {__version__}\n"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_one_sentence_and_an_example(words: tuple[str, ...], salesperf: Salesperf) -> None:
    page = salesperf(*words, "--help").out

    assert "\n  Example:\n    salesperf " + " ".join(words) in page
    sentence = page.split("\n\n")[1].strip()
    assert sentence.endswith(".")
    assert ". " not in sentence


def test_only_the_command_that_is_named_is_built() -> None:
    assert _names(app("kpi")) == {"kpi"}
    assert _names(app("targets")) == {"targets"}
    assert _names(app()) == {command[0] for command in COMMANDS} | {"report", "targets"}
    assert _names(app("--by")) == _names(app("kip")) == _names(app())


def test_the_help_of_all_commands_is_the_same_without_their_options() -> None:
    def page(tree: typer.Typer) -> str:
        return str(CliRunner().invoke(tree, ["--help"], prog_name="salesperf").output)

    assert page(app("--help")) == page(app())


def _names(tree: typer.Typer) -> set[str]:
    return set(typer.main.get_command(tree).commands)  # type: ignore[attr-defined]
