"""Issue codes of targets that can hardly be worked with (F580 to F599): `salesperf targets check`."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

SMART: tuple[Code, ...] = (
    Code(
        "F580",
        Severity.WARNING,
        Text("target that does not say whose it is", "目标未写明对象"),
        Text("write the name or id in the row", "请在该行填写姓名或编号"),
    ),
    Code(
        "F581",
        Severity.NOTE,
        Text("one owner under several names", "同一对象有多种写法"),
        Text("write the owner the same way in every row", "请在所有行中使用同一种写法"),
    ),
    Code(
        "F582",
        Severity.WARNING,
        Text("sales and no target", "有销售而没有目标"),
        Text(
            "set a target; until then it is in no attainment of added-up targets",
            "请设定目标；在此之前不计入汇总达成率",
        ),
    ),
    Code(
        "F590",
        Severity.WARNING,
        Text("targets that do not add up to the level above", "下级目标合计与上级目标不符"),
        Text(
            "correct whichever is wrong; a difference meant to be there: sums under [targets.check]",
            "请更正有误的一方；如有意留出差额，可在 [targets.check] 中设置 sums",
        ),
    ),
    Code(
        "F591",
        Severity.WARNING,
        Text("target that counts people twice", "上级目标重复计入下属"),
        Text(
            "leave the leader's target out of the sum: it contains those of the people led",
            "合计时请勿计入主管的目标：其中已包含下属的目标",
        ),
    ),
)
