"""Who a rep was on a day: team, manager and region at the date of the event, not today's."""

from __future__ import annotations

from collections.abc import Sequence

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes
from salesperf.engine import Frame, collect, joined, kept, scan
from salesperf.facts.lookup import listed, repeated, unmatched
from salesperf.tables.bundle import Table

_SHOWN = 10
_NOT_PLACED = Text(
    "{reps:rep is|reps are} not in the people table on the day of the sale: {listed}",
    "{reps} 名销售员在成交当日不在人员（people）表中：{listed}",
)
_OVERLAP = Text(
    "rep {rep!r} is valid in two rows of the people table on one day",
    "销售员「{rep}」同一天在人员（people）表中有两行有效记录",
)
ORG_COLUMNS = ("team", "manager_id", "region")


class Placed(Struct, frozen=True):
    """Lines with `org_team`, `org_manager_id` and `org_region` as far as the people table has them."""

    lines: Frame
    findings: tuple[Issue, ...] = ()


def placed(lines: Frame, people: Table, *, on: str) -> Placed:
    """Every line with its rep's place on the line's date; one row a line stays one row a line.

    `on` is the column of the people table that holds what `rep` holds. A rep or a day that the people table
    does not know leaves the place empty and is a finding. Where two rows are valid on one day, the later holds.
    """
    columns = [name for name in ORG_COLUMNS if name in people.frame.columns]
    dated = [name for name in ("valid_from", "valid_to") if name in people.frame.columns]
    renamed = {name: nw.col(name) for name in dated} | {f"org_{name}": nw.col(name) for name in columns}
    places = scan(people).select(nw.col(on).alias("org_rep"), **renamed)
    if not dated:
        frame, match = joined(lines, places, on="rep", right_on="org_rep")
        missing = unmatched(match, lines, places, on="rep", right_on="org_rep", table="people")
        return Placed(frame, (*missing, *repeated(match, table="people", key=on)))
    return _placed_by_day(lines, places, dated=dated)


def _placed_by_day(lines: Frame, places: Frame, *, dated: Sequence[str]) -> Placed:
    asked = kept(lines.filter(~nw.col("rep").is_null()).group_by("rep", "date").agg(nw.len().alias("rows")))
    fitting = asked.join(places, left_on="rep", right_on="org_rep", how="inner")
    if "valid_from" in dated:
        fitting = fitting.filter((nw.col("valid_from") <= nw.col("date")) | nw.col("valid_from").is_null())
    if "valid_to" in dated:
        fitting = fitting.filter((nw.col("valid_to") >= nw.col("date")) | nw.col("valid_to").is_null())
    fitting = kept(fitting)
    order = "valid_from" if "valid_from" in dated else "valid_to"
    ranked = fitting.with_columns(later=nw.len().over("rep", "date"), last=nw.col(order).max().over("rep", "date"))
    is_last = (nw.col(order) == nw.col("last")) | (nw.col("last").is_null() & nw.col(order).is_null())
    found = ranked.filter(is_last).drop("rows", "later", "last", *dated)
    # Of rows that start on one day neither is the later: the names decide, so that the order of the file cannot.
    places_of_day = [name for name in found.collect_schema().names() if name.startswith("org_")]
    held = kept(found.unique(subset=["rep", "date"], keep="first", order_by=places_of_day))
    findings = [*_without_place(asked, held), *_overlaps(ranked)]
    return Placed(lines.join(held, on=["rep", "date"], how="left"), tuple(findings))


def _without_place(asked: Frame, held: Frame) -> tuple[Issue, ...]:
    missing = collect(asked.join(held, on=["rep", "date"], how="anti"))
    reps = tuple(str(rep) for rep in missing["rep"].unique().sort().to_list())
    if not reps:
        return ()
    message = _NOT_PLACED.fill(reps=Count(len(reps)), listed=listed(in_quotes(reps[:_SHOWN]), len(reps) - _SHOWN))
    return (issue("F513", message, Where(column="rep"), count=int(missing["rows"].sum())),)


def _overlaps(ranked: Frame) -> tuple[Issue, ...]:
    twice = collect(ranked.filter(nw.col("later") > 1).select("rep").unique())["rep"].sort().to_list()
    return tuple(issue("F508", _OVERLAP.fill(rep=rep), Where(column="valid_from")) for rep in twice)
