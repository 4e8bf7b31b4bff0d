"""Reports that every renderer must draw."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, Sparkline, TableBlock, Value

COLUMNS = (
    Column("period", Text("Period", "期间")),
    Column("rep", Text("Rep", "销售员")),
    Column("net_revenue", Text("Net revenue", "净销售额"), Unit.MONEY),
    Column("orders", Text("Orders", "订单数"), Unit.COUNT),
    Column("return_rate", Text("Return rate", "退货率"), Unit.RATIO),
)
ROWS: tuple[tuple[Value, ...], ...] = (
    ("2026-01", "Ann", Decimal("1234.500000"), 3, 0.25),
    ("2026-02", "张伟", Decimal("-20.000000"), 0, None),
)
TOTAL: tuple[Value, ...] = ("Total", None, Decimal("1214.5"), 3, 0.2)
NO_SALES = Text("nothing was sold", "没有销售")

HOSTILE = (
    "[/oops]",
    "=1+1",
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://example.com\x07link\x1b]8;;\x07",
    "\x9b31m",
    "abc\u202ecba",
    "\ud800",
    "a|b",
    "two\nlines",
    "carriage\rreturn",
    'quo"te',
    "</script><script>alert(1)</script>",
    "x" * 10_000,
    "恒源建材（上海）有限公司",
    "",
    " padded ",
    "-5",
    "👨‍👩‍👧 family",
)


def _cell(value: Value) -> Cell:
    return Cell(value, reason=NO_SALES if value is None else None)


def report_of(rows: tuple[tuple[Value, ...], ...], total: tuple[Value, ...] | None = None) -> Report:
    """A report whose table shows exactly its records."""
    block = TableBlock(
        "kpi",
        Text("By period and rep", "按期间、销售员"),
        COLUMNS,
        tuple(Row(tuple(_cell(value) for value in row)) for row in rows),
        Row(tuple(Cell(value) for value in total)) if total else None,
    )
    return Report(
        "salesperf.kpi/1",
        Text("Sales performance", "销售业绩"),
        Lang.EN,
        (block,),
        Records(COLUMNS, rows, total),
        (
            Note("basis", Text("basis: orders", "口径：订单")),
            Note("tax", Text("tax basis unknown", "含税口径不明"), warning=True),
        ),
        Meta(
            date(2026, 2, 28),
            (date(2026, 1, 1), date(2026, 2, 28)),
            "USD",
            {"files": [{"name": "orders.csv", "rows": 4}]},
        ),
        Text("January and February 2026", "2026年1至2月"),
    )


@pytest.fixture
def plain_report() -> Report:
    """Two rows, one null with its reason, a total, two notes."""
    return report_of(ROWS, TOTAL)


@pytest.fixture
def empty_report() -> Report:
    """A question without an answer."""
    return replace(report_of(()), notes=())


@pytest.fixture
def hostile_report() -> Report:
    """Every string that ever broke a screen, a page or a file, in names, headings, titles and notes."""
    report = report_of(tuple((text, text, Decimal(1), 1, 0.5) for text in HOSTILE))
    everything = same("".join(HOSTILE))
    block = report.blocks[0]
    first = replace(block.rows[0], heading=everything)
    return replace(
        report,
        title=everything,
        subtitle=everything,
        blocks=(replace(block, title=everything, rows=(first, *block.rows[1:])),),
        notes=(Note("hostile", everything),),
        meta=replace(report.meta, manifest={"files": [{"name": "".join(HOSTILE)}]}),
    )


@pytest.fixture
def wide_amounts() -> Report:
    """Amounts of 38 digits, six of them decimals, and negative ones."""
    most = Decimal("12345678901234567890123456789012.123456")
    return report_of((("2026", "Ann", most, 1, 0.5), ("2026", "Bob", most.copy_negate(), 1, 0.5)))


@pytest.fixture
def scoreboard() -> Report:
    """A row a metric in two groups, with series and a partial value."""
    rows = (
        Row(
            (
                Cell("Net revenue"),
                Cell(Decimal("1234.5"), Unit.MONEY),
                Cell(0.5, partial=True),
                Sparkline((1.0, None, 2.0)),
            ),
            Text("Results", "结果指标"),
            "net_revenue",
        ),
        Row((Cell("Orders"), Cell(3, Unit.COUNT), Cell(-0.25), Sparkline((1.0, 1.0, 1.0))), None, "orders"),
        Row(
            (Cell("Return rate"), Cell(0.25, Unit.RATIO), Cell(None, reason=NO_SALES), Sparkline(())),
            Text("Process", "过程指标"),
            "return_rate",
        ),
    )
    columns = (
        Column("metric", Text("Metric", "指标")),
        Column("value", Text("Value", "本期")),
        Column("mom", Text("vs prev", "环比"), Unit.GROWTH),
        Column("trend", Text("Trend", "趋势")),
    )
    block = TableBlock("scoreboard", Text("Scoreboard", "指标总览"), columns, rows)
    return replace(report_of(ROWS[:1]), blocks=(block,))
