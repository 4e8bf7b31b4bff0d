"""From parsed options to what `app` takes, and from its answer to the two streams and an exit code.

This is where the environment and the current folder are read; nothing below does. Commands import this module
when they run: help must not load the engine behind it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from salesperf.app.answer import Answer
from salesperf.app.check import fails
from salesperf.app.deliver import Delivery, check_delivery, deliver, made_at, tells_manifest, untold
from salesperf.app.lights import shows_light
from salesperf.app.questions import compared, day, grain
from salesperf.app.workspace import Ask
from salesperf.cli.account import account_line, file_lines
from salesperf.cli.first_look import flags, surroundings
from salesperf.cli.options import Inputs, Output, Question, Talk, words
from salesperf.cli.progress import ReadingBar
from salesperf.cli.report_question import ReportQuestion
from salesperf.cli.talk import issue_lines, say, say_wrote
from salesperf.cli.target_question import TargetQuestion
from salesperf.cli.terminal import has_color, put, result_stream, width
from salesperf.core.errors import Exit
from salesperf.core.text import Text
from salesperf.metrics.request import Request
from salesperf.report.model import Report


def ask(
    inputs: Inputs, output: Output, *, bar: ReadingBar | None = None, manifest: bool = True, digests: bool = False
) -> Ask:
    """The inputs with every setting that was typed; `manifest` is whether anyone will see one."""
    return Ask(
        inputs=tuple(inputs.files or ()),
        surroundings=surroundings(),
        config=inputs.config,
        flags=flags(inputs, output),
        as_table=inputs.as_table,
        progress=bar,
        manifest=manifest,
        digests=digests,
    )


def request(question: Question) -> Request:
    """The question with its words checked; raises `UsageError`."""
    return Request(
        metrics=words(question.metrics),
        by=words(question.by),
        period=question.period,
        grain=grain(question.grain),
        where=tuple(question.where or ()),
        compare=compared(words(question.compare)),
        as_of=day("--as-of", question.as_of) if question.as_of is not None else None,
    )


def target_request(question: TargetQuestion) -> Request:
    """The question about targets with its words checked; raises `UsageError`."""
    return request(
        Question(period=question.period, metrics=question.metrics, where=question.where, as_of=question.as_of)
    )


def report_request(asked: ReportQuestion) -> Request:
    """The question of a report pack with its words checked; raises `UsageError`."""
    return request(Question(period=asked.period, where=asked.where, as_of=asked.as_of))


def answer_targets(
    answered: Callable[[Ask, Request], Answer],
    question: TargetQuestion,
    inputs: Inputs,
    output: Output,
    talk: Talk,
    *,
    manifest: Path | None,
) -> Answer:
    """Ask a question about targets, give its answer, and return it for the verdict."""
    wanted = delivery(output, manifest=manifest)
    asked = target_request(question)
    with bar(talk, output) as progress:
        answer = answered(ask(inputs, output, bar=progress, manifest=tells_manifest(wanted)), asked)
    give(answer, wanted, talk)
    return answer


def delivery(output: Output, *, manifest: Path | None = None, private: bool = False) -> Delivery:
    """How the answer is drawn and where it goes, checked before any work; pay is `private`."""
    wanted = unchecked(output, manifest=manifest, private=private)
    check_delivery(wanted)
    return wanted


def unchecked(output: Output, *, manifest: Path | None, private: bool = False) -> Delivery:
    """How an answer is drawn and where it goes, as it was typed."""
    stream = result_stream()
    return Delivery(
        format=output.format,
        file=None if output.output == Path("-") else output.output,
        overwrite=output.overwrite,
        columns=words(output.columns),
        sort=words(output.sort),
        limit=output.limit,
        total=output.total,
        encoding=output.output_encoding,
        csv_safe=output.csv_safe,
        manifest=manifest,
        color=has_color(stream, os.environ, refused=output.no_color),
        width=width(stream),
        on_terminal=stream.isatty(),
        made=made_at(os.environ),
        template=output.template,
        private=private,
    )


def show(report: Report, wanted: Delivery, talk: Talk) -> None:
    """The report to its file or to standard output."""
    told: list[Text] = []
    content = deliver(report, wanted, tell=told.append)
    if content is not None:
        put(content)
    for file in (wanted.file, wanted.manifest):
        if file is not None and not talk.quiet:
            say_wrote(file, report.lang)
    if not talk.quiet:
        for line in told:
            say(line.say(report.lang))


def give(answer: Answer, wanted: Delivery, talk: Talk) -> None:
    """The answer, and on standard error what became of the rows."""
    show(answer.report, wanted, talk)
    if talk.quiet:
        return
    for note in untold(answer.report, wanted):
        say(note.text.say(answer.report.lang))
    if talk.verbose:
        for line in (*file_lines(answer), *issue_lines(answer.findings, lang=answer.report.lang)):
            say(line)
    if answer.accounts:
        say(account_line(answer, verbose=talk.verbose))


def told_of_files(answers: Sequence[Answer], written: Sequence[Path], wanted: Delivery, talk: Talk) -> None:
    """On standard error the files that were written, what they cannot tell, and what became of the rows."""
    if talk.quiet or not answers:
        return
    for file in written:
        say_wrote(file, answers[0].report.lang)
    if wanted.format is not None:
        # Pages and workbooks, which a folder has where no format is named, leave nothing untold.
        notes = (note.text.say(one.report.lang) for one in answers for note in untold(one.report, wanted))
        for line in dict.fromkeys(notes):
            say(line)
    if talk.verbose:
        for line in (*file_lines(answers[0]), *issue_lines(answers[0].findings, lang=answers[0].report.lang)):
            say(line)
    say(account_line(answers[0], verbose=talk.verbose))


def verdict(answer: Answer, fail_on: str | None) -> Exit:
    """1 when `--fail-on` is met, else 0."""
    return Exit.FAIL_ON if fails(answer.findings, fail_on) else Exit.OK


def lit(answer: Answer, fail_on: str | None) -> Exit:
    """1 when `--fail-on` is met by a light of the report or by its findings, else 0."""
    if fail_on in {"red", "yellow"}:
        return Exit.FAIL_ON if shows_light(answer.report, fail_on) else Exit.OK
    return verdict(answer, fail_on)


def bar(talk: Talk, output: Output) -> ReadingBar:
    """The progress bar of one command."""
    color = sys.stderr is not None and has_color(sys.stderr, os.environ, refused=output.no_color)
    return ReadingBar(wanted=not talk.quiet, color=color)
