"""Words of a question to its values; a wrong word is a usage error that suggests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from salesperf.app.layers import CANNOT_BE
from salesperf.core.errors import UsageError
from salesperf.core.period import Grain
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing
from salesperf.metrics.request import Compare

E = TypeVar("E", bound=StrEnum)


def compared(words: Iterable[str]) -> tuple[Compare, ...]:
    """The bases of `--compare`, each once."""
    return tuple(dict.fromkeys(_choice("--compare", word, Compare) for word in words))


def grain(word: str | None) -> Grain | None:
    """The grain of `--grain`, if one was asked for."""
    return None if word is None else _choice("--grain", word, Grain)


_TAKES = Text("it takes {names}", "可用的有：{names}")


def day(flag: str, text: str) -> date:
    """A day as `2026-03-31`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        told = Text(f"{flag} {text!r} is not a day", f"{flag}「{text}」不是日期")
        raise UsageError(told, Text("write it as 2026-03-31", "请写成 2026-03-31")) from None


_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


def amount(flag: str, text: str) -> Decimal:
    """An amount of nothing or more, such as 1200000, 1,200,000.50 or 1.2亿."""
    bare = text.strip().replace(",", "").replace("_", "").removesuffix("元")
    scale = _SCALES.get(bare[-1:], Decimal(1))
    try:
        found = Decimal(bare.removesuffix("万").removesuffix("亿")) * scale
    except InvalidOperation:
        found = Decimal("NaN")
    if found.is_finite() and found >= 0:
        return found
    told = Text(f"{flag} {text!r} is not an amount", f"{flag}「{text}」不是金额")
    raise UsageError(told, Text("write it as 1200000, 1,200,000 or 120万", "请写成 1200000、1,200,000 或 120万"))


def named_amounts(flag: str, texts: Iterable[str]) -> dict[str, Decimal]:
    """Amounts by name, each written as NAME=AMOUNT."""
    found: dict[str, Decimal] = {}
    for text in texts:
        name, _, number = text.rpartition("=")
        if not name.strip():
            told = Text(f"{flag} {text!r} names nobody", f"{flag}「{text}」没有名称")
            raise UsageError(told, Text("write NAME=AMOUNT", "请写成 名称=金额"))
        found[name.strip()] = amount(flag, number)
    return found


def _choice(flag: str, word: str, kind: type[E]) -> E:
    try:
        return kind(word)
    except ValueError:
        names = [one.value for one in kind]
        hint = did_you_mean(word, names) or _TAKES.fill(names=listing(names))
        raise UsageError(CANNOT_BE.fill(flag=flag, value=word), hint) from None
