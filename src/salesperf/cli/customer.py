"""`salesperf customer`: one customer."""

from typing import Annotated

from typer import Argument, Option

from salesperf.cli.groups import grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk
from salesperf.core.errors import Exit

Name = Annotated[str, Argument(metavar="NAME", help="The customer, by key or name.")]
OfPeriod = Annotated[
    str | None, Option("--period", help="The period of its numbers, such as 2026 or 2026-Q1; this year, if not set.")
]


@grouped
def customer(
    *,
    name: Name,
    inputs: Inputs,
    period: OfPeriod = None,
    as_of: AsOf = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Show one customer: where it stands, how that came about, what it buys, owes and is about to buy.

    Example:
      salesperf customer "Midvale Millwork" acme_en
      salesperf customer C0021 acme_en -o midvale.html
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app.customer import run as profile  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = request(Question(period=period, as_of=as_of))
    with bar(talk, output) as progress:
        answer = profile.customer(ask(inputs, output, bar=progress, manifest=tells_manifest(wanted)), name, asked)
    give(answer, wanted, talk)
    return Exit.OK
