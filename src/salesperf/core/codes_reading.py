"""Issue codes of reading files and of how tables lie in them (R1); those of workbooks alone are `codes_workbooks`."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

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
            "name it: --encoding gb18030, big5, cp949, cp1252, cp1250, cp1251 or utf-16",
            "请用 --encoding 指定，例如 gb18030、big5、cp949、cp1252、cp1250、cp1251、utf-16",
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
        "R117",
        Severity.WARNING,
        Text("rows kept with more cells than the header", "数据行的单元格多于表头，已原样保留"),
        Text(
            "a cell may hold the delimiter without quotes: check the rows named",
            "单元格内可能含未加引号的分隔符：请核对所列各行",
        ),
    ),
    Code(
        "R118",
        Severity.WARNING,
        Text("rows whose quotes or delimiters had to be repaired", "引号或分隔符经修复后读取的数据行"),
        Text("check the rows named; correct the quotes in the export", "请核对所列各行，并在导出时更正引号"),
    ),
    Code(
        "R119",
        Severity.WARNING,
        Text("another table in a file, left out or not told apart", "文件中的另一个表未载入或无法区分"),
        Text("if it is needed, put it into a file of its own", "如需要该表，请将其单独存为一个文件"),
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
    Code(
        "R129",
        Severity.WARNING,
        Text("empty file left out", "已跳过空文件"),
        Text("export it again if it should hold data", "如该文件应有数据，请重新导出"),
    ),
    Code(
        "R130",
        Severity.WARNING,
        Text("total that its rows do not add up to", "合计行与明细之和不符"),
        Text(
            "the total is not counted; look whether rows are missing from the export",
            "合计行不计入；请核对导出文件是否缺少明细行",
        ),
    ),
    Code(
        "R138",
        Severity.WARNING,
        Text("row that says total counts as data", "写有合计字样的行按数据计入"),
        Text(
            "it has a date and is no sum of rows above it: delete it if it is a total, leave it if it names a customer",
            "该行带有日期，且与以上各行之和不符：如确为合计行，请删除该行；如是客户名称则无需处理",
        ),
    ),
    Code(
        "R133",
        Severity.ERROR,
        Text("zero bytes within the text", "文本中含有空字符（NUL）"),
        Text(
            "the file is damaged: export it again",
            "文件已损坏：请重新导出",
        ),
    ),
    Code(
        "R134",
        Severity.NOTE,
        Text("zero bytes behind the last line", "末行之后有空字符（NUL）"),
        Text(
            "nothing to do: they are left out; if the export broke off, export it again",
            "无需处理：已忽略；如导出曾中断，请重新导出",
        ),
    ),
    Code(
        "R136",
        Severity.NOTE,
        Text("several tables in one file or sheet", "一个文件或工作表中有多个表"),
        Text(
            "nothing to do: each was read by itself; --header-row reads one only",
            "无需处理：各表已分别读取；如只需其中一个，请用 --header-row 指定",
        ),
    ),
    Code(
        "R135",
        Severity.ERROR,
        Text("rows of which it is not clear which cell belongs where", "无法判断单元格归属的数据行"),
        Text(
            "a delimiter or a quote is missing or misplaced: correct the rows named, or name the --delimiter if it was "
            "guessed wrongly",
            "分隔符或引号缺失或错位：请更正所列各行；如分隔符判断有误，请用 --delimiter 指定",
        ),
    ),
    Code(
        "R137",
        Severity.ERROR,
        Text("header with another number of cells than every row", "表头的单元格数与所有数据行不一致"),
        Text(
            "a name or a delimiter of the header is missing, or one too many: correct the header",
            "表头缺少或多出列名或分隔符：请更正表头",
        ),
    ),
)
