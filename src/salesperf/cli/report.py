"""`salesperf report`: a pack of sections, as a page, a workbook or a folder of them."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Manifest, Output, Talk
from salesperf.cli.report_question import ReportQuestion
from salesperf.core.errors import Exit, UsageError
from salesperf.core.text import Text

Pack = Annotated[
    str | None,
    typer.Argument(metavar="PACK", help="The pack, such as executive; --list shows all.", show_default=False),
]
FailOn = Annotated[
    Literal["red", "yellow", "findings"] | None,
    typer.Option("--fail-on", help="Exit 1 when a light is red (or yellow), or when there are findings."),
]
Listing = Annotated[bool, typer.Option("--list", help="List the packs, the built-in ones and the project's own.")]


@grouped
def report(
    *,
    pack: Pack = None,
    inputs: Inputs,
    question: ReportQuestion,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
    fail_on: FailOn = None,
    list_packs: Listing = False,
) -> int:
    """Write a report pack: results, targets, causes and what to do, for a company, a team or a rep.

    -o FOLDER writes the page, the workbook and every chart as PNG; with --each the page and the workbook of everybody.

    Example:
      salesperf report executive acme_en
      salesperf report monthly hengyuan_zh --period 2025-11 -o november.html
      salesperf report team acme_en --each team -o teams
      salesperf report --list
    """
    if list_packs:
        return _listed(inputs, output, talk, manifest=manifest)
    if pack is None:
        raise UsageError(
            Text("no report pack is named", "没有指定报告包"),
            Text("name one, such as executive; --list shows all", "请指定一个，例如 executive；--list 可列出全部"),
        )
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.cli.report_output import composed  # noqa: PLC0415 -- help must not load the engine

    return composed(pack, question, inputs, output, talk, manifest=manifest, fail_on=fail_on)


def _listed(inputs: Inputs, output: Output, talk: Talk, *, manifest: Path | None) -> int:
    from salesperf.app.packs.listing import packs_report  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import ask, delivery, show  # noqa: PLC0415 -- as above

    show(packs_report(ask(inputs, output)), delivery(output, manifest=manifest), talk)
    return Exit.OK
