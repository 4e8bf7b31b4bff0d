"""The words of the page that are the same for every report, in English and Chinese."""

from __future__ import annotations

from salesperf.core.text import Lang, Text
from salesperf.report import phrases
from salesperf.report.keepers import FOR_KEEPERS, LINES_BELOW

_WORDS = {
    "skip": Text("Skip to the content", "跳到正文"),
    "contents": Text("Contents", "目录"),
    "notes": phrases.NOTES,
    "definitions": Text("What the figures mean", "指标说明"),
    "sources": Text("Sources and reconciliation", "数据来源与核对"),
    "left_out": Text("Files without a table", "未读取的文件"),
    "manifest": Text("Manifest", "溯源清单"),
    "manifest_use": Text(
        "What this report was made from. `salesperf check --manifest` makes it again from the same files and compares.",
        "本报告的生成依据。`salesperf check --manifest` 可用同样的文件重新生成并比对。",
    ),
    "of_what": Text("Of", "对象"),
    "versions": Text("Versions", "版本"),
    "to_copy": Text("Lines to copy", "可复制的内容"),
    "lines_below": LINES_BELOW,
    "for_keepers": FOR_KEEPERS,
    "warning": Text("Warning:", "注意："),
    "numbers": Text("The numbers of this chart", "图表数据"),
    "back": Text("Back to", "返回"),
    "also_in": Text("Also in", "另见"),
    "appendix": Text("Appendix", "附录"),
    "total": Text("Total", "合计"),
    "nameless": Text("(no name)", "（无名称）"),
    "footer": Text(
        "Made by salesperf. This page is complete in itself: it runs no script and loads nothing.",
        "由 salesperf 生成。本页自成一体：不含脚本，也不加载任何外部内容。",
    ),
}


def spoken(lang: Lang) -> dict[str, str]:
    """The page's own words by name."""
    return {name: text.say(lang) for name, text in _WORDS.items()}
