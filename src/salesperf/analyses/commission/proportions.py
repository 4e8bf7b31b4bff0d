"""Margins and discounts as they are measured, and the lines whose cost or list price is not known."""

from __future__ import annotations

from collections.abc import Sequence

import narwhals as nw
from msgspec import Struct

from salesperf.analyses.commission.needs import Of
from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Where
from salesperf.core.period import Span
from salesperf.core.text import Count, Text
from salesperf.engine import collect
from salesperf.metrics.parts import EVERY_SALE, atom_column
from salesperf.metrics.scope import Scope

_CANNOT = Text("{what} cannot be told of all that is credited", "部分业绩无法得出{what}")
_SEE_BELOW = Text("nothing is paid as if it were zero", "不会按零处理")
_UNKNOWN = Text(
    "{rows:line is|lines are} credited whose {column} is not known, such as order {order} of {day}",
    "有 {rows} 行计提业绩缺少{column}，例如 {day} 的订单 {order}",
)


class Measured(Struct, frozen=True):
    """A proportion: the metric that measures it, the atoms `whole` and `less` (part = whole - less), and its column."""

    metric: str
    whole: str
    less: str
    column: str
    code: str
    label: Text
    unknown: Text

    @property
    def atoms(self) -> tuple[str, str]:
        """The columns of whole and less in evaluated frames."""
        return atom_column(self.whole), atom_column(self.less)


PROPORTIONS: dict[Of, Measured] = {
    "margin": Measured(
        "gross_profit", "costed_net", "cost", "costed_net", "F613", Text("the margin", "毛利率"), Text("cost", "成本")
    ),
    "discount": Measured(
        "discount_rate",
        "list_value",
        "listed_gross",
        "list_value",
        "F614",
        Text("the discount", "折扣"),
        Text("list price", "标价"),
    ),
}


def refuse_unknown(scope: Scope, of: Of, spans: Sequence[Span]) -> None:
    """Raise `DataError` where lines credited in the spans lack what the proportion is of, with the first of them."""
    asked = PROPORTIONS[of]
    worth = nw.col("is_sold") & (nw.col("gross") != 0) if of == "discount" else nw.col("net") != 0
    lines = scope.measure.lines[EVERY_SALE].filter(
        nw.col("date") >= nw.lit(spans[0].start),
        nw.col("date") <= nw.lit(spans[-1].end),
        ~nw.col("rep").is_null(),
        worth,
        nw.col(asked.column).is_null(),
    )
    there = lines.collect_schema().names()
    places = [name for name in ("_file", "_sheet", "_row") if name in there]
    found = collect(lines.select("date", "order", *places)).sort("date", *places, "order")
    if found.is_empty():
        return
    first = found.row(0, named=True)
    where = Where(str(first["_file"]), first.get("_sheet"), first.get("_row")) if "_file" in first else Where()
    told = _UNKNOWN.fill(rows=Count(found.height), column=asked.unknown, order=first["order"], day=first["date"])
    found_issue = issue(asked.code, told, where, count=found.height)
    raise DataError(_CANNOT.fill(what=asked.label), _SEE_BELOW, (found_issue,))
