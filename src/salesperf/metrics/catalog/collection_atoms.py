"""What is added up of money owed and received: invoices, due amounts, cash, the balance and its ages."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.metrics.model import Atom, How

_DUE, _MOVED = Subject.DUE, Subject.RECEIVABLES

COLLECTION_ATOMS: tuple[Atom, ...] = (
    Atom(
        "invoiced",
        How.SUM,
        "invoiced",
        Unit.MONEY,
        Text("amount invoiced, less credit notes", "开票金额（扣除红字发票）"),
        Subject.INVOICED,
    ),
    Atom("received", How.SUM, "cash", Unit.MONEY, Text("cash received", "已收款金额"), Subject.RECEIVED),
    Atom(
        "due_amount",
        How.SUM,
        "due_amount",
        Unit.MONEY,
        Text("amount that fell due in the period", "期间内到期的应收金额"),
        _DUE,
    ),
    Atom(
        "cash_for_due",
        How.SUM,
        "cash_for_due",
        Unit.MONEY,
        Text("cash received by the end of the period for what fell due in it", "截至期末就期间内到期金额收到的款项"),
        _DUE,
    ),
    Atom(
        "ripe_due",
        How.SUM,
        "ripe_due",
        Unit.MONEY,
        Text("amount that fell due in the period, n days ago or more", "期间内到期且已满 n 天的应收金额"),
        _DUE,
    ),
    Atom(
        "ripe_cash",
        How.SUM,
        "ripe_cash",
        Unit.MONEY,
        Text("cash received for it within n days of the due day", "到期后 n 天内就其收到的款项"),
        _DUE,
    ),
    Atom(
        "receivable",
        How.BALANCE,
        "receivable",
        Unit.MONEY,
        Text("amount owed at the end of the period", "期末应收余额"),
        _MOVED,
    ),
    Atom(
        "receivable_change",
        How.SUM,
        "moved",
        Unit.MONEY,
        Text("change of the amount owed within the period", "期间内应收余额的变动"),
        _MOVED,
    ),
    Atom("not_due", How.BALANCE, "not_due", Unit.MONEY, Text("owed and not yet due", "未到期应收"), _MOVED),
    Atom("overdue", How.BALANCE, "overdue", Unit.MONEY, Text("owed and past its due day", "已逾期应收"), _MOVED),
    Atom(
        "unused_credit",
        How.BALANCE,
        "unused_credit",
        Unit.MONEY,
        Text("credits and payments set against no invoice, below zero", "未核销的贷项与回款（负数）"),
        _MOVED,
    ),
    Atom(
        "on_invoices",
        How.BALANCE,
        "on_invoices",
        Unit.MONEY,
        Text("amount owed, before credits not yet used", "应收余额（未扣除未核销贷项）"),
        _MOVED,
    ),
    Atom("late_1_30", How.BALANCE, "late_1_30", Unit.MONEY, Text("owed 1 to 30 days late", "逾期 1–30 天"), _MOVED),
    Atom("late_31_60", How.BALANCE, "late_31_60", Unit.MONEY, Text("owed 31 to 60 days late", "逾期 31–60 天"), _MOVED),
    Atom("late_61_90", How.BALANCE, "late_61_90", Unit.MONEY, Text("owed 61 to 90 days late", "逾期 61–90 天"), _MOVED),
    Atom(
        "late_over_90",
        How.BALANCE,
        "late_over_90",
        Unit.MONEY,
        Text("owed more than 90 days late", "逾期 90 天以上"),
        _MOVED,
    ),
    Atom(
        "aged_cash",
        How.SUM,
        "aged_cash",
        Unit.MONEY,
        Text("cash received for invoices with a due date", "就有到期日的发票收到的款项"),
        _MOVED,
    ),
    Atom(
        "cash_days",
        How.SUM,
        "cash_days",
        Unit.QUANTITY,
        Text(
            "cash received for invoices with a due date, each times the days it came after that day",
            "就有到期日的发票收到的款项×到期后天数",
        ),
        _MOVED,
    ),
    Atom(
        "countback_days",
        How.WORKED,
        "issued",
        Unit.DAYS,
        Text("days of the last months' invoices that the balance amounts to", "应收余额相当于最近多少天的开票"),
        _MOVED,
    ),
)
