"""What is measured by what a rule tells apart: a product, an order, a band of age.

Rows are read of the measured frame period by period, when one is asked for: most periods of a plan never are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import polars as pl

from salesperf.analyses.commission.measured import WHO, Columns, rows_in
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.stretches import Stretch
from salesperf.analyses.commission.told_apart import columns_of_parts
from salesperf.core.period import Period

ZERO = Decimal(0)
Place = tuple[str | None, Period]
Key = tuple[str, ...]


class ByPart(Mapping[Place, Mapping[Key, Decimal]]):
    """The amounts of a participant and period by the keys of their parts."""

    def __init__(self, known: Mapping[Place, Mapping[Key, Decimal]] | None = None) -> None:
        self._known: dict[Place, Mapping[Key, Decimal]] = dict(known or {})

    def __getitem__(self, place: Place) -> Mapping[Key, Decimal]:
        return self._known[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def proportions(self, place: Place) -> Mapping[Key, Proportion]:  # noqa: ARG002 -- of amounts alone
        """The margin or discount of each part; nothing where none was measured."""
        return {}

    def keys_told(self) -> set[Key]:
        """Every key that has an amount in any period."""
        return {key for of in self.values() for key in of}

    def below_zero(self, before: date) -> set[str | None]:
        """Everybody with a part below zero in a period that begins before a day."""
        return {who for (who, one), of in self.items() if one.start < before and any(x < ZERO for x in of.values())}


class ReadByPart(ByPart):
    """The same, of a frame of one row a stretch of days, participant and part, which is read as far as it is asked."""

    def __init__(self, frame: pl.DataFrame, days: Sequence[Stretch], asked: Columns, parts: tuple[str, ...]) -> None:
        super().__init__()
        self._days, self._asked, self._parts = tuple(days), asked, parts
        counted = [number for number, one in enumerate(days) if one.counts]
        self._frame = frame.filter(pl.col("period").is_in(counted))
        self._numbers = {days[number].period: number for number in counted}
        self._shares: dict[Place, dict[Key, Proportion]] = {}
        self._read: set[Period] = set()

    def __getitem__(self, place: Place) -> Mapping[Key, Decimal]:
        self._read_to(place[1])
        return super().__getitem__(place)

    def __iter__(self) -> Iterator[Place]:
        self._read_all()
        return super().__iter__()

    def __len__(self) -> int:
        self._read_all()
        return super().__len__()

    def proportions(self, place: Place) -> Mapping[Key, Proportion]:
        """The margin or discount of each part; nothing where none was measured."""
        self._read_to(place[1])
        return self._shares.get(place, {})

    def keys_told(self) -> set[Key]:
        """Every key that has an amount in any period."""
        columns = list(columns_of_parts(self._parts))
        return {tuple(key or "" for key in row) for row in self._frame.select(columns).unique().iter_rows()}

    def below_zero(self, before: date) -> set[str | None]:
        """Everybody with a part below zero in a period that begins before a day."""
        early = [number for period, number in self._numbers.items() if period.start < before]
        rows = self._frame.filter(pl.col("period").is_in(early), pl.col(self._asked.amount) < 0)
        return set(rows[WHO].to_list())

    def _read_all(self) -> None:
        for period in self._numbers:
            self._read_to(period)

    def _read_to(self, period: Period) -> None:
        if period in self._read or period not in self._numbers:
            return
        self._read.add(period)
        amounts: dict[Place, dict[Key, Decimal]] = {}
        rows = self._frame.filter(pl.col("period") == self._numbers[period])
        for row in rows_in(rows, self._days, self._asked, self._parts):
            place = (row.who, period)
            amounts.setdefault(place, {})[row.keys] = row.amount
            if self._asked.proportion is not None:
                self._shares.setdefault(place, {})[row.keys] = row.proportion
        self._known.update(amounts)
