"""A report of one table, reps with what they sold, and the words drawn of it."""

from __future__ import annotations

from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, Sparkline, TableBlock
from salesperf.report.words import Page

NO_COST = Text("no cost column", "没有成本列")
NO_BASE = Text("no earlier period", "没有可比的上期")
REP = Column("rep", Text("Rep", "销售员"))
REVENUE = Column("net_revenue", Text("Net revenue", "净销售额"), Unit.MONEY)
GROWTH = Column("net_revenue_mom", Text("vs prev", "环比"), Unit.GROWTH)


def report(*rows: Row, columns: tuple[Column, ...] = (REP, REVENUE), total: Row | None = None) -> Report:
    """These rows as a report in dollars."""
    block = TableBlock("kpi", Text("By rep", "按销售员"), columns, rows, total)
    return Report(
        "salesperf.kpi/1", Text("Sales", "销售"), Lang.EN, (block,), Records((), ()), meta=Meta(currency="USD")
    )


def row(*values: object, heading: Text | None = None) -> Row:
    """Bare values or whole cells as a row."""
    return Row(tuple(value if isinstance(value, (Cell, Sparkline)) else Cell(value) for value in values), heading)  # type: ignore[arg-type]


def words(drawn: Page) -> list[tuple[str, ...]]:
    """What stands in the lines of the first table, marks included."""
    return [tuple(word.text + word.mark for word in line.words) for line in drawn.grids[0].lines]
