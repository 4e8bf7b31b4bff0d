"""What an honour is given for, in sentences: who competes by what, what it pays, and what happens to equals."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.commission.honours.terms import Honour
from salesperf.analyses.commission.in_words.components import measure_words
from salesperf.analyses.commission.phrases import figure
from salesperf.core.period import GRAIN_WORDS, Grain
from salesperf.core.registry import Registry
from salesperf.core.text import Count, Text, listing
from salesperf.metrics.model import Metric

_GIVEN = Text("it goes to the {who} with the {best} {what} of each {grain}", "授予每{grain}{what}{best}的{who}")
_WHO = {"rep": Text("rep", "销售员"), "team": Text("team", "团队")}
_BEST = {"highest": Text("highest", "最高"), "lowest": Text("lowest", "最低")}
_PROGRESS = Text("progress in {measure}", "{measure}进步")
_ONLY = Text("only where {conditions}", "仅限 {conditions}")
_NEWCOMERS = Text("only people hired in the last {months:month|months} compete", "仅限近 {months} 个月入职的人")
_AT_LEAST = Text("{at_least} at least must be reached", "至少须达到{at_least}")
_AT_MOST = Text("{at_least} must not be exceeded", "不得超过{at_least}")
_PAYS = Text("it pays {amount}", "奖金{amount}")
_ALONE = Text("it is the honour alone, without money", "仅授予荣誉，没有奖金")
_HEADS = {
    "each": Text("each of the team's people gets it", "团队每人一份"),
    "shared": Text("the team's people share it equally", "团队平分"),
}
_TIES = {
    "share": Text("equals share the amount", "并列者平分奖金"),
    "all": Text("of equals each gets the amount", "并列者各得一份"),
}
_COMMA = Text(", ", "，")


def honour_words(honour: Honour, *, grain: Grain, catalog: Registry[Metric]) -> tuple[Text, ...]:
    """Who competes by what, what it pays, and what happens to equals: a sentence each."""
    return (*_given(honour, grain, catalog), *_paid(honour))


def _given(honour: Honour, grain: Grain, catalog: Registry[Metric]) -> Iterator[Text]:
    measure = measure_words(honour.measure, catalog)
    what = _PROGRESS.fill(measure=measure) if honour.of == "progress" else measure
    said = _GIVEN.fill(who=_WHO[honour.by], best=_BEST[honour.best], what=what, grain=GRAIN_WORDS[grain])
    where = _ONLY.fill(conditions=listing(honour.where)) if honour.where else None
    yield listing((said, where), _COMMA) if where is not None else said
    if honour.newcomer_months is not None:
        yield _NEWCOMERS.fill(months=Count(honour.newcomer_months))
    if honour.at_least is not None:
        words = _AT_LEAST if honour.best == "highest" else _AT_MOST
        yield words.fill(at_least=figure(honour.at_least))


def _paid(honour: Honour) -> Iterator[Text]:
    if not honour.amount:
        yield _ALONE
        return
    yield _PAYS.fill(amount=figure(honour.amount))
    if honour.heads is not None:
        yield _HEADS[honour.heads]
    yield _TIES[honour.ties]
