"""`salesperf kpi`: the numbers."""

from typing import Annotated, Literal

from msgspec.structs import replace
from typer import Option

from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Manifest, Output, QuarantineTo, Question, Talk
from salesperf.core.errors import UsageError
from salesperf.core.text import Text

FailOn = Annotated[
    Literal["findings", "red", "yellow"] | None,
    Option(
        "--fail-on",
        help="Exit 1 when there are findings: warnings or errors (red and yellow: see `targets status`).",
    ),
]


@grouped
def kpi(
    *,
    inputs: Inputs,
    question: Question,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
    quarantine_to: QuarantineTo = None,
    fail_on: FailOn = None,
) -> int:
    """Compute revenue, orders, customers and more from sales exports.

    Example:
      salesperf kpi acme_en
      salesperf kpi acme_en --period 2026-Q1 --by rep
      salesperf kpi hengyuan_zh --grain quarter --metrics net_revenue,orders --format csv
    """
    if fail_on in {"red", "yellow"}:
        raise UsageError(
            Text(
                f"--fail-on {fail_on} is about targets, and kpi measures none",
                f"--fail-on {fail_on} 针对目标，而 kpi 不对照目标",
            ),
            Text(
                f"salesperf targets status --fail-on {fail_on} does; kpi takes findings",
                f"请用 salesperf targets status --fail-on {fail_on}；kpi 可用 findings",
            ),
        )
    from salesperf.cli.first_look import look_first, setting_aside  # noqa: PLC0415 -- help needs no settings

    inputs, aside = setting_aside(inputs, output, to=quarantine_to)
    look_first(inputs, output)
    from salesperf.app import run  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import shows_total, tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request, verdict  # noqa: PLC0415 -- as above
    from salesperf.cli.quarantine import keep_aside  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = replace(request(question), total=shows_total(wanted))
    with bar(talk, output) as progress:
        digests = aside is not None
        answer = run.kpi(ask(inputs, output, bar=progress, manifest=tells_manifest(wanted), digests=digests), asked)
    give(answer, wanted, talk)
    keep_aside(answer, output, talk, to=aside)
    return verdict(answer, fail_on)
