"""Every issue code, once: its title, its usual weight, and what the user can do; `docs/errors.md` is made from it."""

from __future__ import annotations

from dataclasses import dataclass

from salesperf.core.errors import ANYWHERE, Issue, Severity, Where
from salesperf.core.registry import Registry
from salesperf.core.text import Text


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of issue."""

    key: str
    severity: Severity
    title: Text
    cure: Text


# R1: files and layout ------------------------------------------------------------------------------------
READING: tuple[Code, ...] = (
    Code(
        "R101",
        Severity.ERROR,
        Text("file type not supported", "不支持的文件类型"),
        Text(
            "export the data as CSV, TSV, Excel (xlsx, xlsm, xls, xlsb), ODS or Parquet",
            "请将数据导出为 CSV、TSV、Excel（xlsx、xlsm、xls、xlsb）、ODS 或 Parquet 格式",
        ),
    ),
    Code(
        "R102",
        Severity.NOTE,
        Text("file of a folder left out: its type is not supported", "已跳过文件夹中类型不受支持的文件"),
        Text("nothing to do, unless the file holds data", "如该文件不含数据，可忽略；否则请转换格式"),
    ),
    Code(
        "R103",
        Severity.NOTE,
        Text("exact copy of another file", "与另一文件内容完全相同"),
        Text("nothing to do: a copy counts once", "无需处理：相同内容只计一次"),
    ),
    Code(
        "R104",
        Severity.ERROR,
        Text("nothing in the file", "文件为空"),
        Text("export the file again", "请重新导出该文件"),
    ),
    Code(
        "R105",
        Severity.WARNING,
        Text("header without rows", "只有表头，没有数据行"),
        Text("check the filter or period of the export", "请检查导出时的筛选条件或期间"),
    ),
    Code(
        "R106",
        Severity.ERROR,
        Text("character encoding not clear", "无法确定字符编码"),
        Text(
            "name it: --encoding gb18030, big5, cp1252, mac_roman or utf-16",
            "请用 --encoding 指定，例如 gb18030、big5、cp1252、mac_roman、utf-16",
        ),
    ),
    Code(
        "R107",
        Severity.WARNING,
        Text("character encoding chosen on little evidence", "字符编码的判断依据较少"),
        Text(
            "look at a few names; if they are garbled, name the --encoding",
            "请核对几个名称；如有乱码，请用 --encoding 指定编码",
        ),
    ),
    Code(
        "R108",
        Severity.ERROR,
        Text("not a text table", "不是文本表格"),
        Text("export the data as CSV, Excel or Parquet", "请将数据导出为 CSV、Excel 或 Parquet 格式"),
    ),
    Code(
        "R109",
        Severity.ERROR,
        Text("a web page, not a table", "文件内容是网页，不是表格"),
        Text("open it in Excel and save it as .xlsx, or export CSV", "请用 Excel 打开后另存为 .xlsx，或导出 CSV"),
    ),
    Code(
        "R110",
        Severity.NOTE,
        Text("the content is of another type than the file name says", "文件内容与扩展名不符"),
        Text("nothing to do: it was read as what it is", "无需处理：已按实际内容读取"),
    ),
    Code(
        "R111",
        Severity.WARNING,
        Text("rows with fewer cells than the header", "数据行的单元格少于表头"),
        Text("missing cells are empty; check the rows named", "缺少的单元格按空值处理；请核对所列各行"),
    ),
    Code(
        "R112",
        Severity.ERROR,
        Text("rows with more cells than the header", "数据行的单元格多于表头"),
        Text(
            "a cell holds the delimiter without quotes, or the header lacks a name: correct the rows named",
            "单元格内含未加引号的分隔符，或表头缺少列名：请更正所列各行",
        ),
    ),
    Code(
        "R113",
        Severity.ERROR,
        Text("quotes that do not close", "引号未闭合"),
        Text("correct the quotes from the row named on", "请从所列行起更正引号"),
    ),
    Code(
        "R114",
        Severity.NOTE,
        Text("rows recognised as no data", "已识别为非数据的行"),
        Text("nothing to do: totals, titles and footers are not counted", "无需处理：合计行、标题行和页脚不计入"),
    ),
    Code(
        "R115",
        Severity.NOTE,
        Text("header cells renamed", "表头单元格已重命名"),
        Text("give each column its own name in the export", "请在导出时为每一列设置唯一的列名"),
    ),
    Code(
        "R116",
        Severity.WARNING,
        Text("no header row found", "未找到表头行"),
        Text("name it with --header-row, or add one to the file", "请用 --header-row 指定，或在文件中添加表头"),
    ),
    Code(
        "R120",
        Severity.ERROR,
        Text("workbook protected by a password", "工作簿有密码保护"),
        Text("open it in Excel, take the password off and save", "请在 Excel 中取消密码后保存"),
    ),
    Code(
        "R121",
        Severity.ERROR,
        Text("sheet larger than the limit", "工作表超出大小限制"),
        Text(
            "a stray cell far from the table is the usual cause: delete the empty rows and columns and save",
            "通常是远离表格处有零散单元格：请删除多余的空行空列后保存",
        ),
    ),
    Code(
        "R122",
        Severity.ERROR,
        Text("workbook damaged or not readable", "工作簿损坏或无法读取"),
        Text("open it in Excel, save it as .xlsx and try again", "请用 Excel 打开并另存为 .xlsx 后重试"),
    ),
    Code(
        "R123",
        Severity.WARNING,
        Text("cells that hold an Excel error", "单元格含 Excel 错误值"),
        Text("they are read as empty: correct the formulas", "这些单元格按空值读取：请更正公式"),
    ),
    Code(
        "R124",
        Severity.WARNING,
        Text("formulas without a stored result", "公式没有保存计算结果"),
        Text(
            "they are read as empty: open the workbook in Excel and save it",
            "这些单元格按空值读取：请用 Excel 打开并保存一次",
        ),
    ),
    Code(
        "R125",
        Severity.NOTE,
        Text("dates of the 1904 system", "使用 1904 日期系统"),
        Text("nothing to do: the dates are read as Excel shows them", "无需处理：日期按 Excel 中的显示读取"),
    ),
    Code(
        "R126",
        Severity.NOTE,
        Text("sheet left out", "已跳过工作表"),
        Text("name a sheet with --sheet to read it", "如需读取，请用 --sheet 指定工作表"),
    ),
    Code(
        "R127",
        Severity.ERROR,
        Text("Parquet file damaged or not readable", "Parquet 文件损坏或无法读取"),
        Text("write the file again", "请重新生成该文件"),
    ),
    Code(
        "R128",
        Severity.ERROR,
        Text("file cannot be opened", "文件无法打开"),
        Text("check the permissions, and whether another program holds it", "请检查文件权限，以及是否被其他程序占用"),
    ),
)

# R2: which table, which column ---------------------------------------------------------------------------
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
)

# R3: cells -----------------------------------------------------------------------------------------------
VALUES: tuple[Code, ...] = (
    Code(
        "R301",
        Severity.ERROR,
        Text("unreadable cell", "无法读取的单元格"),
        Text(
            "correct the cell, or set such rows aside with --on-bad-rows quarantine",
            "请更正该单元格，或用 --on-bad-rows quarantine 将此类行搁置",
        ),
    ),
    Code(
        "R302",
        Severity.WARNING,
        Text("unreadable cell in a column that was not asked for", "未用到的列中有无法读取的单元格"),
        Text(
            "correct the cell if the column matters to you",
            "如该列有用，请更正单元格",
        ),
    ),
    Code(
        "R303",
        Severity.ERROR,
        Text("order line without amount or date", "订单行缺少金额或日期"),
        Text(
            "fill the cell or delete the row, or set such rows aside with --on-bad-rows quarantine",
            "请补全该单元格或删除该行，或用 --on-bad-rows quarantine 将此类行搁置",
        ),
    ),
    Code(
        "R304",
        Severity.NOTE,
        Text("numbers with more than six decimals were rounded", "超过六位小数的数值已四舍六入"),
        Text(
            "nothing to do, unless more decimals matter",
            "如不需要更高精度，可忽略",
        ),
    ),
    Code(
        "R305",
        Severity.WARNING,
        Text("day and month could be exchanged", "日与月的顺序无法判断"),
        Text(
            "name the order: --date-order mdy or dmy",
            "请用 --date-order 指定顺序：mdy（月日年）或 dmy（日月年）",
        ),
    ),
    Code(
        "R306",
        Severity.WARNING,
        Text("comma or point could be the decimal mark", "小数点与千位分隔符无法区分"),
        Text(
            "name the mark: --decimal . or ,",
            "请用 --decimal 指定小数点：. 或 ,",
        ),
    ),
    Code(
        "R307",
        Severity.WARNING,
        Text("ids that the workbook shows as dates", "编号列被设成了日期格式"),
        Text(
            "nothing to do: the numbers behind the dates were taken; format the column as a number",
            "已取日期背后的数字，无需处理；建议把该列设为数字格式",
        ),
    ),
    Code(
        "R308",
        Severity.WARNING,
        Text("ids too long for a spreadsheet number", "编号超出表格数字精度"),
        Text(
            "export the column as text: the last digits may be lost",
            "请以文本格式导出该列：末尾数字可能已丢失",
        ),
    ),
    Code(
        "R309",
        Severity.WARNING,
        Text("one name with two ids", "同一名称对应多个编号"),
        Text(
            "check whether they are one; figures by id keep them apart",
            "请核实是否为同一对象；按编号统计时会分开计算",
        ),
    ),
    Code(
        "R310",
        Severity.WARNING,
        Text("one id with two names", "同一编号对应多个名称"),
        Text(
            "check the names; the first one in order is shown",
            "请核实名称；报表显示排序靠前的一个",
        ),
    ),
    Code(
        "R311",
        Severity.WARNING,
        Text("date far beyond the rest", "日期远晚于其他数据"),
        Text(
            "correct the date; it does not decide how far the data reach",
            "请更正该日期；数据截止日不以它为准",
        ),
    ),
    Code(
        "R312",
        Severity.WARNING,
        Text("currency sign of several currencies", "货币符号含义不明"),
        Text(
            "name the currency with --currency, for example CNY or JPY",
            "请用 --currency 指定币种，例如 CNY 或 JPY",
        ),
    ),
)

# R4: several files ---------------------------------------------------------------------------------------
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
)

# F5: business events -------------------------------------------------------------------------------------
FACTS: tuple[Code, ...] = (
    Code(
        "F501",
        Severity.WARNING,
        Text("won deal without a close date", "赢单商机没有关闭日期"),
        Text(
            "fill in the date the deal was won; until then it is in no period",
            "补充赢单日期；在此之前不计入任何期间",
        ),
    ),
    Code(
        "F502",
        Severity.WARNING,
        Text("won deal without an amount", "赢单商机没有金额"),
        Text("fill in the amount of the deal; an unknown amount is not zero", "补充商机金额；金额未知不等于零"),
    ),
    Code(
        "F503",
        Severity.WARNING,
        Text("unknown status word, counted as sold", "未知状态，按已售计算"),
        Text(
            "name the word under [kpi] sold, returned, cancelled or open",
            "在 [kpi] 的 sold、returned、cancelled 或 open 中声明该状态",
        ),
    ),
    Code(
        "F504",
        Severity.ERROR,
        Text("several currencies without rates", "多币种但没有汇率"),
        Text("give a table of rates and say the report's currency", "提供汇率表并指定报告币种"),
    ),
    Code(
        "F505",
        Severity.ERROR,
        Text("exchange rate missing or given twice", "汇率缺失或重复"),
        Text(
            "give one rate for each currency, from the first day it is needed",
            "每个币种从首次使用之日起提供唯一汇率",
        ),
    ),
    Code(
        "F506",
        Severity.WARNING,
        Text("key without a match in its table", "编号在对应表中找不到"),
        Text(
            "correct the key or add the missing row; the rows are kept, their group is empty",
            "更正编号或补充缺失的行；相关行保留，分组为空",
        ),
    ),
    Code(
        "F507",
        Severity.WARNING,
        Text("key listed twice in its table", "编号在对应表中重复"),
        Text("keep one row a key; the first one is used", "每个编号保留一行；目前取第一行"),
    ),
    Code(
        "F508",
        Severity.WARNING,
        Text("person in two teams on one day", "同一人同一天属于两个团队"),
        Text(
            "end one validity the day before the next begins; the later one is used",
            "前一段有效期应在后一段开始前一天结束；目前取较晚的一段",
        ),
    ),
    Code(
        "F509",
        Severity.ERROR,
        Text("metric without the column it needs", "指标缺少所需的列"),
        Text(
            "map a header to the column in salesperf.toml, or leave the metric out",
            "在 salesperf.toml 中为该列指定表头，或不要求此指标",
        ),
    ),
)

# C6: the configuration -----------------------------------------------------------------------------------
CONFIGURATION: tuple[Code, ...] = (
    Code(
        "C601",
        Severity.ERROR,
        Text("the configuration file cannot be read", "配置文件无法读取"),
        Text("correct the line named; the file is TOML in UTF-8", "请修正所指的行；该文件为 UTF-8 编码的 TOML"),
    ),
    Code(
        "C602",
        Severity.ERROR,
        Text("unknown setting", "未知的配置项"),
        Text(
            "take the suggested key; `salesperf config schema` lists all of them",
            "请使用提示的键名；运行 `salesperf config schema` 可查看全部配置项",
        ),
    ),
    Code(
        "C603",
        Severity.ERROR,
        Text("a setting has a value it cannot have", "配置项的值不合法"),
        Text(
            "write a value of the kind named; `salesperf config schema` shows what each key takes",
            "请填写允许的值；运行 `salesperf config schema` 可查看每一项的取值",
        ),
    ),
    Code(
        "C604",
        Severity.ERROR,
        Text("an environment variable is nearly one of ours", "环境变量名疑似拼写错误"),
        Text("correct its name or unset it", "请改正变量名，或取消该变量"),
    ),
)

CODES: Registry[Code] = Registry("issue code", (*READING, *MAPPING, *VALUES, *FILES, *FACTS, *CONFIGURATION))


def issue(
    code: str, message: str, where: Where = ANYWHERE, *, hint: str = "", value: str | None = None, count: int = 1
) -> Issue:
    """An issue with the weight its code is documented to have."""
    return Issue(code, CODES[code].severity, message, where, hint, value, count)
