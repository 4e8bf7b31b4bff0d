"""`commission statement`: plans and files in, the statement of one person out, or of each, or the company's book."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from salesperf.analyses.commission.stating.company import company_book
from salesperf.analyses.commission.stating.statement import people_of, statement
from salesperf.app.answer import Answer, recorded
from salesperf.app.commission.run import answer_under
from salesperf.app.commission.worked_out import WorkedOut, worked_out
from salesperf.app.left_out import answering
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request

COMMAND = "commission statement"


class Statements(Struct, frozen=True):
    """Plans worked out once, for the statements of everybody they pay."""

    found: WorkedOut
    request: Request
    people: tuple[Whom, ...]

    def of(self, whom: Whom) -> Answer:
        """The statement of one of the people; nothing of it is kept."""
        return _of(self.found, whom.key, self.request)


def statement_of(ask: Ask, plan_files: Sequence[Path], participant: str, request: Request) -> Answer:
    """The statement of one person, by name or id; raises `UsageError` for somebody whom no plan knows."""
    return _of(worked_out(ask, plan_files, request), participant, request)


def statements(ask: Ask, plan_files: Sequence[Path], request: Request) -> Statements:
    """The statements of everybody who has a payout line in the period."""
    found = worked_out(ask, plan_files, request)
    return Statements(found, request, tuple(Whom("rep", key, name) for key, name in people_of(found.asked)))


def company(ask: Ask, plan_files: Sequence[Path], request: Request) -> Answer:
    """The book of the company: everybody, with one section a component."""
    found = worked_out(ask, plan_files, request)
    with answering(found.opened):
        report = company_book(found.asked, lang=found.opened.lang)
    return answer_under(COMMAND, found, report, {"rep": None, **recorded(request)})


def _of(found: WorkedOut, participant: str, request: Request) -> Answer:
    with answering(found.opened):
        report = statement(found.asked, participant, lang=found.opened.lang)
    return answer_under(COMMAND, found, report, {"rep": participant, **recorded(request)})
