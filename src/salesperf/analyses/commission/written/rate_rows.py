"""Rows of a rate table: what each holds for, which of them wins, and rows that no line could choose between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.written.tiers import Written
from salesperf.core.text import Text, folded
from salesperf.facts.first_purchase import NO, YES

Names = str | tuple[str, ...] | None
Keys = Mapping[str, frozenset[str]]
_TIE = Text(
    "rows {first} and {second} name equally many keys and can both hold for one sale ({shared}); add a row that names "
    "the keys of both, or make them exclude each other",
    "第{first}行与第{second}行的条件数相同，可能同时适用于一笔销售（{shared}）；请增加一行写明两行的全部条件，"
    "或使两行互不重叠",
)
_EVERYTHING = Text("all sales", "全部销售")


class RateRow(Written):
    """`{ product = "A", region = ["East", "West"], rate = 0.02 }`: a row without a key holds for all of it."""

    rep: Names = Field(default=None, description="whose sales, by id or name")
    team: Names = Field(default=None, description="of which team")
    manager: Names = Field(default=None, description="under which manager")
    region: Names = Field(default=None, description="in which region")
    customer: Names = Field(default=None, description="to which customer, by id or name")
    product: Names = Field(default=None, description="of which product, by id or name")
    category: Names = Field(default=None, description="of which product category")
    channel: Names = Field(default=None, description="through which channel")
    store: Names = Field(default=None, description="in which store")
    campaign: Names = Field(default=None, description="from which campaign")
    source: Names = Field(default=None, description="from which source")
    industry: Names = Field(default=None, description="to customers of which industry")
    level: Names = Field(default=None, description="to customers of which level or type")
    currency: Names = Field(default=None, description="in which currency")
    status: Names = Field(default=None, description="of which status")
    new_customer: bool | None = Field(
        default=None, description="whether the customer's first purchase lies in the same period of the plan"
    )
    rate: Decimal = Field(description="what is paid for one of the measure: 0.02 is 2 % of money")

    @cached_property
    def keys(self) -> Keys:
        """The dimensions that it names, each with the names it holds for."""
        said = {name: getattr(self, name) for name in type(self).model_fields if name not in {"rate", "new_customer"}}
        found = {name: _names(value) for name, value in said.items() if value is not None}
        if self.new_customer is not None:
            found["new_customer"] = frozenset({YES if self.new_customer else NO})
        return found

    def holds(self, names: Mapping[str, frozenset[str]]) -> bool:
        """Whether it holds for what goes by these names (its key, what people call it) in each dimension."""
        return all(wanted & names[dimension] for dimension, wanted in self.keys.items())


def _names(value: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, (value,) if isinstance(value, str) else value))


def ties(rows: Sequence[RateRow]) -> Iterator[Text]:
    """Pairs of rows that name equally many keys and can hold for the same sale, where no row with more keys must."""
    for (first, one), (second, other) in combinations(enumerate(rows, start=1), 2):
        shared = _shared(one.keys, other.keys)
        if len(one.keys) != len(other.keys) or shared is None:
            continue
        if not any(len(row.keys) > len(one.keys) and _covers(row.keys, shared) for row in rows):
            yield _TIE.fill(first=first, second=second, shared=_said(shared))


def _shared(one: Keys, other: Keys) -> Keys | None:
    """What both hold for; None where they exclude each other."""
    both = {name: one.get(name, other.get(name, frozenset())) for name in (*one, *other)}
    both |= {name: one[name] & other[name] for name in one.keys() & other.keys()}
    return both if all(both.values()) else None


def _covers(row: Keys, shared: Keys) -> bool:
    return all(name in shared and shared[name] <= wanted for name, wanted in row.items())


def _said(keys: Keys) -> Text | str:
    told = [f"{name} = {', '.join(sorted(keys[name]))}" for name in sorted(keys)]
    return "; ".join(told) if told else _EVERYTHING


def _told_apart(rows: tuple[RateRow, ...]) -> tuple[RateRow, ...]:
    told = list(ties(rows))
    if told:
        hint = Text("; ".join(one.en for one in told), "；".join(one.zh for one in told))
        raise PydanticCustomError("no_rates", "cannot be rates", {"hint": hint})
    return rows


RateRows = Annotated[tuple[RateRow, ...], Field(min_length=1), AfterValidator(_told_apart)]
"""Rows of which one wins for every sale that any of them holds for."""
