"""`salesperf config`: which settings are in effect, and which there are."""

from typing import Annotated

import typer

from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Output, Talk
from salesperf.cli.terminal import put
from salesperf.core.errors import Exit

app = typer.Typer(
    help="Show the settings in effect, or every key there is.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("show")
@grouped
def show_(
    inputs: Inputs,
    output: Output,
    talk: Talk,
    origin: Annotated[bool, typer.Option("--origin", help="Say where each value comes from.")] = False,  # noqa: FBT002 -- a flag
) -> int:
    """Show the settings in effect for these files.

    Example:
      salesperf config show hengyuan_zh --origin
    """
    from salesperf.app import config_pages  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import ask, delivery, show  # noqa: PLC0415 -- as above

    wanted = delivery(output)
    show(config_pages.config_report(ask(inputs, output), origin=origin), wanted, talk)
    return Exit.OK


@app.command("schema")
@grouped
def schema() -> int:
    """Print the JSON Schema of salesperf.toml.

    Example:
      salesperf config schema
    """
    from salesperf.app.config_pages import config_schema  # noqa: PLC0415 -- help must not load the engine

    put(config_schema())
    return Exit.OK
