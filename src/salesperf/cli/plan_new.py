"""`salesperf commission plan new`: a first draft of a plan, from flags or from a few questions on a terminal."""

import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Literal

from typer import Option

from salesperf.cli.groups import group, grouped
from salesperf.cli.options import Talk
from salesperf.core.errors import Exit


@group
class Answers:
    """What a plan must say; what is not said is asked for on a terminal."""

    id: Annotated[str | None, Option("--id", help="The plan's name, such as sales-2026.")] = None
    scheme: Annotated[
        Literal["tiered", "flat", "accelerator"] | None, Option("--scheme", help="How it pays.", show_default=False)
    ] = None
    currency: Annotated[str | None, Option("--currency", help="ISO code of what it pays, such as USD.")] = None
    period: Annotated[
        Literal["month", "quarter", "year"] | None, Option("--period", help="How often it is settled.")
    ] = None
    start: Annotated[str | None, Option("--from", help="Its first day.")] = None
    rate: Annotated[str | None, Option("--rate", help="One rate, such as 1.5%; what a factor of 1 pays.")] = None
    tier: Annotated[
        list[str] | None,
        Option("--tier", help="END:RATE, the last without an end (repeated): 100000:1%; ATTAINMENT:FACTOR: 100%:1."),
    ] = None
    mode: Annotated[
        Literal["marginal", "whole"] | None, Option("--mode", help="Each slice at its own rate, or all at one.")
    ] = None
    tie: Annotated[
        Literal["lower", "upper"] | None, Option("--tie", help="The tier of an amount exactly on a bound.")
    ] = None
    rounding: Annotated[
        Literal["half_up", "half_even", "down"] | None, Option("--rounding", help="How a payout line is rounded.")
    ] = None
    day_count: Annotated[
        Literal["actual", "30", "workdays", "whole_months"] | None,
        Option("--day-count", help="How a part of a period is counted."),
    ] = None
    clawback: Annotated[
        Literal["as_paid", "current_rate", "pro_rata", "paid_part_only"] | None,
        Option("--clawback", help="What a return takes back."),
    ] = None
    negative_balance: Annotated[
        Literal["carry", "pay_back", "zero"] | None,
        Option("--negative-balance", help="What if more is taken back than earned."),
    ] = None
    returns_reduce_attainment: Annotated[
        Literal["true", "false"] | None,
        Option("--returns-reduce-attainment", help="Whether returns lower what counts against the quota."),
    ] = None


Lang = Annotated[Literal["en", "zh"] | None, Option("--lang", help="Language of questions and comments.")]
To = Annotated[Path | None, Option("--output", "-o", help="Write to this file; standard output when not set.")]
Overwrite = Annotated[bool, Option("--overwrite", help="Replace files that exist.")]


@grouped
def new(*, answers: Answers, lang: Lang = None, output: To = None, overwrite: Overwrite = False, talk: Talk) -> int:
    """Write a commented plan; what no flag says is asked for on a terminal.

    Example:
      salesperf commission plan new --scheme tiered --tier 100000:1% --tier 2% --currency USD -o plans/2026.toml
    """
    from salesperf.app.commission.plan_draft import draft  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.output import write  # noqa: PLC0415 -- as above
    from salesperf.cli.talk import say_wrote  # noqa: PLC0415 -- as above
    from salesperf.cli.terminal import put  # noqa: PLC0415 -- as above
    from salesperf.core import text  # noqa: PLC0415 -- as above

    spoken = text.Lang(lang or "en")
    told = draft(_answered(answers, spoken), lang=spoken).encode()
    if output is None:
        put(told)
        return Exit.OK
    write(output, told, overwrite=overwrite)
    if not talk.quiet:
        say_wrote(output, spoken)
    return Exit.OK


def _answered(answers: Answers, lang: str) -> Mapping[str, str]:
    """Every question with its answer: those of the flags, and those given on a terminal."""
    from salesperf.app.commission.plan_draft import checked, open_questions  # noqa: PLC0415 -- as above
    from salesperf.cli.talk import say_error  # noqa: PLC0415 -- as above
    from salesperf.core.errors import UsageError, speaking  # noqa: PLC0415 -- as above
    from salesperf.core.text import Lang as Spoken  # noqa: PLC0415 -- as above
    from salesperf.core.text import Text, listing  # noqa: PLC0415 -- as above

    with speaking(Spoken(lang)):
        typed = _typed(answers)
        known: dict[str, str] = {}
        while left := open_questions(known):
            question = left[0]
            if question.key in typed:
                known[question.key] = checked(question, typed[question.key])
            elif sys.stdin.isatty():
                answer = _asked(question.asks.say(Spoken(lang)), question.words)
                try:
                    known[question.key] = checked(question, answer)
                except UsageError as fault:
                    say_error(fault, Spoken(lang))
            else:
                missing = [one for one in open_questions({**typed, **known}) if one.key not in typed]
                told = Text("the plan leaves open: {flags}", "方案尚未写明：{flags}")
                hint = listing((one.asks for one in missing), Text("\n", "\n"))
                raise UsageError(told.fill(flags=listing(one.flag for one in missing)), hint)
    return known


def _typed(answers: Answers) -> dict[str, str]:
    of_tiers = "factors" if answers.scheme == "accelerator" else "tiers"
    names = [one.name for one in fields(answers) if one.name != "tier"]
    given = {name: getattr(answers, name) for name in names}
    return {key: value for key, value in {**given, of_tiers: " ".join(answers.tier or ())}.items() if value}


def _asked(question: str, words: tuple[str, ...]) -> str:
    """An answer from the terminal, asked for on standard error."""
    from salesperf.cli.talk import say  # noqa: PLC0415 -- as above
    from salesperf.core.errors import UsageError  # noqa: PLC0415 -- as above
    from salesperf.core.text import Text  # noqa: PLC0415 -- as above

    say(f"{question} [{'/'.join(words)}]" if words else question)
    line = sys.stdin.readline()
    if not line:
        raise UsageError(Text("the questions were not answered", "问题未回答完"), Text("", ""))
    return line.strip()
