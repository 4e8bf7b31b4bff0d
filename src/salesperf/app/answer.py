"""The answer of a question: one report with its findings, accounts and manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import asdict

from salesperf.app.manifest import with_manifest
from salesperf.app.read_notes import with_read_notes
from salesperf.app.workspace import Opened, metrics_of
from salesperf.core.codes import CODES, issue
from salesperf.core.errors import Issue
from salesperf.metrics.request import Request
from salesperf.report.model import Report
from salesperf.report.replaced import with_replaced_told
from salesperf.sources.conform.set_aside import SetAside
from salesperf.sources.loaded import Account


class Answer(Struct, frozen=True):
    """A report, what was found on the way, where every row went, and the rows set aside."""

    report: Report
    findings: tuple[Issue, ...] = ()
    accounts: tuple[Account, ...] = ()
    aside: tuple[SetAside, ...] = ()


def with_reading(report: Report, opened: Opened) -> Report:
    """The report with what reading has to say to it."""
    return with_replaced_told(with_read_notes(report, opened.loaded))


def answered(
    command: str, opened: Opened, report: Report, request: Request, *, settings: Mapping[str, object] | None = None
) -> Answer:
    """The answer of a question about targets, with what reading has to say to it.

    `settings` are those that were typed as part of the question: the manifest records them with it.
    """
    told = with_replaced_told(with_read_notes(report, opened.loaded, of_targets=True))
    of_settings = {} if settings is None else {"settings": settings}
    return answer_of(command, opened, told, request={**recorded(request), **of_settings})


def answer_of(command: str, opened: Opened, report: Report, *, request: Mapping[str, object]) -> Answer:
    """The report with its findings and accounts, and the manifest where one is wanted."""
    loaded = opened.loaded
    findings = (*loaded.issues, *loaded.bundle.findings, *_noted(report, loaded.issues))
    if not opened.space.manifest:
        return Answer(report, findings, loaded.accounts, loaded.aside)
    told = with_manifest(
        report,
        command=command,
        request=request,
        configured=opened.space.configured,
        catalog=metrics_of(opened.space.configured),
        loaded=loaded,
    )
    return Answer(told, findings, loaded.accounts, loaded.aside)


def recorded(request: Request) -> Mapping[str, object]:
    """The question as a manifest records it: whether a total was wanted too changes no row."""
    return {word: value for word, value in asdict(request).items() if word != "total"}


def _noted(report: Report, read: Sequence[Issue]) -> tuple[Issue, ...]:
    """Findings about business events, which a report tells as notes under their code; not what reading told itself."""
    return tuple(
        issue(note.key, note.text)
        for note in report.notes
        if note.key in CODES and not any(one.code == note.key and note.text.en.endswith(one.message) for one in read)
    )
