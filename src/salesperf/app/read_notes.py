"""What reading set aside, said in the report itself: whoever gets the page must not have to ask how it was read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from salesperf.core.text import Count, Text, listing
from salesperf.report.model import Note, Report
from salesperf.sources.loaded import Loaded

QUARANTINED = Text(
    "{rows:row|rows} could not be read and are set aside, so they are in no number{money}",
    "{rows} 行无法读取，已隔离，不计入任何数字{money}",
)
_MONEY = Text(" (readable amounts among them: {amount})", "（其中可读的金额合计 {amount}）")
CORRECTED = Text(
    "{rows:row stands|rows stand} as corrected, not as in the files",
    "{rows} 行采用更正后的内容，与原文件不同",
)
REPEATED = Text(
    "{rows:row repeats|rows repeat} an earlier row of the same file exactly; counted and kept",
    "{rows} 行与同一文件中前面的行完全相同；计入并保留",
)
TARGETS = Text(
    "{targets:target|targets} in {files}: salesperf targets status measures against them",
    "{files} 中有 {targets} 个目标：可用 salesperf targets status 对照",
)
COPY = Text("{file} is left out: {said}", "{file} 未计入：{said}")
COPIES = Text(
    "{count:more copy is|more copies are} left out (salesperf check)",
    "另有 {count} 个副本未计入（详见 salesperf check）",
)
UNUSED = Text("{file} is not used: {said}", "未使用 {file}：{said}")
UNUSED_MORE = Text(
    "{count:more file is|more files are} not used (salesperf check)",
    "另有 {count} 个文件未使用（详见 salesperf check）",
)
_BUT = Text("; ", "；")
_NOT_RECOGNISED = "R202"
_OF_COPIES = frozenset({"R103", "R402"})
"""Findings of files that are others again, byte for byte or as another type of file."""
_NAMED = 3
"""Copies, and files not used, that a report names."""
_SALES = ("orders", "invoices", "deals")


def with_read_notes(report: Report, loaded: Loaded, *, of_targets: bool = False) -> Report:
    """The report with notes on copies, files not used, rows set aside or repeated, and targets it is not about."""
    told = (note for note in _notes(loaded) if not (of_targets and note.key == "targets"))
    return replace(report, notes=(*told, *report.notes))


def _notes(loaded: Loaded) -> Iterator[Note]:
    copies = [one for one in loaded.issues if one.code in _OF_COPIES]
    for one in copies[:_NAMED]:
        yield Note("copy", COPY.fill(file=one.where.file, said=one.text))
    if len(copies) > _NAMED:
        yield Note("copy", COPIES.fill(count=Count(len(copies) - _NAMED)))
    yield from _unused(loaded)
    accounts = [account for account in loaded.accounts if account.table in _SALES]
    aside = sum(account.quarantined for account in accounts)
    if aside:
        zero = Decimal(0)
        # Rows taken from a later file are told elsewhere; their money must not be told as set aside.
        plain = [one for one in accounts if one.quarantined and not one.superseded]
        lost = sum((one.money.get("amount", zero) - one.money_loaded.get("amount", zero) for one in plain), zero)
        money = _MONEY.fill(amount=f"{lost:,.2f}") if lost else Text("", "")
        rows = Count(aside)
        text = Text(QUARANTINED.fill(rows=rows, money=money.en).en, QUARANTINED.fill(rows=rows, money=money.zh).zh)
        yield Note("quarantined", text, warning=True)
    corrected = sum(account.corrected for account in loaded.accounts)
    if corrected:
        yield Note("corrected", CORRECTED.fill(rows=Count(corrected)))
    repeated = sum(account.repeated or 0 for account in accounts)
    if repeated:
        yield Note("repeated", REPEATED.fill(rows=Count(repeated)))
    if (targets := loaded.bundle.get("targets")) is not None and not targets.frame.is_empty():
        files = ", ".join(dict.fromkeys(account.file for account in loaded.accounts if account.table == targets.name))
        yield Note("targets", TARGETS.fill(targets=Count(targets.frame.height), files=files))


def _unused(loaded: Loaded) -> Iterator[Note]:
    """Files of which no table was recognised, with what would make them readable."""
    used = {account.file for account in loaded.accounts if account.table is not None}
    unused = {
        one.where.file: one for one in loaded.issues if one.code == _NOT_RECOGNISED and one.where.file not in used
    }
    for file, one in list(unused.items())[:_NAMED]:
        said = listing((one.text, one.hint_text), _BUT)
        yield Note("unused", UNUSED.fill(file=file, said=said))
    if len(unused) > _NAMED:
        yield Note("unused", UNUSED_MORE.fill(count=Count(len(unused) - _NAMED)))
