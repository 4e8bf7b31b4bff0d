"""The satisfaction family: how satisfied customers are, whether they would recommend, and how sure that is."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.examples import SURVEYS
from salesperf.metrics.model import Better, Derived, Example, Family, Metric, Ratio, Simple

_MARCH = "2026-03"

SURVEY_METRICS: tuple[Metric, ...] = (
    Metric(
        "csat",
        Text("customer satisfaction", "客户满意度"),
        Text(
            "answers in the top two scores of the scale / valid answers; the scale is that of the row, else csat_scale "
            "under [kpi], else what the scores show",
            "最高两档答卷／有效答卷；分制取自各行，其次 [kpi] csat_scale，否则由得分判断",
        ),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Ratio("satisfied", "csat_answers"),
        Example(SURVEYS, 0.75, "5, 4 and 4 of the scores 5, 4, 4 and 2 on a scale of 5", period=_MARCH),
        group="satisfaction",
        brief=True,
        sample="csat_answers",
    ),
    Metric(
        "csat_answers",
        Text("answers on satisfaction", "满意度答卷数"),
        Text("valid answers on satisfaction: those with a score on the scale", "得分在量表范围内的满意度答卷"),
        Unit.COUNT,
        Better.NEITHER,
        Family.RESULT,
        Simple("csat_answers"),
        Example(SURVEYS, 4, "the score 6 lies outside the scale of 5", period=_MARCH),
        group="satisfaction",
    ),
    Metric(
        "csat_low",
        Text("customer satisfaction, low end", "客户满意度下限"),
        Text(
            "low end of the 95 % score interval (Wilson) of customer satisfaction",
            "客户满意度 95% 置信区间（Wilson）下限",
        ),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Derived("wilson_low(satisfied, csat_answers)"),
        Example(
            SURVEYS,
            0.300641842582402,
            "of 3 in 4, z = 1.959964: (0.75 + 0.480182 - 0.640815) / 1.960365",
            period=_MARCH,
        ),
        group="satisfaction",
        default=False,
        sample="csat_answers",
    ),
    Metric(
        "csat_high",
        Text("customer satisfaction, high end", "客户满意度上限"),
        Text(
            "high end of the 95 % score interval (Wilson) of customer satisfaction",
            "客户满意度 95% 置信区间（Wilson）上限",
        ),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Derived("wilson_high(satisfied, csat_answers)"),
        Example(
            SURVEYS,
            0.9544127391902995,
            "of 3 in 4, z = 1.959964: (0.75 + 0.480182 + 0.640815) / 1.960365",
            period=_MARCH,
        ),
        group="satisfaction",
        default=False,
        sample="csat_answers",
    ),
    Metric(
        "nps",
        Text("net promoter score", "净推荐值（NPS）"),
        Text(
            "share of 9 and 10 less share of 0 to 6 among valid answers from 0 to 10",
            "0–10 分有效答卷中，9–10 分占比减去 0–6 分占比",
        ),
        Unit.SCORE,
        Better.UP,
        Family.RESULT,
        Derived("(promoters - detractors) / nps_answers"),
        Example(SURVEYS, 0.2, "2 promoters and 1 detractor of 5: 40 % - 20 %", period=_MARCH),
        group="satisfaction",
        sample="nps_answers",
    ),
    Metric(
        "nps_answers",
        Text("answers on recommendation", "推荐意愿答卷数"),
        Text("valid answers on recommendation: those with a score from 0 to 10", "得分为 0–10 分的推荐意愿答卷"),
        Unit.COUNT,
        Better.NEITHER,
        Family.RESULT,
        Simple("nps_answers"),
        Example(SURVEYS, 5, "10, 9, 8, 7 and 3", period=_MARCH),
        group="satisfaction",
    ),
    Metric(
        "nps_low",
        Text("net promoter score, low end", "净推荐值下限"),
        Text(
            "low end of the 95 % adjusted Wald interval (Rocks 2016)",
            "净推荐值 95% 置信区间（校正 Wald，Rocks 2016）下限",
        ),
        Unit.SCORE,
        Better.UP,
        Family.RESULT,
        Derived("balance_low(promoters, detractors, nps_answers)"),
        Example(
            SURVEYS,
            -0.38744484978472316,
            "2.75 and 1.75 of 8 are 0.125 apart, the root of (0.5625 - 0.015625) / 8 is 0.261457: 0.125 - 0.512445",
            period=_MARCH,
        ),
        group="satisfaction",
        default=False,
        sample="nps_answers",
    ),
    Metric(
        "nps_high",
        Text("net promoter score, high end", "净推荐值上限"),
        Text(
            "high end of the 95 % adjusted Wald interval (Rocks 2016)",
            "净推荐值 95% 置信区间（校正 Wald，Rocks 2016）上限",
        ),
        Unit.SCORE,
        Better.UP,
        Family.RESULT,
        Derived("balance_high(promoters, detractors, nps_answers)"),
        Example(
            SURVEYS,
            0.6374448497847232,
            "2.75 and 1.75 of 8 are 0.125 apart, the root of (0.5625 - 0.015625) / 8 is 0.261457: 0.125 + 0.512445",
            period=_MARCH,
        ),
        group="satisfaction",
        default=False,
        sample="nps_answers",
    ),
)
