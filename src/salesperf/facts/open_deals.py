"""Deals that go on on a day, each with the last day on which something happened to it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from statistics import median

import narwhals as nw
from msgspec.structs import replace

from salesperf.engine import Frame, collect, kept, scan
from salesperf.facts.activities import activities
from salesperf.facts.deal_outcome import deals_that
from salesperf.facts.deal_words import Outcome
from salesperf.facts.deals import judged_deals
from salesperf.facts.events import Events, columns_of
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle, Table

FEWEST_GAPS = 20
"""Changes of stage below which their median says nothing about what is usual."""
_STAGE = "stage_on_day"
_PER_CENT, _HUNDRED = Decimal("0.01"), Decimal(100)


def open_deals(bundle: Bundle, section: SalesSection, *, on: date) -> Events | None:
    """The deals that go on on a day, one row each; None where no table tells of deals.

    The close date of a deal that goes on is the day on which it should close. A deal closed later was open then, in
    the stage that the history knows of, else in none that is known, and of no probability. Columns added: `date` (the
    day: a rep stands in the team of that day), `stage_on_day`, `changed` (the last stage entered), `touched` (the last
    activity with the deal, else with its customer) and `moved`, the last of these and its creation.
    """
    every = judged_deals(bundle, section, on)
    if every is None:
        return None
    lines = _going_on(every, section, on)
    lines = _touched(_staged(lines, bundle.get("stage_history"), on), bundle, section, on)
    days = [name for name in ("created_date", "changed", "touched") if name in columns_of(lines)]
    lines = kept(
        lines.with_columns(date=nw.lit(on), moved=nw.max_horizontal(*days) if days else nw.lit(None).cast(nw.Date))
    )
    return replace(every, lines=lines, columns=columns_of(lines))


def usual_gap(bundle: Bundle, *, on: date) -> float | None:
    """The median of the days between two stages of a deal; None where too few are known."""
    history = bundle.get("stage_history")
    if history is None:
        return None
    entered = scan(history).filter(nw.col("entered_at") <= nw.lit(on)).select("deal_id", "entered_at").unique()
    before = nw.col("entered_at").shift(1).over("deal_id", order_by="entered_at")
    gaps = entered.with_columns(gap=(nw.col("entered_at") - before).dt.total_minutes() // (24 * 60))
    known = collect(gaps.filter(~nw.col("gap").is_null()).select("gap"))["gap"].to_list()
    return float(median(known)) if len(known) >= FEWEST_GAPS else None


def _going_on(every: Events, section: SalesSection, on: date) -> Frame:
    over = nw.col("is_won") | nw.col("is_lost")
    says_open = deals_that(every.lines, Outcome.OPEN, section=section).fill_null(value=False)
    lines = every.lines
    if every.has("closed_date"):
        closed_later = (nw.col("closed_date") > nw.lit(on)).fill_null(value=False)
        # A word that nobody knows beside a day of closing is not taken for a deal that goes on.
        lines = lines.filter((~over & (says_open | nw.col("closed_date").is_null())) | (over & closed_later))
    else:
        lines = lines.filter(~over)
    if every.has("created_date"):
        lines = lines.filter((nw.col("created_date") <= nw.lit(on)) | nw.col("created_date").is_null())
    lines = _expected(lines, over)
    known = nw.when(~over).then(nw.col("stage")) if every.has("stage") else nw.lit(None).cast(nw.String)
    lines = lines.with_columns(known.alias(_STAGE))
    if not every.has("probability"):
        return lines
    # Of a deal closed later the file holds the certainty of its end, not what was thought of it on the day.
    told = nw.col("probability") * nw.lit(_PER_CENT) if _in_per_cent(every.lines) else nw.col("probability")
    return lines.with_columns(probability=nw.when(~over).then(told))


def _in_per_cent(lines: Frame) -> bool:
    """Whether the probabilities count to a hundred: some are above one (`75`), none is above a hundred."""
    highest = collect(lines.select(nw.col("probability").max())).item()
    return isinstance(highest, Decimal) and 1 < highest <= _HUNDRED


def _expected(lines: Frame, over: nw.Expr) -> Frame:
    """The deals with the day on which they should close: of one that goes on, its close date is that day."""
    columns = columns_of(lines)
    if "closed_date" not in columns:
        return lines
    planned = nw.when(~over).then(nw.col("closed_date"))
    known = nw.coalesce(nw.col("expected_close_date"), planned) if "expected_close_date" in columns else planned
    return lines.with_columns(expected_close_date=known)


def _staged(lines: Frame, history: Table | None, on: date) -> Frame:
    """The deals with the day of their last stage, and that stage where they were closed after the day."""
    if history is None:
        return lines
    entered = scan(history).filter(nw.col("entered_at") <= nw.lit(on)).select("deal_id", "stage", "entered_at")
    last = entered.group_by("deal_id").agg(nw.col("entered_at").max().alias("changed"))
    stages = entered.join(last, left_on=["deal_id", "entered_at"], right_on=["deal_id", "changed"], how="inner")
    # Of two stages entered on one day the files do not say which is the later.
    single = stages.group_by("deal_id").agg(
        nw.col("stage").min().alias("_then"), nw.col("stage").n_unique().alias("_n")
    )
    found = lines.join(last, on="deal_id", how="left").join(single, on="deal_id", how="left")
    then = nw.when(nw.col("_n") == 1).then(nw.col("_then"))
    return found.with_columns(nw.coalesce(nw.col(_STAGE), then).alias(_STAGE)).drop("_then", "_n")


def _touched(lines: Frame, bundle: Bundle, section: SalesSection, on: date) -> Frame:
    """The deals with the day of the last activity: with the deal where activities name any, else with its customer."""
    found = activities(bundle, section, on).get(Subject.ACTIVITIES)
    if found is None:
        return lines
    key = "deal_id" if _names_deals(bundle) else "customer"
    if not found.has(key) or key not in columns_of(lines):
        return lines
    done = found.lines.filter(~nw.col("activity").is_null(), nw.col("date") <= nw.lit(on), ~nw.col(key).is_null())
    last = done.group_by(key).agg(nw.col("date").max().alias("touched"))
    joined = lines.join(last, on=key, how="left")
    if "created_date" in columns_of(lines):
        # What was done for a customer before the deal was there is not about the deal.
        after = nw.col("created_date").is_null() | (nw.col("touched") >= nw.col("created_date"))
        return joined.with_columns(touched=nw.when(after).then(nw.col("touched")))
    return joined


def _names_deals(bundle: Bundle) -> bool:
    frame = bundle.tables["activities"].frame
    return "deal_id" in frame.columns and frame["deal_id"].null_count() < frame.height
