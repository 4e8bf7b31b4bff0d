"""The rows set aside written to a file, and a corrected file looked through row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.app.answer import Answer
from salesperf.app.layers import find_project_file
from salesperf.app.output import write
from salesperf.app.sheets import sheet
from salesperf.app.workspace import Ask, Opened, read, workspace
from salesperf.core.errors import Issue, UsageError
from salesperf.core.text import Count, Lang, Text, listing
from salesperf.report.escape import as_spreadsheet_text
from salesperf.report.model import Column, Note, Value
from salesperf.sources.conform.corrected import Applied
from salesperf.sources.conform.corrections import corrections_of
from salesperf.sources.conform.quarantine import BETWEEN, quarantine_csv, quarantine_rows, said
from salesperf.sources.conform.row_places import AT, row_number
from salesperf.sources.conform.set_aside import SetAside
from salesperf.sources.options import OnBadRows

Place = tuple[str, str | None, int]
"""The digest of a file, its sheet, and the row as the spreadsheet counts."""
_COLUMNS = (
    Column("line", Text("row here", "本文件行号")),
    Column("file", Text("file", "原文件")),
    Column("sheet", Text("sheet", "工作表")),
    Column("row", Text("its row", "原行号")),
    Column("verdict", Text("verdict", "结论")),
    Column("changes", Text("changed", "已修改")),
    Column("why", Text("why", "原因")),
)
_GOOD = Text("✓ good", "✓ 可读取")
_BAD = Text("✗ still bad", "✗ 仍无法读取")
_UNCHANGED = Text("✗ unchanged", "✗ 未修改")
_REFUSED = Text("✗ not applied", "✗ 未采用")
_ABSENT = Text("– not in this file", "– 不在本文件中")
_VERDICTS = (_GOOD, _BAD, _UNCHANGED, _REFUSED, _ABSENT)
_COUNTS = Text(
    "{good:row is|rows are} good now, {bad} still bad, {unchanged} unchanged, {refused} not applied; "
    "{absent} set aside that this file does not have",
    "{good} 行现可读取，{bad} 行仍无法读取，{unchanged} 行未修改，{refused} 行未采用；"
    "另有 {absent} 行已隔离但不在本文件中",
)
_CHANGE = Text("{header}: {before} → {after}", "{header}：{before} → {after}")


class _Line(Struct, frozen=True):
    """One row of the report."""

    verdict: Text
    line: int | None
    file: str
    sheet: str | None
    row: int | None
    changes: str = ""
    why: str = ""


def rows_aside(aside: Sequence[SetAside], *, lang: Lang) -> pl.DataFrame:
    """The rows set aside as a frame of text."""
    return quarantine_rows(aside, lang=lang)


def keep(aside: Sequence[SetAside], file: Path, *, lang: Lang, overwrite: bool = False, csv_safe: bool = False) -> int:
    """Write the rows set aside, if there are any; how many there are."""
    rows = quarantine_rows(aside, lang=lang)
    if rows.height:
        spelled = as_spreadsheet_text if csv_safe else str
        write(file, quarantine_csv(rows, spelled=spelled), overwrite=overwrite)
    return rows.height


def check_corrections(ask: Ask, file: Path) -> Answer:
    """Put a corrected file in its place and say of each of its rows whether it can be read now, and if not why.

    Without inputs and a project file, the files that it names are looked for beside it and where we stand.
    """
    path = ask.surroundings.cwd / file
    space = workspace(_with_inputs(ask, path))
    options = replace(
        space.options,
        on_bad_rows=OnBadRows.QUARANTINE,
        corrections=tuple(dict.fromkeys((*space.options.corrections, str(path)))),
    )
    opened = read(replace(space, options=options), stop=False)
    lines = list(_lines(opened, path))
    counts = Counter(line.verdict for line in lines)
    good, bad, unchanged, refused, absent = (Count(counts[verdict]) for verdict in _VERDICTS)
    text = _COUNTS.fill(good=good, bad=bad, unchanged=unchanged, refused=refused, absent=absent)
    lang = opened.lang
    report = sheet(
        "salesperf.corrections/1",
        Text("Corrected rows", "更正结果"),
        _COLUMNS,
        [_cells(line, lang) for line in lines],
        lang=lang,
        notes=(Note("corrections", text, warning=counts[_GOOD] < len(lines)),),
    )
    return Answer(report, opened.loaded.issues, opened.loaded.accounts, opened.loaded.aside)


def _with_inputs(ask: Ask, file: Path) -> Ask:
    if ask.inputs or find_project_file((), ask.surroundings, config=ask.config) is not None:
        return ask
    names = dict.fromkeys(one.file for one in corrections_of([file]).rows)
    folders = (file.parent, ask.surroundings.cwd)
    found = {name: next((place for folder in folders if (place := folder / name).is_file()), None) for name in names}
    missing = [name for name, place in found.items() if place is None]
    if missing or not found:
        phrase = Text("{names} is not beside {file!r}", "「{file}」旁边没有 {names}")
        lost = phrase.fill(names=listing(missing), file=file.name)
        unsaid = Text(f"no row of {file.name!r} says where it belongs", f"「{file.name}」中没有一行注明来源")
        hint = Text(
            f"name the files its rows were taken from: salesperf check FILES --quarantine {file.name}",
            f"请指定这些行的来源文件：salesperf check 文件 --quarantine {file.name}",
        )
        raise UsageError(lost if missing else unsaid, hint)
    return replace(ask, inputs=tuple(str(place) for place in found.values()))


def _lines(opened: Opened, file: Path) -> Iterator[_Line]:
    """The rows of the file in its order, then the rows set aside that it does not have."""
    loaded, lang = opened.loaded, opened.lang
    reasons = _reasons(loaded.aside, lang)
    own = [one for one in loaded.applied if one.correction.where.file == file.name]
    judged = [_judged(one, reasons.get(one.correction.place), lang) for one in own]
    judged += [_refused(fault, lang) for fault in loaded.issues if fault.code in {"R501", "R502", "R503", "R504"}]
    yield from sorted(judged, key=lambda line: line.line or 0)
    known = {one.correction.place for one in loaded.applied}
    for one in loaded.aside:
        for at in one.faults[AT].unique(maintain_order=True):
            row = row_number(one.raw, at)
            place = (one.raw.file.sha256, one.raw.sheet, row)
            if place not in known:
                yield _Line(_ABSENT, None, one.raw.file.name, one.raw.sheet, row, why=reasons[place])


def _reasons(aside: Sequence[SetAside], lang: Lang) -> dict[Place, str]:
    """Why each row that is still set aside is bad."""
    found: dict[Place, list[str]] = {}
    for one in aside:
        for at, text in said(one.faults, lang):
            found.setdefault((one.raw.file.sha256, one.raw.sheet, row_number(one.raw, at)), []).append(text)
    return {place: BETWEEN.join(texts) for place, texts in found.items()}


def _judged(applied: Applied, why: str | None, lang: Lang) -> _Line:
    one = applied.correction
    changes = "; ".join(
        _CHANGE.fill(header=header, before=repr(before or ""), after=repr(after or "")).say(lang)
        for header, before, after in applied.changes
    )
    verdict = _GOOD if why is None else _BAD if applied.changes else _UNCHANGED
    return _Line(verdict, one.where.row, one.file, one.sheet, one.row, changes, why or "")


def _refused(fault: Issue, lang: Lang) -> _Line:
    return _Line(_REFUSED, fault.where.row, "", None, None, why=fault.told(lang))


def _cells(line: _Line, lang: Lang) -> tuple[Value, ...]:
    return line.line, line.file, line.sheet, line.row, line.verdict.say(lang), line.changes, line.why
