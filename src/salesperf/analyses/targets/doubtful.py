"""Targets that look wrong have no light: whether 60 was meant, or 60,000, decides between green and red."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import Line
from salesperf.analyses.targets.smart.measurable import is_beyond
from salesperf.core.errors import Issue
from salesperf.core.status import Status
from salesperf.core.text import Text, listing
from salesperf.facts.goals import Goal

_WHY: Mapping[str, Text] = {"F575": phrases.UNIT_DOUBTED, "R617": phrases.OWNER_DOUBTED}


class Doubted(Struct, frozen=True):
    """The sheets in which the unit of a metric looks wrong, or whose it is, each as metric, file and sheet; and why."""

    sheets: Mapping[tuple[str | None, str | None, str | None], Text]

    def reason(self, goals: Iterable[Goal], board: Board) -> Text | None:
        """Why targets that these goals are part of cannot be judged; None where nothing speaks against them."""
        metric = board.desk.metric
        for goal in goals:
            if (why := self.sheets.get((metric.key, goal.where.file, goal.where.sheet))) is not None:
                return why
            if is_beyond(metric, goal.amount):
                return phrases.RATE_DOUBTED
        return None


def without_lights(boards: Sequence[Board], doubts: Sequence[Issue]) -> tuple[Board, ...]:
    """The boards, lines whose targets look wrong without a light; `doubts` name the metric as their value."""
    doubted = Doubted(
        {(one.value, one.where.file, one.where.sheet): _WHY[one.code] for one in doubts if one.code in _WHY}
    )
    return tuple(
        replace(board, lines=tuple(tuple(_line(line, board, doubted) for line in lines) for lines in board.lines))
        for board in boards
    )


def _line(line: Line, board: Board, doubted: Doubted) -> Line:
    goals = (
        goal
        for holding in line.owner.holdings
        for goal in holding.goals
        if goal.period.start <= line.period.end and line.period.start <= goal.period.end
    )
    why = None if line.standing is None else doubted.reason(goals, board)
    if why is None:
        return line
    said = why if line.reason is None else listing((why, line.reason), Text("; ", "；"))
    return replace(line, status=Status.UNKNOWN, reason=said, weeks_below=0, better_from=None)
