"""`commission audit`: somebody's workbook in, the rows that disagree with the plan out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from salesperf.analyses.commission.auditing.comparing import Compared, Ours, compared, ours_of
from salesperf.analyses.commission.auditing.reasons import Other, others
from salesperf.analyses.commission.auditing.report import audit_report
from salesperf.app.answer import Answer, recorded
from salesperf.app.commission.audit_book import Book, Columns, days_of, their_rows
from salesperf.app.commission.run import answer_under
from salesperf.app.commission.worked_out import WorkedOut, paid_by_all, plans_of, together
from salesperf.app.left_out import answering
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, in_quotes
from salesperf.facts.calendar import Calendar
from salesperf.metrics.request import Request

_NO_PERIOD = Text("no row of {file} names a period", "{file} 中没有任何一行写明期间")
_WRITE = Text(
    "name the column of periods with --period, such as 2026-03", "请用 --period 指定期间所在的列，例如 2026-03"
)
_NO_COMPONENT = Text("no plan has a component {name!r}", "方案中没有组成部分「{name}」")
_HAS = Text("there are {names}", "可用的有{names}")


class Audited(Struct, frozen=True):
    """The answer, and whether every row agrees and nobody is left out."""

    answer: Answer
    agrees: bool


class Theirs(Struct, frozen=True):
    """The workbook, which sheet and columns of it are meant, and which component it pays (all when not set)."""

    file: Path
    columns: Columns
    sheet: str | None = None
    component: str | None = None

    @property
    def recorded(self) -> Mapping[str, object]:
        """The workbook as a manifest records it."""
        digest = hashlib.sha256(self.file.read_bytes()).hexdigest()
        named = {"file": self.file.name, "sheet": self.sheet, "component": self.component, "sha256": digest}
        return {**named, **asdict(self.columns)}


def audit(ask: Ask, theirs: Theirs, plan_files: Sequence[Path], request: Request) -> Audited:
    """Work the plans out over the days of a workbook and hold every row of it against them."""
    space = workspace(ask)
    written = plans_of(space, ask, plan_files)
    opened = read(space, provenance=True, count_repeats=False)
    with answering(opened):
        calendar = Calendar(space.configured.settings.fiscal_calendar)
        book = Book(theirs.file, theirs.sheet, space.options.limits)
        rows = their_rows(book, theirs.columns, calendar=calendar, grain=written[0].plan.plan.grain)
        days = days_of(rows)
        if days is None:
            raise UsageError(_NO_PERIOD.fill(file=theirs.file.name), _WRITE)
        asked = replace(request, period=f"{days[0]}..{days[1]}")
        worked = together(paid_by_all(opened, written, asked, since_start=True))
        found = compared(rows, _ours(worked, theirs.component))
        currency = worked.asked[0].payroll.plan.plan.currency
        report = audit_report(found, file=theirs.file.name, currency=currency, lang=opened.lang)
    told = {"book": theirs.recorded, **recorded(asked)}
    return Audited(answer_under("commission audit", worked, report, told), agrees=_agrees(found))


def _agrees(found: Compared) -> bool:
    return not found.differences and not found.missing


def _ours(worked: WorkedOut, component: str | None) -> Ours:
    payrolls = tuple(one.payroll for one in worked.asked)
    names = list(dict.fromkeys(line.component for one in payrolls for line in one.lines))
    if component is not None and component not in names:
        hint = did_you_mean(component, names) or _HAS.fill(names=in_quotes(names))
        raise UsageError(_NO_COMPONENT.fill(name=component), hint)

    @cache
    def readings() -> tuple[Other, ...]:
        return others(worked.grounds, worked.asked, component)

    return ours_of(payrolls, readings, component)
