"""docs/cli.md: the help page of every command, as the terminal shows it."""

from __future__ import annotations

import contextlib
import io
import os
from typing import Any

import typer

from docs_markdown import block, joined
from salesperf.cli.main import app, run

INTRO = """# Commands · 命令

The result goes to standard output, everything said about it to standard error, and the verdict is the exit code
([errors.md](errors.md)). The same flag means the same in every command.

结果写到标准输出，其余说明写到标准错误，结论看退出码（见 [errors.md](errors.md)）。同名选项在所有命令中含义相同。
"""


def commands() -> list[str]:
    """Every command and sub-command by its full name, in the order of the help."""
    return list(_below(typer.main.get_command(app()), ""))


def _below(group: Any, prefix: str) -> list[str]:  # noqa: ANN401 -- typer does not export the type of its groups
    names = []
    for name, command in group.commands.items():
        names.append(f"{prefix}{name}")
        if hasattr(command, "commands"):
            names += _below(command, f"{prefix}{name} ")
    return names


def page() -> str:
    """The whole page."""
    pages = [(f"## salesperf {name}".rstrip(), block(help_page(name))) for name in ["", *commands()]]
    return joined(INTRO, *(part for pair in pages for part in pair))


def help_page(command: str) -> str:
    """What `salesperf COMMAND --help` prints on a terminal of 100 columns."""
    width = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            code = run([*command.split(), "--help"])
    finally:
        if width is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = width
    if code != 0:
        raise RuntimeError(f"the help of {command!r} ends with exit code {code}")
    return "\n".join(line.rstrip() for line in printed.getvalue().splitlines())
