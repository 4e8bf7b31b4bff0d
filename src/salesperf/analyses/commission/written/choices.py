"""What a plan must decide itself, because respected systems decide it differently: there is no default.

Each choice says what every answer would pay on one example: 1 % up to 1M, 1.5 % from 1M to 2M, 2 % above, in a month
with 2.5M of credited sales.
"""

from __future__ import annotations

from salesperf.analyses.commission.written.answers import (
    Clawback,
    DayCount,
    NegativeBalance,
    Overlays,
    RateDay,
)
from salesperf.analyses.commission.written.choice import Choice, Option
from salesperf.analyses.commission.written.rule_choices import RULE_CHOICES
from salesperf.core.money import Rounding
from salesperf.core.registry import Registry
from salesperf.core.text import Text

CHOICES: Registry[Choice] = Registry(
    "choice",
    (
        *RULE_CHOICES,
        Choice(
            "rounding",
            Text("how is a payout line rounded, once", "每行提成如何取整（仅一次）"),
            (
                Option(
                    Rounding.HALF_UP,
                    Text("a half goes away from zero", "五入"),
                    Text("0.125 pays 0.13", "0.125付0.13"),
                ),
                Option(
                    Rounding.HALF_EVEN,
                    Text("a half goes to the even cent", "四舍六入五成双"),
                    Text("0.125 pays 0.12", "0.125付0.12"),
                ),
                Option(
                    Rounding.DOWN,
                    Text("what is beyond the last place is left out", "舍去尾数"),
                    Text("0.129 pays 0.12", "0.129付0.12"),
                ),
            ),
        ),
        Choice(
            "day_count",
            Text(
                "how is a part of a period counted; somebody joins on Monday 16 February 2026 with a quota of 280,000",
                "不足一期如何折算；某人2026年2月16日（周一）入职，月目标280,000",
            ),
            (
                Option(
                    DayCount.ACTUAL,
                    Text("days there by days of the period", "在岗日历日÷当期日历日"),
                    Text("13/28, a quota of 130,000", "13/28，目标130,000"),
                ),
                Option(
                    DayCount.THIRTY,
                    Text("every month has 30 days", "每月按30天"),
                    Text("15/30, a quota of 140,000", "15/30，目标140,000"),
                ),
                Option(
                    DayCount.WORKDAYS,
                    Text("Mondays to Fridays", "按工作日"),
                    Text("10/20, a quota of 140,000", "10/20，目标140,000"),
                ),
                Option(
                    DayCount.WHOLE_MONTHS,
                    Text("a month begun is a whole month", "当月入职按整月"),
                    Text("1/1, a quota of 280,000", "1/1，目标280,000"),
                ),
            ),
        ),
        Choice(
            "clawback",
            Text(
                "what does a return take back; 500,000 of the 2.5M come back in a month with 300,000 of sales",
                "退货如何扣回；250万中的50万在销售30万的次月退回",
            ),
            (
                Option(
                    Clawback.AS_PAID,
                    Text("what those sales were paid", "按当时所付"),
                    Text("the slice above 2M: 10,000", "200万以上那一段：10,000"),
                ),
                Option(
                    Clawback.CURRENT_RATE,
                    Text("the return counts in the month it comes", "计入退货当月"),
                    Text(
                        "300,000 - 500,000 = -200,000 at 1%: 2,000 less than nothing", "30万-50万=-20万，按1%：-2,000"
                    ),
                ),
                Option(
                    Clawback.PRO_RATA,
                    Text("its share of what the sale was paid", "按退货占销售的比例"),
                    Text("35,000 x 500,000 / 2.5M = 7,000", "35,000×50万÷250万=7,000"),
                ),
                Option(
                    Clawback.PAID_PART_ONLY,
                    Text("as paid, but no more than was paid out by then", "按当时所付，但不超过已发放部分"),
                    Text("with 40% paid out: 4,000", "已发放40%时：4,000"),
                ),
            ),
        ),
        Choice(
            "negative_balance",
            Text(
                "what if more is taken back than earned, here 2,000 more", "扣回多于当期所得时如何处理，此处多出2,000"
            ),
            (
                Option(
                    NegativeBalance.CARRY,
                    Text("it is held against later payouts", "结转至以后各期抵扣"),
                    Text("pays 0 now and 2,000 less later", "本期付0，以后少付2,000"),
                ),
                Option(
                    NegativeBalance.PAY_BACK,
                    Text("it is owed at once", "当期退还"),
                    Text("pays -2,000", "付-2,000"),
                ),
                Option(
                    NegativeBalance.ZERO,
                    Text("it is forgiven", "免除"),
                    Text("pays 0 and forgets 2,000", "付0，免除2,000"),
                ),
            ),
        ),
        Choice(
            "returns_reduce_attainment",
            Text(
                "do returns lower what counts against the quota, here 2.5M with 600,000 returned",
                "退货是否冲减业绩达成，此处250万退回60万",
            ),
            (
                Option(
                    "true",
                    Text("they do", "冲减"),
                    Text("attainment is of 1.9M, the tier of 1.5%", "按190万计达成，处于1.5%档"),
                ),
                Option(
                    "false",
                    Text("they do not", "不冲减"),
                    Text("attainment is of 2.5M, the tier of 2%", "按250万计达成，处于2%档"),
                ),
            ),
        ),
        Choice(
            "overlays",
            Text(
                "what is a credit beside the whole for; a specialist has an overlay of 100% on a sale of 2.5M",
                "整体之外的叠加业绩用于什么；某专家对250万的销售有100%叠加",
            ),
            (
                Option(
                    Overlays.PAY,
                    Text("it is paid like any credit", "与其他业绩一样计提"),
                    Text("35,000 more, to the specialist", "另付专家35,000"),
                ),
                Option(
                    Overlays.ATTAINMENT,
                    Text("it counts against the quota alone", "只计入目标达成"),
                    Text("nothing more; the specialist has reached 2.5M", "不另付，专家的达成为250万"),
                ),
            ),
        ),
        Choice(
            "fx",
            Text(
                "which day's rate holds for another currency; USD 10,000 sold on 10 January, when USD stands at 7.00",
                "外币按哪一天的汇率折算；1月10日销售10,000美元，当日汇率7.00",
            ),
            (
                Option(
                    RateDay.EVENT,
                    Text("that of the event", "业务当日"),
                    Text("1% of 70,000 = 700", "70,000×1%=700"),
                ),
                Option(
                    RateDay.PERIOD_END,
                    Text("that of the period's last day, here 7.10", "当期最后一日，此处7.10"),
                    Text("1% of 71,000 = 710", "71,000×1%=710"),
                ),
                Option(
                    RateDay.PLAN,
                    Text("that of the plan's first day, here 6.90", "方案生效日，此处6.90"),
                    Text("1% of 69,000 = 690", "69,000×1%=690"),
                ),
            ),
        ),
    ),
)
"""Every forced choice."""
