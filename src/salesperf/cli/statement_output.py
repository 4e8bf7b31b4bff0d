"""Where statements go: to the screen, into one file, or a folder of pages and workbooks.

The command imports this module when it runs: help must not load the engine behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from salesperf.app import folder as folders
from salesperf.app.answer import Answer
from salesperf.app.commission import statement as statements
from salesperf.app.deliver import tells_manifest
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.workspace import Ask
from salesperf.cli.account import account_line
from salesperf.cli.asking import ask, bar, delivery, give, told_of_files, unchecked
from salesperf.cli.options import Inputs, Output, Talk
from salesperf.cli.report_output import refuse_template
from salesperf.cli.talk import say
from salesperf.core.errors import Exit, UsageError
from salesperf.core.text import Count, Text
from salesperf.metrics.request import Request

PACK = "commission-statement"
_WHOSE = Text("it is not said whose statement is wanted", "没有指定结算单的对象")
_TWO = Text("{first} and {second} name different statements", "{first} 与 {second} 指的是不同的结算单")
_KEEP_ONE = Text("keep one of them", "请只保留其中一项")
_SAY = Text(
    "name one with --rep, write one for each with --each rep -o FOLDER, or that of the company with --company",
    "请用 --rep 指定，或用 --each rep -o 文件夹 为每人各写一份，或用 --company 输出公司总表",
)
_NOBODY = Text(
    "nobody is paid anything in the period: there is no statement to write", "本期无人有提成：没有结算单可写"
)
_OTHER = Text("name another with --period", "请用 --period 指定其他期间")
_WROTE = Text(
    "wrote {count:statement|statements} into {folder!r}; index.json tells whose is which",
    "已将 {count} 份结算单写入「{folder}」；index.json 列出各自归属",
)


class Wanted(Struct, frozen=True):
    """Which plans and period are asked about, and whose statement is wanted."""

    plans: Sequence[Path]
    request: Request
    rep: str | None = None
    each: str | None = None
    company: bool = False

    def refuse_several(self) -> None:
        """Raise `UsageError` where it is not one thing that is wanted."""
        named = [
            flag for flag, word in (("--rep", self.rep), ("--each", self.each), ("--company", self.company)) if word
        ]
        if not named:
            raise UsageError(_WHOSE, _SAY)
        if len(named) > 1:
            raise UsageError(_TWO.fill(first=named[0], second=named[1]), _KEEP_ONE)

    def answer(self, asking: Ask) -> Answer:
        """The one statement or book that is wanted."""
        if self.company:
            return statements.company(asking, self.plans, self.request)
        return statements.statement_of(asking, self.plans, self.rep or "", self.request)


def stated(wanted: Wanted, inputs: Inputs, output: Output, talk: Talk, *, manifest: Path | None) -> Exit:
    """Work the statements out and put them where they were asked for."""
    wanted.refuse_several()
    is_folder = folders.is_folder(output.output) and output.output != Path("-")
    if wanted.each is not None or is_folder:
        refuse_template(output)
    if wanted.each is not None:
        return _each(wanted, inputs, output, talk, manifest=manifest)
    if is_folder:
        return _into_folder(wanted, inputs, output, talk, manifest=manifest)
    place = delivery(output, manifest=manifest, private=True)
    with bar(talk, output) as progress:
        answer = wanted.answer(ask(inputs, output, bar=progress, manifest=tells_manifest(place)))
    give(answer, place, talk)
    return Exit.OK


def _into_folder(wanted: Wanted, inputs: Inputs, output: Output, talk: Talk, *, manifest: Path | None) -> Exit:
    place = unchecked(output, manifest=manifest, private=True)
    folder = folders.folder_of(place)
    folders.check_folder(folder, PACK)
    with bar(talk, output) as progress:
        answer = wanted.answer(ask(inputs, output, bar=progress))
        written = folders.write_one(folder, PACK, answer)
    told_of_files([answer], written, place, talk)
    return Exit.OK


def _each(wanted: Wanted, inputs: Inputs, output: Output, talk: Talk, *, manifest: Path | None) -> Exit:
    folder = folders.folder_of(unchecked(output, manifest=manifest, private=True), is_each=True)
    folders.check_folder(folder, PACK)
    with bar(talk, output) as progress:
        found = statements.statements(ask(inputs, output, bar=progress), wanted.plans, wanted.request)
        if not found.people:
            raise UsageError(_NOBODY, _OTHER)
        last: list[Answer] = []
        numbers = {whom: number for number, whom in enumerate(found.people)}

        def answer_of(whom: Whom) -> Answer:
            progress.writing(whom.name, numbers[whom], len(found.people))
            last[:] = [found.of(whom)]
            return last[0]

        folders.write_each_of(folder, PACK, found.people, answer_of)
    if not talk.quiet:
        say(_WROTE.fill(count=Count(len(found.people)), folder=str(folder.path)).say(found.found.opened.lang))
        say(account_line(last[0], verbose=talk.verbose))
    return Exit.OK
