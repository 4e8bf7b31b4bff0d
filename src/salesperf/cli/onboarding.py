"""`salesperf targets onboarding`: how long newcomers take until they attain what their peers do."""

from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Manifest, Output, Talk
from salesperf.cli.target_question import TargetQuestion


@grouped
def onboarding(
    *, inputs: Inputs, question: TargetQuestion, output: Output, talk: Talk, manifest: Manifest = None
) -> int:
    """Show how long newcomers take until they attain what their peers do; with --period those hired in it.

    Example:
      salesperf targets onboarding acme_en
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app import targets  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import answer_targets  # noqa: PLC0415 -- as above
    from salesperf.core.errors import Exit  # noqa: PLC0415 -- as above

    answer_targets(targets.onboarding, question, inputs, output, talk, manifest=manifest)
    return Exit.OK
