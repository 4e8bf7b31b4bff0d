"""What a plan cannot pay because something is not known: refused as a whole, with every amount that waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import reduce

from salesperf.analyses.commission.case import Lacking
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.plan import Plan
from salesperf.core.codes import issue
from salesperf.core.errors import ANYWHERE, DataError, Issue, Where
from salesperf.core.money import EXACT
from salesperf.core.text import Count, Text

_CANNOT = Text(
    "the plan {plan} cannot be paid: something that its rules ask for is missing",
    "方案 {plan} 无法计算：规则所需的内容缺失",
)
_SEE_BELOW = Text("correct what is listed; nothing is paid as zero in silence", "请补齐所列内容；不会悄悄按零支付")
_LACKS = Text(
    "{component}: {what}: {amount} of {people:person|people} in {periods:period|periods}",
    "{component}：{what}：{people} 人 {periods} 期共 {amount}",
)


Rows = Callable[[Line, tuple[str, ...]], Where]
"""Where the first row stands of a part of a line."""


def refuse_lacking(plan: Plan, lines: Sequence[Line], *, first_row: Rows) -> None:
    """Raise `DataError` where any line lacks something: an issue for each thing, its amounts added up, and a row."""
    found: dict[tuple[str, str, Text], list[tuple[Line, Lacking]]] = {}
    for line in lines:
        for one in line.earned.lacking if line.earned is not None else ():
            found.setdefault((line.component, one.code, one.what), []).append((line, one))
    if found:
        raise DataError(
            _CANNOT.fill(plan=plan.plan.id), _SEE_BELOW, tuple(_told(told, first_row) for told in found.values())
        )


def _told(told: Sequence[tuple[Line, Lacking]], first_row: Rows) -> Issue:
    line, first = told[0]
    amount = reduce(EXACT.add, (one.amount for _, one in told), Decimal(0))
    message = _LACKS.fill(
        component=line.label,
        what=first.what,
        amount=figure(amount),
        people=Count(len({one.participant for one, _ in told})),
        periods=Count(len({one.period for one, _ in told})),
    )
    where = ANYWHERE if first.part is None else first_row(line, first.part)
    return issue(first.code, message, where, count=len(told))
