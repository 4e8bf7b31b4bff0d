"""`commission run` and `explain`: settings, plans and files in, what everybody is paid and why out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from salesperf.analyses.commission.together import explain_reports, run_reports
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.commission.worked_out import WorkedOut, worked_out
from salesperf.app.left_out import answering
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request
from salesperf.report.model import Report


def run(ask: Ask, plan_files: Sequence[Path], request: Request) -> Answer:
    """Work out plans together for one period; those of the folder `plans` where none is named."""
    found = worked_out(ask, plan_files, request)
    with answering(found.opened):
        report = run_reports(found.asked, lang=found.opened.lang)
    return answer_under("commission run", found, report, recorded(request))


def explain(
    ask: Ask, plan_files: Sequence[Path], participant: str, request: Request, *, line: str | None = None
) -> Answer:
    """Take one person's payout apart, or one line of it, down to the rows."""
    found = worked_out(ask, plan_files, request)
    with answering(found.opened):
        report = explain_reports(found.asked, participant, lang=found.opened.lang, line=line)
    told = {"rep": participant, **({} if line is None else {"line": line}), **recorded(request)}
    return answer_under("commission explain", found, report, told)


def answer_under(command: str, found: WorkedOut, report: Report, request: Mapping[str, object]) -> Answer:
    """The answer of a question about plans: its manifest records their files, versions and digests."""
    told = {"plans": [one.recorded for one in found.written], **request}
    return answer_of(command, found.opened, with_reading(report, found.opened), request=told)
