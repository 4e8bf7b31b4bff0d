"""What became of the rows, in the language of the report: one line for all, and one for each file when asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.app.answer import Answer
from salesperf.core.errors import Issue, Severity
from salesperf.core.text import Count, Text, listing
from salesperf.tables.labels import table_words

_READ = Text("read {rows:row|rows} of {files:file|files}: {parts}", "读取 {files} 个文件，共 {rows} 行：{parts}")
_LOADED = Text("{rows} loaded", "载入 {rows} 行")
_QUARANTINED = Text("{rows} quarantined", "隔离 {rows} 行")
_CORRECTED = Text("{rows} of them corrected", "其中更正 {rows} 行")
_SUPERSEDED = Text("{rows} taken from another file", "{rows} 行取自另一文件")
_DROPPED = Text("{rows} no data (titles, totals, blanks)", "非数据行 {rows} 行（标题、合计、空行）")
_REPEATED = Text("{rows} of them repeated (counted and kept)", "其中重复 {rows} 行（计入并保留）")
_FINDINGS = Text("{count:finding|findings}", "{count} 个问题")
_NOTES = Text("{count:note|notes}", "{count} 条提示")
_FOUND = Text("; {found} (salesperf check has the list)", "；{found}（详见 salesperf check）")
_COMMA = Text(", ", "，")

_TAKEN = Text("{name}: {rows:row|rows} as {table}", "{name}：{rows} 行，识别为{table}")
_LEFT_OUT = Text("{name}: left out: {note}", "{name}：已跳过：{note}")


def account_line(answer: Answer, *, verbose: bool = False) -> str:
    """Rows in = loaded + set aside, in one line; notes are counted only when everything is to be told."""
    tables = [account for account in answer.accounts if account.table is not None]
    superseded = sum(account.superseded for account in tables)
    dropped = sum(sum(account.dropped.values()) for account in tables)
    corrected = sum(account.corrected for account in tables)
    repeated = sum(account.repeated or 0 for account in tables)
    parts = [
        (_LOADED, sum(account.loaded for account in tables)),
        (_QUARANTINED, sum(account.quarantined for account in tables)),
        *(
            (phrase, rows)
            for phrase, rows in (
                (_SUPERSEDED, superseded),
                (_DROPPED, dropped),
                (_CORRECTED, corrected),
                (_REPEATED, repeated),
            )
            if rows
        ),
    ]
    line = _READ.fill(
        rows=Count(sum(account.rows for account in tables)),
        files=Count(len({account.file for account in tables})),
        parts=listing((phrase.fill(rows=Count(rows)) for phrase, rows in parts), _COMMA),
    )
    return listing((line, _found(answer.findings, verbose=verbose)), Text("", "")).say(answer.report.lang)


def _found(issues: Sequence[Issue], *, verbose: bool) -> Text:
    """A note alarms nobody: it says what was left out or taken for what it is."""
    notes = sum(issue.severity is Severity.NOTE for issue in issues)
    counts = ((_FINDINGS, len(issues) - notes), (_NOTES, notes if verbose else 0))
    told = [phrase.fill(count=Count(count)) for phrase, count in counts if count]
    return _FOUND.fill(found=listing(told, _COMMA)) if told else Text("", "")


def file_lines(answer: Answer) -> Iterator[str]:
    """What each file was taken for, or why it was left out."""
    lang = answer.report.lang
    for account in answer.accounts:
        name = f"{account.file} [{account.sheet}]" if account.sheet else account.file
        taken = _TAKEN.fill(name=name, rows=Count(account.rows), table=table_words(account.table or ""))
        left_out = _LEFT_OUT.fill(name=name, note=account.note.say(lang) if account.note else "")
        yield (taken if account.table else left_out).say(lang)
