"""The commands, in the order a newcomer meets them."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from salesperf import __version__
from salesperf.cli.groups import with_example
from salesperf.cli.guard import guarded

_EPILOG = (
    "Exit codes: 0 ok; 1 ran, and --fail-on was met; 2 wrong usage; 3 wrong configuration; 4 the data cannot give "
    "the answer; 5 the result cannot be written; 70 a bug; 130 interrupted."
)

_COMMANDS = (
    "demo",
    "init",
    "check",
    "kpi",
    "rfm",
    "abc",
    "lifecycle",
    "customer",
    "report",
    "explain",
    "tidy",
    "doctor",
)
_GROUPS = ("targets", "commission", "metrics", "config")
"""Commands and groups of commands; each stands in a module of its name."""
_OF_ALL = frozenset({"--help", "-h", "--version"})
"""First words that ask nothing of any command."""


def _print_version(asked: bool) -> None:  # noqa: FBT001 -- Typer calls it with the flag's value
    if asked:
        typer.echo(f"salesperf {__version__}")
        raise typer.Exit


def _print_help(context: typer.Context, asked: bool) -> None:  # noqa: FBT001 -- as above
    if asked:
        typer.echo(context.get_help())
        raise typer.Exit


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


def app(first: str | None = None) -> typer.Typer:
    """All the commands; only the one of this name where there is such, as building the others takes time.

    Where the help of all of them is asked for they are built without their options, which it does not show.
    """
    tree = typer.Typer(
        name="salesperf",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 110},
    )
    # The group's own --help would have Typer load its validation library before the help of any command.
    tree.callback(invoke_without_command=True, add_help_option=False, epilog=_EPILOG)(_root)
    wanted = {first} & {*_COMMANDS, *_GROUPS} or {*_COMMANDS, *_GROUPS}
    listed = first in _OF_ALL
    for name in _COMMANDS:
        if name in wanted:
            command = getattr(import_module(f"salesperf.cli.{name}"), name)
            tree.command(name, help=command.__doc__)(_nothing if listed else command)
    for name in _GROUPS:
        if name in wanted:
            group = import_module(f"salesperf.cli.{name}").app
            tree.add_typer(typer.Typer(callback=_nothing, help=group.info.help) if listed else group, name=name)
    return tree


def _nothing() -> None:
    """Stand for a command whose name and sentence alone are shown."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code."""
    return guarded(typer.main.get_command(app(next(iter(arguments), "--help"))), arguments)
