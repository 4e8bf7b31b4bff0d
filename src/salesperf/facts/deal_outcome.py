"""What became of each deal, by the words of its status, else of its stage; words that nobody knows are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing
from salesperf.engine import Frame, collect
from salesperf.facts.deal_words import Outcome, outcomes, undecided
from salesperf.facts.events import columns_of
from salesperf.facts.lookup import listed
from salesperf.facts.section import SalesSection

_SHOWN = 5
_UNKNOWN = Text(
    "{deals:deal|deals} with a close date whose words say neither won, lost nor open: {listed}; not in the win rate, "
    "nor among the deals won or lost",
    "{deals} 个商机已有关闭日期，但其状态或阶段无法判断为赢单、输单或进行中：{listed}；不计入赢单率、赢单数与输单数",
)
_WORD = Text("{word!r} ({count:deal|deals}, {sum})", "「{word}」（{count} 个，{sum}）")
_WORD_ALONE = Text("{word!r} ({count:deal|deals})", "「{word}」（{count} 个）")
_BLANK = Text("no word", "空白")
_UNDECIDED = Text(
    "{deals:deal counts|deals count} as lost, over all the data, whose word may say that nobody decided: {listed}; "
    "deal_open = [{words}] under [kpi] leaves them out of the win rate",
    "{deals} 个商机按输单计（全部数据），其用语也可能表示未有结果：{listed}；如不应计入赢单率，请在 [kpi] 中设置 "
    "deal_open = [{words}]",
)
_Means = Mapping[str, Outcome | None]
_Telling = Sequence[tuple[str, _Means]]


class Untold(Struct, frozen=True):
    """Deals with a close date of which nobody knows whether they were won: what to say, and the `last` day one closed.

    `last` is None where the close dates may be expected ones: those tell nothing about how far the data reach.
    """

    findings: tuple[Issue, ...] = ()
    last: date | None = None


def deals_that(frame: Frame, outcome: Outcome, *, section: SalesSection) -> nw.Expr:
    """Which deals have this outcome; none where no word of the table says who won or lost."""
    telling = _telling(frame, section)
    if not any({Outcome.WON, Outcome.LOST} & set(means.values()) for _, means in telling):
        return nw.col(min(columns_of(frame))).is_in([])
    return _is(telling, outcome)


def untold_deals(frame: Frame, *, section: SalesSection, reach: date | None) -> Untold:
    """The deals with a close date whose words say nothing.

    A column of close dates that deals still going on have as well holds expected dates: then the days up to `reach`
    are looked at only. A column that some deals leave empty, none of them won or lost, holds days of closing.
    """
    columns = columns_of(frame)
    telling = _telling(frame, section)
    if "closed_date" not in columns or not telling:
        return Untold()
    known = {outcome: _is(telling, outcome) for outcome in Outcome}
    is_dated = ~nw.col("closed_date").is_null()
    is_over, is_open = known[Outcome.WON] | known[Outcome.LOST], known[Outcome.OPEN]
    judged = frame.with_columns(_dated=is_dated, _over=is_over, _open=is_open, _word=_word(telling))
    counted = collect(judged.group_by("_dated", "_over", "_open").agg(nw.len().alias("deals"))).rows()
    of = {row[:3]: row[3] for row in counted}
    has_expected = bool(of.get((True, False, True)))
    left_empty = any(not dated and not over for dated, over, _ in of) and (False, True, False) not in of
    is_closing = not has_expected and ("expected_close_date" in columns or left_empty)
    unknown = judged.filter(nw.col("_dated"), ~nw.col("_over"), ~nw.col("_open"))
    if has_expected:
        unknown = unknown.filter(nw.col("closed_date") <= nw.lit(reach)) if reach is not None else unknown.head(0)
    sums = nw.col("amount").sum() if "amount" in columns else nw.len()
    words = unknown.group_by("_word").agg(nw.len().alias("deals"), sums.alias("sum"), nw.col("closed_date").max())
    rows = collect(words).sort("deals", "_word", descending=[True, False], nulls_last=True).rows()
    if not rows:
        return Untold()
    last = max(row[3] for row in rows) if is_closing else None
    return Untold((_finding(rows, telling[0][0], has_amount="amount" in columns),), last)


def undecided_deals(lost: Frame, *, section: SalesSection) -> tuple[tuple[str, Text], ...]:
    """A note on those among the deals lost of whose word it may be thought that nobody decided."""
    telling = _telling(lost, section)
    lost_words = {word for _, means in telling for word, one in means.items() if one is Outcome.LOST}
    found = undecided(sorted(lost_words), section=section)
    if not found:
        return ()
    has_amount = "amount" in columns_of(lost)
    told = lost.with_columns(_word=_lost_word(telling)).filter(nw.col("_word").is_in(found))
    sums = nw.col("amount").sum() if has_amount else nw.len()
    rows = collect(told.group_by("_word").agg(nw.len().alias("deals"), sums.alias("sum"))).sort("_word").rows()
    if not rows:
        return ()
    one = _WORD if has_amount else _WORD_ALONE
    named = [one.fill(word=word, count=Count(deals), sum=f"{total or 0:,.2f}") for word, deals, total in rows]
    words_said = ", ".join(f'"{row[0]}"' for row in rows)
    told_of = listed(listing(named[:_SHOWN]), len(named) - _SHOWN)
    return (("undecided", _UNDECIDED.fill(deals=Count(sum(row[1] for row in rows)), listed=told_of, words=words_said)),)


def _telling(frame: Frame, section: SalesSection) -> _Telling:
    """The columns that may say who won or lost, and what their words mean: the status first if it does, else the stage.

    Where the words of the first say nothing, those of the second count.
    """
    found = []
    for column in ("status", "stage"):
        if column in columns_of(frame):
            words = collect(frame.select(column).unique())[column].drop_nulls().to_list()
            found.append((column, outcomes(words, section=section)))
    return sorted(found, key=lambda one: not {Outcome.WON, Outcome.LOST} & set(one[1].values()))


def _is(telling: _Telling, outcome: Outcome) -> nw.Expr:
    """Whether the first column whose word is known says this."""
    says = nw.lit(value=False)
    for column, means in reversed(telling):
        known = nw.col(column).is_in(sorted(word for word, one in means.items() if one)).fill_null(value=False)
        those = nw.col(column).is_in(sorted(word for word, one in means.items() if one is outcome))
        says = nw.when(known).then(those).otherwise(says)
    return says


def _lost_word(telling: _Telling) -> nw.Expr:
    """The word by which a deal is lost: that of the first column whose word is known."""
    says = nw.lit(None).cast(nw.String)
    for column, means in reversed(telling):
        known = nw.col(column).is_in(sorted(word for word, one in means.items() if one)).fill_null(value=False)
        says = nw.when(known).then(nw.col(column)).otherwise(says)
    return says


def _word(telling: _Telling) -> nw.Expr:
    return nw.coalesce(*(nw.col(column) for column, _ in telling))


def _finding(rows: Sequence[tuple[str | None, int, object, date]], column: str, *, has_amount: bool) -> Issue:
    one = _WORD if has_amount else _WORD_ALONE
    named = [
        one.fill(word=_BLANK if word is None else word, count=Count(deals), sum=f"{total or 0:,.2f}")
        for word, deals, total, _ in rows
    ]
    count = sum(row[1] for row in rows)
    message = _UNKNOWN.fill(deals=Count(count), listed=listed(listing(named[:_SHOWN]), len(named) - _SHOWN))
    return issue("F521", message, Where(column=column), count=count)
