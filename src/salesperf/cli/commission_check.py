"""`salesperf commission check`: whether what was worked out holds together."""

from typing import Annotated, Literal

import typer

from salesperf.cli.commission_options import OfPeriod, PlanFiles
from salesperf.cli.groups import grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk
from salesperf.core.errors import Exit

FailOn = Annotated[
    Literal["findings"] | None, typer.Option("--fail-on", help="Exit 1 when a check fails.", show_default=False)
]


@grouped
def check(
    *,
    inputs: Inputs,
    plan: PlanFiles = None,
    period: OfPeriod = None,
    as_of: AsOf = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
    fail_on: FailOn = None,
) -> int:
    """Check that splits sum to 1, tiers are whole, every sale is told, lines sum to payouts, and no debt is negative.

    Example:
      salesperf commission check acme_en --plan plans/2026-sales.toml --period 2026-03 --fail-on findings
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    look_first(inputs, output)
    from salesperf.app.commission import check as checking  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = request(Question(period=period, as_of=as_of))
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        found = checking.check(told, plan or (), asked)
    give(found.answer, wanted, talk)
    return Exit.FAIL_ON if fail_on is not None and not found.holds else Exit.OK
