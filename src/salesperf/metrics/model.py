"""The metric model: an atom is what the engine adds up, a metric is what people read.

A metric is typed by how it aggregates (simple, distinct, ratio, snapshot, derived), so that a total can be
evaluated again at the coarser grain and never has to be added.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.tables.metric_words import WORDS


class Family(StrEnum):
    """Where a metric is shown: what was achieved, what was done for it, at what effort."""

    RESULT = "result"
    PROCESS = "process"
    EFFICIENCY = "efficiency"


FAMILY_WORDS = {
    Family.RESULT: Text("Results", "结果指标"),
    Family.PROCESS: Text("Process", "过程指标"),
    Family.EFFICIENCY: Text("Efficiency", "效率指标"),
}


class Better(StrEnum):
    """Which direction is good."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class How(StrEnum):
    """How an atom is aggregated."""

    SUM = "sum"
    COUNT = "count"
    """Lines that have the column."""
    DISTINCT = "distinct"
    MEDIAN = "median"
    BALANCE = "balance"
    """The sum over all lines up to the end of the period: a stock, not a flow."""
    CUSTOMERS = "customers"
    WORKED = "worked"
    """Worked out by a function of its subject, from all lines up to the end of each period."""
    COVERED = "covered"
    """The sum of lines that are told for periods and cover the one asked for; unknown where they do not."""
    DAYS = "days"
    """The days of the period itself, as far as the data reach; of no table."""
    MONTHS = "months"
    """The length of the period in months, as far as the data reach; of no table."""


OF_PERIOD = frozenset({How.DAYS, How.MONTHS})
"""What is of the period itself and of no lines."""


class Atom(Struct, frozen=True):
    """One aggregate: `column` of the lines it reads, those of its `subject`; `meaning` in words."""

    key: str
    how: How
    column: str
    unit: Unit
    meaning: Text
    subject: Subject = Subject.SALES


class Simple(Struct, frozen=True):
    """The sum of one atom; null when no row had a value."""

    atom: str


class Distinct(Struct, frozen=True):
    """The number of different things in one atom (orders, customers); 0 when there are none."""

    atom: str


class Snapshot(Struct, frozen=True):
    """A value at the end of the period (a stock, not a flow): never added over time."""

    atom: str


class Ratio(Struct, frozen=True):
    """One metric or atom over another; null with a reason when the denominator is zero or missing.

    `positive` also refuses a negative denominator (a margin of negative revenue says nothing).
    """

    numerator: str
    denominator: str
    positive: bool = False


class Derived(Struct, frozen=True):
    """Arithmetic over other metrics or atoms: `+ - * /`, numbers and parentheses, nothing else."""

    expression: str


Formula = Simple | Distinct | Snapshot | Ratio | Derived


class Example(Struct, frozen=True):
    """A worked example: rows of a canonical table as CSV text, and the value they must give.

    `tables` maps table names to CSV with canonical headers; `period` is asked for when set.
    """

    tables: tuple[tuple[str, str], ...]
    value: Decimal | int | float | None
    working: str
    period: str | None = None


class Metric(Struct, frozen=True):
    """One metric, everything about it in one place: the tests run its example, the docs print it."""

    key: str
    label: Text
    meaning: Text
    unit: Unit
    better: Better
    family: Family
    formula: Formula
    example: Example | None = None
    group: str = "revenue"
    """The heading it is documented under: revenue, customers, ..., custom."""
    default: bool = True
    """Measured by `kpi` when no metric is named."""
    brief: bool = False
    """Also shown in tables of groups and periods, which have room for a few columns only."""
    where: tuple[str, ...] = ()
    """Conditions of a custom metric, in the syntax of `--where`."""
    sample: str = ""
    """The atom that counts the answers the metric rests on: of few, chance tells more than customers."""
    periodic: bool = False
    """Needs a period and the one before it: over all the data its ratio is pooled over the complete months."""

    @property
    def words(self) -> tuple[str, ...]:
        """Other names it goes by, then what it means."""
        return (*WORDS.get(self.key, ()), self.meaning.en, self.meaning.zh)
