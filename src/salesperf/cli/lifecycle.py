"""`salesperf lifecycle`: customers over time."""

from typing import Annotated, Literal

from msgspec.structs import replace
from typer import Option

from salesperf.cli.groups import group, grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk, Where
from salesperf.core.errors import Exit


@group
class Living:
    """Which periods, and after which silence a customer has left."""

    period: Annotated[str | None, Option("--period", help="2026-Q1, 2026, last-month or 2026-01-01..2026-03-15.")] = (
        None
    )
    grain: Annotated[
        Literal["week", "month", "quarter", "year"] | None, Option("--grain", help="The length of a period.")
    ] = None
    churn_days: Annotated[
        int | None,
        Option("--churn-days", min=1, help="Days of silence after which a customer has left; its own, if not set."),
    ] = None


@grouped
def lifecycle(
    *,
    inputs: Inputs,
    living: Living,
    as_of: AsOf = None,
    where: Where = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Show who came, stayed, came back and left, cohorts, days between purchases, and who is overdue to buy.

    Example:
      salesperf lifecycle acme_en --period 2026
      salesperf lifecycle hengyuan_zh --grain quarter --churn-days 180
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app import lifecycle as over_time  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import has_pages, tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = request(Question(period=living.period, grain=living.grain, where=where, as_of=as_of))
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        told = replace(told, flags={**told.flags, ("lifecycle", "churn_days"): living.churn_days})
        answer = over_time.lifecycle(told, asked, lists=has_pages(wanted))
    give(answer, wanted, talk)
    return Exit.OK
