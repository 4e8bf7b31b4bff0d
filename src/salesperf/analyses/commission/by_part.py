"""What is measured by what a rule tells apart: a product, an order, a band of age.

Parts are measured when a period is asked for: most periods of a plan never are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

import polars as pl

from salesperf.analyses.commission.measured import WHO, Columns, MeasuredRow, measured_frame, rows_in, values_of_parts
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.stretches import Stretch
from salesperf.analyses.commission.told_apart import columns_of_parts
from salesperf.core.period import Period, Span
from salesperf.metrics.compare import Measure
from salesperf.metrics.model import Metric
from salesperf.metrics.of_days import is_of_its_days, may_be_below_zero

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
    """The same, measured and read as far as it is asked: mostly for one period of a plan, of many."""

    def __init__(self, measure: Measure, metric: Metric, days: Sequence[Stretch], asked: Columns, parts: Key) -> None:
        super().__init__()
        self._measure, self._metric, self._days, self._asked, self._parts = measure, metric, days, asked, parts
        self._numbers = {one.period: number for number, one in enumerate(days) if one.counts}
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
        counted = [self._days[number].days for number in self._numbers.values()]
        if not counted:
            return set()
        # Days that count lie without gaps, so that those of all periods can be looked at as one.
        whole = Period(counted[0].start, counted[-1].end)
        alone = (Stretch(whole, whole, counts=True),)
        days = alone if self._is_told_alone(whole) else self._days
        columns = columns_of_parts(self._parts)
        found = values_of_parts(self._measure, days, self._asked, columns)
        told = found.filter(pl.col("period").is_in([number for number, one in enumerate(days) if one.counts]))
        return {tuple(key or "" for key in row) for row in told.select(columns).unique().iter_rows()}

    def below_zero(self, before: date) -> set[str | None]:
        """Everybody with a part below zero in a period that begins before a day."""
        early = [number for period, number in self._numbers.items() if period.start < before]
        if not early or not may_be_below_zero(self._measure, self._metric):
            return set()
        rows = self._counted.filter(pl.col("period").is_in(early), pl.col(self._asked.amount) < 0)
        return set(rows[WHO].to_list())

    def _measured(self, days: Sequence[Stretch]) -> pl.DataFrame:
        return measured_frame(self._measure, days, self._asked, self._parts)

    def _is_told_alone(self, days: Span) -> bool:
        """Whether some days tell their values; all days of the data also have the lines without a day."""
        span = self._measure.span
        return self._is_of_its_days and (days.start, days.end) != (span.start, span.end)

    @cached_property
    def _is_of_its_days(self) -> bool:
        return is_of_its_days(self._measure)

    @cached_property
    def _counted(self) -> pl.DataFrame:
        """All stretches that count."""
        return self._measured(self._days).filter(pl.col("period").is_in(list(self._numbers.values())))

    def _read_all(self) -> None:
        for period in self._numbers:
            self._read_to(period)

    def _read_to(self, period: Period) -> None:
        if period in self._read or period not in self._numbers:
            return
        is_first = not self._read
        self._read.add(period)
        amounts: dict[Place, dict[Key, Decimal]] = {}
        for row in self._rows(self._numbers[period], is_first=is_first):
            place = (row.who, period)
            amounts.setdefault(place, {})[row.keys] = row.amount
            if self._asked.proportion is not None:
                self._shares.setdefault(place, {})[row.keys] = row.proportion
        self._known.update(amounts)

    def _rows(self, number: int, *, is_first: bool) -> Iterator[MeasuredRow]:
        """The rows of a stretch: the first one asked for on its own, where its days alone tell of it."""
        alone = (self._days[number],)
        if is_first and self._is_told_alone(alone[0].days):
            return rows_in(self._measured(alone), alone, self._asked, self._parts)
        rows = self._counted.filter(pl.col("period") == number)
        return rows_in(rows, self._days, self._asked, self._parts)
