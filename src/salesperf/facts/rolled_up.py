"""Events as those of the people above who sold them: a line of a rep becomes one line for each who is above that day.

An event counts once for a manager, however many below share it: shares add up to it, and a credit beside the whole
counts only for a manager who has no share of the event below, and once.
"""

from __future__ import annotations

from collections.abc import Sequence

import narwhals as nw
from msgspec.structs import replace

from salesperf.engine import Frame, kept, small
from salesperf.facts.credits import CREDIT, OVERLAY
from salesperf.facts.events import Events, columns_of
from salesperf.facts.hierarchy import Above
from salesperf.tables.schema import DTYPES, Kind

_OF_SELLER = ("rep_name", "team", "manager")
_ABOVE, _FROM, _TO = "_above", "_above_from", "_above_to"


def rolled_up(events: Events, above: Sequence[Above]) -> Events:
    """The events of those above as their own; what nobody is above, and events without a rep or day, are left out."""
    if not events.has("rep"):
        return events
    text, day = DTYPES[Kind.ID], DTYPES[Kind.DATE]
    spans = small(
        {
            "rep": [one.rep for one in above],
            _ABOVE: [one.manager for one in above],
            _FROM: [one.span.start for one in above],
            _TO: [one.span.end for one in above],
        },
        {"rep": text, _ABOVE: text, _FROM: day, _TO: day},
    )
    found = events.lines.join(spans, on="rep", how="inner")
    found = found.filter(nw.col("date").cast(nw.Date) >= nw.col(_FROM), nw.col("date").cast(nw.Date) <= nw.col(_TO))
    if events.has(CREDIT, "order"):
        found = _once(found)
    names = events.lines.collect_schema().names()
    manager = nw.col(_ABOVE)
    whose: dict[str, nw.Expr] = {name: manager for name in ("rep", "rep_id") if name in names}
    whose |= {name: nw.lit(None, nw.String) for name in _OF_SELLER if name in names}
    if "rep_id" not in names and "rep_name" in names:
        whose["rep_name"] = manager
    if "selling_rep" in names:
        whose["selling_rep"] = nw.when(~nw.col("selling_rep").is_null()).then(manager)
    lines = found.with_columns(**whose).select(*names)
    return replace(events, lines=lines, columns=columns_of(lines))


def _once(found: Frame) -> Frame:
    """The lines without credits beside the whole of events that a manager has anyway, or has from somebody else."""
    is_beside = nw.col(CREDIT) == nw.lit(OVERLAY)
    beside, whole = kept(found.filter(is_beside)), found.filter(~is_beside)
    event = ["order", _ABOVE]
    shared = whole.join(beside.select(*event).unique(), on=event, how="semi").select(*event).unique()
    alone = beside.join(kept(shared), on=event, how="anti")
    first = alone.group_by(event).agg(nw.col("rep").min())
    return nw.concat([whole, alone.join(first, on=[*event, "rep"], how="semi")], how="vertical")
