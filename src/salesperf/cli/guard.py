"""The outermost wall: every fault becomes a message in the user's terms and the right exit code."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import typer

from salesperf.core.errors import Exit, SalesperfError
from salesperf.core.text import Lang, Text, listing, same

_INTERRUPTED = Text("interrupted: no file was left half written", "已中断：没有留下未写完的文件")
_BUG = Text(
    "bug: {kind}: {fault}\nthis is a fault of salesperf, not of your files; no result was written",
    "程序故障：{kind}：{fault}\n这是 salesperf 自身的故障，与您的文件无关；未写出任何结果",
)
_WHERE = Text("hint: --debug shows where it happened", "建议：加上 --debug 可查看故障位置")
_NEXT_LINE = same("\n")


def guarded(command: Callable[..., Any], arguments: Sequence[str]) -> int:
    """Run a Typer command and give the exit code; a traceback is shown only for a bug and only with `--debug`."""
    try:
        code = command(list(arguments), prog_name="salesperf", standalone_mode=False)
    except typer.TyperException as fault:
        from salesperf.cli.slips import slip  # noqa: PLC0415 -- help makes no slips

        return _told(slip(fault, arguments), arguments)
    except SalesperfError as fault:
        return _told(fault, arguments)
    except typer.Abort:
        return _interrupted(arguments)
    except (KeyboardInterrupt, SystemExit, GeneratorExit) as stop:
        return _interrupted(arguments) if isinstance(stop, KeyboardInterrupt) else _stopped(stop)
    except BaseException as fault:  # noqa: BLE001 -- an engine's panic is no Exception, and the wall is for all faults
        return _bug(fault, arguments)
    return _interrupted(arguments) if code == Exit.INTERRUPTED else int(code or Exit.OK)


def _told(fault: SalesperfError, arguments: Sequence[str]) -> int:
    from salesperf.cli.speech import language  # noqa: PLC0415 -- help has nothing to say
    from salesperf.cli.talk import say_error  # noqa: PLC0415 -- as above

    say_error(fault, fault.lang or language(arguments))
    return fault.exit_code


def _interrupted(arguments: Sequence[str]) -> int:
    _say(_INTERRUPTED, arguments)
    return Exit.INTERRUPTED


def _stopped(stop: BaseException) -> int:
    """A reader that closed the pipe while help was printed, or a library that asked to stop."""
    code = getattr(stop, "code", None)
    return code if isinstance(code, int) else Exit.OK if code is None else Exit.BUG


def _bug(fault: BaseException, arguments: Sequence[str]) -> int:
    debug = "--debug" in arguments
    if debug:
        traceback.print_exception(fault, file=sys.stderr)
    told = _BUG.fill(kind=type(fault).__name__, fault=fault)
    _say(told if debug else listing((told, _WHERE), _NEXT_LINE), arguments)
    return Exit.BUG


def _say(told: Text, arguments: Sequence[str]) -> None:
    """Lines in the language of the run, as far as its words and settings tell."""
    from salesperf.cli.speech import language  # noqa: PLC0415 -- help has nothing to say
    from salesperf.cli.talk import say  # noqa: PLC0415 -- as above

    try:
        lang = language(arguments)
    except Exception:  # noqa: BLE001 -- what is broken may be what tells the language
        lang = Lang.EN
    for line in told.say(lang).split("\n"):
        say(line)
