"""`salesperf check`: every finding, and where every row went."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Option

from salesperf.cli.groups import grouped
from salesperf.cli.options import ExplainLayout, Inputs, Output, QuarantineTo, Talk
from salesperf.core.errors import Exit

FailOn = Annotated[
    Literal["findings", "warnings", "errors"] | None,
    Option("--fail-on", help="Exit 1 when there are errors, or findings (errors and warnings; the same as warnings)."),
]
Manifest = Annotated[
    Path | None,
    Option("--manifest", help="Make the answer of this manifest again and compare; exit 1 when anything differs."),
]
Quarantine = Annotated[
    Path | None,
    Option("--quarantine", help="Say of each row of this corrected file whether it can be read now, and if not why."),
]


@grouped
def check(
    *,
    inputs: Inputs,
    output: Output,
    talk: Talk,
    fail_on: FailOn = None,
    manifest: Manifest = None,
    quarantine: Quarantine = None,
    quarantine_to: QuarantineTo = None,
    explain_layout: ExplainLayout = False,
) -> int:
    """List every finding; account for every row and every amount.

    Example:
      salesperf check acme_en
      salesperf check hengyuan_zh --format csv -o findings.csv
      salesperf check acme_en --quarantine-to bad.csv
      salesperf check hengyuan_zh --explain-layout
    """
    from salesperf.cli.first_look import look_first, setting_aside  # noqa: PLC0415 -- help needs no settings

    inputs, aside = setting_aside(inputs, output, to=quarantine_to)
    look_first(inputs, output)
    from salesperf.app import checked, rerun  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.quarantine import check_corrections  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, verdict  # noqa: PLC0415 -- as above
    from salesperf.cli.quarantine import keep_aside  # noqa: PLC0415 -- as above

    wanted = delivery(output)
    with bar(talk, output) as progress:
        asked = ask(inputs, output, bar=progress)
        if manifest is not None:
            again = rerun.run_again(asked, manifest)
            give(again.answer, wanted, talk)
            return Exit.OK if again.is_same else Exit.FAIL_ON
        if quarantine is None:
            answer = checked.check(asked, explain_layout=explain_layout)
        else:
            answer = check_corrections(asked, quarantine)
    give(answer, wanted, talk)
    keep_aside(answer, output, talk, to=aside)
    return verdict(answer, fail_on)
