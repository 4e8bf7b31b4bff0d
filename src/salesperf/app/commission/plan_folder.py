"""Which plan is meant where none is named: the one in the folder `plans` beside the project file."""

from __future__ import annotations

from pathlib import Path

from salesperf.core.errors import UsageError
from salesperf.core.text import Count, Text, in_quotes

FOLDER = "plans"
_NONE = Text("no plan is named, and {place} has none", "未指定方案，{place} 中也没有方案")
_SEVERAL = Text("no plan is named, and {place} has {count}: {names}", "未指定方案，而 {place} 中有 {count} 个：{names}")
_NAME_ONE = Text("name one with --plan", "请用 --plan 指定一个")


def plan_file_of(named: Path | None, *, project_file: Path | None, cwd: Path) -> Path:
    """The plan that was named, else the only one in `plans` beside the project file, or in the working folder.

    Raises `UsageError` where there is none, or where there are several: which of them pays is never guessed.
    """
    if named is not None:
        return named
    folder = (cwd / project_file.parent if project_file is not None else cwd) / FOLDER
    found = sorted(file for file in folder.glob("*.toml") if file.is_file())
    place = f"{folder.parent.name}/{FOLDER}"
    if not found:
        raise UsageError(_NONE.fill(place=place), _NAME_ONE)
    if len(found) > 1:
        names = in_quotes([file.name for file in found])
        raise UsageError(_SEVERAL.fill(place=place, count=Count(len(found)), names=names), _NAME_ONE)
    return found[0]
