"""Targets of longer periods than the one asked for: the shortest that holds it, from its beginning on."""

from __future__ import annotations

from msgspec.structs import replace

from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import lines_of
from salesperf.core.period import Period, Span


def with_longer(board: Board, period: Period) -> Board:
    """The board told of the shortest period with targets that holds the one asked for, where that one has none."""
    if any(line.target is not None for line in board.lines[0]):
        return board
    longer = _holding(board, period)
    if longer is None:
        return board
    return replace(board, lines=(tuple(lines_of(board.desk, board.tree, longer)), *board.lines[1:]))


def _holding(board: Board, period: Period) -> Period | None:
    """The shortest period of a target that holds another, up to the end of that one."""
    goals = (goal for owner in board.tree.owners for holding in owner.holdings for goal in holding.goals)
    around = {goal.period for goal in goals if goal.period.start <= period.start and period.end <= goal.period.end}
    if not around:
        return None
    found = min(around, key=lambda one: (one.days, one.start))
    if found.end == period.end:
        return found
    if found.start == period.start and board.desk.through > period.end:
        # Its first month, and that is over: nobody shared the target out among months.
        return None
    return Period(found.start, period.end, str(Span(found.start, period.end)))
