"""`salesperf explain`: what a number is made of."""

from typing import Annotated

from typer import Argument

from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Manifest, Output, QuarantineTo, Question, Talk
from salesperf.core.errors import Exit

MetricKey = Annotated[str, Argument(metavar="METRIC", help="The metric to explain, such as net_revenue.")]


@grouped
def explain(
    *,
    metric: MetricKey,
    inputs: Inputs,
    question: Question,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
    quarantine_to: QuarantineTo = None,
) -> int:
    """Show the formula, the filters and the rows behind a number.

    Example:
      salesperf explain return_rate acme_en --period 2026-03 --limit 20
    """
    from salesperf.cli.first_look import look_first, setting_aside  # noqa: PLC0415 -- help needs no settings

    inputs, aside = setting_aside(inputs, output, to=quarantine_to)
    look_first(inputs, output)
    from salesperf.app import explained  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above
    from salesperf.cli.quarantine import keep_aside  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = request(question)
    with bar(talk, output) as progress:
        answer = explained.explain(ask(inputs, output, bar=progress), metric, asked)
    give(answer, wanted, talk)
    keep_aside(answer, output, talk, to=aside)
    return Exit.OK
