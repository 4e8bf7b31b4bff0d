"""`salesperf targets`: where everybody stands against target, and how a target is broken down."""

from typing import Annotated, Literal

import typer

from salesperf.cli.cascade import cascade
from salesperf.cli.groups import group, grouped
from salesperf.cli.options import Inputs, Manifest, Output, Talk

app = typer.Typer(
    help="Targets: where everybody stands, and how they are broken down.", no_args_is_help=True, rich_markup_mode=None
)


@group
class TargetQuestion:
    """Which targets are asked for."""

    period: Annotated[
        str | None, typer.Option("--period", help="2026-03, 2026-Q1, 2026 or last-month; that of the data's last day.")
    ] = None
    metrics: Annotated[
        list[str] | None, typer.Option("--metrics", help="Only the targets of these metrics (a,b or repeated).")
    ] = None
    where: Annotated[list[str] | None, typer.Option("--where", help="Only rows that meet this: region=East,West.")] = (
        None
    )
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The day to look from; the last day of the data when not set.")
    ] = None


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
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    look_first(inputs, output)
    from salesperf.app import targets  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, lit, request  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = request(
        Question(period=question.period, metrics=question.metrics, where=question.where, as_of=question.as_of)
    )
    with bar(talk, output) as progress:
        answer = targets.status(ask(inputs, output, bar=progress, manifest=tells_manifest(wanted)), asked)
    give(answer, wanted, talk)
    return lit(answer, fail_on)


app.command("cascade")(cascade)
