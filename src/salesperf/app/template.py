"""A company's own workbook as the form of an answer: read, looked over before the work, and filled after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from salesperf.core.errors import UsageError
from salesperf.core.text import Count, Text, listing
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.report.model import Report
from salesperf.tables.metric_words import WORDS

if TYPE_CHECKING:
    from salesperf.render.template.ours import Ours

_XLSX = "xlsx"
_NOT_XLSX = Text(
    "--template fills a workbook, and the format here is {format!r}",
    "--template 填写的是工作簿，而此处格式为「{format}」",
)
_NO_FILE = Text("--template fills a workbook, and none is named", "--template 需要写入工作簿，但未指定文件")
_NAME_FILE = Text("name a new file with -o, such as -o report.xlsx", "请用 -o 指定新文件，例如 -o report.xlsx")
_SAME = Text("{file!r} is the template itself", "「{file}」就是模板本身")
_NOT_THERE = Text("cannot read the template {file!r}: {why}", "无法读取模板「{file}」：{why}")
_CHECK = Text("give the path of an .xlsx workbook", "请给出 .xlsx 工作簿的路径")
_FILLED = Text("filled {count:name|names} of {file}: {names}", "已填写 {file} 中的 {count} 个名称：{names}")
_MORE = Text("and {count:,} more", "另有 {count:,} 个")
_NEAR = Text(
    "not filled: {file} has a name {name}, the report has {near}",
    "未填写：{file} 中的名称为 {name}，报告中的名称为 {near}",
)
_EMPTIED = Text(
    "not in this answer, so their cells were emptied: {names}", "本结果中没有以下内容，其单元格已清空：{names}"
)
_SHOWN = 12
_PACKS = "salesperf.report/"
"""How the schema of a report pack begins."""
_TABLES = (
    *("trend", "by_period", "reds", "ageing", "pipeline", "top_customers", "quiet_customers", "open_actions"),
    *("open_deals", "stalled_deals", "overdue_invoices", "next_week", "own_kpis", "decisions", "reps", "drill"),
)
"""The tables of report packs beside those of a dimension."""


def check_template(template: Path, *, format: str, file: Path | None) -> None:  # noqa: A002 -- the flag's name
    """Say before the work why this template cannot become that file."""
    if file is None:
        raise UsageError(_NO_FILE, _NAME_FILE)
    if format != _XLSX:
        raise UsageError(_NOT_XLSX.fill(format=format), _NAME_FILE)
    content = _content(template)
    if file.exists() and file.samefile(template):
        raise UsageError(_SAME.fill(file=str(file)), _NAME_FILE)
    from salesperf.render.template.fill import look_over  # noqa: PLC0415 -- few answers have a template

    look_over(content)


def filled(report: Report, template: Path, *, tell: Callable[[Text], None]) -> bytes:
    """The template with the report's values; `tell` gets what was filled and what may have been meant to be."""
    from salesperf.render.template.fill import fill  # noqa: PLC0415 -- as above

    found = fill(_content(template), report, ours=_ours(report))
    more = len(found.filled) - _SHOWN
    names: list[str | Text] = [*found.filled[:_SHOWN], *([_MORE.fill(count=more)] if more > 0 else [])]
    tell(_FILLED.fill(count=Count(len(found.filled)), file=template.name, names=listing(names)))
    for remark in found.remarks:
        tell(remark)
    if found.emptied:
        tell(_EMPTIED.fill(names=listing(found.emptied)))
    for name, near in zip(found.unfilled, found.near, strict=True):
        tell(_NEAR.fill(file=template.name, name=name, near=listing(near)))
    return found.content


def _ours(report: Report) -> Ours:
    """What cells of a template may be named by, whatever this answer holds: metrics, sections, tables of packs."""
    from salesperf.app.packs.kinds import KINDS  # noqa: PLC0415 -- as above
    from salesperf.metrics.catalog import CATALOG  # noqa: PLC0415 -- as above
    from salesperf.render.template.ours import Ours  # noqa: PLC0415 -- as above

    metrics = {one.key: (one.label.en, one.label.zh, *WORDS.get(one.key, ())) for one in CATALOG}
    metrics |= {one.key: (one.label.en, one.label.zh) for one in report.definitions if one.key not in metrics}
    groups = (f"{of}_{dimension}" for of in ("by", "pareto") for dimension in DIMENSIONS.keys)
    boards = (f"{key}_{of}" for key in metrics for of in ("to_date", "period"))
    tables = frozenset({*_TABLES, *groups, *boards}) if report.schema.startswith(_PACKS) else frozenset[str]()
    return Ours(metrics, tuple(KINDS.keys), tables)


def _content(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as fault:
        told = _NOT_THERE.fill(file=str(template), why=fault.strerror or fault)
        raise UsageError(told, _CHECK) from fault
