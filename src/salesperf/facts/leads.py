"""Leads as events on the day they were created; what became of them since is known by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, counted, in_quotes
from salesperf.engine import Frame, collect, kept, numbered
from salesperf.facts.dated import on_their_day
from salesperf.facts.days import Days, days_between
from salesperf.facts.events import Events, columns_of
from salesperf.facts.known_by import keyed
from salesperf.facts.lead_outcome import conversion
from salesperf.facts.lookup import listed
from salesperf.facts.response_time import ANSWERED, CREATED, clock_of
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle, Table

LEAD_SUBJECTS = frozenset({Subject.LEADS})
_ROWS = Text("{count:lead|leads}", "{count} 条线索")
_SLIP = timedelta(days=365)
_SHOWN = 5
_WAITING = Text(
    "{leads:lead has|leads have} no first response: {late} past the time limit count as not answered in time "
    "({listed}), {early} may still be",
    "{leads} 条线索没有首次响应：其中 {late} 条已超时限，计为未及时响应（{listed}），{early} 条尚在时限内",
)
_ALL_LATE = Text(
    "{leads:lead has|leads have} no first response past the time limit, counted as not answered in time: {listed}",
    "{leads} 条线索已超时限仍没有首次响应，计为未及时响应：{listed}",
)
_WAITING_IN_TIME = Text(
    "{leads:lead has|leads have} no first response and may still be answered in time",
    "{leads} 条线索没有首次响应，尚在时限内",
)


def leads(bundle: Bundle, section: SalesSection, as_of: date | None) -> dict[Subject, Events]:
    """The leads, one row each, on the day of creation.

    Columns added: `lead` (its id, else its row), `converted_lead` where the table tells of conversions; where it has
    first responses `response_hours` or `response_days`, `judged_lead` (answered, or too late for it) and of these
    `prompt_lead` (answered within the limit), and `unanswered_lead`.
    """
    table = bundle.get("leads")
    if table is None or CREATED not in table.frame.columns:
        return {}
    whose = keyed(numbered(table, "_place"), table, bundle)
    dated, undated = on_their_day(whose.lines, CREATED, code="F540", rows=_ROWS)
    single, repeats = _one_row_a_lead(dated, table)
    days = days_between(single, bundle=bundle, table=table, slip=_SLIP, as_of=as_of)
    outcome = conversion(single, own=section.lead_converted, as_of=as_of)
    lines = single
    if outcome.is_converted is not None:
        lines = lines.with_columns(converted_lead=nw.when(outcome.is_converted).then(nw.col("lead")))
    answers = _Answers(lines)
    if days is not None and ANSWERED in columns_of(lines):
        answers = _answered(lines, section, days, as_of=as_of)
    events = Events(
        subject=Subject.LEADS,
        lines=answers.lines,
        columns=columns_of(answers.lines),
        source="leads",
        table=table.name,
        days=days,
        notes=(*outcome.notes, *answers.notes),
        findings=(*whose.findings, *undated, *repeats, *outcome.findings, *_reversed(answers.lines)),
    )
    return {Subject.LEADS: events}


def _one_row_a_lead(lines: Frame, table: Table) -> tuple[Frame, tuple[Issue, ...]]:
    """The leads with `lead`; of rows with one id the first counts, a row without id is a lead of its own."""
    row = nw.concat_str(nw.lit("#"), (nw.col("_place") + 1).cast(nw.String))
    named = lines.with_columns(lead=nw.coalesce(nw.col("lead_id"), row) if "lead_id" in columns_of(lines) else row)
    findings = []
    if "lead_id" in columns_of(lines) and table.frame["lead_id"].null_count():
        nameless = _count(lines.filter(nw.col("lead_id").is_null()))
        told = Text(
            f"{counted(nameless, 'row')} of leads without lead_id, each counted as a lead of its own",
            f"线索（leads）中有 {nameless:,} 行没有线索编号（lead_id），每行各计为一条线索",
        )
        findings += [issue("F544", told, Where(column="lead_id"), count=nameless)] if nameless else []
    single = named.unique(subset=["lead"], keep="first", order_by="_place")
    held = kept(single.drop("_place"))
    again = _count(lines) - _count(held)
    if again:
        told = Text(
            f"{counted(again, 'row repeats', 'rows repeat')} the id of an earlier lead: the first row of each counts",
            f"{again:,} 行的线索编号与前面的行重复：每条线索以首行为准",
        )
        findings.append(issue("F542", told, Where(column="lead_id"), count=again))
    return held, tuple(findings)


class _Answers(Struct, frozen=True):
    """Leads with how long they waited, and what is to be said of that."""

    lines: Frame
    notes: tuple[tuple[str, Text], ...] = ()


def _answered(lines: Frame, section: SalesSection, days: Days, *, as_of: date | None) -> _Answers:
    """The leads with their waits; an answer after the day of `--as-of` had not come then."""
    if as_of is not None:
        came = nw.col(ANSWERED).dt.date() <= nw.lit(as_of)
        lines = lines.with_columns(nw.when(came).then(nw.col(ANSWERED)).alias(ANSWERED))
    clock, told = clock_of(lines, section)
    created, answered, lead = nw.col(CREATED), nw.col(ANSWERED), nw.col("lead")
    waited = nw.when(answered >= created).then(clock.waited(created, answered))
    late = answered.is_null() & clock.is_over(created, as_of=days.as_of)
    timed = kept(lines.with_columns(waited.alias(clock.column), is_late=late))
    wait = nw.col(clock.column)
    judged = timed.with_columns(
        judged_lead=nw.when(~wait.is_null() | nw.col("is_late")).then(lead),
        prompt_lead=nw.when(wait <= clock.limit).then(lead),
        unanswered_lead=nw.when(answered.is_null()).then(lead),
    )
    return _Answers(judged, (("response_limit", told), *_waiting(judged)))


def _waiting(lines: Frame) -> Iterator[tuple[str, Text]]:
    """The leads that nobody answered, the late ones by name."""
    known_as = nw.coalesce(nw.col("lead_name"), nw.col("lead")) if "lead_name" in columns_of(lines) else nw.col("lead")
    unanswered = lines.filter(~nw.col("unanswered_lead").is_null())
    waiting = collect(unanswered.select("is_late", CREATED, lead=known_as))
    if waiting.is_empty():
        return
    late = waiting.filter(waiting["is_late"]).sort(CREATED, "lead")["lead"].to_list()
    if not late:
        yield "unanswered", _WAITING_IN_TIME.fill(leads=Count(waiting.height))
        return
    named = listed(in_quotes(late[:_SHOWN]), len(late) - _SHOWN)
    early = waiting.height - len(late)
    counts = {"leads": Count(waiting.height), "late": f"{len(late):,}", "early": f"{early:,}"}
    yield "unanswered", (_WAITING if early else _ALL_LATE).fill(listed=named, **counts)


def _reversed(lines: Frame) -> Iterator[Issue]:
    """Leads that were answered or converted before they were created."""
    columns = columns_of(lines)
    early = {
        ANSWERED: (nw.col(ANSWERED) < nw.col(CREATED), Text("answered", "响应")) if ANSWERED in columns else None,
        "converted_at": (nw.col("converted_at") < nw.col("date"), Text("converted", "转化"))
        if "converted_at" in columns
        else None,
    }
    for column, found in early.items():
        if found is None:
            continue
        names = collect(lines.filter(found[0].fill_null(value=False)).select("lead").sort("lead"))["lead"].to_list()
        if names:
            phrase = Text(
                "{leads:lead was|leads were} {done} before being created: {listed}",
                "{leads} 条线索的{done}时间早于创建时间：{listed}",
            )
            named = listed(in_quotes(names[:_SHOWN]), len(names) - _SHOWN)
            message = phrase.fill(leads=Count(len(names)), done=found[1], listed=named)
            yield issue("F543", message, Where(column=column), count=len(names))


def _count(frame: Frame) -> int:
    return int(collect(frame.select(nw.len().alias("rows")))["rows"][0])
