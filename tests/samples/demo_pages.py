"""The pages of all reps of a demo company, made once for the tests that look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.report import Asked, Of, reports
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request


@cache
def pages_of_reps(folder: Path, period: str) -> tuple[Of, ...]:
    """A page of each rep of a company for a period."""
    return reports(Ask((str(folder),), Surroundings(folder, {})), Asked("rep", Request(period=period), each="rep"))
