"""Lines that are credited and lack what a measure is worked out from: cost, list price, quantity or customer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import narwhals as nw
from msgspec import Struct

from salesperf.analyses.commission.phrases import figure
from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue, Where
from salesperf.core.money import exact
from salesperf.core.text import Text
from salesperf.engine import collect
from salesperf.facts.subject import Subject
from salesperf.metrics.atoms import column_needed
from salesperf.metrics.parts import Lens, atoms_under
from salesperf.metrics.scope import Scope

_CANNOT = Text("{metric} cannot be told of all that is credited", "部分业绩无法得出{metric}")
_SEE_BELOW = Text("nothing is paid as if it were zero", "不会按零处理")
_UNKNOWN = Text(
    "order {order} of {day}, {net} net: its {what} is not known", "{day} 的订单 {order}（净额 {net}）缺少{what}"
)
_MORE = Text("further lines whose {what} is not known", "其余缺少{what}的明细")
_LISTED = 100
"""Lines told of each on its own; what is left is told in one."""


class _Lack(Struct, frozen=True):
    """What is not known where a column is empty, of which lines it must be, and the finding."""

    code: str
    what: Text
    of: nw.Expr


_ITS_COST = _Lack("F613", Text("cost", "成本"), nw.col("net") != 0)
_ITS_PRICE = _Lack("F614", Text("list price", "标价"), nw.col("is_sold") & (nw.col("gross") != 0))
_ITS_QUANTITY = _Lack("F617", Text("quantity", "数量"), nw.col("is_sold") | nw.col("is_returned"))
_ITS_CUSTOMER = _Lack("F618", Text("customer", "客户"), nw.col("is_sold") & (nw.col("net") != 0))
_LACKS: Mapping[str, _Lack] = {
    **dict.fromkeys(("cost_of_net", "costed_net"), _ITS_COST),
    **dict.fromkeys(("list_value", "listed_gross"), _ITS_PRICE),
    **dict.fromkeys(("units", "sold_units", "returned_units", "priced_net"), _ITS_QUANTITY),
    "customer": _ITS_CUSTOMER,
}
"""By the column of sales lines that is empty then."""


def refuse_unknown(scope: Scope, *, since: date | None, until: date) -> None:
    """Raise `DataError` where lines of somebody lack what the metrics of a scope are of, each named.

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
    found = collect(lines.select("date", "order", "net", *places)).sort("date", *places, "order")
    if found.is_empty():
        return
    issues = [_told(lack, line) for line in found.head(_LISTED).iter_rows(named=True)]
    if found.height > _LISTED:
        issues.append(issue(lack.code, _MORE.fill(what=lack.what), count=found.height - _LISTED))
    raise DataError(_CANNOT.fill(metric=metric), _SEE_BELOW, tuple(issues))


def _told(lack: _Lack, line: Mapping[str, Any]) -> Issue:
    where = Where(str(line["_file"]), line.get("_sheet"), line.get("_row")) if "_file" in line else Where()
    message = _UNKNOWN.fill(order=line["order"], day=line["date"], net=figure(exact(line["net"])), what=lack.what)
    return issue(lack.code, message, where)
