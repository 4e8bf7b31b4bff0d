"""Slips of the command line: unknown commands, options and choices, answered with the nearest right ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean

_QUOTED = re.compile(r"'([^']+)'")


def slip(fault: typer.TyperException, arguments: Sequence[str]) -> UsageError:
    """Typer's complaint in our words, with a suggestion where one is close."""
    message = fault.format_message()
    context = getattr(fault, "ctx", None)
    option = getattr(fault, "option_name", None)
    if message.startswith("No such option") and option:
        known = [name for name in _options(context) if name.startswith("--")]
        return UsageError(f"unknown option {option!r}", did_you_mean(option, known) or _help(context))
    if message.startswith("No such command"):
        return _unknown_command(_first(_QUOTED.findall(message)), context)
    choice = re.search(r"'([^']*)' is not one of (.*)", message)
    if choice:
        allowed = _QUOTED.findall(choice.group(2))
        names = ", ".join(allowed)
        return UsageError(
            f"{_named(fault)} cannot be {choice.group(1)!r}",
            did_you_mean(choice.group(1), allowed) or f"it takes {names}",
        )
    if message.startswith("Got unexpected extra argument"):
        extra = re.search(r"\(([^()]+)\)$", message)
        return UsageError(f"unexpected argument {extra.group(1)!r}" if extra else _lowered(message), _help(context))
    value = re.search(r"Invalid value for '([^']*)': (.*)", message)
    if value:
        return UsageError(f"{value.group(1)}: {_lowered(value.group(2))}", _help(context, arguments))
    return UsageError(_lowered(message), _help(context, arguments))


def _unknown_command(word: str, context: object) -> UsageError:
    commands = tuple(getattr(getattr(context, "command", None), "commands", ()))
    guess = did_you_mean(word, commands)
    if not guess and Path(word).exists():
        return UsageError(f"{word!r} is a file, not a command", f"type: salesperf kpi {word}")
    return UsageError(f"unknown command {word!r}", guess or f"commands: {', '.join(commands)}")


def _options(context: object) -> Iterable[str]:
    for parameter in getattr(getattr(context, "command", None), "params", ()):
        yield from parameter.opts
    yield "--help"


def _named(fault: typer.TyperException) -> str:
    parameter = getattr(fault, "param", None)
    opts = getattr(parameter, "opts", None)
    return opts[0] if opts else "the value"


def _help(context: object, arguments: Sequence[str] = ()) -> str:
    typed = " ".join(("salesperf", *(word for word in arguments[:1] if not word.startswith("-"))))
    path = getattr(context, "command_path", typed)
    return f"{path} --help lists what it takes"


def _first(words: Sequence[str]) -> str:
    return words[0] if words else ""


def _lowered(message: str) -> str:
    text = message.rstrip(".")
    return text[:1].lower() + text[1:]
