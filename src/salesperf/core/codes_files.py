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
    Code(
        "R409",
        Severity.NOTE,
        Text("column under several headers", "同一列在不同文件中表头不同"),
        Text(
            "nothing to do if they mean the same; otherwise map them under [[table]] columns, a table for each file",
            "如含义相同，无需处理；否则请在 [[table]] 的 columns 中按文件分别指定",
        ),
    ),
    Code(
        "R410",
        Severity.NOTE,
        Text("column that some files lack", "部分文件缺少的列"),
        Text(
            "nothing to do unless a report asks for it: their rows have no value there",
            "如报表不涉及该列，无需处理：这些行在该列为空",
        ),
    ),
    Code(
        "R411",
        Severity.WARNING,
        Text("column that decides what counts, and some files lack", "部分文件缺少影响统计口径的列"),
        Text(
            "export these files with the column: without it all their lines count as sold",
            "请重新导出这些文件并包含该列：缺少该列时，其全部明细按已成交统计",
        ),
    ),
    Code(
        "R412",
        Severity.NOTE,
        Text("dates or numbers that files write differently", "不同文件的日期或数字写法不同"),
        Text("nothing to do: each file was read in its own way", "无需处理：已按各文件自身的写法读取"),
    ),
    Code(
        "R413",
        Severity.WARNING,
        Text("amounts with tax or freight beside amounts without", "含税或含运费的金额与不含的并存"),
        Text(
            "export the same amount for all periods, or the tax and the freight beside the total",
            "请按同一口径导出各期金额，或在总金额旁同时导出税额和运费",
        ),
    ),
    Code(
        "R414",
        Severity.NOTE,
        Text("amounts in several units", "金额单位不一致"),
        Text("nothing to do: they were brought to plain money", "无需处理：已统一换算"),
    ),
    Code(
        "R415",
        Severity.WARNING,
        Text("amounts of another size than in the other files", "金额量级与其他文件相差悬殊"),
        Text(
            "if the file is in thousands, say so in its header, for example Amount (thousands)",
            "如该文件以万元或千元为单位，请在表头注明，例如“金额(万元)”",
        ),
    ),
    Code(
        "R416",
        Severity.WARNING,
        Text("rows without ids that another file has all", "无单号的行已全部包含在另一文件或工作表中"),
        Text(
            "nothing to do if it is a copy or a summary; if these are other sales, export order ids or what tells them "
            "apart (shop, region)",
            "如为副本或汇总，无需处理；如确为另外的销售，请导出订单号或可区分的列（如店铺、区域）",
        ),
    ),
    Code(
        "R417",
        Severity.WARNING,
        Text("the same rows stand in two files", "两个文件或工作表中有相同的行"),
        Text(
            "if they are the same sales, export each period once; otherwise export order ids",
            "如为同一笔销售，请按期间分别导出、避免重叠；否则请导出订单号",
        ),
    ),
    Code(
        "R418",
        Severity.NOTE,
        Text("folder inside a folder not read", "文件夹中的文件夹未读取"),
        Text(
            "nothing to do, unless it belongs to the same export; then name it too",
            "如属于同一份导出，请一并指定；否则可忽略",
        ),
    ),
)
