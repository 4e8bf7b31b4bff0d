"""`salesperf commission plan show`: a plan in words."""

from pathlib import Path
from typing import Annotated

import typer

from salesperf.cli.groups import grouped
from salesperf.cli.options import Config, Inputs, Output, Talk
from salesperf.core.errors import Exit

PlanFile = Annotated[Path, typer.Argument(metavar="PLAN", help="The plan file.")]


@grouped
def show(*, plan: PlanFile, config: Config = None, output: Output, talk: Talk) -> int:
    """Say in words what a plan pays, with its payout curves and the choices it makes.

    Example:
      salesperf commission plan show plans/2026-sales.toml
      salesperf commission plan show plans/2026-sales.toml --lang zh -o plan.html
    """
    from salesperf.app.commission import plan_pages  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import ask, delivery  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import show as put  # noqa: PLC0415 -- as above

    wanted = delivery(output)
    put(plan_pages.show(ask(Inputs(config=config), output), plan), wanted, talk)
    return Exit.OK
