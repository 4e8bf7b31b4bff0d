"""Which targets a command is asked about."""

from typing import Annotated

import typer

from salesperf.cli.groups import group
from salesperf.cli.options import AsOf, OfRows


@group
class TargetQuestion:
    """Which targets are asked for."""

    period: Annotated[
        str | None, typer.Option("--period", help="2026-03, 2026-Q1, 2026 or last-month; that of the data's last day.")
    ] = None
    metrics: Annotated[
        list[str] | None, typer.Option("--metrics", help="Only the targets of these metrics (a,b or repeated).")
    ] = None
    where: OfRows = None
    as_of: AsOf = None
