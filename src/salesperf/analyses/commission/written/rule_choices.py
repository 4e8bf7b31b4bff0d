"""What single rules must decide: how tiers are paid, what a record is, which cash counts.

The example is that of all choices: 1 % up to 1M, 1.5 % from 1M to 2M, 2 % above, in a month with 2.5M of sales.
"""

from __future__ import annotations

from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.written.answers import CashOf, Mode, RecordBase
from salesperf.analyses.commission.written.choice import Choice, Option
from salesperf.core.text import Text

RULE_CHOICES = (
    Choice(
        "mode",
        Text("how are tiers paid", "阶梯如何计提"),
        (
            Option(
                Mode.MARGINAL,
                Text("each slice at its own rate", "各段按各段的比例"),
                Text("10,000 + 15,000 + 10,000 = 35,000", "10,000+15,000+10,000=35,000"),
            ),
            Option(
                Mode.WHOLE,
                Text("all of it at the rate of the tier reached", "全额按达到的档位比例"),
                Text("2.5M x 2% = 50,000", "250万×2%=50,000"),
            ),
            Option(
                Mode.INTERPOLATED,
                Text(
                    "the rate moves in a straight line between points, here 1.5% at 2M and 2% at 3M",
                    "比例在各点之间按直线变化，此处200万为1.5%、300万为2%",
                ),
                Text("2.5M x 1.75% = 43,750", "250万×1.75%=43,750"),
            ),
        ),
    ),
    Choice(
        "tie",
        Text("which tier is an amount exactly on a bound in", "正好等于分界的金额算哪一档"),
        (
            Option(
                Tie.LOWER,
                Text("the one that ends there", "算下面一档"),
                Text("2M as a whole pay 2M x 1.5% = 30,000", "200万全额计为200万×1.5%=30,000"),
            ),
            Option(
                Tie.UPPER,
                Text("the one that begins there", "算上面一档"),
                Text("2M as a whole pay 2M x 2% = 40,000", "200万全额计为200万×2%=40,000"),
            ),
        ),
    ),
    Choice(
        "base",
        Text(
            "what is the bonus for a record a share of, here 5% with 2.5M after a record of 2.4M",
            "破纪录奖励按什么计提，此处比例5%，原纪录240万，本期250万",
        ),
        (
            Option(
                RecordBase.EXCESS,
                Text("what lies above the record", "超出原纪录的部分"),
                Text("100,000 x 5% = 5,000", "10万×5%=5,000"),
            ),
            Option(
                RecordBase.TOTAL,
                Text("all of it", "全额"),
                Text("2.5M x 5% = 125,000", "250万×5%=125,000"),
            ),
        ),
    ),
    Choice(
        "cash_of",
        Text(
            "which cash is paid on, here 2.5M received in January for sales of December, of a plan from January on",
            "按哪些回款计提，此处方案自一月起，十二月销售的250万在一月回款",
        ),
        (
            Option(
                CashOf.RECEIVED,
                Text("all that comes in while the plan holds for the rep", "方案适用期间收到的全部回款"),
                Text("2.5M x 1% = 25,000", "250万×1%=25,000"),
            ),
            Option(
                CashOf.BOOKED,
                Text("that for what was sold while the plan held", "方案适用期间成交的销售的回款"),
                Text("0; the plan of December pays for it", "0，由十二月的方案计提"),
            ),
        ),
    ),
)
"""Choices that stand in a component."""
