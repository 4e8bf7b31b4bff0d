"""Lines that are credited and lack what a measure is worked out from: their cost, list price or quantity."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Where
from salesperf.core.text import Count, Text
from salesperf.engine import collect
from salesperf.facts.subject import Subject
from salesperf.metrics.atoms import column_needed
from salesperf.metrics.parts import Lens, atoms_under
from salesperf.metrics.scope import Scope

_CANNOT = Text("{metric} cannot be told of all that is credited", "部分业绩无法得出{metric}")
_SEE_BELOW = Text("nothing is paid as if it were zero", "不会按零处理")
_UNKNOWN = Text(
    "{rows:line is|lines are} credited whose {what} is not known, such as order {order} of {day}",
    "有 {rows} 行计提业绩缺少{what}，例如 {day} 的订单 {order}",
)


class _Lack(Struct, frozen=True):
    """What is not known where a column is empty, of which lines it must be, and the finding."""

    code: str
    what: Text
    of: nw.Expr


_ITS_COST = _Lack("F613", Text("cost", "成本"), nw.col("net") != 0)
_ITS_PRICE = _Lack("F614", Text("list price", "标价"), nw.col("is_sold") & (nw.col("gross") != 0))
_ITS_QUANTITY = _Lack("F617", Text("quantity", "数量"), nw.col("is_sold") | nw.col("is_returned"))
_LACKS: Mapping[str, _Lack] = {
    **dict.fromkeys(("cost_of_net", "costed_net"), _ITS_COST),
    **dict.fromkeys(("list_value", "listed_gross"), _ITS_PRICE),
    **dict.fromkeys(("units", "sold_units", "returned_units", "priced_net"), _ITS_QUANTITY),
}
"""By the column of sales lines that is empty then."""


def refuse_unknown(scope: Scope, *, since: date | None, until: date) -> None:
    """Raise `DataError` where lines of somebody lack what the metrics of a scope are of, with the first of them.

    Only the lines of the days asked about are looked at, all that came before where `since` is None. What comes back
    needs no list price: only what is sold has a discount.
    """
    for metric in scope.metrics:
        for lens, atoms in atoms_under((metric,), scope.measure.catalog).items():
            asked = {_LACKS[column].code: column for column in map(column_needed, atoms) if column in _LACKS}
            if lens.subject is Subject.SALES:
                for column in asked.values():
                    _refuse(scope, lens, column, metric.label, since=since, until=until)


def _refuse(scope: Scope, lens: Lens, column: str, metric: Text, *, since: date | None, until: date) -> None:
    lack = _LACKS[column]
    lines = scope.measure.lines[lens].filter(
        ~nw.col("rep").is_null(), nw.col("date") <= nw.lit(until), lack.of, nw.col(column).is_null()
    )
    lines = lines if since is None else lines.filter(nw.col("date") >= nw.lit(since))
    there = lines.collect_schema().names()
    places = [name for name in ("_file", "_sheet", "_row") if name in there]
    found = collect(lines.select("date", "order", *places)).sort("date", *places, "order")
    if found.is_empty():
        return
    first = found.row(0, named=True)
    where = Where(str(first["_file"]), first.get("_sheet"), first.get("_row")) if "_file" in first else Where()
    told = _UNKNOWN.fill(rows=Count(found.height), what=lack.what, order=first["order"], day=first["date"])
    raise DataError(_CANNOT.fill(metric=metric), _SEE_BELOW, (issue(lack.code, told, where, count=found.height),))
