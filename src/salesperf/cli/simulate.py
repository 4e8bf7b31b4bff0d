"""`salesperf commission simulate`: what commission would cost under other plans."""

from typing import Annotated

import typer

from salesperf.cli.commission_options import OfPeriod, PlanFiles
from salesperf.cli.groups import grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk
from salesperf.core.errors import Exit

Grid = Annotated[
    str | None, typer.Option("--grid", help="Everybody selling so much of what they did: 50..200%, or 50..200%:10.")
]


@grouped
def simulate(
    *,
    inputs: Inputs,
    plan: PlanFiles = None,
    period: OfPeriod = None,
    grid: Grid = None,
    as_of: AsOf = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Compare what plans pay for the same sales: cost, winners and losers, jumps; the first is the one in force.

    Example:
      salesperf commission simulate acme_en --plan plans/2026-sales.toml --plan plans/draft.toml --period 2026-Q2
      salesperf commission simulate acme_en --plan plans/2026-sales.toml --grid 50..200%
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    look_first(inputs, output)
    from salesperf.app.commission import simulate as simulating  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest, private=True)
    asked = request(Question(period=period, as_of=as_of))
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        answer = simulating.simulate(told, plan or (), asked, grid=grid)
    give(answer, wanted, talk)
    return Exit.OK
