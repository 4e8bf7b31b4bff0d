"""The fixed words of workbooks, in English and Chinese."""

from __future__ import annotations

from salesperf.core.text import Text

CONTENTS = Text("Contents", "目录")
SOURCES = Text("Sources", "说明")
ALL_ROWS = Text("All rows", "全部明细")
LONG_TEXTS = Text("Long texts", "长文本")
BACK = Text("← Contents", "← 目录")

ORGANISATION = Text("Organisation", "单位")
PERIOD = Text("Period", "期间")
THROUGH = Text("Data through", "数据截至")
AS_OF = Text("As of", "统计日期")
CURRENCY = Text("Currency", "币种")
SUMMARY = Text("Summary", "摘要")
SHEETS = Text("Sheets", "工作表")
SHEET = Text("Sheet", "工作表")
HOLDS = Text("What it holds", "内容")
TOLD = Text("To be known", "须知")

GROUP = Text("group", "分组")
FIGURE = Text("figure", "指标")
VALUE = Text("value", "数值")
TREND = Text("trend", "走势")
TOTAL = Text("total", "合计")
SUM = Text("sum of these rows", "以上各行之和")
"""Of a table that has no total of its own: it may show the largest alone."""
OF_WHICH = Text("{head}: {label}", "{head}：{label}")
ATTAINED = Text("share of target reached", "达成率")
WHOLE_TARGET = Text("whole target", "目标")
CUT = Text("{title} ({cut})", "{title}（{cut}）")
LIST_OF = Text("{title}, all rows", "{title}（全部行）")
BEHIND = Text("numbers behind the pictures", "图表辅助数据")
START, END = Text("from", "起"), Text("to", "止")
BASE = Text("base (not shown)", "底座（不显示）")
RISES, FALLS, LEVELS = Text("rise", "增加"), Text("fall", "减少"), Text("level", "水平")
ABOVE, BELOW = Text("{what}, above zero", "{what}（零上）"), Text("{what}, below zero", "{what}（零下）")

EMPTY_BECAUSE = Text("Empty cells: {reason}", "空单元格：{reason}")
MEASURED = Text(
    "The total of {columns} is measured over all rows, not added up from them: it does not follow a filter.",
    "{columns}的合计按全部行另行计算，并非由各行相加得出，也不随筛选变化。",
)
NEXT_SHEET = Text("The {rows} rows are on the sheet {sheet}.", "共 {rows} 行，见工作表「{sheet}」。")

ROWS = Text("{rows} rows", "{rows} 行")
AS_LIST = Text(
    "{sheet}: {rows} rows stand as a list with a filter, not as an Excel table, so that the file stays small in memory",
    "{sheet}：共 {rows} 行，以带筛选的列表写出（非 Excel 表格），以节省内存",
)
SPLIT = Text(
    "{sheet}: {rows} rows go on over {sheets} sheets, as one takes {most}",
    "{sheet}：共 {rows} 行，超出单表上限 {most} 行，分写于 {sheets} 张工作表",
)
LONG_TEXT = Text(
    "{sheet}: {count:text is|texts are} longer than the {most} characters of a cell: begun there, whole on {whole}",
    "{sheet}：{count} 段文本超出单元格上限 {most} 个字符，单元格中仅为开头，全文见「{whole}」",
)
MANY_DIGITS = Text(
    "{sheet}: {count:number|numbers} of more than {most} digits as text, first in {cell}",
    "{sheet}：{count} 个数字超过 {most} 位有效数字，以文本写出（首个在 {cell}）",
)
MORE_EMPTY = Text(
    "{sheet}: of {count} empty cells only the first {most} have a comment; the reasons stand below the table",
    "{sheet}：{count} 个空单元格中仅前 {most} 个带批注，原因见表下说明",
)
PLACE, PART, TEXT = Text("place", "位置"), Text("part", "段"), Text("text", "文本")

CELL_NAMES = Text("Names of cells begin with", "单元格名称的前缀")

INPUTS = Text("Files read", "读取的文件")
LEFT_OUT = Text("Files left out", "未读取的文件")
CORRECTIONS = Text("Corrected files", "修正文件")
DEFINITIONS = Text("Definitions", "指标定义")
NOTES = Text("Notes", "说明")
MADE_WITH = Text("Made with", "生成信息")
NO_MANIFEST = Text("This answer keeps no list of its sources.", "此结果未附数据来源清单。")
WARNING = Text("Warning: {text}", "注意：{text}")
MEANING = Text("meaning", "含义")
MANIFEST_COLUMNS = {
    "file": Text("file", "文件"),
    "sheet": Text("sheet", "工作表"),
    "table": Text("read as", "识别为"),
    "rows": Text("rows in", "读入行数"),
    "loaded": Text("loaded", "载入"),
    "quarantined": Text("set aside", "隔离"),
    "corrected": Text("corrected", "已修正"),
    "superseded": Text("taken from another file", "取自其他文件"),
    "dropped": Text("no data, by reason", "非数据行（按原因）"),
    "quarantined_cells_by_code": Text("bad cells, by code", "问题单元格（按代码）"),
    "note": Text("note", "备注"),
    "reason": Text("reason", "原因"),
    "sha256": Text("SHA-256", "SHA-256"),
}
MANIFEST_FACTS = {
    "schema": Text("manifest", "溯源清单格式"),
    "command": Text("command", "命令"),
    "request": Text("question", "提问"),
    "as_of": Text("as of", "统计日期"),
    "config_sha256": Text("settings, SHA-256", "配置 SHA-256"),
    "metrics_sha256": Text("metric definitions, SHA-256", "指标定义 SHA-256"),
    "result_sha256": Text("result, SHA-256", "结果 SHA-256"),
    "versions": Text("versions", "版本"),
}

ASKED = {
    "pack": Text("report", "报告包"),
    "team": Text("team", "团队"),
    "rep": Text("rep", "销售员"),
    "metrics": Text("metrics", "指标"),
    "by": Text("split by", "拆分维度"),
    "period": Text("period", "期间"),
    "grain": Text("by period of", "粒度"),
    "where": Text("only", "仅含"),
    "compare": Text("compared with", "对比"),
    "as_of": Text("as of", "统计日期"),
}

TOO_WIDE = Text("a sheet takes {most} columns; {table} has {columns}", "工作表最多 {most} 列；{table} 有 {columns} 列")
REFUSED = Text("the workbook cannot hold {what}: the writer says {code}", "工作簿无法写入{what}：写出程序返回 {code}")
WRITE_CSV = Text("write csv: it has no such limit", "请改写成 csv：没有此限制")
