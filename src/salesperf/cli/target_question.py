"""Which targets a command is asked about."""

from typing import Annotated

import typer

from salesperf.cli.groups import group


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
