"""Leads that say how long their first answer took, not when it came: the answer came that long after the creation.

`response_wait`, in hours, then stands beside the moment worked out: a day without a time says nothing of hours.
"""

from __future__ import annotations

import polars as pl

from salesperf.core.text import Text
from salesperf.tables.schema import DTYPES, Kind

WAITS = {"response_minutes": 60, "response_hours": 3600, "response_days": 86_400}
"""Columns of waits, with the seconds of one unit."""
ANSWERED, WAIT, _CREATED = "first_response_at", "response_wait", "created_at"
_TOLD = Text(
    "{header!r} says how long the first answer took: it is counted from the creation of the lead",
    "「{header}」为首次响应时长：自线索创建时起算",
)


def with_answers(frame: pl.DataFrame, headers: dict[str, str]) -> tuple[pl.DataFrame, tuple[Text, ...]]:
    """The leads with `first_response_at` from their waits, where they have none of their own; without the waits."""
    name = next((one for one in WAITS if one in frame.columns), None)
    if name is None:
        return frame, ()
    bare = frame.drop([one for one in WAITS if one in frame.columns])
    if ANSWERED in frame.columns or _CREATED not in frame.columns:
        return bare, ()
    waited = pl.col(name).cast(pl.Float64) * WAITS[name]
    answered = frame.select(pl.col(_CREATED) + pl.duration(seconds=waited.round().cast(pl.Int64))).to_series()
    hours = frame.select((waited / WAITS["response_hours"]).cast(DTYPES[Kind.RATE])).to_series()
    told = (_TOLD.fill(header=headers.get(name, name)),)
    return bare.with_columns(answered.alias(ANSWERED), hours.alias(WAIT)), told
