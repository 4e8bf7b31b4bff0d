"""Whether this machine can do the work: what is installed, what is missing, and what that means."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from salesperf import __version__
from salesperf.app.layers import Surroundings, configured
from salesperf.app.sheets import sheet
from salesperf.app.workspace import Ask, lang_of
from salesperf.core.errors import ConfigError
from salesperf.core.text import Lang, Text, phrase
from salesperf.render.figures import fonts
from salesperf.render.formats import FORMATS
from salesperf.report.model import Column, Report

_LIBRARIES = (
    ("polars", Text("tables and sums", "表格与汇总")),
    ("narwhals", Text("facts and metrics", "业务事实与指标")),
    ("fastexcel", Text("reading workbooks", "读取 Excel 文件")),
    ("python-calamine", Text("reading workbooks", "读取 Excel 文件")),
    ("openpyxl", Text("reading workbooks with the 1904 calendar", "读取 1904 日期系统的 Excel 文件")),
    ("msgspec", Text("records, made ready quickly at start", "数据记录类型（加快启动）")),
    ("pydantic", Text("settings", "配置")),
    ("rapidfuzz", Text("names that are nearly alike", "相近名称匹配")),
    ("rich", Text("the terminal", "终端显示")),
    ("babel", Text("numbers and dates for people", "数字与日期的显示")),
    ("typer", Text("the command line", "命令行")),
    ("chinesecalendar", Text("workdays of China", "中国工作日")),
    ("jinja2", Text("pages (html)", "网页报告（html）")),
    ("vl-convert-python", Text("charts", "图表")),
    ("xlsxwriter", Text("workbooks (xlsx)", "Excel 工作簿（xlsx）")),
)
_COLUMNS = (
    Column("item", Text("item", "项目")),
    Column("state", Text("state", "状态")),
    Column("found", Text("found", "检测结果")),
    Column("meaning", Text("for", "用途")),
)
_OK, _MISSING = Text("✓ ok", "✓ 正常"), Text("✗ missing", "✗ 缺失")
_WANTING = Text("! wanting", "! 不足")
"""What this program does without, though less well."""
_NO_FONT = Text(
    "no font: such words are numbers with a legend; install salesperf[fonts]",
    "缺少字体：这些文字将以编号加图例代替；请安装 salesperf[fonts]",
)
_BROUGHT = Text("salesperf[fonts]", "salesperf[fonts]")
_OWN = Text("of this system", "系统字体")
_NO_FILE = Text("none: defaults", "无：使用默认设置")
_Line = tuple[str, Text, str | Text, Text]


def doctor_report(ask: Ask) -> tuple[Report, bool]:
    """One line per thing this machine needs, and whether all of them are there."""
    lang = _lang(ask)
    lines = (
        ("salesperf", _OK, __version__, Text("this program", "本程序")),
        ("python", _OK, platform.python_version(), Text("3.11 or later", "需要 3.11 或更高版本")),
        *(_library(name, purpose) for name, purpose in _LIBRARIES),
        _time_zones(),
        _settings(ask.surroundings, lang),
        _chinese_in_pictures(),
        ("formats", _OK, ", ".join(FORMATS.keys), Text("what --format can draw", "--format 可输出的格式")),
    )
    rows = tuple(
        (item, state.say(lang), phrase(found).say(lang), meaning.say(lang)) for item, state, found, meaning in lines
    )
    title = Text("What this machine has", "运行环境检查")
    is_well = all(state is not _MISSING for _, state, _, _ in lines)
    return sheet("salesperf.doctor/1", title, _COLUMNS, rows, lang=lang), is_well


def _lang(ask: Ask) -> Lang:
    """The language asked for; a faulty configuration is a finding here, not an end."""
    try:
        return lang_of(configured((), ask.surroundings, flags=ask.flags))
    except ConfigError:
        return Lang.EN


def _library(name: str, purpose: Text) -> _Line:
    try:
        return (name, _OK, version(name), purpose)
    except PackageNotFoundError:
        return (name, _MISSING, "", purpose)


def _chinese_in_pictures() -> _Line:
    """Whether a chart as PNG can show Chinese; pages are drawn with the fonts of their readers."""
    purpose = Text("Chinese in charts as PNG", "PNG 图表中的中文")
    if not fonts.draws_chinese():
        return ("fonts", _WANTING, _NO_FONT, purpose)
    return ("fonts", _OK, _BROUGHT if fonts.font_folder() else _OWN, purpose)


def _time_zones() -> _Line:
    purpose = Text("times with an offset (--timezone)", "带时区的时间（--timezone）")
    try:
        return ("time zones", _OK, str(ZoneInfo("Asia/Shanghai")), purpose)
    except ZoneInfoNotFoundError:
        return ("time zones", _MISSING, "", purpose)


def _settings(surroundings: Surroundings, lang: Lang) -> _Line:
    purpose = Text("the project's settings", "项目配置")
    try:
        found = configured((), surroundings)
    except ConfigError as fault:
        return ("salesperf.toml", Text("✗ faulty", "✗ 有误"), fault.text.say(lang), purpose)
    name = found.project_file.name if found.project_file else _NO_FILE.say(lang)
    return ("salesperf.toml", _OK, name, purpose)
