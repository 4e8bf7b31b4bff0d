"""`salesperf commission plan lint`: what speaks against a plan."""

from typing import Annotated, Literal

import typer

from salesperf.cli.groups import grouped
from salesperf.cli.options import AsOf, Inputs, Output, Talk
from salesperf.cli.plan_show import PlanFile
from salesperf.core.errors import Exit

FailOn = Annotated[
    Literal["findings"] | None,
    typer.Option("--fail-on", help="Exit 1 when there are findings (warnings; notes are none)."),
]


@grouped
def lint(
    *, plan: PlanFile, inputs: Inputs, as_of: AsOf = None, output: Output, talk: Talk, fail_on: FailOn = None
) -> int:
    """Show where pay jumps, which tiers and gates nobody reaches, and who has no plan or target.

    Example:
      salesperf commission plan lint plans/2026-sales.toml acme_en
      salesperf commission plan lint plans/2026-sales.toml acme_en --fail-on findings
    """
    from salesperf.app.commission import plan_pages  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import ask, bar, delivery, request, show  # noqa: PLC0415 -- as above
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    wanted = delivery(output)
    with bar(talk, output) as progress:
        asked = ask(inputs, output, bar=progress, manifest=False)
        found = plan_pages.lint(asked, plan, request(Question(as_of=as_of)))
    show(found.report, wanted, talk)
    return Exit.FAIL_ON if fail_on is not None and found.has_warnings else Exit.OK
