"""The options that commands about commission share."""

from pathlib import Path
from typing import Annotated

from typer import Option

from salesperf.cli.groups import group
from salesperf.cli.options import AsOf

PlanFiles = Annotated[
    list[Path] | None,
    Option("--plan", help="A plan file (repeated: several); those in plans/ beside salesperf.toml when not set."),
]
OfPeriod = Annotated[
    str | None, Option("--period", help="2026-03, 2026-Q1, 2026; the plan's last complete period when not set.")
]


@group
class Plans:
    """Which plans are asked about, and for when."""

    plan: PlanFiles = None
    period: OfPeriod = None
    as_of: AsOf = None
