"""退回 under a status of approval: the document was sent back to whoever wrote it, and no goods came back."""

from __future__ import annotations

import polars as pl

from salesperf.core.text import Count, Text, in_quotes
from salesperf.sources.pieces.one_read import Read
from salesperf.tables.line_words import word_key

SENT_BACK = "审批退回"
"""The status such a row gets, which `[kpi] returned` can name."""
_OF_APPROVAL = ("审核", "审批", "复核")
_STEPS = ("审", "驳回", "提交")
"""What the other words of such a status speak of."""
_BACK = frozenset(("退回", "已退回", "退回修改"))
_TOLD = Text(
    "{rows:row|rows} of {header} {words}{money} not approved and left out; if goods came back: "
    '[kpi] returned = ["{status}"]',
    '「{header}」为{words}的 {rows} 行按审批未通过处理，不计入{money}；若为退货：[kpi] returned = ["{status}"]',
)
_IN_ALL = Text(" ({amount} in all)", "（合计 {amount}）")


def with_sent_back(read: Read) -> None:
    """Give rows that were sent back a status that is not approved, where the status is one of approval."""
    frame, header = read.rows.frame, read.headers.get("status")
    if header is None or "status" not in frame.columns:
        return
    words = [str(word) for word in frame["status"].drop_nulls().unique().to_list()]
    back = sorted(word for word in words if word_key(word) in _BACK)
    is_of_approval = any(word in header for word in _OF_APPROVAL) or any(
        step in word for word in words for step in _STEPS
    )
    if not back or not is_of_approval:
        return
    rows = frame.filter(pl.col("status").is_in(back))
    money = _IN_ALL.fill(amount=f"{rows['amount'].sum():,.2f}") if "amount" in frame.columns else Text("", "")
    read.rows.frame = frame.with_columns(pl.col("status").replace(dict.fromkeys(back, SENT_BACK)))
    read.notes.append(
        _TOLD.fill(header=header, words=in_quotes(back), rows=Count(rows.height), money=money, status=SENT_BACK)
    )
