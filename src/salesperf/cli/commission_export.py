"""`salesperf commission export`: a run as payroll and accounting take it over."""

from typing import TYPE_CHECKING, Annotated, Literal

from typer import Option

from salesperf.cli.commission_options import OfPeriod, PlanFiles
from salesperf.cli.groups import group, grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk
from salesperf.core.errors import Exit

if TYPE_CHECKING:
    from salesperf.app.commission.export import Ledger
    from salesperf.app.deliver import Delivery


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
    no_open: Annotated[
        bool, Option("--no-open", help="beancount: the ledger that includes this one opens the accounts.")
    ] = False


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
    from salesperf.cli.asking import ask, bar, delivery, give, request, unchecked  # noqa: PLC0415 -- as above

    wanted = exporting.Wanted(to.to, to.months, tuple(to.account or ()), opens=not to.no_open)
    exporting.refuse_unfit(wanted)
    asked = request(Question(period=period, as_of=as_of))
    if to.to in exporting.LEDGERS:
        place = unchecked(output, manifest=manifest, private=True)
        exporting.check_ledger(place, to.to)
        with bar(talk, output) as progress:
            told = ask(inputs, output, bar=progress, manifest=manifest is not None)
            found = exporting.ledger(told, plan or (), asked, wanted)
        _give_text(found, place, talk)
        return Exit.OK
    where = delivery(output, manifest=manifest, private=True)
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(where))
        answer = exporting.export(told, plan or (), asked, wanted)
    give(answer, where, talk)
    return Exit.OK


def _give_text(found: "Ledger", place: "Delivery", talk: Talk) -> None:
    """A journal to its file or to standard output, and on standard error what must be known of it."""
    from msgspec.structs import replace  # noqa: PLC0415 -- help writes nothing

    from salesperf.app.commission.export import deliver_ledger  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import told_of_files  # noqa: PLC0415 -- as above
    from salesperf.cli.terminal import put  # noqa: PLC0415 -- as above

    content = deliver_ledger(found, place)
    if content is not None:
        put(content)
    written = [file for file in (place.file, place.manifest) if file is not None]
    # As bare records, the text has no place for notes.
    told_of_files((found.answer,), written, replace(place, format="csv"), talk)
