"""Classes as a report: how many bring how much, how much the largest carry, and everybody as a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.analyses.abc import phrases
from salesperf.analyses.abc.blocks import (
    carried_block,
    classes_block,
    lorenz_block,
    ranked_block,
    share_of,
    split_block,
)
from salesperf.analyses.abc.classes import LAPSED, classed, is_above, total_of
from salesperf.analyses.abc.concentration import gini
from salesperf.analyses.abc.section import AbcSection, Own
from salesperf.analyses.abc.values import Asked, Bring, Brought
from salesperf.core.text import Count, Lang, Text, plural
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.condition_words import condition_words
from salesperf.report.capitals import capital
from salesperf.report.model import Column, Meta, Note, Records, Report, TableBlock
from salesperf.report.rows import FrameRows
from salesperf.tables.schema import MONEY

SCHEMA = "salesperf.abc/1"


class Classed(Struct, frozen=True):
    """Everything `abc` found: who brought what, and the class of each."""

    asked: Asked
    section: AbcSection
    brought: Brought
    frame: pl.DataFrame

    @property
    def gains(self) -> list[Decimal]:
        """What each who brings more than nothing brings."""
        return [amount for amount in self.frame["amount"].to_list() if amount > 0]


def classes_of(brought: Brought, asked: Asked, section: AbcSection) -> Classed:
    """Everybody with a class."""
    return Classed(asked, section, brought, classed(brought.frame, brought.lapsed, section))


def abc_report(found: Classed, *, lang: Lang, crossed: TableBlock | None = None) -> Report:
    """The classes of a question; `crossed` is the table of classes and segments, where it is asked for."""
    amount = amount_words(found.asked.measure)
    of = DIMENSIONS[found.asked.of].label
    days = found.brought.days
    return Report(
        schema=SCHEMA,
        title=phrases.TITLE.fill(many=capital(plural(of))),
        subtitle=phrases.DAYS.fill(first=days.start, last=days.end),
        lang=lang,
        blocks=tuple(_blocks(found, of, amount, crossed, lang)),
        records=_records(found, of, amount),
        notes=tuple(_notes(found, of, amount)),
        meta=Meta(
            as_of=days.end,
            span=(days.start, days.end),
            currency=found.brought.currency,
            only=condition_words(found.asked.where),
        ),
    )


def amount_words(measure: Bring) -> Text:
    """What is counted, in words."""
    return phrases.REVENUE if measure is Bring.REVENUE else phrases.MARGIN


def _blocks(found: Classed, of: Text, amount: Text, crossed: TableBlock | None, lang: Lang) -> Iterator[TableBlock]:
    names = found.brought.names
    yield classes_block(found.frame, of=of, amount=amount, lang=lang)
    if found.gains:
        yield ranked_block(found.frame, names, of=of, amount=amount, lang=lang)
        yield carried_block(found.gains, amount=amount, lang=lang)
        yield lorenz_block(found.gains)
    if crossed is not None:
        yield crossed
    for dimension in found.asked.by:
        yield split_block(found.brought, found.frame, found.asked, dimension, amount=amount, lang=lang)


def _records(found: Classed, of: Text, amount: Text) -> Records:
    columns = (
        Column(found.asked.of, of),
        Column("name", Text("name", "名称")),
        Column("class", phrases.CLASS),
        Column("rank", phrases.RANK, Unit.COUNT),
        Column("amount", amount, Unit.MONEY, adds_up=True),
        Column("share", phrases.SHARE, Unit.RATIO),
        Column("running_share", phrases.RUNNING, Unit.RATIO),
        Column("last", phrases.LAST),
    )
    whole, names = total_of(found.frame), found.brought.names
    keys = found.frame["key"].to_list()
    shares = {
        name: [None if one is None else share_of(one, whole) for one in found.frame[column].to_list()]
        for name, column in (("share", "amount"), ("running_share", "running"))
    }
    is_ranked = found.frame["rank"].is_not_null()
    frame = found.frame.with_columns(
        pl.Series("name", [names.get(key) for key in keys], dtype=pl.String()),
        *(pl.Series(name, values, dtype=pl.Float64()) for name, values in shares.items()),
    ).with_columns(pl.when(is_ranked).then(pl.col("share")).alias("share"), pl.col("key").alias(found.asked.of))
    return Records(columns, FrameRows(frame.select(column.key for column in columns)))


def _notes(found: Classed, of: Text, amount: Text) -> Iterator[Note]:
    section, told = found.section, found.brought
    counted = phrases.OWN_ABOVE if is_above(found.frame, section) else phrases.OWN_COUNTED
    own = counted if section.own is Own.COUNTED else phrases.OWN_NOT
    yield Note("rule", phrases.RULE.fill(a=_percent(section.a), b=_percent(section.b), amount=amount, own=own))
    if not found.gains:
        yield Note("no_shares", phrases.NOBODY_GAINS, warning=True)
    yield from _alerts(found, amount)
    if told.unkeyed:
        told_of = phrases.UNKEYED.fill(lines=Count(told.unkeyed), what=of, amount=_money(told.unkeyed_amount))
        yield Note("without_key", told_of, warning=True)
    if told.undated:
        yield Note("undated", phrases.UNDATED.fill(lines=Count(told.undated)), warning=True)
    below = found.frame.filter((pl.col("amount") <= 0) & pl.col("rank").is_not_null())["amount"].to_list()
    if below and found.gains:
        yield Note("below_zero", phrases.BELOW.fill(count=Count(len(below)), sum=_money(sum(below, Decimal(0)))))
    lapsed = found.frame.filter(pl.col("class") == LAPSED).height
    if lapsed:
        yield Note("lapsed", phrases.LAPSED.fill(count=f"{lapsed:,}", first=told.days.start))
    if told.costed is not None and told.costed < 1:
        yield Note("costed", phrases.COSTED.fill(share=f"{told.costed:.1%}"), warning=True)
    concentration = gini(found.gains)
    if concentration is not None:
        yield Note("gini", phrases.GINI.fill(gini=f"{concentration:.5f}"))
    yield from (Note(key, text) for key, text in told.notes)


def _alerts(found: Classed, amount: Text) -> Iterator[Note]:
    """Everybody who alone brings as much as the settings call too much."""
    whole, names = total_of(found.frame), found.brought.names
    if whole <= 0:
        return
    large: Sequence[tuple[str, Decimal]] = found.frame.filter(
        pl.col("amount") >= pl.lit(whole * found.section.alert, dtype=MONEY)
    ).select("key", "amount").rows()  # fmt: skip
    for key, own in large:
        share = f"{float(own / whole):.1%}"
        name, alert = names.get(key, key), _percent(found.section.alert)
        yield Note(
            "concentration", phrases.ALERT.fill(name=name, share=share, amount=amount, alert=alert), warning=True
        )


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"


def _money(amount: Decimal) -> str:
    return f"{amount:,.2f}"
