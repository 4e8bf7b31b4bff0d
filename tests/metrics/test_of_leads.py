"""The metrics of random leads, whole, by rep and by month, against the same question in plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.leads import leads
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.leads import LEAD_METRICS
from salesperf.metrics.evaluate import evaluated
from salesperf.metrics.parts import Lens
from salesperf.tables.literal import bundle_of

FIRST = datetime.fromisoformat("2026-01-01")
LIMIT = 24
FOURTH = settings(max_examples=settings().max_examples // 4)


class Lead(Struct, frozen=True):
    """One row: `wait` in minutes, None where nobody answered."""

    at: datetime
    rep: str
    wait: int | None
    converted: bool

    @property
    def answered(self) -> datetime | None:
        return None if self.wait is None else self.at + timedelta(minutes=self.wait)


LEADS = st.lists(
    st.builds(
        Lead,
        at=st.integers(0, 90 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
        rep=st.sampled_from(["", "R1", "R2"]),
        wait=st.none() | st.integers(-300, 5000),
        converted=st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


def _text(rows: Sequence[Lead]) -> str:
    return "lead_id,created_at,rep_id,first_response_at,converted\n" + "".join(
        f"L{at},{row.at:%Y-%m-%d %H:%M},{row.rep},{_moment(row.answered)},{str(row.converted).lower()}\n"
        for at, row in enumerate(rows)
    )


def _moment(at: datetime | None) -> str:
    return "" if at is None else f"{at:%Y-%m-%d %H:%M}"


def _expected(rows: Sequence[Lead], *, end: datetime, is_timed: bool) -> dict[str, float | None]:
    if is_timed:
        waits = [row.wait / 60 for row in rows if row.wait is not None and row.wait >= 0]
        late = [row for row in rows if row.wait is None and (end - row.at).total_seconds() / 3600 > LIMIT]
        prompt = [wait for wait in waits if wait <= LIMIT]
    else:
        sound = [row for row in rows if row.wait is not None and row.wait >= 0]
        waits = [float((row.answered.date() - row.at.date()).days) for row in sound if row.answered]
        late = [row for row in rows if row.wait is None and (end.date() - row.at.date()).days > LIMIT / 24]
        prompt = [wait for wait in waits if wait <= LIMIT / 24]
    judged = len(waits) + len(late)
    middle = median(waits) if waits else None
    return {
        "new_leads": len(rows),
        "converted_leads": sum(row.converted for row in rows),
        "lead_conversion": sum(row.converted for row in rows) / len(rows) if rows else None,
        "lead_response_time" if is_timed else "lead_response_days": middle,
        "response_in_time": len(prompt) / judged if judged else None,
        "unanswered_leads": sum(row.wait is None for row in rows),
    }


@FOURTH
@given(LEADS, st.sampled_from(["", "rep"]), st.sampled_from([None, Grain.MONTH]))
def test_leads_give_what_plain_python_gives(rows: list[Lead], by: str, grain: Grain | None) -> None:
    moments = [row.at for row in rows] + [row.answered for row in rows if row.answered]
    first, last = min(row.at for row in rows).date(), max(row.at for row in rows).date()
    end = datetime.combine(max(moments).date() + timedelta(days=1), time())
    is_timed = any(row.at.time() > time() for row in rows) and any(
        row.answered.time() > time() for row in rows if row.answered
    )
    events = leads(bundle_of([("leads", _text(rows))]), SalesSection(), None)[Subject.LEADS]
    span = Span(first, last)
    periods = Calendar().periods(grain, span) if grain else (Period(first, last),)
    metrics = [one for one in LEAD_METRICS if is_timed or one.key != "lead_response_time"]
    metrics = [one for one in metrics if not is_timed or one.key != "lead_response_days"]

    found = evaluated(
        {Lens(Subject.LEADS): events.lines},
        metrics,
        catalog=CATALOG,
        periods=periods,
        by=[by] if by else [],
        span=span,
    )

    for row in found.iter_rows(named=True):
        inside = periods[row["period"]]
        mine = [
            one
            for one in rows
            if inside.start <= one.at.date() <= inside.end and (not by or (one.rep or None) == row[by])
        ]
        for key, value in _expected(mine, end=end, is_timed=is_timed).items():
            assert row[key] == pytest.approx(value), key
    if by:
        asked = {
            (n, one.rep or None) for n, p in enumerate(periods) for one in rows if p.start <= one.at.date() <= p.end
        }
        assert set(found.select("period", by).rows()) == asked
