"""Every console block of the README and the guide is run in a copy of examples/ and compared with what it shows.

A command line starts with `$ `; `# exit 4` at its end says the exit code that is expected. Under it stands what the
command prints, standard output and standard error as a terminal shows them. `...` stands for any text within a line,
on a line of its own for any lines.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from console import DOCUMENTS, ROOT, Step, cut_alike, matches, run, steps


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_print_what_the_document_shows(document: Path, tmp_path: Path) -> None:
    here = tmp_path / "examples"
    shutil.copytree(ROOT / "examples", here)

    for step in steps(document.read_text(encoding="utf-8")):
        code, printed, _ = run(step.command, here=here, home=tmp_path)
        assert matches(step.shown, printed), f"$ {step.command}\n{printed}"
        assert code == step.exit_code, f"$ {step.command}\n{printed}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_console_blocks_hold_only_what_can_be_run(document: Path) -> None:
    for step in steps(document.read_text(encoding="utf-8")):
        assert step.command.split()[0] in {"salesperf", "cat", "head", "ls"}, step.command


@pytest.mark.parametrize(
    ("shown", "printed", "verdict"),
    [
        ("a\nb\n", "a  \nb\n\n", True),
        ("a\nb\n", "a\nb\nc\n", False),
        ("a\n...\nd\n", "a\nb\nc\nd\n", True),
        ("a\n...\nd\n", "a\nd\n", True),
        ("a\n...\n", "b\n", False),
        ("read ... rows\n", "read 28,010 rows\n", True),
        ("read ... rows\n", "read 28,010\nrows\n", False),
        ("cost (net)\n", "cost (net)\n", True),
        ("", "", True),
        ("", "something\n", False),
    ],
)
def test_dots_stand_for_any_text(shown: str, printed: str, *, verdict: bool) -> None:
    assert matches(shown, printed) is verdict


def test_a_block_is_read_into_its_commands() -> None:
    text = (
        "Try:\n\n```console\n$ salesperf kpi x.csv  # exit 4\nno such\n\n$ salesperf --version\n```\n\n"
        "```sh\n$ make\n```\n"
    )

    assert list(steps(text)) == [Step("salesperf kpi x.csv", 4, "no such\n\n"), Step("salesperf --version", 0, "")]


def test_an_output_is_cut_where_it_was_cut_before() -> None:
    assert cut_alike("a\n...\ny\nz\n", "1\n2\n3\n4\n5  \n") == "1\n...\n4\n5\n"
    assert cut_alike("a\n...\n", "1\n2\n") == "1\n...\n"
    assert cut_alike("a\nb\n", "1\n2\n3\n") == "1\n2\n3\n"
    assert cut_alike("a\n...\nz\n", "1\n2\n") == "1\n2\n"
    assert cut_alike("a\n", "") == ""
