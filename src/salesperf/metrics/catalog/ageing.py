"""The ages of money owed: balances that add up to what is owed on invoices with a due date."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.collection_examples import CREDITS, RECEIVABLES
from salesperf.metrics.model import Better, Derived, Example, Family, Metric, Snapshot

_FEBRUARY, _MARCH = "2026-02", "2026-03"


def _age(key: str, label: Text, meaning: Text, atom: str, *, value: str, working: str, period: str) -> Metric:
    """The balance of one age."""
    return Metric(
        key,
        label,
        meaning,
        Unit.MONEY,
        Better.NEITHER if atom == "not_due" else Better.DOWN,
        Family.RESULT,
        Snapshot(atom),
        Example(RECEIVABLES, Decimal(value), working, period=period),
        group="collections",
        default=False,
    )


AGEING_METRICS: tuple[Metric, ...] = (
    _age(
        "receivable_not_due",
        Text("receivable not due", "未到期应收"),
        Text("amount owed whose due day is not over", "尚未到期的应收金额"),
        "not_due",
        value="4000.00",
        working="I4, due on 4 April",
        period=_MARCH,
    ),
    _age(
        "overdue_1_30",
        Text("overdue 1-30 days", "逾期1–30天"),
        Text("amount owed 1 to 30 days after its due day", "到期后 1 至 30 天仍未收回的金额"),
        "late_1_30",
        value="2000.00",
        working="I2, 9 days after its due day",
        period=_FEBRUARY,
    ),
    _age(
        "overdue_31_60",
        Text("overdue 31-60 days", "逾期31–60天"),
        Text("amount owed 31 to 60 days after its due day", "到期后 31 至 60 天仍未收回的金额"),
        "late_31_60",
        value="1500.00",
        working="of I2 1,500 are open, 40 days after its due day",
        period=_MARCH,
    ),
    _age(
        "overdue_61_90",
        Text("overdue 61-90 days", "逾期61–90天"),
        Text("amount owed 61 to 90 days after its due day", "到期后 61 至 90 天仍未收回的金额"),
        "late_61_90",
        value="1200.00",
        working="of I2 1,200 are open, 70 days after its due day",
        period="2026-04",
    ),
    _age(
        "overdue_over_90",
        Text("overdue over 90 days", "逾期90天以上"),
        Text("amount owed more than 90 days after its due day", "到期超过 90 天仍未收回的金额"),
        "late_over_90",
        value="1200.00",
        working="of I2 1,200 are open on 10 June, 111 days after its due day",
        period="2026-06",
    ),
    Metric(
        "unused_credit",
        Text("credits not yet used", "未核销贷项"),
        Text(
            "credit notes, payments for no invoice of the files and what was paid beyond one, at the end of the "
            "period: below zero, as they lower the receivable; never overdue and of no age",
            "期末未核销的红字发票、找不到发票的回款及超额回款：以负数列示，冲减应收余额；不计逾期，无账龄",
        ),
        Unit.MONEY,
        Better.NEITHER,
        Family.RESULT,
        Snapshot("unused_credit"),
        Example(CREDITS, Decimal("-250.00"), "N1 -200 and 50 paid beyond I1", period=_FEBRUARY),
        group="collections",
        default=False,
    ),
    Metric(
        "receivable_unaged",
        Text("receivable of no age", "未分账龄应收"),
        Text(
            "receivable of invoices without a due date; less all payments where none of them names what it is for",
            "没有到期日的应收；回款均未注明用途时，扣除全部回款",
        ),
        Unit.MONEY,
        Better.NEITHER,
        Family.RESULT,
        Derived("receivable - receivable_not_due - overdue - unused_credit"),
        Example(RECEIVABLES, Decimal("0.00"), "5,500 - 4,000 - 1,500 - 0", period=_MARCH),
        group="collections",
        default=False,
    ),
)
