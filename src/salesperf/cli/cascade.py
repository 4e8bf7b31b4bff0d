"""`salesperf targets cascade`: a company target broken down to teams, people and periods."""

from collections.abc import Mapping
from typing import Annotated, Literal

import typer
from msgspec.structs import replace

from salesperf.cli.groups import group, grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, OfRows, Output, Talk


@group
class Cascade:
    """What is broken down, and how."""

    target: Annotated[
        str | None, typer.Option("--target", help="The company's target; that of the target sheet when not set.")
    ] = None
    period: Annotated[str | None, typer.Option("--period", help="The period it is for: 2026, 2026-Q1 or 2026-03.")] = (
        None
    )
    metric: Annotated[
        str | None, typer.Option("--metric", help="What it is a target of; net_revenue when not set.")
    ] = None
    weights: Annotated[
        str | None,
        typer.Option(
            "--weights",
            help="history, headcount, capacity, potential, equal, or a mix; history:0.7,capacity:0.3 when not set.",
        ),
    ] = None
    to: Annotated[Literal["team", "rep"] | None, typer.Option("--to", help="How far down; to reps when not set.")] = (
        None
    )
    grain: Annotated[
        Literal["quarter", "month", "week", "day"] | None,
        typer.Option("--grain", help="The periods it is spread over; months when not set."),
    ] = None
    unit: Annotated[
        str | None, typer.Option("--unit", help="Every target is a whole multiple of this; 1 when not set.")
    ] = None
    floor: Annotated[
        list[str] | None, typer.Option("--floor", help="The least a team or person gets: NAME=AMOUNT (repeated).")
    ] = None
    cap: Annotated[
        list[str] | None, typer.Option("--cap", help="The most a team or person gets: NAME=AMOUNT (repeated).")
    ] = None
    where: OfRows = None
    as_of: AsOf = None


@grouped
def cascade(*, inputs: Inputs, wish: Cascade, output: Output, talk: Talk, manifest: Manifest = None) -> int:
    """Break a company target down to teams and people by weights, then to periods; parts add up exactly.

    With -o targets.xlsx or targets.csv it writes a target sheet that `targets status` reads.

    Example:
      salesperf targets cascade acme_en --target 6000000 --period 2026
      salesperf targets cascade hengyuan_zh --target 1.2亿 --period 2026 --weights capacity --unit 1000
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    look_first(inputs, output)
    from salesperf.app import targets  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = request(Question(where=wish.where, as_of=wish.as_of))
    with bar(talk, output) as progress:
        plain = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        answer = targets.cascade(replace(plain, flags={**plain.flags, **_flags(wish)}), asked)
    give(answer, wanted, talk)
    return 0


def _flags(wish: Cascade) -> Mapping[tuple[str, ...], object]:
    """What was typed, as settings under `[targets.cascade]`."""
    from salesperf.app.questions import amount, named_amounts  # noqa: PLC0415 -- help needs no settings

    typed: dict[str, object] = {
        "target": None if wish.target is None else amount("--target", wish.target),
        "period": wish.period,
        "metric": wish.metric,
        "weights": wish.weights,
        "to": wish.to,
        "grain": wish.grain,
        "unit": None if wish.unit is None else amount("--unit", wish.unit),
    }
    found: dict[tuple[str, ...], object] = {("targets", "cascade", key): value for key, value in typed.items()}
    for key, flag, texts in (("floors", "--floor", wish.floor), ("caps", "--cap", wish.cap)):
        for name, least_or_most in named_amounts(flag, texts or ()).items():
            found["targets", "cascade", key, name] = least_or_most
    return found
