"""The metrics of random answers, whole, by rep and by month, against the same question in plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.surveys import surveys
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.surveys import SURVEY_METRICS
from salesperf.metrics.evaluate import evaluated
from salesperf.metrics.parts import Lens
from salesperf.tables.literal import bundle_of

FIRST = date(2026, 1, 1)
FOURTH = settings(max_examples=settings().max_examples // 4)
Z = 1.959963984540054
Answer = tuple[date, str, str, int, int | None]
"""Day, rep, kind, score and the scale of the row."""
ANSWERS = st.lists(
    st.tuples(
        st.integers(0, 80).map(lambda offset: FIRST + timedelta(days=offset)),
        st.sampled_from(["", "R1", "R2"]),
        st.sampled_from(["csat", "nps"]),
        st.integers(-1, 11),
        st.sampled_from([None, 5, 7, 10, 100]),
    ),
    min_size=1,
    max_size=25,
)


def _expected(rows: Sequence[Answer]) -> dict[str, float | None]:
    csat = [
        (score, scale or 5)
        for _, _, kind, score, scale in rows
        if kind == "csat" and scale != 100 and (score >= 1 or (scale == 10 and score == 0)) and score <= (scale or 5)
    ]
    nps = [score for _, _, kind, score, scale in rows if kind == "nps" and scale in {None, 10} and 0 <= score <= 10]
    satisfied = sum(score >= scale - 1 for score, scale in csat)
    promoters, detractors = sum(score >= 9 for score in nps), sum(score <= 6 for score in nps)
    n, m = len(csat), len(nps)
    low = high = down = up = None
    if n:
        share = satisfied / n
        half = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
        low, high = ((share + Z * Z / (2 * n) + sign * half) / (1 + Z * Z / n) for sign in (-1, 1))
    if m:
        p, d = (promoters + 0.75) / (m + 3), (detractors + 0.75) / (m + 3)
        half = Z * sqrt((p + d - (p - d) ** 2) / (m + 3))
        down, up = max(-1.0, p - d - half), min(1.0, p - d + half)
    return {
        "csat": satisfied / n if n else None,
        "csat_answers": n,
        "csat_low": low,
        "csat_high": high,
        "nps": (promoters - detractors) / m if m else None,
        "nps_answers": m,
        "nps_low": down,
        "nps_high": up,
    }


@FOURTH
@given(ANSWERS, st.sampled_from(["", "rep"]), st.sampled_from([None, Grain.MONTH]))
def test_answers_give_what_plain_python_gives(rows: list[Answer], by: str, grain: Grain | None) -> None:
    text = "survey_date,rep_id,kind,score,scale\n" + "".join(
        f"{day},{rep},{kind},{score},{'' if scale is None else scale}\n" for day, rep, kind, score, scale in rows
    )
    bundle = bundle_of([("surveys", text + "2027-01-01,R9,csat,5,5\n2027-01-01,R9,nps,8,\n")])
    events = surveys(bundle, SalesSection(csat_scale=5), None)[Subject.SURVEYS]
    span = Span(FIRST, FIRST + timedelta(days=80))
    periods = Calendar().periods(grain, span) if grain else (Period(span.start, span.end),)

    found = evaluated(
        {Lens(Subject.SURVEYS): events.lines},
        SURVEY_METRICS,
        catalog=CATALOG,
        periods=periods,
        by=[by] if by else [],
        span=span,
    )

    for line in found.iter_rows(named=True):
        inside = periods[line["period"]]
        mine = [
            row for row in rows if inside.start <= row[0] <= inside.end and (not by or (row[1] or None) == line[by])
        ]
        for key, value in _expected(mine).items():
            assert line[key] == pytest.approx(value, abs=1e-12), key
