"""Slips of the command line: unknown commands, options and choices, answered with the nearest right ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing, same

_USUAL = (
    (re.compile(r"missing argument '([^']+)'"), "缺少参数 {0}"),
    (re.compile(r"option '([^']+)' requires an argument"), "选项 {0} 需要一个值"),
    (re.compile(r"option '([^']+)' does not take a value"), "选项 {0} 不带值"),
    (re.compile(r"input should be a valid integer.*"), "应为整数"),
    (re.compile(r"input should be greater than or equal to (\S+)"), "应不小于 {0}"),
)
"""What Typer says most, and its Chinese."""
_TAKES = Text("it takes {names}", "可用的有：{names}")
_EACH = Text(
    "it takes {names}; of one group of another dimension at a time: --where {value}=NAME",
    "可用的有：{names}；其他维度可逐个出具：--where {value}=名称",
)
_QUOTED = re.compile(r"'([^']+)'")


def slip(fault: typer.TyperException, arguments: Sequence[str]) -> UsageError:
    """Typer's complaint in our words, with a suggestion where one is close."""
    message = fault.format_message()
    context = getattr(fault, "ctx", None)
    option = getattr(fault, "option_name", None)
    if message.startswith("No such option") and option:
        known = [name for name in _options(context) if name.startswith("--")]
        hint = _behind_command(option, context, arguments) or did_you_mean(option, known) or _help(context)
        return UsageError(Text(f"unknown option {option!r}", f"未知的选项「{option}」"), hint)
    if message.startswith("No such command"):
        return _unknown_command(_first(_QUOTED.findall(message)), context)
    choice = re.search(r"'([^']*)' is not one of (.*)", message)
    if choice:
        allowed = _QUOTED.findall(choice.group(2))
        takes = (_EACH if _named(fault) == "--each" else _TAKES).fill(names=listing(allowed), value=choice.group(1))
        told = Text("{option} cannot be {value!r}", "{option} 不能为「{value}」")
        return UsageError(
            told.fill(option=_named(fault), value=choice.group(1)), did_you_mean(choice.group(1), allowed) or takes
        )
    if message.startswith("Got unexpected extra argument"):
        extra = re.search(r"\(([^()]+)\)$", message)
        phrase = Text("unexpected argument {word!r}", "多余的参数「{word}」")
        told = phrase.fill(word=extra.group(1)) if extra else same(_lowered(message))
        return UsageError(told, _help(context))
    value = re.search(r"Invalid value for '([^']*)': (.*)", message)
    if value:
        told = Text("{option}: {why}", "{option}：{why}").fill(option=value.group(1), why=_why(value.group(2)))
        return UsageError(told, _help(context, arguments))
    return UsageError(_why(message), _help(context, arguments))


def _why(message: str) -> Text:
    """Typer's own words, with their Chinese where they are among the usual ones."""
    english = _lowered(message)
    for pattern, chinese in _USUAL:
        if match := pattern.fullmatch(english):
            return Text(english, chinese.format(*match.groups()))
    return same(english)


def _unknown_command(word: str, context: object) -> UsageError:
    commands = tuple(getattr(getattr(context, "command", None), "commands", ()))
    guess = did_you_mean(word, commands)
    if not guess and Path(word).exists():
        told = Text(f"{word!r} is a file, not a command", f"「{word}」是文件，不是命令")
        return UsageError(told, Text(f"type: salesperf kpi {word}", f"请输入：salesperf kpi {word}"))
    names = Text("commands: {names}", "可用的命令：{names}").fill(names=listing(commands))
    return UsageError(Text(f"unknown command {word!r}", f"未知的命令「{word}」"), guess or names)


def _options(context: object) -> Iterable[str]:
    for parameter in getattr(getattr(context, "command", None), "params", ()):
        yield from parameter.opts
    yield "--help"


def _behind_command(option: str, context: object, arguments: Sequence[str]) -> Text | None:
    """Where an option belongs that was written before a command that takes it."""
    commands = getattr(getattr(context, "command", None), "commands", {})
    word = next((word for word in arguments if word in commands), None)
    takes = word is not None and any(option in parameter.opts for parameter in commands[word].params)
    told = Text("it goes behind the command: salesperf {word} {option}", "请写在命令之后：salesperf {word} {option}")
    return told.fill(word=word, option=option) if takes else None


def _named(fault: typer.TyperException) -> str | Text:
    parameter = getattr(fault, "param", None)
    opts = getattr(parameter, "opts", None)
    return opts[0] if opts else Text("the value", "该值")


def _help(context: object, arguments: Sequence[str] = ()) -> Text:
    typed = " ".join(("salesperf", *(word for word in arguments[:1] if not word.startswith("-"))))
    path = getattr(context, "command_path", typed)
    return Text(f"{path} --help lists what it takes", f"{path} --help 可查看用法")


def _first(words: Sequence[str]) -> str:
    return words[0] if words else ""


def _lowered(message: str) -> str:
    text = message.rstrip(".")
    return text[:1].lower() + text[1:]
