"""What the terminal can show: the only reader of colour variables, and the only writer of results."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO


def has_color(stream: TextIO, env: Mapping[str, str], *, refused: bool = False) -> bool:
    """Whether to colour: a flag first, then NO_COLOR, FORCE_COLOR, CLICOLOR, then what the stream is."""
    if refused or env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR", "0") not in {"", "0"} or env.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    if env.get("CLICOLOR") == "0" or env.get("TERM") == "dumb":
        return False
    return stream.isatty()


def width(stream: TextIO) -> int | None:
    """Columns of the terminal; None when the stream is none."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def put(content: bytes) -> None:
    """Write a result to standard output.

    A reader that has seen enough (`| head`) closes the pipe: that is its right, so the verdict of the command
    stands and nothing is said.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered goes nowhere; without this the interpreter complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
