"""A Chinese export that names no currency but in its targets (单位：万元), and where they say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Lang, Text
from salesperf.sources.targets.units import in_brackets, unit_of
from salesperf.sources.values.currency import code_of
from salesperf.tables.bundle import Table

YUAN = "CNY"
_TOLD = Text(
    "amounts are taken for {code}: {file} gives its targets in {words}, and nothing else names a currency "
    "(--currency says otherwise)",
    "金额币种按 {code} 处理：{file} 中的目标以{words}为单位，其他文件均未注明币种（可用 --currency 指定）",
)


class SaidUnit(Struct, frozen=True):
    """The words a sheet of targets has for the unit of its amounts, and its file."""

    file: str
    words: str


class FromTargets(Struct, frozen=True):
    """The currency that targets alone name, with the sentence and the finding that say so."""

    code: str
    note: Text
    finding: Issue


def said_units(file: str, unit: str, headers: Iterable[str]) -> tuple[SaidUnit, ...]:
    """The units of money of a sheet: its own (`unit`, empty where none is said), and those in brackets of columns."""
    words = dict.fromkeys((unit, *map(in_brackets, headers)))
    return tuple(SaidUnit(file, one) for one in words if one and unit_of(one) is not None)


def from_targets(units: Iterable[SaidUnit], tables: Mapping[str, Table], lang: Lang) -> FromTargets | None:
    """CNY, where a Chinese export names yuan in units of its targets and no other currency there or in any row."""
    told = {one: code for one in units if (code := _code(one.words, lang)) is not None}
    if lang is not Lang.ZH or set(told.values()) != {YUAN} or any(_names_currency(table) for table in tables.values()):
        return None
    first = min(told, key=lambda one: (one.file, one.words))
    note = _TOLD.fill(code=YUAN, file=first.file, words=first.words)
    return FromTargets(YUAN, note, issue("R323", note, Where(first.file), value=first.words))


def _code(words: str, lang: Lang) -> str | None:
    unit = unit_of(words)
    return code_of(unit.currency, lang) if unit is not None and unit.currency else None


def _names_currency(table: Table) -> bool:
    """Whether rows name a currency: those of a list of rates or prices too, for they may be of another one.

    A column that a question did not read may name any. Every table of targets has one.
    """
    if "currency" in table.frame.columns:
        return table.frame["currency"].null_count() < table.frame.height
    return table.has("currency")
