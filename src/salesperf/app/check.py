"""`check`: every finding, where every row and every amount went, and what each file was taken for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from salesperf.app.keys import keys_block
from salesperf.app.mapping import layout_block, mapping_block
from salesperf.app.sheets import block
from salesperf.app.target_block import targets_block
from salesperf.core.codes import CODES
from salesperf.core.errors import Issue, Severity
from salesperf.core.text import Count, Lang, Text, printable, same
from salesperf.core.unit import Unit
from salesperf.facts.keys import Stray
from salesperf.report.model import Column, Note, Records, Report, TableBlock, Value
from salesperf.sources.loaded import Account, Loaded
from salesperf.sources.no_data.row_kind import KINDS
from salesperf.tables.labels import column_words, table_words

_WEIGHTS = {
    Severity.ERROR: Text("✗ error", "✗ 错误"),
    Severity.WARNING: Text("! warning", "! 警告"),
    Severity.NOTE: Text("– note", "– 提示"),
}
_PLACE = Text(": ", "：")
_HEAVIEST_FIRST = tuple(_WEIGHTS)
_CODE = Column("code", Text("code", "代码"))
_FILE = Column("file", Text("file", "文件"))
_SHEET = Column("sheet", Text("sheet", "工作表"))
_TABLE = Column("table", Text("table", "数据表"))
_RECORDS = (
    _CODE,
    Column("severity", Text("severity", "级别")),
    Column("title", Text("title", "问题")),
    Column("message", Text("message", "说明")),
    _FILE,
    _SHEET,
    Column("row", Text("row", "行"), Unit.COUNT),
    Column("column", Text("column", "列")),
    Column("value", Text("value", "原值")),
    Column("count", Text("count", "数量"), Unit.COUNT),
    Column("hint", Text("hint", "建议")),
)
_ROWS = (
    _FILE,
    _SHEET,
    _TABLE,
    Column("rows", Text("rows", "行数"), Unit.COUNT),
    Column("loaded", Text("loaded", "载入"), Unit.COUNT),
    Column("quarantined", Text("quarantined", "隔离"), Unit.COUNT),
    Column("corrected", Text("corrected", "已更正"), Unit.COUNT),
    Column("superseded", Text("superseded", "被替代"), Unit.COUNT),
    Column("dropped", Text("no data", "非数据行")),
    Column("repeated", Text("repeated, kept", "重复（保留）"), Unit.COUNT),
    Column("note", Text("note", "备注")),
)
_MONEY = (
    _FILE,
    _SHEET,
    _TABLE,
    Column("column", Text("column", "列")),
    Column("read", Text("read", "读取金额"), Unit.TALLY),
    Column("loaded", Text("loaded", "载入金额"), Unit.TALLY),
    Column("left_out", Text("left out", "未载入"), Unit.TALLY),
)
_GROUPS = (
    _CODE,
    Column("severity", Text("severity", "级别")),
    Column("title", Text("what", "问题")),
    Column("count", Text("count", "数量"), Unit.COUNT),
    Column("first", Text("first", "首个位置")),
    Column("cure", Text("what to do", "处理办法")),
)


def check_report(
    loaded: Loaded,
    findings: Sequence[Issue],
    *,
    lang: Lang,
    strays: Sequence[Stray] = (),
    explain_layout: bool = False,
) -> Report:
    """All there is to say about the inputs; the records are the findings, one row each.

    With `explain_layout` also where the table of each file lies and how it is written, with the reasons.
    """
    assert_every_row_accounted(loaded.accounts)
    ordered = sorted(findings, key=_weight)
    keys = keys_block(strays, lang=lang)
    return Report(
        schema="salesperf.check/1",
        title=Text("Check of the inputs", "数据检查"),
        lang=lang,
        blocks=(
            _rows_block(loaded.accounts, lang),
            _money_block(loaded.accounts, lang),
            *([targets_block(targets)] if (targets := loaded.bundle.get("targets")) is not None else []),
            _groups_block(ordered, lang),
            *([keys] if keys else []),
            mapping_block(loaded.recognitions, lang=lang),
            *((layout_block(loaded.recognitions, lang=lang),) if explain_layout else ()),
        ),
        records=Records(_RECORDS, tuple(_record(issue, lang) for issue in ordered)),
        notes=(_verdict(ordered),),
    )


def assert_every_row_accounted(accounts: Iterable[Account]) -> None:
    """Prove rows = loaded + quarantined + superseded + dropped; otherwise the reader is at fault, not the data."""
    for account in accounts:
        known = account.loaded + account.quarantined + account.superseded + sum(account.dropped.values())
        if account.table is not None and account.rows != known:
            raise AssertionError(f"{account.file}: {account.rows} rows, but {known} accounted for")


def fails(findings: Iterable[Issue], threshold: str | None) -> bool:
    """Whether `--fail-on findings|warnings|errors` is met; a finding is a warning or an error, never a note."""
    if threshold is None:
        return False
    wanted = {Severity.ERROR} if threshold == "errors" else {Severity.ERROR, Severity.WARNING}
    return any(issue.severity in wanted for issue in findings)


def _weight(issue: Issue) -> tuple[int, str, str, str, int, str]:
    where = issue.where
    rank = _HEAVIEST_FIRST.index(issue.severity)
    return rank, issue.code, where.file or "", where.sheet or "", where.row or 0, where.column or ""


def _record(issue: Issue, lang: Lang) -> tuple[Value, ...]:
    code, where = CODES[issue.code], issue.where
    texts: tuple[Value, ...] = (
        issue.code,
        issue.severity.value,
        code.title.say(lang),
        issue.told(lang),
        where.file,
        where.sheet,
        where.row,
        where.column,
        issue.value,
        issue.count,
        issue.advice(lang) or code.cure.say(lang),
    )
    return tuple(printable(value) if isinstance(value, str) else value for value in texts)


def _dropped(reasons: Mapping[str, int], lang: Lang) -> str:
    """Rows that are no data, by reason."""
    return ", ".join(
        f"{KINDS.get(reason, same(reason)).say(lang)} {count:,}" for reason, count in sorted(reasons.items()) if count
    )


def _rows_block(accounts: Iterable[Account], lang: Lang) -> TableBlock:
    rows = [
        (
            account.file,
            account.sheet,
            account.table and table_words(account.table).say(lang),
            account.rows,
            account.loaded,
            account.quarantined,
            account.corrected or None,
            account.superseded or None,
            _dropped(account.dropped, lang),
            account.repeated or None,
            account.note.say(lang) if account.note else "",
        )
        for account in accounts
    ]
    return block("rows", Text("Rows", "行数核对"), _ROWS, rows)


def _money_block(accounts: Iterable[Account], lang: Lang) -> TableBlock:
    rows = [
        (
            account.file,
            account.sheet,
            account.table and table_words(account.table).say(lang),
            column_words(column, table=account.table).say(lang),
            amount,
            account.money_loaded.get(column),
            amount - account.money_loaded.get(column, amount),
        )
        for account in accounts
        for column, amount in account.money.items()
    ]
    return block(
        "money", Text("Amounts", "金额核对"), _MONEY, rows, empty=Text("no amounts in these files", "文件中没有金额列")
    )


def _groups_block(ordered: Iterable[Issue], lang: Lang) -> TableBlock:
    rows = []
    for code, alike in groupby(ordered, key=lambda issue: issue.code):
        group = tuple(alike)
        about = CODES[code]
        first = _PLACE.say(lang).join(part for part in (group[0].where.say(lang), group[0].told(lang)) if part)
        count = sum(issue.count for issue in group)
        cure = group[0].advice(lang) or about.cure.say(lang)
        rows.append((code, _WEIGHTS[group[0].severity].say(lang), about.title.say(lang), count, first, cure))
    return block(
        "findings", Text("Findings", "检查结果"), _GROUPS, rows, empty=Text("no problems found", "没有发现问题")
    )


def _verdict(findings: Sequence[Issue]) -> Note:
    counts = [sum(issue.severity is weight for issue in findings) for weight in _HEAVIEST_FIRST]
    errors, warnings, notes = counts
    phrase = Text(
        "{errors:error|errors}, {warnings:warning|warnings}, {notes:note|notes}",
        "错误 {errors} 个，警告 {warnings} 个，提示 {notes} 个",
    )
    text = phrase.fill(errors=Count(errors), warnings=Count(warnings), notes=Count(notes))
    return Note("findings", text, warning=bool(errors or warnings))
