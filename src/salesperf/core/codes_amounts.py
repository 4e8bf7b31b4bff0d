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
    Code(
        "R341",
        Severity.WARNING,
        Text("rows count that an unused column would leave out", "未使用的列表明部分行可能应剔除，但仍计入"),
        Text(
            "map the column under [[table]] columns in salesperf.toml, or leave it so if the rows are sales",
            "请在 salesperf.toml 的 [[table]] columns 中指定该列；若这些行确为销售，则无需处理",
        ),
    ),
    Code(
        "R342",
        Severity.NOTE,
        Text("rows count of which an unused column may say otherwise", "未使用的列中有些字样可能表示应剔除"),
        Text(
            "look at the rows; map the column under [[table]] columns in salesperf.toml, if they are no sales",
            "请核对这些行；若不是销售，请在 salesperf.toml 的 [[table]] columns 中指定该列",
        ),
    ),
    Code(
        "R343",
        Severity.NOTE,
        Text("names that stand once above rows without one", "名称只写在每组首行"),
        Text(
            "if they are of the rows below too, fill them down in the spreadsheet and read the file again",
            "如名称也适用于其下各行，请在表格中向下填充后重新读取",
        ),
    ),
)
