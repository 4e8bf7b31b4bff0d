"""Issue codes of understanding several files together (R4)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

FILES: tuple[Code, ...] = (
    Code(
        "R401",
        Severity.NOTE,
        Text("rows that a later file has again", "较晚的文件中已包含的行"),
        Text(
            "nothing to do: an order in two files is taken whole from the later one",
            "无需处理：同一订单出现在两个文件时，整单取自较晚的文件",
        ),
    ),
    Code(
        "R402",
        Severity.NOTE,
        Text("same table in another format", "同一张表的另一种格式"),
        Text(
            "nothing to do: it counts once",
            "无需处理：只计一次",
        ),
    ),
    Code(
        "R403",
        Severity.WARNING,
        Text("orders and lines that do not match", "订单与明细不匹配"),
        Text(
            "export both for the same period",
            "请按相同期间导出订单与明细",
        ),
    ),
    Code(
        "R404",
        Severity.NOTE,
        Text("amounts of the order headers not used", "未采用订单头上的金额"),
        Text(
            "nothing to do: the lines carry the amounts",
            "无需处理：金额以明细为准",
        ),
    ),
    Code(
        "R405",
        Severity.WARNING,
        Text("order ids that several files use for different orders", "多个文件用同一订单号表示不同的订单"),
        Text(
            "check the customers: later orders carry their file's name; if they are one order, correct the customer",
            "请核对客户：较晚文件中的订单号已附上文件名；如确为同一订单，请统一客户",
        ),
    ),
    Code(
        "R406",
        Severity.WARNING,
        Text("order total that may be repeated on each line", "订单总额可能在每一行重复"),
        Text(
            "if so, revenue is too high: export the amount of the line, or its quantity and unit price",
            "如属实，销售额会偏高：请导出每行的金额，或数量与单价",
        ),
    ),
    Code(
        "R407",
        Severity.WARNING,
        Text("order ids that several files date differently", "多个文件中同一订单号的日期不同"),
        Text(
            "if a later file corrects an earlier one, take the earlier one away; if numbers begin anew, tell orders "
            "apart by a customer or a line number",
            "如较晚的文件是对较早文件的更正，请移除较早的文件；如订单号重新编号，请用客户或行号加以区分",
        ),
    ),
    Code(
        "R408",
        Severity.ERROR,
        Text("order ids that stand for several orders in the order headers", "订单头中同一订单号对应多笔订单"),
        Text(
            "a line cannot tell whose it is: export headers and lines with a column that both have and that tells the "
            "orders apart (year, shop), or one period at a time",
            "无法判断明细属于哪笔订单：请在订单头与明细中同时导出可区分订单的列（如年份、店铺），或按期间分别导出",
        ),
    ),
)
