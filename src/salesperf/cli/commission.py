"""`salesperf commission`: what everybody is paid, and why."""

from typing import Annotated

import typer

from salesperf.cli.commission_audit import audit
from salesperf.cli.commission_check import check
from salesperf.cli.commission_export import export
from salesperf.cli.commission_options import Plans
from salesperf.cli.commission_plan import app as plan_commands
from salesperf.cli.commission_statement import statement
from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Manifest, Output, Talk
from salesperf.cli.simulate import simulate
from salesperf.core.errors import Exit

app = typer.Typer(
    help="Commission: what everybody is paid, slice by slice, and why not more.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("run")
@grouped
def run(
    *,
    inputs: Inputs,
    plans: Plans,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Show what everybody is paid for a period, by component.

    Example:
      salesperf commission run acme_en --plan plans/2026-sales.toml --period 2026-03
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    look_first(inputs, output)
    from salesperf.app.commission import run as commission  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest, private=True)
    asked = request(Question(period=plans.period, as_of=plans.as_of))
    with bar(talk, output) as progress:
        answer = commission.run(
            ask(inputs, output, bar=progress, manifest=tells_manifest(wanted)), plans.plan or (), asked
        )
    give(answer, wanted, talk)
    return Exit.OK


@app.command("explain")
@grouped
def explain(
    *,
    rep: Annotated[str, typer.Argument(metavar="REP", help="Whose payout, by name or ID.")],
    inputs: Inputs,
    plans: Plans,
    line: Annotated[
        str | None, typer.Option(metavar="LINE", help="Only this line of the payout, such as a component.")
    ] = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Show slice by slice and row by row where a payout comes from, and why rows pay nothing.

    Example:
      salesperf commission explain "Marta Fallon" acme_en --plan plans/2026-sales.toml --period 2026-03
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings
    from salesperf.cli.options import Question  # noqa: PLC0415 -- as above

    look_first(inputs, output)
    from salesperf.app.commission import run as commission  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give, request  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest, private=True)
    asked = request(Question(period=plans.period, as_of=plans.as_of))
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        answer = commission.explain(told, plans.plan or (), rep, asked, line=line)
    give(answer, wanted, talk)
    return Exit.OK


app.command("simulate")(simulate)
app.command("check")(check)
app.command("statement")(statement)
app.command("audit")(audit)
app.command("export")(export)
app.add_typer(plan_commands, name="plan")
