"""Where everybody stands against target, as the sections of a pack are told it; or why nobody does."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.doubtful import without_lights
from salesperf.analyses.targets.notes import notes_of
from salesperf.analyses.targets.status import NO_TARGETS, Standings, standings
from salesperf.app.target_question import question_of
from salesperf.app.targets import doubts_of
from salesperf.app.workspace import Opened
from salesperf.core.errors import DataError
from salesperf.core.text import Text
from salesperf.facts.subjects import Facts
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
    found = replace(found, boards=without_lights(found.boards, doubts))
    return Told(found, tuple(notes_of(found, section, doubts)))
