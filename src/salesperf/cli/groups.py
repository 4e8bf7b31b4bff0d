"""Groups of options: a command takes a dataclass where it would otherwise repeat every shared option."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache, wraps
from typing import TypeVar, dataclass_transform

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])
_KEEP_LINES = "\b"
"""Before a paragraph of help, it keeps the paragraph's line ends."""


@dataclass_transform(frozen_default=True)
def group(options: type[T]) -> type[T]:
    """A group of options: a frozen dataclass without the comparisons nobody makes, which cost start-up time."""
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(options)


def grouped(function: Callable[..., int]) -> Callable[..., int]:
    """The same command with each dataclass parameter spread into one option per field.

    Typer reads a command's options from its signature, so the signature it sees lists the fields; the function
    receives the dataclasses whole. An option is thus declared once and means the same in every command. Modules
    of commands and options do not postpone annotations: evaluating them again would double the time of `--help`.
    """
    spread: list[inspect.Parameter] = []
    members: dict[str, tuple[type, tuple[str, ...]]] = {}
    for parameter in inspect.signature(function).parameters.values():
        kind = parameter.annotation
        if isinstance(kind, type) and is_dataclass(kind):
            options = _options(kind)
            members[parameter.name] = (kind, tuple(option.name for option in options))
            spread += options
        else:
            spread.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(function)
    def command(**values: object) -> int:
        gathered = {
            name: kind(**{field: values.pop(field) for field in names}) for name, (kind, names) in members.items()
        }
        return function(**values, **gathered)

    command.__signature__ = inspect.Signature(spread)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in spread}
    return with_example(command)


@cache
def _options(kind: type) -> tuple[inspect.Parameter, ...]:
    """One keyword parameter per field of a group, worked out once for all commands."""
    return tuple(
        inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=_default(field), annotation=field.type)
        for field in fields(kind)
    )


def _default(field: Field[object]) -> object:
    """The default of an option; none where it must be given."""
    return inspect.Parameter.empty if field.default is MISSING else field.default


def with_example(function: F) -> F:
    """The same function; the lines of the `Example:` in its help stay lines."""
    text = inspect.cleandoc(function.__doc__ or "")
    function.__doc__ = text.replace("\nExample:\n", f"\n{_KEEP_LINES}\nExample:\n")
    return function
