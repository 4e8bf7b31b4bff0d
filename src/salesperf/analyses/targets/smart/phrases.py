"""The words of the check of targets."""

from __future__ import annotations

from salesperf.core.errors import Severity
from salesperf.core.text import Text

TITLE = Text("Check of the targets", "目标检查（SMART）")
SUBTITLE = Text("{targets:target|targets}; data through {through}", "{targets} 个目标；数据截至 {through}")
SUBTITLE_ALONE = Text("{targets:target|targets}; no data beside them", "{targets} 个目标；没有可对照的数据")
SUMMARY = Text("Summary", "概览")
FINDINGS = Text("Findings", "检查结果")
NONE = Text("no problems found", "没有发现问题")
LETTER, ASKS, VERDICT = Text("letter", "原则"), Text("asks", "检查内容"), Text("result", "结果")
SEVERITY, CODE, WHERE = Text("severity", "级别"), Text("code", "代码"), Text("where", "位置")
SEEN, TO_DO = Text("what was seen", "说明"), Text("what to do", "处理办法")
FILE, SHEET, ROW, COLUMN = Text("file", "文件"), Text("sheet", "工作表"), Text("row", "行"), Text("column", "列")
VALUE, COUNT = Text("value", "原值"), Text("count", "数量")
WEIGHTS = {
    Severity.ERROR: Text("✗ error", "✗ 错误"),
    Severity.WARNING: Text("! warning", "! 警告"),
    Severity.NOTE: Text("– note", "– 提示"),
}
CLEAN = Text("✓ nothing found", "✓ 未发现问题")
NOT_CHECKED = Text("– not checked: no data beside the targets", "– 未检查：没有可对照的数据")
FOUND = Text("! {findings:finding|findings}", "! {findings} 个问题")
NOTED = Text("– {notes:note|notes}", "– {notes} 个提示")
BOTH = Text("{found}, {notes:note|notes}", "{found}，{notes} 个提示")
MORE = Text("and {more} more of the kind", "同类问题还有 {more} 个")
ALL_OF_THEM = Text("--format csv or json has all of them", "使用 --format csv 或 json 可查看全部")
VERDICT_NOTE = Text(
    "{findings:finding|findings}, {notes:note|notes} on {targets:target|targets}",
    "共 {targets} 个目标，问题 {findings} 个，提示 {notes} 个",
)
THRESHOLDS = Text(
    "from where on a target is a finding: [targets.check] in salesperf.toml",
    "各项检查的阈值可在 salesperf.toml 的 [targets.check] 中设置",
)
