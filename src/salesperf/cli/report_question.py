"""What a report pack is asked: which period, which rows, and of whom."""

from typing import Annotated, Literal

import typer

from salesperf.cli.groups import group
from salesperf.cli.options import AsOf, OfRows


@group
class ReportQuestion:
    """Which period a report is of, and whose it is."""

    period: Annotated[
        str | None,
        typer.Option("--period", help="2026-03, 2026-Q1, 2026 or last-month; that of the pack when not set."),
    ] = None
    where: OfRows = None
    as_of: AsOf = None
    team: Annotated[str | None, typer.Option("--team", help="Of this team alone.")] = None
    rep: Annotated[str | None, typer.Option("--rep", help="Of this rep alone.")] = None
    each: Annotated[
        Literal["team", "rep"] | None, typer.Option("--each", help="One report for each team or rep, into a folder.")
    ] = None
