"""Issue codes of which table a file holds, which column a header means and what rows count as (R2)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

MAPPING: tuple[Code, ...] = (
    Code(
        "R201",
        Severity.ERROR,
        Text("table not recognised", "无法识别的表"),
        Text(
            "rename the headers, map them under [[table]] columns, or say which table it is with --as",
            "请修改表头，或在 [[table]] 的 columns 中指定对应关系，或用 --as 指明表类型",
        ),
    ),
    Code(
        "R202",
        Severity.NOTE,
        Text("file of a folder left out: no sales table recognised in it", "已跳过文件夹中无法识别为销售数据的文件"),
        Text(
            "nothing to do, unless it holds data you miss; then name it alone to see why",
            "如不需要该文件可忽略；如需要，请单独指定该文件以查看原因",
        ),
    ),
    Code(
        "R203",
        Severity.ERROR,
        Text("could be two tables", "同时符合两种表"),
        Text(
            "say which one it is with --as TABLE, or under [[table]]",
            "请用 --as 表名 指明，或在 [[table]] 中声明",
        ),
    ),
    Code(
        "R204",
        Severity.ERROR,
        Text("needed column not found", "缺少必需的列"),
        Text(
            "map the header under [[table]] columns in salesperf.toml, or rename it",
            "请在 salesperf.toml 的 [[table]] columns 中指定表头，或修改表头名称",
        ),
    ),
    Code(
        "R205",
        Severity.ERROR,
        Text("header or lines without the other half", "订单头与订单明细缺少另一半"),
        Text(
            "name both files: the orders (with dates) and their lines (with amounts)",
            "请同时指定订单表（含日期）和订单明细表（含金额）",
        ),
    ),
    Code(
        "R206",
        Severity.ERROR,
        Text("dates of several time zones", "日期含有多个时区"),
        Text(
            "say which calendar counts with --timezone, for example Asia/Shanghai",
            "请用 --timezone 指定时区，例如 Asia/Shanghai",
        ),
    ),
    Code(
        "R207",
        Severity.ERROR,
        Text("amounts whose currencies contradict each other", "金额的币种相互矛盾"),
        Text(
            "export these columns in one currency, or correct the header or the currency column",
            "请以同一币种导出这些列，或更正表头、币种列",
        ),
    ),
    Code(
        "R208",
        Severity.ERROR,
        Text("column found, but its cells cannot be read", "已找到该列，但其单元格无法读取"),
        Text(
            "write dates as 2026-01-06 and amounts in digits, or map the column under [[table]] columns",
            "请把日期写成 2026-01-06 这样、金额写成数字，或在 [[table]] columns 中指定该列",
        ),
    ),
    Code(
        "R209",
        Severity.ERROR,
        Text("two columns of one header, and either could be the amount", "两列表头相同，都可能是金额"),
        Text(
            "say which one counts under [[table]] columns, or give each its own header",
            "请在 [[table]] 的 columns 中指明采用哪一列，或为两列分别命名",
        ),
    ),
    Code(
        "R210",
        Severity.WARNING,
        Text("two columns of one header with different cells", "两列表头相同但内容不同"),
        Text(
            "check that the first is meant; else map the other under [[table]] columns",
            "请确认应取第一列；否则请在 [[table]] 的 columns 中指定另一列",
        ),
    ),
    Code(
        "R211",
        Severity.NOTE,
        Text("sales by the month beside sales by the day", "按月汇总的销售与按日的销售并存"),
        Text(
            "nothing to do where they are sums of the same sales; if they are others, map their month to the date "
            "under [[table]] columns",
            "如是同一批销售的汇总，无需处理；如是另外的销售，请在 [[table]] 的 columns 中将其年月指定为日期",
        ),
    ),
    Code(
        "R212",
        Severity.WARNING,
        Text("columns named by their cells, for there is no header", "没有表头，各列按单元格内容判断"),
        Text(
            "check them, and name the columns under [[table]] columns by their place (column_1, column_2 ...)",
            "请核对，并在 [[table]] 的 columns 中按列序（column_1、column_2……）指定各列",
        ),
    ),
    Code(
        "R213",
        Severity.NOTE,
        Text("names of groups written into their rows", "分组名称已填入各行"),
        Text(
            "nothing to do, if the rows above the others name what they are of",
            "如各组标题行写明了所属对象，无需处理",
        ),
    ),
    Code(
        "R215",
        Severity.WARNING,
        Text("left out: no sales, going by its name or its columns", "未计入：按名称或列判断不是销售数据"),
        Text(
            'if the rows are sales, say so: counts_as = "sales" under [[table]] in salesperf.toml, or --as orders',
            '若确为销售数据，请在 salesperf.toml 的 [[table]] 中写 counts_as = "sales"，或用 --as orders',
        ),
    ),
    Code(
        "R216",
        Severity.WARNING,
        Text("counted as sales, though a name says something else", "按销售计入，但名称表明可能不是销售"),
        Text(
            'say what the rows are: counts_as = "sales", "returns" or "nothing" under [[table]] in salesperf.toml',
            '请在 salesperf.toml 的 [[table]] 中写明：counts_as = "sales"、"returns" 或 "nothing"',
        ),
    ),
    Code(
        "R217",
        Severity.NOTE,
        Text("rows taken off as returns, going by the name", "按名称视为退货并扣减"),
        Text(
            'if the rows are sales, say so: counts_as = "sales" under [[table]] in salesperf.toml',
            '若确为销售数据，请在 salesperf.toml 的 [[table]] 中写 counts_as = "sales"',
        ),
    ),
    Code(
        "R218",
        Severity.WARNING,
        Text("sales without days or months under a title of several months", "明细没有日期和月份，而标题涵盖多个月份"),
        Text(
            "add a column with the day, the month (2026-01) or the quarter (2026-Q1) of each row, or put each month "
            "into a sheet or file named by it",
            "请增加一列写明各行的日期、月份（如 2026-01）或季度（如 2026-Q1），或将各月分别放入以月份命名的工作表",
        ),
    ),
)
