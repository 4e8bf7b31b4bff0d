from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest

from salesperf.cli.terminal import has_color, result_stream, width
from salesperf.core.errors import OutputError


class _Screen(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("env", "on_screen", "in_pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"CLICOLOR": "0"}, False, False),
        ({"TERM": "dumb"}, False, False),
    ],
)
def test_colour_follows_the_variables(env: Mapping[str, str], *, on_screen: bool, in_pipe: bool) -> None:
    assert has_color(_Screen(), env) is on_screen
    assert has_color(StringIO(), env) is in_pipe


def test_the_flag_refuses_colour_whatever_the_variables_say() -> None:
    assert has_color(_Screen(), {"FORCE_COLOR": "1"}, refused=True) is False


def test_a_pipe_has_no_width() -> None:
    assert width(StringIO()) is None


def test_without_standard_output_a_file_must_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    with pytest.raises(OutputError, match="standard output is closed") as caught:
        result_stream()

    assert "-o" in caught.value.hint


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_behind_standard_output_is_an_output_error() -> None:
    program = "import sys\nfrom salesperf.__main__ import main\nsys.argv = ['salesperf', 'config', 'schema']\nmain()\n"

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 5
    assert done.stderr.startswith(b"error: cannot write to standard output")


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    program = """
import sys
from salesperf.cli.terminal import put
put(b"line\\n" * 500_000)
put(b"more" * 500_000)
sys.exit(3)
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None

    process.stdout.readline()
    process.stdout.close()
    _, talk = process.communicate()

    assert talk == b""
    assert process.returncode == 3
