"""What is said of spans that targets do not end with: which of them count in part, and which go on after the span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import aim_of
from salesperf.core.period import Period
from salesperf.core.text import Text, listing, same
from salesperf.facts.workdays import Workdays
from salesperf.report.model import Note

_SHOWN = 3
_SEMICOLON = Text("; ", "；")


def of_days(board: Board, periods: Sequence[Period], workdays: Workdays) -> Iterator[Note]:
    """A note for each period, of all owners together; none where targets begin and end with it."""
    metric = board.desk.metric.label
    for period in dict.fromkeys(periods):
        wanted = [one for owner in board.tree.owners if (one := aim_of(board.desk, owner, period)) is not None]
        cuts = dict.fromkeys((cut.goal.period, cut.inside) for one in wanted for cut in one.cuts)
        if cuts:
            said = [
                phrases.SHARED_OF.fill(
                    target=whole.key,
                    inside=len(workdays.of(inside)),
                    all=len(workdays.of(whole)),
                    share=f"{board.desk.weights.share(whole, inside):.2%}",
                )
                for whole, inside in sorted(cuts)[:_SHOWN]
            ]
            more = [same("…")] if len(cuts) > _SHOWN else []
            words = phrases.SHARED_BY_SEASON if board.desk.weights.season else phrases.SHARED
            told = words.fill(metric=metric, period=period.key, cuts=listing([*said, *more], _SEMICOLON))
            yield Note("shared", told)
        until = max((one.until for one in wanted if one.until is not None), default=None)
        if until is not None:
            yield Note("running", phrases.RUNNING.fill(metric=metric, period=period.key, until=until))
