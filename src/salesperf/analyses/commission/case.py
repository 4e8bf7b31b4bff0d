"""What a rule is asked, and what it answers: one participant, one component, one window of time."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.records import Record
from salesperf.analyses.commission.slices import Slice, pay_of
from salesperf.core.money import EXACT
from salesperf.core.text import Text

ZERO = Decimal(0)


class Case(Struct, frozen=True):
    """The figures of a participant for a component.

    `credited` is the measure of the period, `before` that of the window's earlier periods (nothing where the window is
    the period). `reached` decides the tier where that is another figure, to date, `reached_before` is what it was
    before the period. `target` is that of the window, and of what decides the tier; None where there is none. `parts`
    are the credited amounts by what a rate table, a deal or a band tells apart, and add up to `credited`; `labels` is
    what people call the keys of each dimension. `proportion` is the margin or discount of the window, `proportions`
    those of the parts in the period; `parts_before` is what the same parts had before the period, since the plan began.
    `record` is the best period before, where there was one.
    """

    credited: Decimal
    before: Decimal = ZERO
    reached: Decimal | None = None
    target: Decimal | None = None
    parts: Mapping[tuple[str, ...], Decimal] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reached_before: Decimal | None = None
    proportion: Proportion | None = None
    proportion_before: Proportion | None = None
    proportions: Mapping[tuple[str, ...], Proportion] = field(default_factory=dict)
    parts_before: Mapping[tuple[str, ...], Decimal] = field(default_factory=dict)
    record: Record | None = None

    @property
    def to_date(self) -> Decimal:
        """The measure of the window up to the end of the period."""
        return EXACT.add(self.before, self.credited)

    def on_its_own(self) -> Case:
        """The same where nothing but the measure decides."""
        return replace(self, reached=None, reached_before=None)

    def of_part(self, key: tuple[str, ...], amount: Decimal) -> Case:
        """The same for one part alone."""
        before = {key: self.parts_before[key]} if key in self.parts_before else {}
        return replace(self, credited=amount, before=ZERO, parts={key: amount}, parts_before=before, record=None)

    @property
    def deciding(self) -> Decimal:
        """What decides the tier, to date."""
        return self.to_date if self.reached is None else self.reached

    @property
    def deciding_before(self) -> Decimal:
        """What decided the tier before the period."""
        return self.before if self.reached_before is None else self.reached_before


class Part(Struct, frozen=True):
    """Some slices of an answer under one name: a deal, a product, a band; without a name they are of all."""

    slices: tuple[Slice, ...]
    name: tuple[str, ...] = ()


class Lacking(Struct, frozen=True):
    """What cannot be paid because something is not known: `code` of the issue, of what, and the amounts that wait.

    `part` is the key of the part that waits; None where it is not one of the parts.
    """

    code: str
    what: Text
    amount: Decimal
    part: tuple[str, ...] | None = None


class Earned(Struct, frozen=True):
    """What a rule pays: slices by part, what was paid for the window before, and why something is not paid.

    `before` is taken off: of a window to date the pay of a period is what it has earned by now less what it had earned
    before. Where something is `lacking` nothing may be paid out at all.
    """

    parts: tuple[Part, ...] = ()
    before: tuple[Slice, ...] = ()
    fixed: Decimal = ZERO
    reasons: tuple[Text, ...] = ()
    lacking: tuple[Lacking, ...] = ()

    @property
    def exact(self) -> Decimal:
        """The pay, not rounded."""
        now = self.fixed
        for part in self.parts:
            now = EXACT.add(now, pay_of(part.slices))
        return EXACT.subtract(now, pay_of(self.before)) if self.before else now
