"""`salesperf targets`: where everybody stands against target, how one is broken down, and whether it is a good one."""

from typing import Annotated, Literal

import typer

from salesperf.cli.cascade import cascade
from salesperf.cli.groups import grouped
from salesperf.cli.onboarding import onboarding
from salesperf.cli.options import Inputs, Manifest, Output, Talk
from salesperf.cli.target_check import check
from salesperf.cli.target_question import TargetQuestion

app = typer.Typer(
    help="Targets: where everybody stands, how they are broken down, whether they can be worked with.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


FailOn = Annotated[
    Literal["red", "yellow", "findings"] | None,
    typer.Option("--fail-on", help="Exit 1 when a light is red (or yellow), or when there are findings."),
]


@app.command("status")
@grouped
def status(
    *,
    inputs: Inputs,
    question: TargetQuestion,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
    fail_on: FailOn = None,
) -> int:
    """Show actual, target, attainment, pace, landing and light, from the company down to the rep.

    Example:
      salesperf targets status acme_en
      salesperf targets status hengyuan_zh --period 2026-Q1 --fail-on red
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app import targets  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import answer_targets, lit  # noqa: PLC0415 -- as above

    answer = answer_targets(targets.status, question, inputs, output, talk, manifest=manifest)
    return lit(answer, fail_on)


app.command("cascade")(cascade)
app.command("onboarding")(onboarding)
app.command("check")(check)
