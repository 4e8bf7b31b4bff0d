"""The options of `rfm`: how customers are scored, and what is shown of them."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Option

from salesperf.cli.groups import group


@group
class Scoring:
    """How customers are scored; the settings of `[rfm]`, typed."""

    preset: Annotated[
        str | None,
        Option("--preset", help="How scores are made: quintile, r-rfm, ntile, nested, quartile, thresholds, cn8."),
    ] = None
    map: Annotated[
        str | None, Option("--map", help="What makes a segment: rf10, r-rfm, cn8, b2b4, or a TOML file of your own.")
    ] = None
    bins: Annotated[int | None, Option("--bins", min=2, max=9, help="Scores an axis has.")] = None
    frequency: Annotated[
        Literal["orders", "lines", "days"] | None, Option("--frequency", help="What frequency counts.")
    ] = None
    monetary: Annotated[Literal["sum", "mean"] | None, Option("--monetary", help="The sum, or the mean an order.")] = (
        None
    )
    returns: Annotated[
        Literal["netted", "ignored"] | None, Option("--returns", help="Whether what came back lowers what was bought.")
    ] = None
    window: Annotated[
        int | None, Option("--window", min=1, help="Days that frequency and monetary are of; all when not given.")
    ] = None

    cutoffs: Annotated[
        Path | None, Option("--cutoffs", help="Score by the cut-offs of this file, kept from an earlier run.")
    ] = None
    save_cutoffs: Annotated[Path | None, Option("--save-cutoffs", help="Write the cut-offs to this file (TOML).")] = (
        None
    )


@group
class Looking:
    """What is shown of the scored customers."""

    by: Annotated[
        list[str] | None, Option("--by", help="Segments by rep, team, region, category or another dimension.")
    ] = None
    explain: Annotated[str | None, Option("--explain", help="Why this customer (key or name) is in its segment.")] = (
        None
    )
    moved_since: Annotated[
        str | None, Option("--moved-since", help="Who has moved since this day, both days by its cut-offs.")
    ] = None
    call_list: Annotated[bool, Option("--call-list", help="Whom each rep calls, and about what.")] = False
    compare_presets: Annotated[
        bool, Option("--compare-presets", help="How many customers have another segment by the other presets.")
    ] = False
