"""`salesperf commission statement`: what one person is paid, to be forwarded; that of each, or the company's book."""

from typing import Annotated, Literal

import typer

from salesperf.cli.commission_options import OfPeriod, PlanFiles
from salesperf.cli.groups import group, grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk


@group
class StatementQuestion:
    """Which period a statement is of, and whose it is."""

    period: OfPeriod = None
    as_of: AsOf = None
    rep: Annotated[str | None, typer.Option("--rep", help="Whose statement, by name or ID.")] = None
    each: Annotated[
        Literal["rep"] | None, typer.Option("--each", help="One statement for each who is paid, into the folder of -o.")
    ] = None
    company: Annotated[
        bool, typer.Option("--company", help="The book of the company: everybody, with one sheet a component.")
    ] = False


@grouped
def statement(
    *,
    inputs: Inputs,
    plan: PlanFiles = None,
    question: StatementQuestion,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Write what somebody is paid, each line down to its rows; in a workbook with formulas that give the same cents.

    -o FOLDER writes a page and a workbook; with --each those of everybody.

    Example:
      salesperf commission statement acme_en --rep "Marta Fallon" --period 2026-03 -o marta.xlsx
      salesperf commission statement acme_en --each rep --period 2026-03 -o statements
      salesperf commission statement acme_en --company --period 2026-03 -o book.xlsx
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    look_first(inputs, output)
    from salesperf.cli.asking import request  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.statement_output import Wanted, stated  # noqa: PLC0415 -- as above

    asked = request(Question(period=question.period, as_of=question.as_of))
    wanted = Wanted(plan or [], asked, rep=question.rep, each=question.each, company=question.company)
    return stated(wanted, inputs, output, talk, manifest=manifest)
