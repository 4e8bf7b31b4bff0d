"""Which plans are meant where none is named: those in the folder `plans` beside the project file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from salesperf.core.errors import UsageError
from salesperf.core.text import Text

FOLDER = "plans"
_NONE = Text("no plan is named, and {place} has none", "未指定方案，{place} 中也没有方案")
_NAME_ONE = Text("name one with --plan", "请用 --plan 指定一个")


def plan_files_of(named: Sequence[Path], *, project_file: Path | None, cwd: Path) -> tuple[Path, ...]:
    """The plans that were named, each once, else all in `plans` beside the project file, or in the working folder.

    Raises `UsageError` where there is none.
    """
    if named:
        return tuple(dict.fromkeys(named))
    folder = (cwd / project_file.parent if project_file is not None else cwd) / FOLDER
    found = tuple(sorted(file for file in folder.glob("*.toml") if file.is_file()))
    if not found:
        raise UsageError(_NONE.fill(place=f"{folder.parent.name}/{FOLDER}"), _NAME_ONE)
    return found
