"""What the terminal can show: the only reader of colour variables, and the only writer of results."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO

from salesperf.core.errors import OutputError
from salesperf.core.text import Text


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


def result_stream() -> TextIO:
    """Standard output; a program started without one cannot print."""
    if sys.stdout is None:
        raise OutputError(
            Text("standard output is closed", "标准输出已关闭"), Text("name a file with -o", "请用 -o 指定文件")
        )
    return sys.stdout


def put(content: bytes) -> None:
    """Write a result to standard output; raises `OutputError` when it cannot be written.

    A reader that has seen enough (`| head`) closes the pipe: that is its right, so the verdict of the command
    stands and nothing is said.
    """
    stream = result_stream()
    try:
        stream.flush()
        stream.buffer.write(content)
        stream.flush()
    except BrokenPipeError:
        _drop_the_rest(stream)
    except OSError as fault:
        _drop_the_rest(stream)
        told = Text("cannot write to standard output: {why}", "无法写入标准输出：{why}")
        raise OutputError(told.fill(why=fault.strerror or fault)) from fault


def _drop_the_rest(stream: TextIO) -> None:
    """Send what is still buffered nowhere; the interpreter would complain about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
