"""Yes and no as people and systems write them; what is neither is no flag."""

from __future__ import annotations

import polars as pl

from salesperf.sources.values.blanks import cleaned, misfits_allowed
from salesperf.tables import chinese_words

TRUE_WORDS = (
    "true", "yes", "y", "1", "t", "是", "有", "√", "✓", "✔", "☑", "已完成", "完成", "completed", "done",
    "returned", "refunded", "cancelled", "canceled", "void", "voided",
    "ja", "oui", "sí", "si", "sì", "sim", "vero", "verdadero", "verdadeiro", "vrai", "wahr", "はい", "有り", "○",
    "storniert", "annulé", "annulée", "cancelado", "cancelada", "anulado", "anulada", "annullato", "annullata",
    "retourniert", "devuelto", "devuelta", "devolvido", "devolvida", "reso", "キャンセル", "キャンセル済", "返品",
    "取消済",
    *chinese_words.RETURNED, "退款", "已退款", "取消", "已取消", "作废", "已作废",
)  # fmt: skip
FALSE_WORDS = (
    "false", "no", "n", "0", "f", "否", "×", "✗", "未完成", "not started", "open",
    "not returned", "not refunded", "not cancelled", "not canceled",
    "nein", "non", "não", "nao", "faux", "falso", "falsch", "いいえ", "無", "無し", "なし", "未",
    *chinese_words.NOT_BACK, "未退款", "无退款", "未取消", "未作废", "正常", "不是",
)  # fmt: skip
_DONE = (
    "closed", "complete", "finished", "held", "attended", "connected", "sent", "visited",
    "已拜访", "已结束", "已关闭", "已执行", "已跟进", "已回访", "已签退", "拜访完成", "执行完成", "已办",
)  # fmt: skip
_NOT_DONE = (
    "cancelled", "canceled", "void", "voided", "in progress", "pending", "scheduled", "planned", "waiting",
    "waiting on someone else", "to do", "todo", "not done",
    "deferred", "no show", "no-show", "rescheduled", "missed", "overdue",
    "取消", "已取消", "作废", "已作废", "进行中", "待完成", "未开始", "计划中", "已计划", "待执行", "未执行", "待拜访",
    "未拜访", "待处理", "已逾期", "逾期", "逾期未完成", "延期", "已延期", "改期", "爽约", "待跟进", "未跟进", "待办",
)  # fmt: skip
_YES = frozenset({"true", "yes", "y", "1", "t", "是", "有", "√", "✓", "✔", "☑"})
_NO = frozenset({"false", "no", "n", "0", "f", "否", "×", "✗", "不是"})
_LIVE = frozenset({"有效", "active", "valid", "live", "未删除", "not deleted"})
_OF_COLUMN = {
    "was_cancelled": (
        frozenset({*TRUE_WORDS, "deleted", "已删除", "删除", "invalid", "无效", "test", "测试", "x"}),
        frozenset({*FALSE_WORDS, *_LIVE}),
    ),
    "was_returned": (frozenset({*TRUE_WORDS, "x"}), frozenset(FALSE_WORDS)),
    "was_valid": (
        _YES | _LIVE | {"正常", "生效", "已生效"},
        _NO | {"无效", "invalid", "作废", "已作废", "void", "voided", "失效", "未生效"},
    ),
    "was_confirmed": (
        _YES | {"审核", "已审核", "审核通过", "通过", "已通过", "已确认", "approved", "confirmed", "posted", "audited"},
        _NO
        | {
            "未审核",
            "待审核",
            "审核中",
            "未通过",
            "未确认",
            "待确认",
            "not approved",
            "unapproved",
            "unconfirmed",
            "not confirmed",
            "not posted",
            "unposted",
            "pending",
            "draft",
        },
    ),
    "completed": (frozenset({*TRUE_WORDS, *_DONE} - {*_NOT_DONE}), frozenset({*FALSE_WORDS, *_NOT_DONE})),
}
"""Columns with words of their own: a cancelled visit was not made, whatever the word says of an order."""
_NEARLY_ALL = 0.9
_CROSSES, _TICKS = ("x", "X"), ("√", "✓", "✔", "☑")


def flag(raw: pl.Expr, dtype: pl.DataType, *, column: str = "") -> pl.Expr:
    """A column as true and false, by the words of the canonical `column` it becomes; null where it says neither."""
    if dtype == pl.Boolean:
        return raw
    if dtype.is_numeric():
        return pl.when((raw == 0) | (raw == 1)).then(raw == 1)
    word = cleaned(raw.str.replace(r"^([01])\.0$", "$1")).str.to_lowercase().str.replace_all("_", " ", literal=True)
    yes, no = _OF_COLUMN.get(column, (TRUE_WORDS, FALSE_WORDS))
    return pl.when(word.is_in(sorted(yes))).then(statement=True).when(word.is_in(sorted(no))).then(statement=False)


def is_flag_like(cells: pl.Series, *, column: str = "") -> bool:
    """Whether nearly all cells that hold something say yes or no; true of an empty column.

    Other numbers than 0 and 1 are counts or amounts, of what was returned perhaps; a cross beside ticks is a no.
    """
    if cells.dtype in {pl.Boolean, pl.Null}:
        return True
    if not (cells.dtype == pl.String or cells.dtype.is_numeric()):
        return False
    held = cells.cast(pl.String).to_frame("cell").select(cleaned(pl.col("cell"))).to_series().drop_nulls()
    others = held.to_frame("cell").filter(flag(pl.col("cell"), pl.String(), column=column).is_null())["cell"]
    if held.is_in(list(_CROSSES)).any() and held.is_in(list(_TICKS)).any():
        return False
    has_numbers = cells.dtype != pl.String or others.cast(pl.Float64, strict=False).is_not_null().any()
    return others.is_empty() or (not has_numbers and others.len() <= misfits_allowed(held.len(), share=_NEARLY_ALL))
