"""An audit as a report: how many rows agree, and every one that does not with its cell and the likely reason."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.auditing.comparing import Compared
from salesperf.core.money import EXACT
from salesperf.core.text import Count, Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.commission-audit/1"
_TITLE = Text("Audit of {file}", "核对 {file}")
_ROWS = Text("Rows that disagree", "不一致的行")
_NONE = Text("every row agrees", "全部一致")
_CELL, _THEIRS, _OURS = Text("cell", "单元格"), Text("theirs", "表中金额"), Text("ours", "重算金额")
_DIFFERENCE, _REASON = Text("difference", "差额"), Text("likely reason", "可能原因")
_SUMMARY = Text("{agreeing} of {rows:row agrees|rows agree}", "{rows} 行中 {agreeing} 行一致")
_ODD = Text(
    "{cells}: the amount agrees, the formula is not like those of other rows", "{cells}：金额一致，但公式与其他行不同"
)
_MISSING = Text("due, and without a row in the workbook", "应得，但表中没有该行")
_COLUMNS = (
    Column("cell", _CELL),
    Column("rep", phrases.WHO),
    Column("period", phrases.PERIOD),
    Column("theirs", _THEIRS, Unit.MONEY),
    Column("ours", _OURS, Unit.MONEY),
    Column("difference", _DIFFERENCE, Unit.MONEY),
    Column("reason", _REASON),
)


def audit_report(found: Compared, *, file: str, currency: str, lang: Lang) -> Report:
    """A table of the rows that disagree; records: one each, and one for everybody who has no row."""
    rows = tuple(_rows(found, lang))
    differences = [one.difference for one in found.differences if one.difference is not None]
    whole = (phrases.TOTAL.say(lang), *(None for _ in range(4)), reduce(EXACT.add, differences, Decimal(0)), None)
    return Report(
        schema=SCHEMA,
        title=_TITLE.fill(file=file),
        lang=lang,
        blocks=(
            TableBlock(
                "differences",
                _ROWS,
                _COLUMNS,
                tuple(Row(tuple(Cell(value) for value in row)) for row in rows),
                total=Row(tuple(Cell(value) for value in whole)) if differences else None,
                empty=_NONE,
            ),
        ),
        records=Records(_COLUMNS, rows),
        notes=tuple(_notes(found)),
        meta=Meta(currency=currency),
    )


def _rows(found: Compared, lang: Lang) -> Iterator[tuple[Value, ...]]:
    for one in found.differences:
        written = one.row.written if one.row.period is None else one.row.period.key
        amounts = (one.row.amount, one.ours, one.difference)
        yield one.row.cell, one.row.rep, written, *amounts, one.reason.say(lang)
    for who, period, pay in found.missing:
        yield None, who, period.key, None, pay, None, _MISSING.say(lang)


def _notes(found: Compared) -> Iterator[Note]:
    yield Note("agreeing", _SUMMARY.fill(agreeing=found.agreeing, rows=Count(found.rows)))
    if found.odd:
        yield Note("odd_formulas", _ODD.fill(cells=", ".join(row.cell for row in found.odd)), warning=True)
