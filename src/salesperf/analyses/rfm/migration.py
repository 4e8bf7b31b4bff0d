"""Who moved between two days: the same cut-offs on both, so that whoever moved has done something, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.compute import SEGMENT, Scored, in_segments, scored_customers, scores_of
from salesperf.analyses.rfm.customers import Customers, values_on
from salesperf.analyses.rfm.question import Question
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock
from salesperf.report.whole_lists import rows_beyond
from salesperf.tables.bundle import Bundle

WAS, NOW = "was", "now"
_SHOWN = 20
_MATRIX = Text("From {then} (rows) to {now} (columns): customers", "从{then}（行）到{now}（列）的客户数")
_MOVERS = Text("Who moved, the largest first", "变动客户（金额从大到小）")
_FLOWS = Text("Moves, the largest revenue first", "变动路径（销售额从大到小）")
_WAS, _NOW, _BOUGHT = Text("was", "原客群"), Text("is now", "现客群"), Text("bought since", "其间购买")
_NOT_YET = Text("no customer yet", "尚非客户")
_NOT_NOW = Text("not scored any more", "不再评分")
_OTHERS = Text("{count} others", "其余{count}个")
_NO_LINES = Text("a summary of customers does not tell who moved", "客户汇总表无法得出客群变动")
_GIVE_ORDERS = Text("give the orders themselves", "请提供订单明细")
_NO_CUTOFFS = Text("{preset} has no cut-offs that hold on two days", "预设 {preset} 没有可用于两个日期的分界")
_TAKE = Text("take quintile, r-rfm, quartile, thresholds or cn8", "请使用 quintile、r-rfm、quartile、thresholds 或 cn8")
_NOT_BEFORE = Text("{then} is not before {now}", "{then} 不早于 {now}")
_EARLIER = Text("ask for an earlier day", "请选择更早的日期")
_NOBODY_THEN = Text("nobody had bought anything by {then}", "截至{then}没有客户购买")


class Moved(Struct, frozen=True):
    """Everybody scored on either day: `customer`, `was`, `now` (null where not scored), `amount`, `since`.

    `amount` is what they brought in all, `since` what of it after the earlier day. `then` is the earlier day.
    """

    found: Scored
    frame: pl.DataFrame
    then: date


def moved(customers: Customers, bundle: Bundle, question: Question, *, since: date) -> Moved:
    """Score both days by the cut-offs kept, else by those of the earlier day; raises `UsageError`."""
    if customers.lines is None:
        raise UsageError(_NO_LINES, _GIVE_ORDERS)
    if since >= customers.day:
        raise UsageError(_NOT_BEFORE.fill(then=since, now=customers.day), _EARLIER)
    earlier, _ = values_on(customers.lines.lines, question, since)
    if earlier.is_empty():
        raise UsageError(_NOBODY_THEN.fill(then=since), _EARLIER)
    scores, cutoffs = scores_of(earlier, question)
    if cutoffs is None:
        raise UsageError(_NO_CUTOFFS.fill(preset=question.preset.key), _TAKE)
    frozen = replace(question, cutoffs=cutoffs, cutoffs_of=question.cutoffs_of or since)
    found = scored_customers(customers, bundle, frozen)
    before = in_segments(scores, question.map).select(
        "customer", pl.col(SEGMENT).alias(WAS), pl.col("amount").alias("before")
    )
    now = found.frame.select("customer", pl.col(SEGMENT).alias(NOW), "amount")
    joined = before.join(now, on="customer", how="full", coalesce=True)
    brought = joined.with_columns(pl.col("amount").fill_null(0), pl.col("before").fill_null(0))
    since_then = brought.with_columns((pl.col("amount") - pl.col("before")).alias("since"))
    return Moved(found, since_then.sort("amount", "customer", descending=[True, False]), since)


def moved_blocks(moves: Moved, *, lang: Lang) -> Iterator[TableBlock]:
    """The matrix, the flows with what they bring, and the movers by name."""
    yield _matrix(moves, lang)
    changed = moves.frame.filter(pl.col(WAS).ne_missing(pl.col(NOW)))
    titles = {key: title.say(lang) for key, title in moves.found.segments.items()}
    yield _flows(changed, titles, lang)
    yield _movers(changed, titles, moves.found.customers.names, lang)


def _matrix(moves: Moved, lang: Lang) -> TableBlock:
    keys = list(moves.found.segments)
    counted = {(was, now): count for was, now, count in moves.frame.group_by(WAS, NOW).agg(pl.len()).iter_rows()}
    rows_of: list[str | None] = [*(key for key in keys if any(was == key for was, _ in counted)), None]
    columns_of: list[str | None] = [*(key for key in keys if any(now == key for _, now in counted)), None]
    rows_of = rows_of if any(was is None for was, _ in counted) else rows_of[:-1]
    columns_of = columns_of if any(now is None for _, now in counted) else columns_of[:-1]
    titles = moves.found.segments
    columns = (
        Column("was", _WAS),
        *(
            Column(f"to_{at}", _NOT_NOW if key is None else titles[key], Unit.COUNT, adds_up=True)
            for at, key in enumerate(columns_of)
        ),
    )
    rows = tuple(
        Row(
            (
                Cell((_NOT_YET if was is None else titles[was]).say(lang)),
                *(Cell(counted.get((was, now), 0)) for now in columns_of),
            )
        )
        for was in rows_of
    )
    title = _MATRIX.fill(then=moves.then, now=moves.found.customers.day)
    drawn = tuple(column.key for column in columns[1:])
    figures = (Figure(FigureKind.HEAT_MAP, "matrix", title, "was", drawn),) if len(drawn) > 1 else ()
    return TableBlock("matrix", title, columns, rows, figures=figures)


def _flows(changed: pl.DataFrame, titles: Mapping[str, str], lang: Lang) -> TableBlock:
    columns = (
        Column("was", _WAS),
        Column("now", _NOW),
        Column("customers", phrases.CUSTOMERS, Unit.COUNT, adds_up=True),
        Column("revenue", phrases.REVENUE, Unit.MONEY, adds_up=True),
        Column("since", _BOUGHT, Unit.MONEY, adds_up=True),
    )
    sums = changed.group_by(WAS, NOW).agg(pl.len(), pl.col("amount").sum(), pl.col("since").sum())
    ordered = sums.sort("amount", WAS, NOW, descending=[True, False, False])
    rows = tuple(
        Row((Cell(_title(titles, was, _NOT_YET, lang)), Cell(_title(titles, now, _NOT_NOW, lang)), *map(Cell, rest)))
        for was, now, *rest in ordered.iter_rows()
    )
    return TableBlock("flows", _FLOWS, columns, rows)


def _movers(changed: pl.DataFrame, titles: Mapping[str, str], names: Mapping[str, str], lang: Lang) -> TableBlock:
    columns = (
        Column("customer", Text("customer", "客户")),
        Column("was", _WAS),
        Column("now", _NOW),
        Column("revenue", phrases.REVENUE, Unit.MONEY, adds_up=True),
        Column("since", _BOUGHT, Unit.MONEY, adds_up=True),
    )
    listed = changed.select("customer", WAS, NOW, "amount", "since").rows()

    def row(one: tuple[object, ...]) -> Row:
        key, was, now, *amounts = one
        ends = (Cell(_title(titles, was, _NOT_YET, lang)), Cell(_title(titles, now, _NOT_NOW, lang)))
        return Row((Cell(names.get(str(key), str(key))), *ends, *(Cell(amount) for amount in amounts)))  # type: ignore[arg-type]

    shown = rows_alone(len(listed), most=_SHOWN)
    rows = [row(one) for one in listed[:shown]]
    rest = listed[shown:]
    if rest:
        sums = changed[shown:].select(pl.col("amount").sum(), pl.col("since").sum()).row(0)
        rows.append(
            Row((Cell(_OTHERS.fill(count=f"{len(rest):,}").say(lang)), Cell(None), Cell(None), *map(Cell, sums)))
        )
    return TableBlock("movers", _MOVERS, columns, tuple(rows), beyond=rows_beyond(rest, row))


def _title(titles: Mapping[str, str], key: object, absent: Text, lang: Lang) -> str:
    return absent.say(lang) if key is None else titles[str(key)]
