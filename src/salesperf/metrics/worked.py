"""Atoms that no sum or count of lines gives: each subject has its function for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import polars as pl

from salesperf.engine import Frame
from salesperf.facts.subject import Subject
from salesperf.metrics.countback import countback

Work = Callable[[Frame, Sequence[str], Sequence[date]], pl.DataFrame]
"""From all lines, the keys (`period` among them) and the last day of each period: one row a period and group."""
_WORK: Mapping[Subject, Mapping[str, Work]] = {Subject.RECEIVABLES: {"countback_days": countback}}


def worked_out(
    subject: Subject, lines: Frame, atoms: Sequence[str], *, keys: Sequence[str], ends: Sequence[date]
) -> pl.DataFrame:
    """The atoms of a subject, one row a period and group that has any."""
    parts = [_WORK[subject][atom](lines, keys, ends).rename({"value": atom}) for atom in atoms]
    found = parts[0]
    for part in parts[1:]:
        found = found.join(part, on=list(keys), how="full", coalesce=True, nulls_equal=True)
    return found
