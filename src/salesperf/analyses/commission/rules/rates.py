"""`rates`: a rate by product, category, customer, level, new or known customer, region, channel: most keys named wins.

Worked example: 1 % of everything, 2 % in the East, 3 % of product A in the East. 1,000 of A and 500 of B in the East
and 200 of B in the West pay 30 + 10 + 2 = 42.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property, reduce
from typing import Literal

from pydantic import Field

from salesperf.analyses.commission.case import Case, Earned, Lacking, Part
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.written.component import Component
from salesperf.analyses.commission.written.rate_rows import RateRow, RateRows
from salesperf.core.money import EXACT
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, folded

ZERO = Decimal(0)
_NO_RATE = Text("no rate for {sale}", "没有适用比例：{sale}")
_TWO_RATES = Text("rows {first} and {second} both hold for {sale}", "第{first}行与第{second}行都适用于 {sale}")
_NOTHING_NAMED = Text("a sale that no row holds for", "任何一行都不适用的销售")
_APART = Text(
    "by {parts} it comes to {parts_sum}, on the whole to {whole}", "按{parts}合计为 {parts_sum}，整体为 {whole}"
)
_UNSEEN = Text(
    "{label}, row {row}: no sale has {dimension} = {name!r}", "{label}第{row}行：没有 {dimension} 为「{name}」的销售"
)
Labels = Mapping[str, Mapping[str, str]]


class RateTable(Component):
    """The row that names the most keys of those that hold for a sale is its rate; nothing is paid without one."""

    rule: Literal["rates"]
    per: Literal["period"] = Field(default="period", description="each period on its own")
    rows: RateRows = Field(description="rates and what they hold for")
    default: Decimal | None = Field(
        default=None, description="the rate where no row holds; without it such sales are a fault of the data"
    )

    @property
    def needs(self) -> Needs:
        """The dimensions that rows name."""
        return Needs(parts=self.dimensions)

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions that rows name, in the order of a row's keys."""
        named = {name for row in self.rows for name in row.keys}
        return tuple(name for name in RateRow.model_fields if name in named)

    @property
    def never_below_zero(self) -> bool:
        """Where no rate is."""
        return all(one.rate >= 0 for one in self.rows) and (self.default is None or self.default >= 0)

    @cached_property
    def found(self) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[int, ...]]:
        """The numbers of rows by the keys and names of a sale, as far as they were looked for already."""
        return {}


def earned(rule: RateTable, case: Case) -> Earned:
    """The amounts of the period by what the table tells apart, each at its rate; exact, in plan currency.

    Lacking are the rate of each key that no row holds for (F610) or that two rows hold for by its id and its name
    (F612), with its amount, and a measure whose parts do not add up, such as customers by product (F611).

    >>> rule = RateTable(name="x", rule="rates", rows=[RateRow(rate=Decimal("0.01")), RateRow(region="East", rate=2)])
    >>> amounts = {("East",): Decimal(100), ("West",): Decimal(100)}
    >>> str(earned(rule, Case(Decimal(200), parts=amounts)).exact)
    '201.00'
    """
    dimensions = rule.dimensions
    parts = case.parts if dimensions else {(): case.credited}
    total = reduce(EXACT.add, parts.values(), ZERO)
    if total != case.credited:
        told = _APART.fill(parts=", ".join(dimensions), parts_sum=figure(total), whole=figure(case.credited))
        return Earned(lacking=(Lacking("F611", told, case.credited),))
    paid: list[Part] = []
    lacking: list[Lacking] = []
    for key, amount in sorted(parts.items()):
        called = _called(dimensions, key, case.labels)
        match _winners(rule, key, called):
            case ():
                rate = rule.default
                if rate is None and amount:
                    told = _NO_RATE.fill(sale=_sale(dimensions, key, case.labels))
                    lacking.append(Lacking("F610", told, amount, key))
            case (number,):
                rate = rule.rows[number].rate
            case (first, second, *_):
                rate, sale = None, _sale(dimensions, key, case.labels)
                told = _TWO_RATES.fill(first=first + 1, second=second + 1, sale=sale)
                lacking.append(Lacking("F612", told, amount, key))
        if rate is not None:
            paid.append(Part((Slice(ZERO, amount, rate),), called))
    return Earned(tuple(paid), lacking=tuple(lacking))


def _winners(rule: RateTable, keys: tuple[str, ...], called: tuple[str, ...]) -> tuple[int, ...]:
    """The numbers of the fitting rows that name the most; more than one only where one thing goes by two names."""
    known = rule.found.get((keys, called))
    if known is None:
        names = (_names(key, label) for key, label in zip(keys, called, strict=True))
        by_dimension = dict(zip(rule.dimensions, names, strict=True))
        fitting = [number for number, row in enumerate(rule.rows) if row.holds(by_dimension)]
        most = max((len(rule.rows[number].keys) for number in fitting), default=0)
        known = tuple(number for number in fitting if len(rule.rows[number].keys) == most)
        rule.found[keys, called] = known
    return known


def _names(key: str, label: str) -> frozenset[str]:
    """What a key may be called in a row; nothing where there is none."""
    return frozenset({folded(key), folded(label)}) if key else frozenset()


def _called(dimensions: Iterable[str], keys: Iterable[str], labels: Labels) -> tuple[str, ...]:
    return tuple(labels.get(name, {}).get(key, key) for name, key in zip(dimensions, keys, strict=True))


def _sale(dimensions: tuple[str, ...], keys: tuple[str, ...], labels: Labels) -> Text | str:
    called = zip(dimensions, _called(dimensions, keys, labels), strict=True)
    return ", ".join(f"{name} = {key or '-'}" for name, key in called) or _NOTHING_NAMED


def unseen(rule: RateTable, seen: Iterable[tuple[str, ...]], labels: Labels) -> Iterator[Text]:
    """Names in rows that no sale of the data has: likely slips of the pen, since those sales fall to another row."""
    dimensions = rule.needs.parts
    there: dict[str, dict[str, str]] = {name: {} for name in dimensions}
    for keys in seen:
        for name, key in zip(dimensions, keys, strict=True):
            called = labels.get(name, {}).get(key, key)
            there[name] |= {folded(one): called for one in (key, called) if one}
    for number, row in enumerate(rule.rows, start=1):
        for dimension, names in row.keys.items():
            for name in sorted(names - there[dimension].keys()) if dimension != "new_customer" else ():
                told = _UNSEEN.fill(label=rule.label, row=number, dimension=dimension, name=name)
                guess = did_you_mean(name, there[dimension].values())
                yield Text(f"{told.en}; {guess.en}", f"{told.zh}；{guess.zh}") if guess else told
