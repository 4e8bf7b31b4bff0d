"""`salesperf metrics`: what every number means."""

from typing import Annotated

import typer

from salesperf.cli.groups import grouped
from salesperf.cli.options import Config, Inputs, Output, Talk
from salesperf.core.errors import Exit

app = typer.Typer(help="List the metrics, or show one.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
@grouped
def list_(output: Output, talk: Talk, config: Config = None) -> int:
    """List every metric with its meaning.

    Example:
      salesperf metrics list --lang zh
    """
    from salesperf.app import metric_pages  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import ask, delivery, show  # noqa: PLC0415 -- as above

    wanted = delivery(output)
    show(metric_pages.list_report(ask(Inputs(config=config), output)), wanted, talk)
    return Exit.OK


@app.command("show")
@grouped
def show_(
    metric: Annotated[str, typer.Argument(metavar="METRIC", help="A metric's key, such as net_revenue.")],
    output: Output,
    talk: Talk,
    config: Config = None,
) -> int:
    """Show the meaning, formula and worked example of one metric.

    Example:
      salesperf metrics show gross_margin
    """
    from salesperf.app import metric_pages  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import ask, delivery, show  # noqa: PLC0415 -- as above

    wanted = delivery(output)
    show(metric_pages.metric_report(ask(Inputs(config=config), output), metric), wanted, talk)
    return Exit.OK
