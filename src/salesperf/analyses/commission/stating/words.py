"""The words of statements."""

from __future__ import annotations

from collections.abc import Mapping

from salesperf.analyses.commission.lines import Kind
from salesperf.analyses.commission.plan import Plan
from salesperf.core.text import Text

TITLE = Text("Commission statement, {name}, {period}", "提成结算单：{name}，{period}")
OF_COMPANY = Text("Commission book, {period}", "提成结算总表，{period}")
UNDER = Text("{plan}, version {version}, {currency}", "{plan}，第{version}版，{currency}")
OF_PLAN = Text("{title}: {plan}", "{title}：{plan}")
OF_PERIOD = Text("{label}, {period}", "{label}，{period}")
PAYOUT = Text("Payout", "提成")
UNPAID = Text("Not paid for", "未计提")
TERMS = Text("The plan in words", "方案条款")
BALANCES = Text("Balances after the period", "期末余额")
BALANCE = Text("balance", "项目")
BALANCE_AMOUNT = Text("amount", "金额")
DRAW_OWED = Text("draw not yet paid back", "尚未扣还的预支")
CARRIED = Text("carried on: held against later payouts", "结转：从以后各期提成中抵扣")
RESERVE = Text("held back, to be released", "暂扣，待发放")
WAITS = Text("waiting for cash", "待回款")
CREDITED_FOR = Text("credited, {label}", "计提业绩：{label}")
BY_PERSON = Text("By person", "按人")
SLICES = Text("Slices", "分段")
TO_DATE = Text("towards the target, to date", "累计计入目标")
LINE = Text("line", "序号")
KINDS: Mapping[Kind, Text] = {
    Kind.EARNING: Text("commission", "提成"),
    Kind.LIMIT: Text("cap or floor", "封顶或保底"),
    Kind.POOL: Text("team pool", "团队奖金池"),
    Kind.OVERRIDE: Text("override", "管理提成"),
    Kind.HONOUR: Text("honour", "荣誉"),
    Kind.GUARANTEE: Text("guarantee", "保障"),
    Kind.DRAW_ADVANCE: Text("draw paid ahead", "预支"),
    Kind.DRAW_RECOVERY: Text("draw taken back", "扣还预支"),
    Kind.DRAW_FORGIVEN: Text("draw forgiven", "免还预支"),
    Kind.RESERVE: Text("held back", "暂扣"),
    Kind.RESERVE_RELEASE: Text("released", "发放暂扣款"),
    Kind.CLAWBACK: Text("clawback", "扣回"),
    Kind.CARRIED: Text("carried on", "结转"),
    Kind.FORGIVEN: Text("forgiven", "免除"),
    Kind.ADJUSTMENT: Text("adjustment", "调整"),
    Kind.OPENING: Text("balances at first", "期初余额"),
    Kind.TRUE_UP: Text("true-up", "累计补差"),
    Kind.UNCOLLECTED: Text("held until collected", "待回款发放"),
    Kind.COLLECTED: Text("released on collection", "回款发放"),
}


def under(plan: Plan) -> Text:
    """A plan in the heading of what it pays: name, version, currency."""
    terms = plan.plan
    return UNDER.fill(plan=terms.label, version=terms.version, currency=terms.currency)
