"""Whose events are meant: those of one rep or team, or of everybody."""

from __future__ import annotations

from collections.abc import Sequence

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.facts.days import within
from salesperf.facts.dimensions import Split, available, column_of, split
from salesperf.facts.events import Events
from salesperf.facts.filter import filtered, parse_conditions
from salesperf.tables.bundle import Bundle


class Whose(Struct, frozen=True):
    """One group of a dimension by its key, such as a rep; without a dimension everybody.

    `where` are conditions of the question beside that, in the syntax of `--where`.
    """

    dimension: str | None = None
    key: str | None = None
    where: tuple[str, ...] = ()


EVERYBODY = Whose()


def events_of(events: Events, bundle: Bundle, whose: Whose, *, by: Sequence[str] = ()) -> Split | None:
    """The lines of somebody on days that count, with those of the dimensions that the files tell.

    None where the files do not tell whose the events are, or whether they satisfy the conditions.
    """
    able, conditions = available(events, bundle), parse_conditions(whose.where)
    needed = [one.key for one in conditions if one.is_dimension] + ([whose.dimension] if whose.dimension else [])
    columns = {one.key for one in conditions if not one.is_dimension}
    if not set(needed) <= set(able) or not columns <= events.columns:
        return None
    found = split(events, bundle, by=[key for key in dict.fromkeys((*by, *needed)) if key in able])
    lines = found.lines if events.days is None else within(found.lines, events.days)
    lines = filtered(lines, conditions, labels=found.labels, named_elsewhere=True)
    if whose.dimension is not None:
        lines = lines.filter(nw.col(column_of(whose.dimension)) == nw.lit(whose.key))
    return replace(found, lines=lines)
