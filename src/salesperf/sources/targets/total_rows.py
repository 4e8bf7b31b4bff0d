"""Rows of a target sheet that add up others, held against the rows they should be the sum of.

They are left out whatever they say. What they add up is found by trying: the rows above since the last total, all of
them, those below, those of the group they name; a difference is told beside the reading that fits best.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.core.rounded import rounding_of
from salesperf.sources.conform.row_places import row_number
from salesperf.sources.no_data.row_kind import group_named
from salesperf.sources.options import ReadOptions
from salesperf.sources.targets.metrics import MetricWords, Said
from salesperf.sources.targets.period_words import is_sum_word
from salesperf.sources.targets.roles import ValueColumn
from salesperf.sources.targets.sheet import TargetSheet
from salesperf.sources.targets.unpivot import Target, Unpivoted, numbers_of, texts_of
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.number_format import unit_within
from salesperf.tables.metric_words import SCALED
from salesperf.tables.scope_words import COMPANY

_TWO = 2
_Texts = Mapping[str, Sequence[str | None]]


class WrongTotal(Struct, frozen=True):
    """A total in a spreadsheet row that is not what its `rows` come to; `more` columns of the row differ as well."""

    row: int
    label: str
    column: str
    written: Decimal
    parts: Decimal
    rows: int
    more: int


class _Total(Struct, frozen=True):
    """A row that adds up others: its spreadsheet row and its filled cells by header."""

    row: int
    cells: Mapping[str, str]


class _Differing(Struct, frozen=True):
    """The columns of a total under one reading of what it adds up."""

    rows: tuple[int, ...]
    agreeing: int
    found: tuple[tuple[ValueColumn, Decimal, Decimal], ...]

    @property
    def off(self) -> Decimal:
        """How far all columns lie apart."""
        return sum((abs(written - parts) for _, written, parts in self.found), Decimal(0))


def totals_of(
    sheet: TargetSheet, read: Unpivoted, marked: Collection[Target], options: ReadOptions
) -> tuple[tuple[WrongTotal, ...], Mapping[int, int]]:
    """The totals that differ from their rows, one a row and metric, and the widest one that holds with each row.

    `marked` are the targets with those of teams. Only of amounts of money, which add up, is a row a sum that agrees
    nowhere. A total that holds is told by its spreadsheet row, beside the place of a row.
    """
    if not read.sums and not sheet.raw.totals:
        return (), {}
    held = list(_Check.of(sheet, read, marked, options).held())
    wide = sorted((one for one in held if not one.differs and len(one.best.rows) >= _TWO), key=lambda one: one.width)
    return tuple(one.wrong() for one in held if one.differs), {at: one.row for one in wide for at in one.best.rows}


class _Held(Struct, frozen=True):
    """A total beside the reading that fits it best."""

    row: int
    label: str
    best: _Differing

    @property
    def differs(self) -> bool:
        return bool(self.best.found)

    @property
    def width(self) -> int:
        return len(self.best.rows)

    def wrong(self) -> WrongTotal:
        column, written, parts = self.best.found[0]
        return WrongTotal(
            self.row, self.label, column.header, written, parts, len(self.best.rows), len(self.best.found) - 1
        )


class _Check(Struct, frozen=True):
    """A sheet whose totals are looked at; `amounts` are its targets by row and column, `scopes` those of its rows."""

    sheet: TargetSheet
    read: Unpivoted
    texts: _Texts
    amounts: Mapping[tuple[int, str], Target]
    scopes: Mapping[int, str | None]
    totals: tuple[_Total, ...]
    numbers: Mapping[str, Decimal | None]
    words: MetricWords

    @classmethod
    def of(cls, sheet: TargetSheet, read: Unpivoted, marked: Collection[Target], options: ReadOptions) -> _Check:
        roles, raw = sheet.roles, sheet.raw
        headers = dict.fromkeys((*roles.labelled, *(column.header for column in roles.values)))
        frame = raw.frame.select(list(headers)).collect()
        texts = {name: texts_of(frame[name]) for name in frame.columns}
        kept: dict[int, Mapping[str, str | None]] = {
            row: dict(zip(raw.header, cells, strict=True))
            for row, cells in raw.totals.items()
            if len(cells) == len(raw.header)
        }
        kept |= {row_number(raw, at): {name: texts[name][at] for name in headers} for at in read.sums}
        totals = tuple(
            _Total(row, {name: word for name, cell in cells.items() if cell is not None and (word := clean(cell))})
            for row, cells in sorted(kept.items())
        )
        written = [[total.cells.get(column.header) for total in totals] for column in roles.values]
        numbers, _ = numbers_of(
            [*(texts[column.header] for column in roles.values), *written],
            options.decimal,
            is_open=raw.layout.delimiter == ";",
        )
        scopes = {target.at: target.whose.scope for target in (*read.targets, *marked)}
        amounts = {(target.at, target.column): target for target in read.targets}
        words = MetricWords(sheet, options.metric_names, texts)
        return cls(sheet, read, texts, amounts, scopes, totals, numbers, words)

    def held(self) -> Iterator[_Held]:
        for total in self.totals:
            beside = [*self._alike(total)]
            by_metric: dict[str, list[tuple[ValueColumn, Said]]] = {}
            for column in self.sheet.roles.values:
                if column.header in total.cells and beside:
                    said = self.words.of(beside[0], column)
                    by_metric.setdefault(said.key, []).append((column, said))
            for columns in by_metric.values():
                yield from self._of_metric(total, beside, columns)

    def _of_metric(
        self, total: _Total, beside: Sequence[int], columns: Sequence[tuple[ValueColumn, Said]]
    ) -> Iterator[_Held]:
        readings = [one for rows in self._readings(total, beside) if (one := self._held(total, rows, columns))]
        best = max(readings, key=lambda one: (one.agreeing, -one.off), default=None)
        if best is None:
            return
        if not best.agreeing and (columns[0][1].key not in SCALED or len(best.rows) < _TWO):
            return
        yield _Held(total.row, self._label(total), best)

    def _held(
        self, total: _Total, rows: tuple[int, ...], columns: Sequence[tuple[ValueColumn, Said]]
    ) -> _Differing | None:
        """The columns of a total beside the sums of these rows; None where no column can be told."""
        agreeing, found = 0, []
        unread = {(one.at, one.column) for one in self.read.unread}
        for column, said in columns:
            word = total.cells[column.header]
            number = self.numbers.get(word)
            parts = [self.amounts[at, column.header].amount for at in rows if (at, column.header) in self.amounts]
            if number is None or not parts or word.endswith("%") or said.is_percent:
                continue
            if any((at, column.header) in unread or (at, "") in unread for at in rows):
                continue
            scale = 1 if unit_within(word) else said.scale
            added = sum(parts, Decimal(0)) / scale
            if abs(added - number) <= rounding_of(number, [part / scale for part in parts]):
                agreeing += 1
            else:
                found.append((column, number * scale, added * scale))
        return _Differing(rows, agreeing, tuple(found)) if agreeing or found else None

    def _alike(self, total: _Total) -> Iterator[int]:
        """The rows of targets that say the same as a total wherever both say of what or when they are."""
        labels = {header for name, header in self.sheet.roles.labels.items() if name not in {"role", "scope"}}
        said = {name: word for name, word in total.cells.items() if name in labels and not is_sum_word(word)}
        rows = dict.fromkeys(at for at, _ in self.amounts)
        for at in rows:
            if all(clean(self.texts[name][at] or "") == word for name, word in said.items()):
                yield at

    def _readings(self, total: _Total, beside: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """The rows a total may add up, the likeliest first."""
        number = {at: row_number(self.sheet.raw, at) for at in beside}
        others = [one.row for one in self.totals]
        last = max((row for row in others if row < total.row), default=0)
        following = min((row for row in others if row > total.row), default=max(number.values(), default=0) + 1)
        blocks = [
            [at for at in beside if last < number[at] < total.row],
            [at for at in beside if number[at] < total.row],
            [at for at in beside if total.row < number[at] < following],
            [at for at in beside if number[at] > total.row],
            list(beside),
        ]
        for group in self._groups(total):
            yield from self._of_one_scope([at for at in beside if group & self._names(at)])
        for block in blocks:
            yield from self._of_one_scope(block)

    def _of_one_scope(self, rows: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """The rows of each scope, for a team holds its people; then all of them but where the company is among them."""
        scopes = dict.fromkeys(self.scopes[at] for at in rows)
        for scope in scopes:
            yield tuple(at for at in rows if self.scopes[at] == scope)
        if COMPANY not in scopes:
            yield tuple(rows)

    def _groups(self, total: _Total) -> Iterator[frozenset[str]]:
        """The names a total may be of: that of the group in its words, and what stands beside them."""
        names = [total.cells[header] for _, header in self.sheet.roles.scopes if header in total.cells]
        for name in names:
            group = group_named(name)
            if group or (group is None and not is_sum_word(name)):
                yield frozenset({group or name})

    def _names(self, at: int) -> frozenset[str]:
        cells = (self.texts[header][at] for _, header in self.sheet.roles.scopes)
        return frozenset(word for cell in cells if cell is not None and (word := clean(cell)))

    def _label(self, total: _Total) -> str:
        labelled = (total.cells.get(header) for header in self.sheet.roles.labelled)
        words = [word for word in labelled if word]
        return next((word for word in words if group_named(word) is not None), words[0] if words else "")
