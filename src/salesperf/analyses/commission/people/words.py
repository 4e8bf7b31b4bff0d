"""The words of the lines between commission and payout."""

from __future__ import annotations

from salesperf.core.text import Text

CAPPED = Text("above the cap", "超出封顶")
AT_MOST = Text("a period pays {cap} at most", "每期最多{cap}")
LIFTED = Text("up to the floor", "补足保底")
AT_LEAST = Text("a period with commission pays {floor} at least", "有提成的期间至少{floor}")
GUARANTEE = Text("guarantee", "保障")
FILLED_UP = Text("filled up to {amount}, nothing of it is owed back", "补足至{amount}，无需归还")
ADVANCE = Text("draw, paid ahead", "预支")
RECOVERY = Text("draw, taken back", "扣还预支")
NOT_RECOVERED = Text("draw, forgiven", "免还预支")
FORGIVEN_DRAW = Text("{amount} need not be paid back", "{amount}不再归还")
HELD_BACK = Text("held back", "暂扣")
RELEASED = Text("released of what was held back", "发放暂扣款")
HELD_AGAINST = Text("held against what was owed before", "抵扣以前各期欠款")
CARRIED_ON = Text("carried on to later periods", "结转至以后各期")
FORGIVEN = Text("forgiven", "免除")
TAKEN_BACK = Text("taken back: {label}", "扣回：{label}")
CAME_BACK = Text(
    "{amount} came back ({back}) of the sale of {day} ({sold})", "{day}的销售（{sold}）退回{amount}（{back}）"
)
MORE_CAME_BACK = Text("{more:more row|more rows} came back", "另有 {more} 行退货")
NOT_RELEASED = Text(
    "{amount} of it is still held back: it is not taken, and will not be released",
    "其中{amount}尚在暂扣中：不扣回，也不再发放",
)
WAITS = Text("held until collected: {label}", "待回款发放：{label}")
COLLECTED = Text("released on collection: {label}", "回款发放：{label}")
OVERDUE = Text("taken back while overdue: {label}", "逾期未回款扣回：{label}")
SETTLED = Text("overdue, of earlier periods: {label}", "以前各期逾期扣回与返还：{label}")
STILL_WAITS = Text("{period}: {amount}; {share} of {left} wait for cash", "{period}：{amount}；{left}中{share}待回款")
STILL_OVERDUE = Text(
    "{period}: {amount}; {share} of {left} are overdue", "{period}：{amount}；{left}中{share}逾期未回款"
)
MORE_PERIODS = Text("{more:more period|more periods}", "另有 {more} 期")
TRUED_UP = Text("true-up: {label}", "累计补差：{label}")
EARNED_TO_DATE = Text("earned to date {earned}, paid to date {paid}", "累计应得{earned}，累计已付{paid}")
ADJUSTMENT = Text("adjustment", "调整")
ADJUSTED = Text("{reason} ({place})", "{reason}（{place}）")
OPENING = Text("balances at first", "期初余额")
OPENS = {
    "draw_owed": Text("{amount} of a draw are not yet paid back", "{amount}预支尚未扣还"),
    "owed": Text("{amount} are owed from before", "此前欠款{amount}"),
    "reserve": Text("{amount} are held back from before", "此前暂扣{amount}"),
}
