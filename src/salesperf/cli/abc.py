"""`salesperf abc`: who brings how much."""

from salesperf.cli.abc_options import Classing
from salesperf.cli.groups import grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk, Where
from salesperf.core.errors import Exit


@grouped
def abc(
    *,
    inputs: Inputs,
    classing: Classing,
    as_of: AsOf = None,
    where: Where = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Class customers or products by what they bring, and tell how much a few of them carry.

    Example:
      salesperf abc acme_en
      salesperf abc acme_en --period 2026 --measure margin --by region
      salesperf abc hengyuan_zh --of product
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app import abc as classing_app  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.deliver import tells_manifest  # noqa: PLC0415 -- as above
    from salesperf.cli.abc_question import abc_asked, with_own  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = abc_asked(classing, as_of=as_of, where=where)
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        answer = classing_app.abc(with_own(told, classing), asked, crosses=classing.rfm)
    give(answer, wanted, talk)
    return Exit.OK
