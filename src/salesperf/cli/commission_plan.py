"""`salesperf commission plan`: what a plan says, whether it is a good one, and a first draft of one."""

import typer

from salesperf.cli.plan_lint import lint
from salesperf.cli.plan_new import new
from salesperf.cli.plan_show import show

app = typer.Typer(
    help="Plans: what one says in words, what is wrong with it, and a first draft.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

app.command("show")(show)
app.command("lint")(lint)
app.command("new")(new)
