"""`salesperf targets check`: whether targets are specific, measurable, achievable, relevant and time-bound."""

from typing import Annotated, Literal

import typer

from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Manifest, Output, Talk
from salesperf.cli.target_question import TargetQuestion

FailOn = Annotated[
    Literal["findings"] | None,
    typer.Option("--fail-on", help="Exit 1 when there are findings (warnings or errors; notes are none)."),
]


@grouped
def check(
    *,
    inputs: Inputs,
    question: TargetQuestion,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
    fail_on: FailOn = None,
) -> int:
    """Say whether targets are specific, measurable, achievable, relevant and time-bound; every finding with its row.

    Example:
      salesperf targets check acme_en
      salesperf targets check hengyuan_zh --period 2025 --fail-on findings
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app import targets  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import answer_targets, verdict  # noqa: PLC0415 -- as above

    answer = answer_targets(targets.check, question, inputs, output, talk, manifest=manifest)
    return verdict(answer, fail_on)
