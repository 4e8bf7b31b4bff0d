"""Issue codes of corrected rows that are read back (R5)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

CORRECTIONS: tuple[Code, ...] = (
    Code(
        "R501",
        Severity.ERROR,
        Text("corrections of a file that has changed", "更正所针对的文件已变化"),
        Text(
            "set the rows of the new file aside again (--quarantine-to), or give the file that was corrected",
            "请对新文件重新导出无法读取的行（--quarantine-to），或使用更正时的原文件",
        ),
    ),
    Code(
        "R502",
        Severity.WARNING,
        Text("corrections of a file that is not read", "更正所针对的文件未参与读取"),
        Text(
            "name the file too, or take its rows out of the corrections",
            "请同时指定该文件，或从更正文件中删去相应的行",
        ),
    ),
    Code(
        "R503",
        Severity.ERROR,
        Text("corrected row that does not say where it belongs", "更正行无法对应到原文件"),
        Text(
            "leave the columns that begin with _ as they were written",
            "请保持以 _ 开头的各列与导出时一致",
        ),
    ),
    Code(
        "R504",
        Severity.ERROR,
        Text("row corrected twice in different ways", "同一行有两种不同的更正"),
        Text("keep one of the rows", "请只保留其中一行"),
    ),
    Code(
        "R505",
        Severity.ERROR,
        Text("correction in a column that the file does not have", "更正内容写在原文件没有的列中"),
        Text("move the cell to a column of its file", "请将内容移到原文件已有的列"),
    ),
    Code(
        "R506",
        Severity.NOTE,
        Text("file of rows set aside left out", "已跳过存放隔离行的文件"),
        Text(
            "nothing to do; once it is corrected, give it with --corrections",
            "无需处理；更正后请用 --corrections 指定",
        ),
    ),
    Code(
        "R507",
        Severity.NOTE,
        Text("cells that a spreadsheet wrote differently", "被表格软件改写格式的单元格"),
        Text(
            "nothing to do: leading zeros, long numbers and dates stay as the file has them",
            "无需处理：前导零、长数字和日期仍以原文件为准",
        ),
    ),
)
