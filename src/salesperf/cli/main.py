"""The commands, in the order a newcomer meets them."""

from collections.abc import Sequence
from typing import Annotated

import typer

from salesperf import __version__
from salesperf.cli import check, config, demo, doctor, explain, init, kpi, metrics, targets, tidy
from salesperf.cli.groups import with_example
from salesperf.cli.guard import guarded

_EPILOG = (
    "Exit codes: 0 ok; 1 ran, and --fail-on was met; 2 wrong usage; 3 wrong configuration; 4 the data cannot give "
    "the answer; 5 the result cannot be written; 70 a bug; 130 interrupted."
)

app = typer.Typer(
    name="salesperf",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 110},
)


def _print_version(asked: bool) -> None:  # noqa: FBT001 -- Typer calls it with the flag's value
    if asked:
        typer.echo(f"salesperf {__version__}")
        raise typer.Exit


def _print_help(context: typer.Context, asked: bool) -> None:  # noqa: FBT001 -- as above
    if asked:
        typer.echo(context.get_help())
        raise typer.Exit


# The group's own --help would have Typer load its validation library before the help of any command.
@app.callback(invoke_without_command=True, add_help_option=False, epilog=_EPILOG)
@with_example
def _root(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001, FBT002 -- a flag whose callback answers
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
    show_help: Annotated[  # noqa: ARG001, FBT002 -- a flag whose callback answers
        bool, typer.Option("--help", "-h", help="Show this message.", callback=_print_help, is_eager=True)
    ] = False,
) -> None:
    """Turn sales exports into KPIs you can trace to the row.

    Example:
      salesperf kpi acme_en
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


for _name, _command in (
    ("demo", demo.demo),
    ("init", init.init),
    ("check", check.check),
    ("kpi", kpi.kpi),
    ("explain", explain.explain),
    ("tidy", tidy.tidy),
    ("doctor", doctor.doctor),
):
    app.command(_name)(_command)
app.add_typer(targets.app, name="targets")
app.add_typer(metrics.app, name="metrics")
app.add_typer(config.app, name="config")


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code."""
    return guarded(typer.main.get_command(app), arguments)
