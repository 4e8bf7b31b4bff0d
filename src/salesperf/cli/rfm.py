"""`salesperf rfm`: customers in segments."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from msgspec.structs import replace
from typer import Option

from salesperf.cli.groups import group, grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk, Where
from salesperf.core.errors import Exit


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


@grouped
def rfm(
    *,
    inputs: Inputs,
    scoring: Scoring,
    looking: Looking,
    as_of: AsOf = None,
    where: Where = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Score customers by recency, frequency and amount, put them into segments, and say what to do with each.

    Example:
      salesperf rfm acme_en
      salesperf rfm hengyuan_zh --preset thresholds
      salesperf rfm acme_en --explain "Midvale Millwork"
      salesperf rfm acme_en --moved-since 2026-03-31
      salesperf rfm acme_en --preset r-rfm -o segments.xlsx
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app.deliver import has_pages, tells_manifest  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.questions import day  # noqa: PLC0415 -- as above
    from salesperf.app.rfm import run  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above
    from salesperf.cli.options import Question, words  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = request(Question(where=where, as_of=as_of))
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        answer = run.rfm(
            replace(told, flags={**told.flags, **_settings(scoring)}),
            run.RfmAsk(
                as_of=asked.as_of,
                where=asked.where,
                cutoffs=scoring.cutoffs,
                save_cutoffs=scoring.save_cutoffs,
                overwrite=output.overwrite,
                explain=looking.explain,
                moved_since=None if looking.moved_since is None else day("--moved-since", looking.moved_since),
                compares=looking.compare_presets,
                calls=looking.call_list,
                by=words(looking.by),
                lists=has_pages(wanted),
            ),
        )
    give(answer, wanted, talk)
    return Exit.OK


def _settings(scoring: Scoring) -> Mapping[tuple[str, str], object]:
    """What was typed, as settings of `[rfm]`; None where nothing was."""
    words = ("preset", "map", "bins", "frequency", "monetary", "returns", "window")
    return {("rfm", word): getattr(scoring, word) for word in words}
