"""How much of a period that still runs is over, and what was to be reached by now."""

from __future__ import annotations

from salesperf.analyses.targets.amounts import in_unit
from salesperf.analyses.targets.compute import Line
from salesperf.app.packs.briefing import Briefing
from salesperf.core.period import Span
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell

_SO_FAR = Text("; the period is not over", "；期间尚未结束")
_OVER = Text("; {over} of the workdays are over", "；工作日已过{over}")
BY_NOW = Text("; {expected} was to be reached by now", "；至今应完成{expected}")
_OVER_BY_NOW = Text(
    "; {over} of the workdays are over, by which {expected} was to be reached",
    "；工作日已过{over}，至今应完成{expected}",
)


def so_far(briefing: Briefing, line: Line | None, *, partial: bool) -> tuple[tuple[Text, ...], dict[str, Cell]]:
    """How much of a period that still runs is over, and what was to be reached by now."""
    expected = expected_by_now(line)
    over = _over(briefing) if partial else None
    values = {name: cell for name, cell in (("over", over), ("expected", expected)) if cell is not None}
    match over, expected:
        case None, None:
            return ((_SO_FAR,) if partial else ()), values
        case None, _:
            return (BY_NOW,), values
        case _, None:
            return (_OVER,), values
        case _:
            return (_OVER_BY_NOW,), values


def _over(briefing: Briefing) -> Cell | None:
    """The share of the workdays of the period that the data have reached; None where no targets tell workdays."""
    standings = briefing.targets.standings
    period = briefing.period
    if standings is None or not period.start <= briefing.through < period.end:
        return None
    whole = len(standings.workdays.of(period))
    gone = len(standings.workdays.of(Span(period.start, briefing.through)))
    return Cell(gone / whole, unit=Unit.RATIO) if whole else None


def expected_by_now(line: Line | None) -> Cell | None:
    """What was to be reached by now, of targets that still run."""
    if line is None or line.standing is None or line.standing.required is None or line.standing.expected is None:
        return None
    return Cell(in_unit(line.standing.expected, line.metric.unit), unit=line.metric.unit)
