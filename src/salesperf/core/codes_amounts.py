"""Codes of what the amounts of sales hold and mean."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

AMOUNTS: tuple[Code, ...] = (
    Code(
        "R330",
        Severity.WARNING,
        Text("amount that may be before or after its discount", "金额可能是扣除折扣之前或之后的"),
        Text(
            'say so in salesperf.toml under [[table]]: amount_includes = ["discount"] takes the discount off, '
            "amount_includes = [] leaves the amount as it stands",
            '请在 salesperf.toml 的 [[table]] 中写明：amount_includes = ["discount"] 表示需减去折扣，'
            "amount_includes = [] 表示金额按原值计入",
        ),
    ),
    Code(
        "R331",
        Severity.WARNING,
        Text("refund that may be that of its order, repeated on each line", "可能在每一行重复的整单退款"),
        Text(
            'say so in salesperf.toml under [[table]]: refund_of = "order" counts it once an order, refund_of = "line" '
            "takes it off each line",
            '请在 salesperf.toml 的 [[table]] 中写明：refund_of = "order" 表示整单退款、每单只计一次，'
            'refund_of = "line" 表示逐行扣减',
        ),
    ),
)
