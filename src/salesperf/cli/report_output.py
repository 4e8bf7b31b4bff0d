"""Where a report pack goes: to the screen, into one file, or a folder of pages and workbooks.

The command imports this module when it runs: help must not load the engine behind it.
"""

from __future__ import annotations

from pathlib import Path

from salesperf.app import folder as folders
from salesperf.app import report as reports
from salesperf.app.deliver import tells_manifest
from salesperf.app.report import Asked
from salesperf.cli.asking import ask, bar, delivery, give, lit, report_request, told_of_files, unchecked
from salesperf.cli.options import Inputs, Output, Talk
from salesperf.cli.report_question import ReportQuestion
from salesperf.core.errors import Exit, UsageError
from salesperf.core.text import Text


def composed(
    pack: str,
    question: ReportQuestion,
    inputs: Inputs,
    output: Output,
    talk: Talk,
    *,
    manifest: Path | None,
    fail_on: str | None,
) -> Exit:
    """Compose the pack, or one for each team or rep, and put it where it was asked for."""
    asked = Asked(pack, report_request(question), question.team, question.rep, question.each)
    to_screen = output.output == Path("-")
    if (folders.is_folder(output.output) and not to_screen) or question.each is not None:
        refuse_template(output)
        return _into_folder(asked, inputs, output, talk, manifest=manifest, fail_on=fail_on)
    wanted = delivery(output, manifest=manifest)
    with bar(talk, output) as progress:
        answer = reports.report(ask(inputs, output, bar=progress, manifest=tells_manifest(wanted)), asked)
    give(answer, wanted, talk)
    return lit(answer, fail_on)


def refuse_template(output: Output) -> None:
    """Raise `UsageError` for a workbook to fill where a folder of reports is written."""
    if output.template is not None:
        raise UsageError(
            Text("--template fills one workbook, not a folder of them", "--template 只填写一个工作簿，不能写入文件夹"),
            Text(
                "name a file with -o, such as -o report.xlsx, and one --team or --rep at a time",
                "请用 -o 指定文件，例如 -o report.xlsx，每次一个 --team 或 --rep",
            ),
        )


def _into_folder(
    asked: Asked, inputs: Inputs, output: Output, talk: Talk, *, manifest: Path | None, fail_on: str | None
) -> Exit:
    wanted = unchecked(output, manifest=manifest)
    folder = folders.folder_of(wanted, is_each=asked.each is not None)
    folders.check_folder(folder, asked.pack)
    with bar(talk, output) as progress:
        asking = ask(inputs, output, bar=progress)
        if asked.each is None:
            answers = [reports.report(asking, asked)]
            written = folders.write_one(folder, asked.pack, answers[0])
        else:
            several = reports.reports(asking, asked)
            answers = [of.answer for of in several]
            written = folders.write_each(folder, asked.pack, several)
    told_of_files(answers, written, wanted, talk)
    return max((lit(answer, fail_on) for answer in answers), default=Exit.OK)
