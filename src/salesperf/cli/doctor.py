"""`salesperf doctor`: whether this machine can do the work."""

from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Output, Talk
from salesperf.core.errors import Exit


@grouped
def doctor(output: Output, talk: Talk) -> int:
    """Check what this machine has installed and what is missing.

    Example:
      salesperf doctor
    """
    from salesperf.app.doctor import doctor_report  # noqa: PLC0415 -- help must not load the engine
    from salesperf.cli.asking import ask, delivery, show  # noqa: PLC0415 -- as above

    wanted = delivery(output)
    report, is_well = doctor_report(ask(Inputs(), output))
    show(report, wanted, talk)
    return Exit.OK if is_well else Exit.FAIL_ON
