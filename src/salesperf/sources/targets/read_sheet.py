"""One target sheet read to its end: the targets that count, the sums beside them, and the rows set aside."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.options import ReadOptions
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.cumulative import Cumulative, is_cumulative, single_months
from salesperf.sources.targets.sheet import TargetSheet
from salesperf.sources.targets.spans import key_of
from salesperf.sources.targets.sums import Container, Sum, with_containers, without_sums
from salesperf.sources.targets.total_rows import WrongTotal, totals_of
from salesperf.sources.targets.total_unit import with_unit_of_total
from salesperf.sources.targets.unpivot import Target, Unpivoted, unpivoted
from salesperf.sources.targets.years import names_over

Key = tuple[str | None, str | None, str, str]
"""Scope, id, metric and period: what makes two targets the same."""


class SheetTargets(Struct, frozen=True):
    """The targets of a sheet; `place` is the place of its table among all that were read.

    `keys` stand beside `targets`, one for each; `in_totals` are rows of totals by the rows with which they hold.
    """

    place: int
    sheet: TargetSheet
    read: Unpivoted
    targets: tuple[Target, ...]
    keys: tuple[Key, ...]
    sums: tuple[Sum, ...]
    containers: tuple[Container, ...]
    totals: tuple[WrongTotal, ...]
    in_totals: Mapping[int, int]
    cumulative: Cumulative
    bad_rows: frozenset[int]

    @property
    def raw(self) -> RawTable:
        """The raw table."""
        return self.sheet.raw


def read_sheet(place: int, sheet: TargetSheet, options: ReadOptions) -> SheetTargets:
    """Unpivot a sheet; a row with a cell that cannot be read is set aside whole.

    Where a column says the scope of every row, no row is taken for the sum of others.
    """
    sheet = with_unit_of_total(sheet, options)
    read = unpivoted(sheet, options)
    bad = frozenset(one.at for one in read.unread)
    told = single_months(read.targets, says_so=any(map(is_cumulative, names_over(sheet.raw))))
    single, sums = without_sums(told.targets, scale=sheet.scale)
    good = [target for target in single if target.at not in bad]
    marked, containers = (good, ()) if "scope" in sheet.roles.labels else with_containers(good)
    keys = tuple(_key(target, options) for target in marked)
    totals, in_totals = totals_of(sheet, read, marked, options)
    read = replace(read, targets=told.targets)
    return SheetTargets(place, sheet, read, tuple(marked), keys, tuple(sums), containers, totals, in_totals, told, bad)


def _key(target: Target, options: ReadOptions) -> Key:
    named_start = options.year_named == "start"
    period = key_of(target.span, first_month=options.first_month or 1, named_start=named_start)
    return target.whose.scope, target.whose.scope_id, target.metric, period
