"""Where everybody stands against target, as the sections of a pack are told it; or why nobody does."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import Aimed, Line, aim_of, aimed_in
from salesperf.analyses.targets.doubtful import without_lights
from salesperf.analyses.targets.longer import with_longer
from salesperf.analyses.targets.notes import notes_of
from salesperf.analyses.targets.owners import COMPANY
from salesperf.analyses.targets.status import NO_TARGETS, Standings, standings
from salesperf.analyses.targets.tree import Owner
from salesperf.analyses.targets.wanted import untargeted_days
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.target_question import question_of
from salesperf.app.targets import doubts_of
from salesperf.app.workspace import Opened
from salesperf.core.errors import DataError
from salesperf.core.period import Grain, Period
from salesperf.core.text import Text
from salesperf.facts.subjects import Facts
from salesperf.metrics.adding import adds_up
from salesperf.metrics.request import Request
from salesperf.report.model import Note


class Told(Struct, frozen=True):
    """The standings with their notes, or `why` there are none."""

    standings: Standings | None = None
    notes: tuple[Note, ...] = ()
    why: Text | None = None

    def board(self, metric: str) -> Board | None:
        """The board of a metric, where it has targets."""
        boards = self.standings.boards if self.standings is not None else ()
        return next((board for board in boards if board.desk.metric.key == metric), None)

    def line(self, metric: str, whom: Whom | None, *, at: int = 0) -> Line | None:
        """Where the company or one group stands in a metric: in the period, or (1) in the year to date.

        Where no target is of the period, it is the line of the shortest one with targets that holds it.
        """
        board = self.board(metric)
        return None if board is None else next((line for line in board.lines[at] if _is_of(line.owner, whom)), None)

    def lines(self, metric: str, whom: Whom | None, *, at: int = 0) -> tuple[Line, ...]:
        """Where everybody stands: the company with all below it, a team with its reps, a rep."""
        board = self.board(metric)
        lines = board.lines[at] if board is not None else ()
        if whom is None:
            return lines
        start = next((place for place, line in enumerate(lines) if _is_of(line.owner, whom)), len(lines))
        depth = lines[start].owner.depth if start < len(lines) else 0
        below = takewhile(lambda line: line.owner.depth > depth, lines[start + 1 :])
        return (*lines[start : start + 1], *below)

    def whole_year(self, metric: str, whom: Whom | None) -> Decimal | None:
        """What the company or one group is to reach in the whole year; None where targets cover a part of it alone."""
        board, found = self.board(metric), self.standings
        owner = None if board is None else next((one for one in board.tree.owners if _is_of(one, whom)), None)
        if (
            found is None
            or board is None
            or owner is None
            or not adds_up(board.desk.metric, board.desk.question.catalog)
        ):
            return None
        year = board.desk.actuals[COMPANY].scope.measure.calendar.period(Grain.YEAR, found.period.end)
        wanted = aim_of(board.desk, owner, year)
        return (
            None
            if wanted is None or not wanted.aims or wanted.before or untargeted_days(wanted, year)
            else wanted.amount
        )

    def target(self, metric: str, whom: Whom | None, period: Period) -> Aimed | None:
        """What the company or one group was to reach in any period, and what counts against it; None without target."""
        board = self.board(metric)
        owner = None if board is None else next((one for one in board.tree.owners if _is_of(one, whom)), None)
        return None if board is None or owner is None else aimed_in(board.desk, owner, period)


def standings_told(opened: Opened, request: Request, facts: Facts) -> Told:
    """Measure the targets of the files; targets that cannot be measured are told, and stop nothing."""
    if "targets" not in opened.loaded.bundle:
        return Told(why=NO_TARGETS)
    section = opened.space.configured.settings.targets
    question = question_of(opened, request, facts)
    try:
        found = standings(question, section, lang=opened.lang)
    except DataError as fault:
        return Told(why=fault.text)
    doubts = doubts_of(opened, question)
    boards = tuple(with_longer(board, found.period) for board in found.boards)
    found = replace(found, boards=without_lights(boards, doubts))
    return Told(found, tuple(notes_of(found, section, doubts)))


def _is_of(owner: Owner, whom: Whom | None) -> bool:
    if whom is None:
        return owner.scope == COMPANY
    return owner.scope == whom.dimension and owner.key == whom.key
