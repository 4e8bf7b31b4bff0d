"""Every console block of the README and the guide is run in a copy of examples/ and compared with what it shows.

A command line starts with `$ `; `# exit 4` at its end says the exit code that is expected. Under it stands what the
command prints, standard output and standard error as a terminal shows them. `...` stands for any text within a line,
on a line of its own for any lines.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [path for name in ("README.md", "README.zh.md", "docs/guide/*.md") for path in sorted(ROOT.glob(name))]

FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXIT = re.compile(r"\s+# exit (\d+)$")


@dataclass(frozen=True)
class Step:
    """One command of a document, and what it must print."""

    command: str
    exit_code: int
    shown: str


def steps(text: str) -> Iterator[Step]:
    """The commands of all console blocks of a document, in order."""
    for match in FENCE.finditer(text):
        for part in re.split(r"^\$ ", match[1], flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            told = EXIT.search(line)
            yield Step(EXIT.sub("", line), int(told[1]) if told else 0, shown)


def matches(shown: str, printed: str) -> bool:
    """Whether the output is what the document shows, blanks at line ends and empty lines at the end left aside."""
    wanted = [line.rstrip() for line in shown.rstrip().splitlines()]
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else ".*?".join(map(re.escape, line.split("..."))) + r"\n" for line in wanted
    )
    found = "".join(f"{line.rstrip()}\n" for line in printed.rstrip().splitlines())
    return re.fullmatch(pattern, found) is not None


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SALESPERF_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {
        **kept,
        "PATH": path,
        "HOME": str(home),
        "COLUMNS": "120",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_print_what_the_document_shows(document: Path, tmp_path: Path) -> None:
    here = tmp_path / "examples"
    shutil.copytree(ROOT / "examples", here)
    environment = _environment(tmp_path)

    for step in steps(document.read_text(encoding="utf-8")):
        done = subprocess.run(
            ["/bin/sh", "-c", step.command],
            cwd=here,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        printed = done.stdout.decode("utf-8")
        assert matches(step.shown, printed), f"$ {step.command}\n{printed}"
        assert done.returncode == step.exit_code, f"$ {step.command}\n{printed}"


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
