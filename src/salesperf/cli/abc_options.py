"""The options of `abc`."""

from typing import Annotated, Literal

from typer import Option

from salesperf.cli.groups import group


@group
class Classing:
    """What is classed, by what, of which days."""

    of: Annotated[str, Option("--of", help="What is classed: customer, product, category or another dimension.")] = (
        "customer"
    )
    measure: Annotated[
        Literal["revenue", "margin"], Option("--measure", help="By net revenue, or by gross profit.")
    ] = "revenue"
    own: Annotated[
        Literal["counted", "not"] | None, Option("--own", help="Whether the share of one counts for its own class.")
    ] = None
    period: Annotated[str | None, Option("--period", help="2026-03, 2026-Q1, 2026 or 2026-01-01..2026-03-15.")] = None
    window: Annotated[int | None, Option("--window", min=1, help="So many days up to the last one.")] = None
    by: Annotated[list[str] | None, Option("--by", help="The classes in each rep, team, region or the like.")] = None
    rfm: Annotated[bool, Option("--rfm", help="The classes across the segments of `salesperf rfm`.")] = False
