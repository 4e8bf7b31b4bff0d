"""The file of rows set aside: written when it was asked for, and told."""

from __future__ import annotations

from pathlib import Path

from salesperf.app.answer import Answer
from salesperf.app.quarantine import keep
from salesperf.cli.options import Output, Talk
from salesperf.cli.talk import say
from salesperf.core.text import Count, Text

_KEPT = Text(
    "wrote {rows:row|rows} to {file}; correct the cells named under _columns and give the file back with --corrections",
    "已将 {rows} 行写入 {file}；请更正 _columns 列所列的单元格，再用 --corrections 指定该文件",
)
_CAN_BE = Text(
    "--quarantine-to FILE writes the rows set aside to a file that can be corrected and read back",
    "可用 --quarantine-to FILE 将隔离的行写入文件，更正后再读回",
)
_NONE = Text("no row was set aside: {file} was not written", "没有被隔离的行：未写入 {file}")


def keep_aside(answer: Answer, output: Output, talk: Talk, *, to: Path | None) -> None:
    """Write the rows set aside to the file that was asked for; where none was, say that it can be."""
    lang = answer.report.lang
    if to is None:
        if answer.aside and not talk.quiet:
            say(_CAN_BE.say(lang))
        return
    rows = keep(answer.aside, to, lang=lang, overwrite=output.overwrite, csv_safe=output.csv_safe)
    if not talk.quiet:
        phrase = _KEPT if rows else _NONE
        say(phrase.fill(rows=Count(rows), file=to).say(lang))
