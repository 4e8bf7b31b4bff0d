"""Of what a target is: the metric of a row or column, and what one of its amounts stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.han import has_han
from salesperf.core.text import Lang, folded
from salesperf.sources.profile import without_unit
from salesperf.sources.targets.roles import ValueColumn
from salesperf.sources.targets.sheet import DEFAULT_METRIC, TargetSheet
from salesperf.sources.targets.units import in_brackets, unit_of
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.currency import code_of, marked_currency
from salesperf.sources.values.money_unit import NOTHING
from salesperf.tables.metric_words import fold_metric, is_in_money, metric_of


class Said(Struct, frozen=True):
    """A metric as a sheet says it.

    `key` is the catalog's, or the word itself where no metric has that name (`is_known` is then False); `is_named` is
    False where nothing was said. `scale` is what one of its amounts stands for, `currency` the mark beside its unit;
    `unit` what a column says that is no money; `has_unit` is False where nothing says what amounts of money are in.
    """

    key: str
    written: str
    is_known: bool
    is_named: bool
    is_money: bool
    scale: int
    currency: str = ""
    unit: str | None = None
    is_percent: bool = False
    has_unit: bool = True


class MetricWords:
    """The metric of any cell of a sheet, each distinct combination of row and column words worked out once."""

    def __init__(self, sheet: TargetSheet, names: Mapping[str, str], texts: Mapping[str, Sequence[str | None]]) -> None:
        labels = sheet.roles.labels
        self._sheet = sheet
        self._names = names
        self._metrics = texts.get(labels.get("metric", ""))
        self._units = texts.get(labels.get("unit", ""))
        self._currencies = texts.get(labels.get("currency", ""))
        self._lang = Lang.ZH if any(map(has_han, sheet.raw.header)) else Lang.EN
        self._seen: dict[tuple[str, str, str], Said] = {}
        self._cells = tuple(_words_in(sheet, texts))
        self._marks: dict[str, Mapping[str, str | None]] = {}

    @property
    def said(self) -> tuple[Said, ...]:
        """Every metric met so far."""
        return tuple(dict.fromkeys(self._seen.values()))

    def of(self, at: int, column: ValueColumn) -> Said:
        """The metric of one cell: its row's before its column's before the sheet's."""
        row = _word(self._metrics, at)
        unit = _word(self._units, at)
        key = (row, column.header, unit)
        if key not in self._seen:
            self._seen[key] = self._said(row, column, unit)
        return self._seen[key]

    def currency(self, at: int, cell: str, said: Said) -> str | None:
        """The currency of one cell: its row's, else the mark it carries, else that of its unit."""
        if said.unit is not None or said.is_percent:
            return None
        told = _word(self._currencies, at)
        if told:
            return code_of(told, self._lang) or told
        if said.currency not in self._marks:
            # All cells at once: one by one they would each be a frame.
            marked = marked_currency(pl.Series(self._cells), self._lang, header=f"({said.currency})")
            self._marks[said.currency] = dict(zip(self._cells, marked, strict=True))
        return self._marks[said.currency][cell]

    def _said(self, row: str, column: ValueColumn, unit: str) -> Said:
        words = next((text for text in (row, column.words) if fold_metric(without_unit(text))), "")
        bare = without_unit(words)
        key = metric_of(bare, self._names) if words else self._sheet.metric
        final = key or (folded(bare) if words else DEFAULT_METRIC)
        own_unit = unit or in_brackets(row) or in_brackets(column.header)
        own = unit_of(own_unit) if own_unit else None
        is_money = is_in_money(key, bare) if words else is_in_money(final, final)
        is_money = is_money and (own is not None or not unit)
        used = own if own is not None else self._sheet.unit if is_money else NOTHING
        return Said(
            key=final,
            written=bare or final,
            is_known=key is not None or not words,
            is_named=bool(words) or self._sheet.metric is not None,
            is_money=is_money,
            scale=used.scale or (self._sheet.scale if own is not None and own.scale is None else 1),
            currency=used.currency,
            unit=unit if unit and own is None else None,
            is_percent=own_unit == "%",
            has_unit=not is_money or used != NOTHING or self._sheet.unit != NOTHING,
        )


def _words_in(sheet: TargetSheet, texts: Mapping[str, Sequence[str | None]]) -> Iterable[str]:
    """Every word of the columns of amounts, once."""
    cells = (cell for column in sheet.roles.values for cell in texts[column.header] if cell is not None)
    return dict.fromkeys(word for cell in dict.fromkeys(cells) if (word := clean(cell)) is not None)


def _word(cells: Sequence[str | None] | None, at: int) -> str:
    cell = None if cells is None else cells[at]
    return "" if cell is None else clean(cell) or ""
