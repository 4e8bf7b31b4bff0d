"""The cells that sections share: growth, attainment, names; each says why it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from salesperf.analyses.kpi.compute import Entry
from salesperf.analyses.kpi.growth import base_cell, growth_of, growth_unit, value_cell
from salesperf.analyses.targets.compute import Line
from salesperf.app.packs import phrases
from salesperf.app.packs.amounts import BASE
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.late_bases import begun_late
from salesperf.core.money import exact
from salesperf.core.status import Status
from salesperf.core.text import Text, listing, same
from salesperf.core.unit import Unit
from salesperf.metrics.attainment import attained
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.model import Cell


def growth_cell(briefing: Briefing, entry: Entry, metric: Metric, compare: Compare) -> Cell:
    """How a metric changed on a base; nothing, with the reason, on one that the data begin within."""
    late = begun_late(briefing.base.measure, entry.period, BASE[compare])
    if late is not None:
        return Cell(None, unit=growth_unit(metric), reason=late, partial=entry.partial)
    now, base = value_cell(entry, metric, briefing.catalog), base_cell(entry, metric, BASE[compare], briefing.catalog)
    return change_cell(now, base, metric, partial=entry.partial)


def change_cell(now: Cell, base: Cell, metric: Metric, *, partial: bool) -> Cell:
    """The change from a base; of bases from which nothing can grow one reason is told, whatever their amounts."""
    value, reason = growth_of(now, base, metric)
    bottom = number(base.value)
    if value is None and now.value is not None and bottom is not None and bottom <= 0:
        reason = phrases.NO_BASE
    return Cell(value, unit=growth_unit(metric), reason=reason, partial=partial)


def target_cells(briefing: Briefing, entry: Entry, metric: Metric) -> tuple[Cell, Cell]:
    """What was to be reached in the period of an entry, and how much of it was."""
    aimed = briefing.target(metric.key, entry.period)
    if aimed is None:
        return (
            Cell(None, unit=metric.unit, reason=phrases.NO_TARGET),
            Cell(None, unit=Unit.RATIO, reason=phrases.NO_TARGET),
        )
    counted = number(aimed.reached)
    reached = None if counted is None else attained(float(counted), float(aimed.target), metric.better)
    reason = phrases.NO_ATTAINMENT if reached is None else None
    aside = None if counted == number(entry.now.get(metric.key)) else phrases.COUNTED
    return (
        Cell(aimed.target, unit=metric.unit),
        Cell(reached, unit=Unit.RATIO, reason=reason, partial=entry.partial, aside=aside),
    )


def number(value: object) -> Decimal | None:
    """A value of a measurement as a number that can be added up."""
    return exact(value) if isinstance(value, Decimal | int | float) and not isinstance(value, bool) else None


def status_of(line: Line | None) -> Status | None:
    """The light of a line; none where nobody set a target."""
    return None if line is None or line.standing is None else line.status


def named(names: Sequence[Text], place: str) -> tuple[Text, dict[str, Cell]]:
    """Names one after the other, as each language sets them apart: the words of a sentence, and its cells."""
    found = [in_place(name, f"{place}_{at}") for at, name in enumerate(names, start=1)]
    words = listing((said for said, _ in found), phrases.COMMA)
    return words, {key: cell for _, cells in found for key, cell in cells.items()}


def in_place(name: Text, place: str) -> tuple[Text, dict[str, Cell]]:
    """A name in a sentence: one from the data, the same in every language, is a cell; what we call it is words."""
    return (same(f"{{{place}}}"), {place: Cell(name.en)}) if name.en == name.zh else (name, {})
