"""Deals as events: created on one day, won or lost on another; one row a deal and subject.

Where an export holds several snapshots of the same deals, the last of each deal counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect, kept, numbered, scan
from salesperf.facts.currency import converted
from salesperf.facts.days import days_between
from salesperf.facts.deal_outcome import deals_that, undecided_deals, untold_deals
from salesperf.facts.deal_words import Outcome
from salesperf.facts.events import Events, columns_of
from salesperf.facts.known_by import keyed
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle, Table

DEAL_SUBJECTS = frozenset({Subject.CREATED_DEALS, Subject.CLOSED_DEALS})
_DATES = {Subject.CREATED_DEALS: "created_date", Subject.CLOSED_DEALS: "closed_date"}
_SLIP = timedelta(days=365)
_SNAPSHOTS = Text(
    "deals are as of their last snapshot, of {first} to {last}", "商机取其最后一次快照（{first} 至 {last}）"
)


def deals(bundle: Bundle, section: SalesSection, as_of: date | None) -> dict[Subject, Events]:
    """The deals by the day they were created and by the day they were closed, as far as the table has the dates.

    Without ids each row is a deal, but not of a table of snapshots, which repeats its deals.

    Columns added: `deal` (its id where the row counts), `value`, `won_deal` and `lost_deal` (its id), `won_value` and
    `lost_value`, and of won deals `cycle_days`, from creation to closing.
    """
    every = judged_deals(bundle, section, as_of)
    if every is None:
        return {}
    judged, table, notes = every.lines, bundle.tables[every.table], every.notes
    untold = untold_deals(judged, section=section, reach=as_of or bundle.data_through)
    found = {}
    for subject, day in _DATES.items():
        if day not in every.columns:
            continue
        lines, findings = _on_day(judged, subject, day)
        of_subject, last, said = untold.findings, untold.last, notes
        if subject is Subject.CLOSED_DEALS:
            said = (*notes, *undecided_deals(lines.filter(nw.col("is_lost")), section=section))
        else:
            of_subject, last = (), None
        days = days_between(lines, bundle=bundle, table=table, slip=_SLIP, as_of=as_of, last=last)
        found[subject] = Events(
            subject=subject,
            lines=lines,
            columns=columns_of(lines),
            source="deals",
            table=table.name,
            currency=every.currency,
            days=days,
            notes=said,
            findings=(*every.findings, *findings, *of_subject),
        )
    return found


def judged_deals(bundle: Bundle, section: SalesSection, as_of: date | None) -> Events | None:
    """All deals, on no day yet, with what became of each; None where no table tells of deals one by one."""
    table = bundle.get("deals")
    if table is None or ("deal_id" not in table.frame.columns and "snapshot_date" in table.frame.columns):
        return None
    frame, notes = _last_snapshots(table, as_of)
    whose = keyed(frame, table, bundle)
    frame, currency = converted(whose.lines, bundle, columns=columns_of(whose.lines))
    lines = kept(_judged(frame, section))
    return Events(
        subject=Subject.CREATED_DEALS,
        lines=lines,
        columns=columns_of(lines),
        source="deals",
        table=table.name,
        currency=currency,
        notes=notes,
        findings=whose.findings,
    )


def _last_snapshots(table: Table, as_of: date | None) -> tuple[Frame, tuple[tuple[str, Text], ...]]:
    """One row a deal; of several snapshots the last that was taken by the day of `--as-of`."""
    frame = scan(table) if "deal_id" in table.frame.columns else numbered(table, "deal_id")
    if "snapshot_date" not in table.frame.columns:
        return frame, ()
    taken = frame if as_of is None else frame.filter(nw.col("snapshot_date") <= nw.lit(as_of))
    last = taken.group_by("deal_id").agg(nw.col("snapshot_date").max())
    ends = collect(last.select(first=nw.col("snapshot_date").min(), last=nw.col("snapshot_date").max())).row(0)
    only = taken.join(last, on=["deal_id", "snapshot_date"], how="inner")
    return only, (("snapshots", _SNAPSHOTS.fill(first=ends[0], last=ends[1])),)


def _judged(frame: Frame, section: SalesSection) -> Frame:
    """The deals with what became of them."""
    columns = columns_of(frame)
    won, lost = (deals_that(frame, one, section=section) for one in (Outcome.WON, Outcome.LOST))
    added = {
        "is_won": won.fill_null(value=False),
        "is_lost": lost.fill_null(value=False),
        "deal": nw.col("deal_id"),
        "won_deal": nw.when(won).then(nw.col("deal_id")),
        "lost_deal": nw.when(lost).then(nw.col("deal_id")),
    }
    if "amount" in columns:
        added |= {
            "value": nw.col("amount"),
            "won_value": nw.when(won).then(nw.col("amount")),
            "lost_value": nw.when(lost).then(nw.col("amount")),
        }
    if {"created_date", "closed_date"} <= columns:
        lasted = (nw.col("closed_date") - nw.col("created_date")).dt.total_minutes() // (24 * 60)
        added["cycle_days"] = nw.when(won & (lasted >= 0)).then(lasted)
    return frame.with_columns(**added)


def _on_day(judged: Frame, subject: Subject, day: str) -> tuple[Frame, tuple[Issue, ...]]:
    """The deals of one subject with the day they count on, and what cannot be placed."""
    is_closed = subject is Subject.CLOSED_DEALS
    of_subject = judged.filter(nw.col("is_won") | nw.col("is_lost")) if is_closed else judged
    undated = of_subject.filter(nw.col(day).is_null())
    rows = collect(undated.select(nw.len().alias("rows"), nw.col("is_won").sum().alias("won"))).row(0)
    lines = of_subject.filter(~nw.col(day).is_null()).with_columns(date=nw.col(day))
    return lines, tuple(_undated(subject, day, rows=rows[0], won=rows[1]))


def _undated(subject: Subject, day: str, *, rows: int, won: int) -> Iterator[Issue]:
    if not rows:
        return
    if subject is Subject.CLOSED_DEALS:
        message = Text(
            f"{counted(rows, 'closed deal')} without closed_date ({won:,} won): won or lost on no day",
            f"{rows:,} 个已关闭商机没有成交日期（closed_date，其中赢单 {won:,} 个）：不计入任何日期的赢单与输单",
        )
    else:
        message = Text(
            f"{counted(rows, 'deal')} without created_date: not among the new deals of any day",
            f"{rows:,} 个商机没有创建日期（created_date）：不计入任何日期的新增商机",
        )
    yield issue("F520", message, Where(column=day), count=rows)
