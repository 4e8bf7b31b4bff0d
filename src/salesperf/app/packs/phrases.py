"""The words that sections of packs share, in English and Chinese."""

from __future__ import annotations

from salesperf.core.period import GRAIN_WORDS, Grain
from salesperf.core.text import Text
from salesperf.metrics.request import Compare

ACTUAL, TARGET = Text("actual", "实际"), Text("target", "目标")
ATTAINMENT = Text("of target", "达成率")
LAST_YEAR = Text("year before", "去年同期")
ON = {Compare.PREV: Text("on last period", "环比"), Compare.YOY: Text("on last year", "同比")}
PERIOD, TOTAL, METRIC = Text("period", "期间"), Text("total", "合计"), Text("metric", "指标")
_GRAINS = {
    Grain.DAY: Text("days", "日"),
    Grain.WEEK: Text("weeks", "周"),
    Grain.MONTH: Text("months", "个月"),
    Grain.QUARTER: Text("quarters", "个季度"),
    Grain.YEAR: Text("years", "年"),
}
_LAST, _LATEST = Text("last {count} {grain}", "近{count}{grain}"), Text("latest {one}", "近1{grain}")
NO_TARGET = Text("no target for this period", "该期间没有目标")
COUNTED = Text(
    "of what counts against the target: what was reached by those who have one, on the days that have one",
    "仅就计入目标的部分：有目标者在有目标期间的实际",
)
NO_ATTAINMENT = Text("nothing to divide by", "无可比数值")
NO_BASE = Text("the base is zero or less: no growth can be told", "基期为零或负数，无法计算增长率")
NO_NAME = Text("Unassigned", "未归属")
SHARE = Text("share", "占比")
COMPANY = Text("company", "公司")
WHO, STATUS, GAP = Text("who", "对象"), Text("status", "状态"), Text("gap", "差额")
OTHERS = Text("{count:other|others}", "其他{count}个")
NOT_ADDED = Text("not worked out for several groups together", "未对多个对象合并计算")
COMMA, SEMICOLON = Text(", ", "、"), Text("; ", "；")


def last(count: int, grain: Grain) -> Text:
    """The periods up to the one reported on.

    >>> last(13, Grain.MONTH).en, last(1, Grain.WEEK).en, last(1, Grain.MONTH).zh
    ('last 13 months', 'latest week', '近1个月')
    """
    words = _LATEST if count == 1 else _LAST
    return words.fill(count=count, grain=_GRAINS[grain], one=GRAIN_WORDS[grain])
