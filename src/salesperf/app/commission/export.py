"""`commission export`: a run as other systems take it over: payroll, journals, the schedule of deferred cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission.exporting.accounts import accounts_of, refuse_for_beancount, refuse_for_hledger
from salesperf.analyses.commission.exporting.deferred import deferred_report
from salesperf.analyses.commission.exporting.entries import Entry, entries
from salesperf.analyses.commission.exporting.journal import journal_report
from salesperf.analyses.commission.exporting.ledgers import as_beancount, as_hledger
from salesperf.analyses.commission.exporting.payroll_rows import payroll_report
from salesperf.analyses.commission.report import lines_within, run_notes
from salesperf.app.answer import Answer, recorded
from salesperf.app.commission.run import answer_under
from salesperf.app.commission.worked_out import WorkedOut, worked_out
from salesperf.app.deliver import Delivery
from salesperf.app.left_out import answering
from salesperf.app.manifest import manifest_bytes
from salesperf.app.output import refuse_existing, write
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.core.period import Span
from salesperf.core.text import Text, listing
from salesperf.metrics.request import Request
from salesperf.report.model import Report

LEDGERS = frozenset({"beancount", "hledger"})
"""Journals that are text."""
_NO_MONTHS = Text("deferred cost is spread over months: how many is not said", "未写明提成成本摊销的月数")
_SAY_MONTHS = Text("write --months 36, the time a contract is expected to last", "请写 --months 36，即合同预期的月数")
_OF_DEFERRED = Text("--months is for --to deferred", "--months 仅用于 --to deferred")
_OF_JOURNAL = Text(
    "--account is for journals: --to journal, beancount or hledger",
    "--account 仅用于凭证：--to journal、beancount、hledger",
)

_OF_BEANCOUNT = Text("--no-open is for --to beancount", "--no-open 仅用于 --to beancount")
_ALONE = Text("{options}: not for --to {to}, which is a text of its own", "{options} 不适用于 --to {to}：它自成文本")
_ONE_FILE = Text("the journal and its manifest cannot both be {file!r}", "分录与溯源清单不能都写入「{file}」")


class Wanted(Struct, frozen=True):
    """What is exported: to which system, over how many months, on which accounts, and whether it opens them."""

    to: str
    months: int | None = None
    accounts: tuple[str, ...] = ()
    opens: bool = True


class Ledger(Struct, frozen=True):
    """A journal as text, and the same as an answer: what was found on the way, and its manifest."""

    content: str
    answer: Answer


def refuse_unfit(wanted: Wanted) -> None:
    """Raise `UsageError` for flags that do not go together, before anything is read."""
    if wanted.to == "deferred" and wanted.months is None:
        raise UsageError(_NO_MONTHS, _SAY_MONTHS)
    if wanted.to != "deferred" and wanted.months is not None:
        raise UsageError(_OF_DEFERRED, _SAY_MONTHS)
    if wanted.accounts and wanted.to not in {"journal", *LEDGERS}:
        raise UsageError(_OF_JOURNAL)
    if not wanted.opens and wanted.to != "beancount":
        raise UsageError(_OF_BEANCOUNT)
    accounts = accounts_of(wanted.accounts)
    if wanted.to == "beancount":
        refuse_for_beancount(accounts)
    if wanted.to == "hledger":
        refuse_for_hledger(accounts)


def export(ask: Ask, plan_files: Sequence[Path], request: Request, wanted: Wanted) -> Answer:
    """Work plans out and lay the result out as a table: payroll, journal or deferred cost."""
    refuse_unfit(wanted)
    found = worked_out(ask, plan_files, request)
    lang = found.opened.lang
    with answering(found.opened):
        if wanted.to == "payroll":
            report = payroll_report(found.asked, lang=lang)
        elif wanted.to == "deferred":
            report = deferred_report(found.asked, wanted.months or 1, lang=lang)
        else:
            report = journal_report(_entries(found, wanted), _span(found), lang=lang)
        report = _with_notes(report, found)
    return answer_under("commission export", found, report, _told(wanted, request))


def ledger(ask: Ask, plan_files: Sequence[Path], request: Request, wanted: Wanted) -> Ledger:
    """Work plans out and write the journal of plain-text accounting."""
    refuse_unfit(wanted)
    found = worked_out(ask, plan_files, request)
    lang = found.opened.lang
    with answering(found.opened):
        booked = _entries(found, wanted)
        report = _with_notes(journal_report(booked, _span(found), lang=lang), found)
    text = as_hledger(booked, lang) if wanted.to == "hledger" else as_beancount(booked, lang, opens=wanted.opens)
    return Ledger(text, answer_under("commission export", found, report, _told(wanted, request)))


def check_ledger(delivery: Delivery, to: str) -> None:
    """Say before the work why the text of a journal could not be written so: options of tables are not for it."""
    said = {
        "--format": delivery.format,
        "--columns": delivery.columns,
        "--sort": delivery.sort,
        "--limit": delivery.limit,
        "--total": delivery.total,
        "--output-encoding": delivery.encoding,
        "--csv-safe": delivery.csv_safe,
        "--template": delivery.template,
    }
    options = [option for option, value in said.items() if value]
    if options:
        raise UsageError(_ALONE.fill(options=listing(options), to=to))
    if delivery.manifest is not None and delivery.manifest == delivery.file:
        raise UsageError(_ONE_FILE.fill(file=str(delivery.file)))
    for file in (delivery.file, delivery.manifest):
        if file is not None:
            refuse_existing(file, overwrite=delivery.overwrite)


def deliver_ledger(found: Ledger, delivery: Delivery) -> bytes | None:
    """Write the text and its manifest, or give the bytes for standard output when no file was named."""
    if delivery.manifest is not None:
        content = manifest_bytes(found.answer.report.meta.manifest)
        write(delivery.manifest, content, overwrite=delivery.overwrite, private=delivery.private)
    if delivery.file is None:
        return found.content.encode()
    write(delivery.file, found.content.encode(), overwrite=delivery.overwrite, private=delivery.private)
    return None


def _with_notes(report: Report, found: WorkedOut) -> Report:
    """The report with what a run would say of the same payouts: what is not paid is not in any export."""
    notes = (note for one in found.asked for note in run_notes(one.payroll, one.span))
    return replace(report, notes=tuple(dict.fromkeys((*report.notes, *notes))))


def _told(wanted: Wanted, request: Request) -> Mapping[str, object]:
    """The question as a manifest records it."""
    return {"to": wanted.to, "months": wanted.months, "accounts": list(wanted.accounts), **recorded(request)}


def _entries(found: WorkedOut, wanted: Wanted) -> tuple[Entry, ...]:
    accounts = accounts_of(wanted.accounts)
    of_each = (entries(one.payroll, lines_within(one.payroll, one.span), accounts) for one in found.asked)
    return tuple(sorted((entry for of in of_each for entry in of), key=lambda one: one.day))


def _span(found: WorkedOut) -> Span:
    spans = [one.span for one in found.asked]
    return Span(min(one.start for one in spans), max(one.end for one in spans))
