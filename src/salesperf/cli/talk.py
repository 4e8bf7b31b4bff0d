"""What is said on standard error: errors in one shape, and one line of account."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from salesperf.core.errors import ConfigError, DataError, Issue, SalesperfError, Severity
from salesperf.core.text import Count, Lang, Text, printable

SHOWN = 10
"""Places shown per code; `salesperf check` lists all of them."""

_TITLE = Text("{code} {severity}: {title}", "{code} {severity}：{title}")
_TITLE_OF_MANY = Text("{code} {severity}: {title} ({count})", "{code} {severity}：{title}（{count}）")
_SEVERITIES = {
    Severity.ERROR: Text("error", "错误"),
    Severity.WARNING: Text("warning", "警告"),
    Severity.NOTE: Text("note", "提示"),
}
_WROTE = Text("wrote {file}", "已写入 {file}")
_MORE = Text("  and {count} more", "  另有 {count} 处")
_HINT = Text("  hint: {cure}", "  建议：{cure}")
_FAULT = Text("error: {message}", "错误：{message}")
_LAST = Text("hint: {cure}", "建议：{cure}")
_PLACE = Text(": ", "：")
_OF_SETTINGS = "C6"


def say(line: str = "") -> None:
    """One line on standard error, safe for a terminal; when nobody listens, nothing is said and the verdict stands."""
    if sys.stderr is not None:
        with suppress(BrokenPipeError):
            sys.stderr.write(f"{printable(line)}\n")


def say_wrote(file: Path, lang: Lang) -> None:
    """Name a file that now exists."""
    say(_WROTE.fill(file=file).say(lang))


def say_error(fault: SalesperfError, lang: Lang = Lang.EN) -> None:
    """The fault, its issues grouped by code, and what to do about it; nothing is said twice."""
    say(_FAULT.fill(message=fault.text).say(lang))
    lines: tuple[str, ...] = ()
    if isinstance(fault, (ConfigError, DataError)):
        lines = tuple(issue_lines(fault.issues, lang=lang, said=fault.message))
    for line in lines:
        say(line)
    if fault.hint and _HINT.fill(cure=fault.hint_text).say(lang) not in lines:
        if lines:
            say()
        say(_LAST.fill(cure=fault.hint_text).say(lang))


def issue_lines(issues: Iterable[Issue], *, lang: Lang = Lang.EN, said: str = "", shown: int = SHOWN) -> Iterator[str]:
    """Issues grouped by code: a title with the count, the first places, how many more, and the cure.

    Of an issue whose message was `said` already only the place is told.
    """
    from salesperf.core.codes import CODES  # noqa: PLC0415 -- help has no issues

    ordered = sorted(issues, key=lambda issue: issue.code)
    for code, alike in groupby(ordered, key=lambda issue: issue.code):
        group = tuple(alike)
        count = sum(issue.count for issue in group)
        severity, title = _SEVERITIES[group[0].severity].say(lang), CODES[code].title.say(lang)
        yield ""
        phrase = _TITLE_OF_MANY if count > 1 else _TITLE
        yield phrase.fill(code=code, severity=severity, title=title, count=Count(count)).say(lang)
        yield from (f"  {place}" for issue in group[:shown] if (place := _place(issue, said, lang)))
        if len(group) > shown:
            yield _MORE.fill(count=Count(sum(issue.count for issue in group[shown:]))).say(lang)
        yield from (_HINT.fill(cure=cure).say(lang) for cure in _cures(group[:shown], CODES[code].cure))


def _place(issue: Issue, said: str, lang: Lang) -> str:
    message = "" if issue.message == said else issue.told(lang)
    return _PLACE.say(lang).join(part for part in (issue.where.say(lang), message) if part)


def _cures(group: Sequence[Issue], usual: Text) -> tuple[Text, ...]:
    """What to do: the hint all issues of the group share, else each that has lines to copy, else the code's cure.

    Of settings every hint is told: each names the word that was meant.
    """
    hints = tuple(dict.fromkeys(issue.hint_text for issue in group))
    if len(hints) == 1:
        return (hints[0] or usual,)
    if group[0].code.startswith(_OF_SETTINGS):
        return tuple(filter(None, hints))
    return tuple(hint for hint in hints if "\n" in hint.en) or (usual,)
