"""From the options of `abc` to what `app` takes; imported when the command runs, for it loads the engine."""

from __future__ import annotations

from msgspec.structs import replace

from salesperf.analyses.abc.values import Asked, Bring
from salesperf.app.workspace import Ask
from salesperf.cli.abc_options import Classing
from salesperf.cli.asking import request
from salesperf.cli.options import Question, words
from salesperf.facts.dimensions import DIMENSIONS


def abc_asked(typed: Classing, *, as_of: str | None, where: list[str] | None) -> Asked:
    """The question with its words checked; raises `UsageError`."""
    asked = request(Question(period=typed.period, where=where, as_of=as_of))
    return Asked(
        of=DIMENSIONS.find(typed.of).key,
        measure=Bring(typed.measure),
        period=asked.period,
        window=typed.window,
        as_of=asked.as_of,
        where=asked.where,
        by=tuple(DIMENSIONS.find(key).key for key in words(typed.by)),
    )


def with_own(told: Ask, typed: Classing) -> Ask:
    """The ask with what was typed of `[abc]`."""
    return replace(told, flags={**told.flags, ("abc", "own"): typed.own})
