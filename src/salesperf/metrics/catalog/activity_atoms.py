"""What is counted of activities on their day, and of the workdays of reps."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.metrics.model import Atom, How

_ACTIVITIES = Subject.ACTIVITIES


def _done(key: str, column: str, meaning: Text) -> Atom:
    return Atom(key, How.DISTINCT, column, Unit.COUNT, meaning, _ACTIVITIES)


ACTIVITY_ATOMS: tuple[Atom, ...] = (
    _done("activities", "activity", Text("activities done", "已完成的活动")),
    _done("completed_visits", "visit", Text("visits done", "已完成的拜访")),
    _done("calls", "call", Text("calls made", "已完成的电话")),
    _done("proposals", "proposal", Text("proposals made", "已提交的报价与方案")),
    _done("follow_ups", "follow_up", Text("follow-ups done", "已完成的跟进")),
    _done("planned_activities", "planned_activity", Text("activities planned", "计划的活动")),
    _done("kept_activities", "kept_activity", Text("activities planned and done", "计划且已完成的活动")),
    Atom(
        "rep_days",
        How.COUNT,
        "rep_day",
        Unit.COUNT,
        Text("workdays of reps", "销售员工作人日"),
        Subject.REP_DAYS,
    ),
)
