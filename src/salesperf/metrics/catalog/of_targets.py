"""What is measured against targets: not by `kpi`, whose lines know no targets, but by commands that read both."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.examples import EIGHT_WEEKS, NEWCOMER, QUOTAS
from salesperf.metrics.model import Better, Example, Family

_STATUS, _ONBOARDING = "targets status", "targets onboarding"
_AS_OF_MARCH = "2026-03"


class TargetMeasure(Struct, frozen=True):
    """One measure of any metric that has targets; `command` shows it in the column `key`, or as `shown_as`."""

    key: str
    label: Text
    meaning: Text
    formula: Text
    unit: Unit
    better: Better
    command: str
    example: Example
    family: Family = Family.RESULT
    shown_as: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What it means, in both languages."""
        return (self.meaning.en, self.meaning.zh)


OF_TARGETS: Registry[TargetMeasure] = Registry(
    "metric",
    (
        TargetMeasure(
            "attainment",
            Text("attainment", "达成率"),
            Text(
                "actual over target, of the period and of the year to date; of a team or the company pooled actuals "
                "over pooled targets; without a target there is none",
                "实际／目标，按期间及本年累计；团队与公司为实际合计／目标合计；没有目标则不计算",
            ),
            Text("actual / target", "实际 / 目标"),
            Unit.RATIO,
            Better.UP,
            _STATUS,
            Example(QUOTAS, 0.5, "(30 + 69) of 66 + 132", period=_AS_OF_MARCH),
        ),
        TargetMeasure(
            "gap",
            Text("gap", "差额"),
            Text("actual less target", "实际减目标"),
            Text("actual - target", "实际 - 目标"),
            Unit.MONEY,
            Better.UP,
            _STATUS,
            Example(QUOTAS, Decimal("-99.00"), "99 - 198", period=_AS_OF_MARCH),
        ),
        TargetMeasure(
            "pace",
            Text("pace", "进度达成率"),
            Text(
                "actual over what was expected by now: of each target the share of its workdays that are over, "
                "weighted by season where whole years tell it",
                "实际／按进度应完成：各目标按已过工作日占比（有完整年度数据时按季节性加权）折算",
            ),
            Text("actual / (target x workdays over / workdays)", "实际 /（目标 x 已过工作日 / 工作日）"),
            Unit.RATIO,
            Better.UP,
            _STATUS,
            Example(
                QUOTAS, 1.1, "ten of the 22 workdays of March are over: 99 of 198 x 10 / 22 = 90", period=_AS_OF_MARCH
            ),
        ),
        TargetMeasure(
            "required_run_rate",
            Text("required run rate", "剩余每工作日需完成"),
            Text("what each workday that remains has to bring", "剩余每个工作日需要完成的数额"),
            Text("(target - actual) / remaining workdays", "（目标 - 实际）/ 剩余工作日"),
            Unit.MONEY,
            Better.NEITHER,
            _STATUS,
            Example(QUOTAS, Decimal("8.25"), "(198 - 99) / 12", period=_AS_OF_MARCH),
            shown_as="required",
        ),
        TargetMeasure(
            "landing",
            Text("forecast landing", "预计完成"),
            Text(
                "what the period comes to if the rest goes as the part that is over went",
                "若其余时间与已过部分同样进展，期间最终的数额",
            ),
            Text("actual / expected by now x target", "实际 / 按进度应完成 x 目标"),
            Unit.MONEY,
            Better.UP,
            _STATUS,
            Example(QUOTAS, Decimal("217.80"), "99 / 90 x 198", period=_AS_OF_MARCH),
        ),
        TargetMeasure(
            "probability",
            Text("chance to reach the target", "达标概率"),
            Text(
                "the chance that the rest of the period brings what is missing, if its workdays are like those of the "
                "last 26 weeks, weighted by season as the pace is, and sums of weeks are normal; eight weeks at least, "
                "and none where it says the contrary of the landing",
                "剩余时间补足差额的概率：假定其工作日与最近 26 周相同（季节权重同进度），周合计服从正态分布；"
                "至少需要 8 周；与预计完成相矛盾时不给出",
            ),
            Text(
                "normal((m x n - missing) / (s x sqrt(n))) of n weeks left, of mean m and standard deviation s",
                "正态分布（（m x n - 差额）/（s x n 的平方根））：剩余 n 周，周均值 m，标准差 s",
            ),
            Unit.RATIO,
            Better.UP,
            _STATUS,
            Example(
                EIGHT_WEEKS,
                0.5,
                "eight weeks of 90 and 110 in turn; one is left and 500 - 400 missing",
                period="2026-02",
            ),
        ),
        TargetMeasure(
            "onboarding_months",
            Text("onboarding time", "新人成长周期"),
            Text(
                "median months from hire until attainment over three months reaches 80 % of the peers'; who left "
                "before or is on the way is told beside it",
                "自入职起至连续三个月合计达成率达到同事 80% 的月数（中位数）；未达标离职及成长中的人员另行列示",
            ),
            Text("months until own attainment >= 0.8 x that of peers", "本人达成率 >= 0.8 x 同事达成率 所需月数"),
            Unit.NUMBER,
            Better.DOWN,
            _ONBOARDING,
            Example(
                NEWCOMER,
                4.0,
                "R2, hired on 1 January: 150 of 300 by March is 50 % of the peer's 100 %; 240 of 300 by April is 80 %",
            ),
            Family.EFFICIENCY,
        ),
    ),
)
