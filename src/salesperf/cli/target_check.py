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
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, target_request, verdict  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = target_request(question)
    with bar(talk, output) as progress:
        answer = targets.check(ask(inputs, output, bar=progress, manifest=tells_manifest(wanted)), asked)
    give(answer, wanted, talk)
    return verdict(answer, fail_on)
