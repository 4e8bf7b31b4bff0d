"""`salesperf commission export`: a run as payroll and accounting take it over."""

from typing import Annotated, Literal

from typer import Option

from salesperf.cli.commission_options import OfPeriod, PlanFiles
from salesperf.cli.groups import group, grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk
from salesperf.core.errors import Exit
from salesperf.core.text import Lang


@group
class To:
    """What the run is laid out for."""

    to: Annotated[
        Literal["payroll", "journal", "beancount", "hledger", "deferred"],
        Option("--to", help="payroll or journal (tables), beancount or hledger (text), deferred (cost over months)."),
    ]
    months: Annotated[int | None, Option("--months", min=1, help="Over how many months deferred cost is spread.")] = (
        None
    )
    account: Annotated[
        list[str] | None,
        Option(
            "--account",
            metavar="KEY=NAME",
            help="An account of the journal (repeated): expense, payable, draws, held_back, uncollected or owed.",
        ),
    ] = None


@grouped
def export(
    *,
    inputs: Inputs,
    to: To,
    plan: PlanFiles = None,
    period: OfPeriod = None,
    as_of: AsOf = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Write payouts for payroll, a journal for accounting, or the schedule of deferred cost.

    Example:
      salesperf commission export acme_en --to payroll --period 2026-06 -o payroll.csv
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    look_first(inputs, output)
    from salesperf.app.commission import export as exporting  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.app.output import refuse_existing  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above

    wanted = exporting.Wanted(to.to, to.months, tuple(to.account or ()))
    exporting.refuse_unfit(wanted)
    asked = request(Question(period=period, as_of=as_of))
    if to.to in exporting.LEDGERS:
        if output.output is not None:
            refuse_existing(output.output, overwrite=output.overwrite)
        with bar(talk, output) as progress:
            found = exporting.ledger(ask(inputs, output, bar=progress, manifest=False), plan or (), asked, wanted)
        _give_text(found.content.encode(), found.lang, output, talk)
        return Exit.OK
    where = delivery(output, manifest=manifest)
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(where))
        answer = exporting.export(told, plan or (), asked, wanted)
    give(answer, where, talk)
    return Exit.OK


def _give_text(content: bytes, lang: Lang, output: Output, talk: Talk) -> None:
    """A journal to its file or to standard output."""
    from salesperf.app.output import write  # noqa: PLC0415 -- help writes nothing
    from salesperf.cli.talk import say_wrote  # noqa: PLC0415 -- as above
    from salesperf.cli.terminal import put  # noqa: PLC0415 -- as above

    if output.output is None:
        put(content)
        return
    write(output.output, content, overwrite=output.overwrite)
    if not talk.quiet:
        say_wrote(output.output, lang)
