"""`salesperf commission audit`: somebody's workbook held against the plan."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from salesperf.cli.commission_options import PlanFiles
from salesperf.cli.groups import group, grouped
from salesperf.cli.options import AsOf, Config, Files, Inputs, Manifest, Output, Talk
from salesperf.core.errors import Exit

BookFile = Annotated[Path, Argument(metavar="BOOK", help="The workbook (.xlsx) that pays commission.")]
FailOn = Annotated[
    Literal["findings"] | None, Option("--fail-on", help="Exit 1 when a row disagrees.", show_default=False)
]


@group
class Theirs:
    """Where the workbook says what."""

    rep: Annotated[str, Option("--rep", metavar="COL", help="The column of reps: its header or letter.")]
    period: Annotated[str, Option("--period", metavar="COL", help="The column of periods: months, quarters, days.")]
    amount: Annotated[str, Option("--amount", metavar="COL", help="The column of what is paid.")]
    sheet: Annotated[str | None, Option("--sheet", help="The sheet; the first one when not set.")] = None
    formula: Annotated[
        str | None, Option("--formula", metavar="COL", help="The column of formulas, where it is not the amount's.")
    ] = None
    component: Annotated[
        str | None, Option("--component", help="The component that it pays; all together when not set.")
    ] = None


@group
class Sales:
    """What was sold, and the plans that pay for it."""

    files: Files = None
    config: Config = None
    plan: PlanFiles = None
    as_of: AsOf = None


@grouped
def audit(
    *,
    book: BookFile,
    sales: Sales,
    theirs: Theirs,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
    fail_on: FailOn = None,
) -> int:
    """Work a workbook's commission out again and list the rows that disagree, with their cells and likely reasons.

    Example:
      salesperf commission audit paid.xlsx acme_en --sheet 2026 --rep Rep --period Month --amount Commission
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    inputs = Inputs(files=sales.files, config=sales.config)
    look_first(inputs, output)
    from salesperf.app.commission import audit as auditing  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.commission.audit_book import Columns  # noqa: PLC0415 -- as above
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest, private=True)
    columns = Columns(theirs.rep, theirs.period, theirs.amount, theirs.formula)
    meant = auditing.Theirs(book, columns, theirs.sheet, theirs.component)
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        found = auditing.audit(told, meant, sales.plan or (), request(Question(as_of=sales.as_of)))
    give(found.answer, wanted, talk)
    return Exit.FAIL_ON if fail_on is not None and not found.agrees else Exit.OK
