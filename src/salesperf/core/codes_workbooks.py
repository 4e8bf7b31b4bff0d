"""Issue codes of workbooks (R1): what protects, harms or hides their cells."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

WORKBOOKS: tuple[Code, ...] = (
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
        "R131",
        Severity.NOTE,
        Text("hidden rows were read", "已读取隐藏的行"),
        Text(
            "nothing to do if they belong to the data; otherwise delete them, for a filter takes no row out",
            "如属于数据则无需处理；否则请删除这些行，筛选并不会去掉任何一行",
        ),
    ),
    Code(
        "R132",
        Severity.NOTE,
        Text("workbook with macros", "工作簿含宏"),
        Text("nothing to do: macros are never run", "无需处理：宏不会被执行"),
    ),
    Code(
        "R139",
        Severity.NOTE,
        Text("cells merged down a column", "纵向合并的单元格"),
        Text(
            "nothing to do, if each merged cell says something of all its rows",
            "如合并单元格的内容适用于其各行，无需处理",
        ),
    ),
)
