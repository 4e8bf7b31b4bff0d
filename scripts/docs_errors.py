"""docs/errors.md: exit codes, and every issue code with its cure and its example from the gallery."""

from __future__ import annotations

from pathlib import Path

from docs_markdown import block, code, joined, table
from salesperf.core.code import Code
from salesperf.core.codes import CODES
from salesperf.core.errors import Exit, Severity

EXITS = {
    Exit.OK: ("done", "正常完成"),
    Exit.FAIL_ON: ("done, and what `--fail-on` names was found", "已完成，且出现了 `--fail-on` 指定的情况"),
    Exit.USAGE: ("the command's words are off: option, metric, file name", "命令用法有误：选项、指标或文件名"),
    Exit.CONFIG: ("the configuration is wrong", "配置有误"),
    Exit.DATA: ("the data cannot give the answer", "数据无法得出结果"),
    Exit.OUTPUT: ("the result could not be written", "结果无法写出"),
    Exit.DELIVERY: ("a report could not be delivered", "报告无法送达"),
    Exit.LOCKED: ("another run holds the workspace", "工作区被另一次运行占用"),
    Exit.BUG: ("a fault of salesperf itself", "salesperf 自身的故障"),
    Exit.INTERRUPTED: ("interrupted; nothing half-written is left", "已中断，没有留下未写完的文件"),
}

SEVERITIES = {
    Severity.ERROR: ("error", "错误"),
    Severity.WARNING: ("warning", "警告"),
    Severity.NOTE: ("note", "提示"),
}

INTRO = """# Errors and findings · 错误与发现

Messages go to standard error, the result to standard output, the verdict is the exit code. An **error** stops the
run (rows that cannot be read can be set aside with `--on-bad-rows quarantine`), a **warning** may change a number,
a **note** only tells. `salesperf check FILES` lists every one with its file, sheet, row and column.

消息写到标准错误，结果写到标准输出，结论看退出码。
**错误**会中止运行（无法读取的行可用 `--on-bad-rows quarantine` 隔离），
**警告**可能影响数字，**提示**仅供知悉。`salesperf check 文件` 逐条列出所在的文件、工作表、行和列。
"""


def page(gallery: Path) -> str:
    """The whole page; examples are read from the folders of the gallery."""
    exits = table(
        ("exit code · 退出码", "meaning", "含义"), [(str(int(exit_)), *words) for exit_, words in EXITS.items()]
    )
    return joined(INTRO, "## Exit codes · 退出码", exits, "## Codes · 代码", *(_entry(c, gallery) for c in CODES))


def _entry(entry: Code, gallery: Path) -> str:
    en, zh = SEVERITIES[entry.severity]
    return joined(
        f"### {entry.key} {entry.title.en} · {entry.title.zh}",
        f"*{en} · {zh}*: {entry.cure.en}\n\n{entry.cure.zh}",
        _example(gallery / entry.key),
    )


def _example(folder: Path) -> str:
    if not (folder / "cmd").exists():
        return ""
    variables = (folder / "env").read_text(encoding="utf-8").split("\n") if (folder / "env").exists() else []
    command = " ".join([*filter(None, variables), "salesperf", (folder / "cmd").read_text(encoding="utf-8").strip()])
    files = sorted(p.name for p in folder.iterdir() if p.name not in {"cmd", "expected.txt", "exit", "env"})
    return joined(
        f"Files · 文件: {', '.join(map(code, files))}" if files else "",
        block(f"$ {command}\n{(folder / 'expected.txt').read_text(encoding='utf-8')}"),
    )
