"""Words of a question to its values; a wrong word is a usage error that suggests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from salesperf.core.errors import UsageError
from salesperf.core.period import Grain
from salesperf.core.suggest import did_you_mean
from salesperf.metrics.request import Compare

E = TypeVar("E", bound=StrEnum)


def compared(words: Iterable[str]) -> tuple[Compare, ...]:
    """The bases of `--compare`, each once."""
    return tuple(dict.fromkeys(_choice("--compare", word, Compare) for word in words))


def grain(word: str | None) -> Grain | None:
    """The grain of `--grain`, if one was asked for."""
    return None if word is None else _choice("--grain", word, Grain)


def day(flag: str, text: str) -> date:
    """A day as `2026-03-31`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{flag} {text!r} is not a day", "write it as 2026-03-31") from None


def _choice(flag: str, word: str, kind: type[E]) -> E:
    try:
        return kind(word)
    except ValueError:
        names = [one.value for one in kind]
        hint = did_you_mean(word, names) or f"it takes {', '.join(names)}"
        raise UsageError(f"{flag} cannot be {word!r}", hint) from None
