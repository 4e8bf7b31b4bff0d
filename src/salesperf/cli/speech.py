"""The language that a fault is told in when nothing was read yet; it never fails and settles nothing else."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from salesperf.core.errors import ConfigError
from salesperf.core.text import Lang

_VARIABLE = "SALESPERF_LANG"


def language(arguments: Sequence[str]) -> Lang:
    """The language typed, else that of the environment, else that of the project or the user, else English."""
    wanted = (_typed("--lang", arguments), os.environ.get(_VARIABLE), *_configured(arguments))
    spoken = {lang.value: lang for lang in Lang}
    return next((spoken[word] for word in wanted if isinstance(word, str) and word in spoken), Lang.EN)


def _typed(option: str, arguments: Sequence[str]) -> str | None:
    """The value of an option among words that may be wrong anywhere else; the last one counts."""
    pairs = zip(arguments, (*arguments[1:], ""), strict=False)
    values = [after if word == option else word.partition("=")[2] for word, after in pairs if _is(option, word)]
    return values[-1] if values else None


def _is(option: str, word: str) -> bool:
    return word == option or word.startswith(f"{option}=")


def _configured(arguments: Sequence[str]) -> Iterator[object]:
    """What the project's file and the user's say, read without being checked: it may be what is at fault."""
    from salesperf.app.layers import find_project_file  # noqa: PLC0415 -- who types the language need not wait for it
    from salesperf.cli.first_look import surroundings  # noqa: PLC0415 -- as above

    stands = surroundings()
    config = _typed("--config", arguments)
    project = None
    with suppress(ConfigError, OSError):
        inputs = tuple(word for word in arguments[1:] if not word.startswith("-"))
        project = find_project_file(inputs, stands, config=Path(config) if config else None)
    for file in (project, stands.user_file):
        if file is not None:
            yield _lang_in(file)


def _lang_in(file: Path) -> object:
    with suppress(OSError, ValueError, AttributeError):
        return tomllib.loads(file.read_text(encoding="utf-8-sig")).get("workspace", {}).get("lang")
    return None
