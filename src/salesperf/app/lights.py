"""Whether a report shows a light that somebody wants to be warned of."""

from __future__ import annotations

from salesperf.core.status import Status
from salesperf.report.model import Report

_WARNS = {"red": {Status.RED.value}, "yellow": {Status.RED.value, Status.YELLOW.value}}


def shows_light(report: Report, fail_on: str) -> bool:
    """Whether a record has the light named, or a worse one."""
    at = next((place for place, column in enumerate(report.records.columns) if column.key == "status"), None)
    return at is not None and any(row[at] in _WARNS[fail_on] for row in report.records.rows)
