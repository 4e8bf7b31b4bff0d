"""Declared values added to a `salesperf.toml` that somebody wrote: every other byte of it stays."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

from salesperf.core.errors import UsageError
from salesperf.core.text import Text

_HEADING = re.compile(r"\s*\[(\[)?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")


def with_values(text: str, drafts: Mapping[int, Mapping[str, Sequence[str]]]) -> str:
    """The project file with lines added to `[table.values.COLUMN]` of its `[[table]]` elements, counted from 0.

    Raises `UsageError` with the lines where they cannot be put in so that nothing else changes.
    """
    lines = text.splitlines()
    for place in sorted(drafts, reverse=True):
        for column, more in drafts[place].items():
            _add(lines, place, column, more)
    amended = "\n".join(lines) + "\n"
    if not _only_adds(text, amended):
        wanted = [
            f"[table.values.{column}]\n" + "\n".join(more) for of in drafts.values() for column, more in of.items()
        ]
        raise UsageError(
            Text("the values cannot be added to the file as it is written", "无法按文件现有写法添加这些取值"),
            Text("add by hand:\n{lines}", "请手工添加：\n{lines}").fill(lines="\n".join(wanted)),
        )
    return amended


def _add(lines: list[str], place: int, column: str, more: Sequence[str]) -> None:
    """Put lines under the heading of their column, which is made where there is none."""
    start, end = _extent(lines, place)
    heading = f"table.values.{column}"
    own = next((at for at in range(start, end) if _heading(lines[at]) == heading), None)
    if own is not None:
        end = next((at for at in range(own + 1, end) if _heading(lines[at])), end)
    while end > start and not lines[end - 1].strip():
        end -= 1
    lines[end:end] = [*more] if own is not None else ["", f"[{heading}]", *more]


def _extent(lines: Sequence[str], place: int) -> tuple[int, int]:
    """The lines of one `[[table]]`: up to the next heading that is not part of it."""
    starts = [at for at, line in enumerate(lines) if _heading(line) == "[table]"]
    if place >= len(starts):
        return len(lines), len(lines)
    start = starts[place]
    after = (
        at for at in range(start + 1, len(lines)) if (found := _heading(lines[at])) and not found.startswith("table.")
    )
    return start, next(after, len(lines))


def _heading(line: str) -> str:
    """`[table]` for an element of the list, `table.columns` for a part of it; empty for any other line."""
    found = _HEADING.match(line)
    if not found:
        return ""
    name = re.sub(r"\s*\.\s*", ".", found[2])
    return f"[{name}]" if found[1] else name


def _only_adds(before: str, after: str) -> bool:
    """Whether the second file says all that the first does, and more only in the values of tables."""
    try:
        old, new = tomllib.loads(before), tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        return False
    if {key: value for key, value in old.items() if key != "table"} != {
        key: value for key, value in new.items() if key != "table"
    } or len(old.get("table", [])) != len(new.get("table", [])):
        return False
    return all(_holds(was, now) for was, now in zip(old.get("table", []), new.get("table", []), strict=True))


def _holds(was: Mapping[str, object], now: Mapping[str, object]) -> bool:
    same = {key: value for key, value in now.items() if key != "values"}
    values, more = was.get("values", {}), now.get("values", {})
    if not isinstance(values, Mapping) or not isinstance(more, Mapping):
        return False
    kept = all(dict(pairs).items() <= dict(more.get(column, {})).items() for column, pairs in values.items())
    return kept and same == {key: value for key, value in was.items() if key != "values"}
