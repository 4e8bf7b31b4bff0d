"""The collection family: what came in, what is owed and how old it is, and how fast it is paid."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.collection_examples import RECEIVABLES
from salesperf.metrics.model import Better, Derived, Example, Family, Metric, Ratio, Simple, Snapshot

_FEBRUARY, _MARCH = "2026-02", "2026-03"


COLLECTION_METRICS: tuple[Metric, ...] = (
    Metric(
        "received",
        Text("cash received", "回款额"),
        Text("payments that came in, by the day of payment", "收到的款项，按回款日期计"),
        Unit.MONEY,
        Better.UP,
        Family.RESULT,
        Simple("received"),
        Example(RECEIVABLES, Decimal("3500.00"), "P2 500 + P3 3,000", period=_MARCH),
        group="collections",
    ),
    Metric(
        "invoiced",
        Text("invoiced", "开票额"),
        Text(
            "amount of the invoices issued, less credit notes, by the day of issue; with tax where the files have it",
            "开具发票的金额，扣除红字发票，按开票日期计；有价税合计时含税",
        ),
        Unit.MONEY,
        Better.UP,
        Family.RESULT,
        Simple("invoiced"),
        Example(RECEIVABLES, Decimal("4000.00"), "I4", period=_MARCH),
        group="collections",
        default=False,
    ),
    Metric(
        "collection_rate",
        Text("collection rate", "回款率"),
        Text(
            "cash received by the end of the period for what fell due in it / amount that fell due in it",
            "截至期末就期间内到期金额收到的款项／期间内到期的应收金额",
        ),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Ratio("cash_for_due", "due_amount", positive=True),
        Example(RECEIVABLES, 1000 / 3000, "I1 and I2 fell due, 3,000; by 28 February I1 was paid", period=_FEBRUARY),
        group="collections",
        brief=True,
    ),
    Metric(
        "collection_rate_of_invoiced",
        Text("cash received / invoiced", "回款率（按开票）"),
        Text("cash received in the period / invoiced in the period", "期间内回款额／期间内开票额"),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Ratio("received", "invoiced", positive=True),
        Example(RECEIVABLES, 3500 / 4000, "3,500 came in, 4,000 were invoiced", period=_MARCH),
        group="collections",
        default=False,
    ),
    Metric(
        "collection_rate_by_day_n",
        Text("collected by day n", "到期 n 天内回款率"),
        Text(
            "cash received at latest n days after the due day / amount that fell due in the period, of what fell due n "
            "days ago or more; n is [kpi] collected_within_days, 30 when not set",
            "到期后 n 天内收到的款项／期间内到期的应收金额，仅计到期已满 n 天的部分；n 为 [kpi] collected_within_days，"
            "默认 30",
        ),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Ratio("ripe_cash", "ripe_due", positive=True),
        Example(RECEIVABLES, 1500 / 3000, "of I1 1,000 came early, of I2 500 within 10 days", period=_FEBRUARY),
        group="collections",
        default=False,
    ),
    Metric(
        "cei",
        Text("collection effectiveness index", "催收有效性指数（CEI）"),
        Text(
            "(opening balance + invoiced - closing balance) / (opening balance + invoiced - closing balance that is "
            "not overdue)",
            "（期初应收＋开票额－期末应收）／（期初应收＋开票额－期末未逾期应收）",
        ),
        Unit.RATIO,
        Better.UP,
        Family.EFFICIENCY,
        Derived(
            "(opening_receivable + invoiced - receivable) / (opening_receivable + invoiced - (receivable - overdue))"
        ),
        Example(RECEIVABLES, 3500 / 5000, "(5,000 + 4,000 - 5,500) / (5,000 + 4,000 - 4,000)", period=_MARCH),
        group="collections",
        default=False,
    ),
    Metric(
        "receivable",
        Text("receivable", "应收余额"),
        Text("amount owed at the end of the period", "期末尚未收回的应收金额"),
        Unit.MONEY,
        Better.DOWN,
        Family.RESULT,
        Snapshot("receivable"),
        Example(RECEIVABLES, Decimal("5500.00"), "of I2 1,500 and I4 4,000 are open", period=_MARCH),
        group="collections",
    ),
    Metric(
        "opening_receivable",
        Text("opening receivable", "期初应收余额"),
        Text("amount owed before the first day of the period", "期间首日之前的应收余额"),
        Unit.MONEY,
        Better.NEITHER,
        Family.RESULT,
        Derived("receivable - receivable_change"),
        Example(RECEIVABLES, Decimal("5000.00"), "I2 2,000 + I3 3,000", period=_MARCH),
        group="collections",
        default=False,
    ),
    Metric(
        "dso",
        Text("days sales outstanding", "应收账款周转天数（DSO）"),
        Text(
            "receivable at the end / invoiced in the period x days of the period",
            "期末应收余额／期间内开票额×期间天数",
        ),
        Unit.DAYS,
        Better.DOWN,
        Family.EFFICIENCY,
        Derived("receivable / invoiced * days"),
        Example(RECEIVABLES, 5500 / 4000 * 31, "5,500 / 4,000 x 31 days", period=_MARCH),
        group="collections",
    ),
    Metric(
        "dso_countback",
        Text("DSO by count-back", "应收账款周转天数（倒推法）"),
        Text(
            "days of the last months' invoices that the receivable amounts to: the month of its day, then each month "
            "before with its own length, the last one in part",
            "用最近各月开票额逐月抵减期末应收余额，累计各月实际天数，最后一个月按比例计",
        ),
        Unit.DAYS,
        Better.DOWN,
        Family.EFFICIENCY,
        Simple("countback_days"),
        Example(RECEIVABLES, 45.0, "March 4,000: 31 days; 1,500 of February's 3,000: 14 of 28 days", period=_MARCH),
        group="collections",
        default=False,
    ),
    Metric(
        "overdue",
        Text("overdue", "逾期金额"),
        Text("amount owed past its due day at the end of the period", "期末已过到期日仍未收回的金额"),
        Unit.MONEY,
        Better.DOWN,
        Family.RESULT,
        Snapshot("overdue"),
        Example(RECEIVABLES, Decimal("1500.00"), "I2, due on 19 February", period=_MARCH),
        group="collections",
        default=False,
    ),
    Metric(
        "overdue_rate",
        Text("overdue rate", "逾期率"),
        Text(
            "overdue / receivable at the end of the period, before credits not yet used",
            "期末逾期金额／期末应收余额（未扣除未核销贷项）",
        ),
        Unit.RATIO,
        Better.DOWN,
        Family.RESULT,
        Ratio("overdue", "on_invoices", positive=True),
        Example(RECEIVABLES, 1500 / 5500, "1,500 of 5,500", period=_MARCH),
        group="collections",
    ),
    Metric(
        "average_days_late",
        Text("average days late", "平均逾期天数"),
        Text(
            "days from the due day to the payment, weighted by amount, of the cash received in the period; what came "
            "early or on the day is 0 days late",
            "期间内回款自到期日至回款日的天数，按金额加权；提前或当日回款计 0 天",
        ),
        Unit.DAYS,
        Better.DOWN,
        Family.EFFICIENCY,
        Ratio("cash_days", "aged_cash", positive=True),
        Example(RECEIVABLES, 29000 / 3500, "(500 x 10 days + 3,000 x 8 days) / 3,500", period=_MARCH),
        group="collections",
        default=False,
    ),
)
