"""The metrics of random activities, whole, by rep and by month, against the same question in plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.activities import activities
from salesperf.facts.calendar import Calendar
from salesperf.facts.deals import deals
from salesperf.facts.section import SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.activities import ACTIVITY_METRICS
from salesperf.metrics.evaluate import evaluated
from salesperf.metrics.parts import Lens
from salesperf.tables.literal import bundle_of

FIRST = date(2026, 1, 1)
FOURTH = settings(max_examples=settings().max_examples // 4)
KINDS = {"拜访": "visit", "call": "call", "报价": "proposal", "follow-up": "follow_up", "邮件": "other"}


class Activity(Struct, frozen=True):
    """One row; an empty mark is no mark."""

    day: date
    rep: str
    kind: str
    planned: str
    completed: str

    @property
    def is_done(self) -> bool:
        return self.completed == "true" or (not self.completed and self.planned != "true")


ROWS = st.lists(
    st.builds(
        Activity,
        day=st.integers(0, 80).map(lambda offset: FIRST + timedelta(days=offset)),
        rep=st.sampled_from(["", "R1", "R2", "R3"]),
        kind=st.sampled_from(sorted(KINDS)),
        planned=st.sampled_from(["", "true", "false"]),
        completed=st.sampled_from(["", "true", "true", "false"]),
    ),
    min_size=1,
    max_size=25,
)
WINS = st.lists(st.tuples(st.integers(0, 80), st.sampled_from(["R1", "R2", "R3"])), max_size=6)


def _workdays(rows: Sequence[Activity], last: date) -> set[tuple[str, date]]:
    found = set()
    for rep in {row.rep for row in rows if row.rep}:
        own = [row.day for row in rows if row.rep == rep and row.is_done and row.day <= last]
        for offset in range((max(own) - min(own)).days + 1) if own else ():
            day = min(own) + timedelta(days=offset)
            if day.weekday() < 5:
                found.add((rep, day))
    return found


def _divided(top: float, bottom: float) -> float | None:
    return top / bottom if bottom else None


@FOURTH
@given(ROWS, WINS, st.sampled_from(["", "rep"]), st.sampled_from([None, Grain.MONTH]))
def test_activities_give_what_plain_python_gives(
    rows: list[Activity], wins: list[tuple[int, str]], by: str, grain: Grain | None
) -> None:
    text = "activity_date,rep_id,kind,planned,completed\n" + "".join(
        f"{row.day},{row.rep},{row.kind},{row.planned},{row.completed}\n" for row in rows
    )
    won = "deal_id,created_date,closed_date,rep_id,stage,amount\nX,2026-01-01,2026-01-01,R9,lost,1\n" + "".join(
        f"D{at},2026-01-01,{FIRST + timedelta(days=day)},{rep},won,1\n" for at, (day, rep) in enumerate(wins)
    )
    bundle = bundle_of([("activities", text), ("deals", won)])
    facts = {**activities(bundle, SalesSection(), None), **deals(bundle, SalesSection(), None)}
    span = Span(FIRST, FIRST + timedelta(days=80))
    periods = Calendar().periods(grain, span) if grain else (Period(span.start, span.end),)
    has_reps = any(subject.value == "rep_days" for subject in facts)
    metrics = [one for one in ACTIVITY_METRICS if has_reps or "rep_day" not in one.key]

    found = evaluated(
        {Lens(subject): events.lines for subject, events in facts.items()},
        metrics,
        catalog=CATALOG,
        periods=periods,
        by=[by] if by else [],
        span=span,
    )

    workdays = _workdays(rows, span.end)
    for line in found.iter_rows(named=True):
        inside = periods[line["period"]]

        def holds(day: date, rep: str, inside: Period = inside, line: dict[str, object] = line) -> bool:
            return inside.start <= day <= inside.end and (not by or (rep or None) == line[by])

        mine = [row for row in rows if holds(row.day, row.rep)]
        done = [row for row in mine if row.is_done]
        of_kind = {kind: sum(KINDS[row.kind] == kind for row in done) for kind in KINDS.values()}
        planned = [row for row in mine if row.planned == "true"]
        days = sum(holds(day, rep) for rep, day in workdays)
        deals_won = sum(holds(FIRST + timedelta(days=day), rep) for day, rep in wins)
        expected = {
            "activities": len(done),
            "completed_visits": of_kind["visit"],
            "calls": of_kind["call"],
            "proposals": of_kind["proposal"],
            "follow_ups": of_kind["follow_up"],
            "plan_completion": _divided(sum(row.is_done for row in planned), len(planned)),
            "rep_days": days,
            "visits_per_rep_day": _divided(of_kind["visit"], days),
            "calls_per_rep_day": _divided(of_kind["call"], days),
            "proposals_per_rep_day": _divided(of_kind["proposal"], days),
            "follow_ups_per_rep_day": _divided(of_kind["follow_up"], days),
            "activities_per_rep_day": _divided(len(done), days),
            "visits_per_win": _divided(of_kind["visit"], deals_won),
            "activities_per_win": _divided(len(done), deals_won),
        }
        for metric in metrics:
            assert line[metric.key] == pytest.approx(expected[metric.key]), metric.key
