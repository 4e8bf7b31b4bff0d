"""`salesperf rfm`: customers in segments."""

from salesperf.cli.groups import grouped
from salesperf.cli.options import AsOf, Inputs, Manifest, Output, Talk, Where
from salesperf.cli.rfm_options import Looking, Scoring
from salesperf.core.errors import Exit


@grouped
def rfm(
    *,
    inputs: Inputs,
    scoring: Scoring,
    looking: Looking,
    as_of: AsOf = None,
    where: Where = None,
    output: Output,
    talk: Talk,
    manifest: Manifest = None,
) -> int:
    """Score customers by recency, frequency and amount, put them into segments, and say what to do with each.

    Example:
      salesperf rfm acme_en
      salesperf rfm hengyuan_zh --preset thresholds
      salesperf rfm acme_en --explain "Midvale Millwork"
      salesperf rfm acme_en --moved-since 2026-03-31
      salesperf rfm acme_en --preset r-rfm -o segments.xlsx
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app.deliver import has_pages, tells_manifest  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.rfm import run  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, give  # noqa: PLC0415 -- as above
    from salesperf.cli.rfm_question import rfm_ask, with_scoring  # noqa: PLC0415 -- as above

    wanted = delivery(output, manifest=manifest)
    asked = rfm_ask(scoring, looking, as_of=as_of, where=where, overwrite=output.overwrite, lists=has_pages(wanted))
    with bar(talk, output) as progress:
        told = ask(inputs, output, bar=progress, manifest=tells_manifest(wanted))
        answer = run.rfm(with_scoring(told, scoring), asked)
    give(answer, wanted, talk)
    return Exit.OK
