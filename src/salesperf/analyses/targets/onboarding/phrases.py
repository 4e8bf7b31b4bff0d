"""The words of the report on newcomers."""

from __future__ import annotations

from salesperf.analyses.targets.onboarding.compute import State
from salesperf.core.text import Text

TITLE = Text("Onboarding of newcomers", "新人成长")
SUBTITLE = Text("hired {hired}; data through {through}", "入职日期 {hired}；数据截至 {through}")
BLOCK = Text("Newcomers by {metric}", "新人情况（按{metric}）")
WHO, ID, METRIC, HIRED, STATE = (
    Text("who", "对象"),
    Text("ID", "编号"),
    Text("metric", "指标"),
    Text("hired", "入职日期"),
    Text("state", "状态"),
)
MONTHS = Text("months", "月数")
MEDIAN = Text("onboarding time (median months)", "新人成长周期（中位数，月）")
WINDOW = Text("last months looked at", "最近考察期")
OWN, PEERS = Text("attainment", "达成率"), Text("peers' attainment", "同事达成率")
STATES = {
    State.ON_BOARD: Text("on board", "已达标"),
    State.SINCE_UNKNOWN: Text("on board, unknown since when", "已达标，起始时间不详"),
    State.LEFT: Text("left before", "未达标离职"),
    State.ON_THE_WAY: Text("on the way", "成长中"),
    State.UNKNOWN: Text("cannot be told", "无法判断"),
}
EMPTY = Text(
    "nobody with targets was hired while there are data (hire_date in the people table tells when)",
    "数据期间内没有新入职且有目标的人员（入职日期取自人员表的 hire_date）",
)
HOW = Text(
    "on board is who reaches {share} of the attainment of peers (hired earlier, there to the end of the same months) "
    "over {months:month|months} together; months count from the first that begins on the day of hire or later",
    "连续 {months} 个月合计的达成率达到同事（更早入职且同期在岗）的 {share} 即为达标；"
    "月数自入职当日或之后的第一个整月起计",
)
SUMMARY = Text(
    "{metric}: of {all:newcomer|newcomers} {on_board} came on board, the median after {median} months; {since} "
    "since an unknown month, {way} on the way, {left} left before, {unknown} cannot be told",
    "{metric}：共 {all} 名新人，{on_board} 人已达标（中位数 {median} 个月），{since} 人已达标但起始时间不详，"
    "{way} 人成长中，{left} 人未达标离职，{unknown} 人无法判断",
)
NO_MEDIAN = Text("–", "–")
NOT_ADDING = Text(
    "{metric} does not add up over months: no onboarding by it", "{metric} 不能按月累加，不据此判断新人成长"
)
