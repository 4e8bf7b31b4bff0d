"""A corrected quarantine file read back: which row of which file each of its rows is meant for, and what it says now.

Nothing is applied here; `corrected` puts the rows in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, UsageError, Where
from salesperf.core.text import Lang, Text, listing
from salesperf.sources.conform.quarantine import (
    BETWEEN,
    BEYOND,
    COLUMNS,
    FILE,
    ID,
    OURS,
    ROW,
    SHA256,
    SHEET,
    cells_at,
    identity,
)
from salesperf.sources.conform.row_places import AT, row_number
from salesperf.sources.files.raw_tables import Read, raw_tables
from salesperf.sources.options import ReadOptions
from salesperf.sources.rows.raw import LeftOut, RawTable

_SET_ASIDE = Text("rows set aside by an earlier run", "此前隔离的行")


class Correction(Struct, frozen=True):
    """One row of a corrected file: where it stands, the place it is meant for, and its cells by column (None: empty).

    `at_fault` are the headers that were named when the row was set aside.
    """

    where: Where
    file: str
    sheet: str | None
    row: int
    sha256: str
    at_fault: frozenset[str]
    cells: Mapping[str, str | None]

    @property
    def place(self) -> tuple[str, str | None, int]:
        """What two corrections of one row have in common."""
        return self.sha256, self.sheet, self.row

    @property
    def beyond(self) -> tuple[str, ...]:
        """The cells that still stand beyond the header."""
        return tuple(cell for name, cell in self.cells.items() if name.startswith(BEYOND) and cell)


class ReadBack(Struct, frozen=True):
    """The rows of corrected files, what was wrong with others, and the files' digests by name."""

    rows: tuple[Correction, ...]
    issues: tuple[Issue, ...]
    files: Mapping[str, str]


def without_quarantine(read: Read, *, given: Sequence[Path] = ()) -> Read:
    """What was read, without the tables of rows set aside: their rows are in the files they come from.

    Those that were `given` as corrections lie among the inputs rightly; the others are told. Where there is nothing
    else, that is a usage error.
    """
    tables, issues, left_out = read
    ours = [raw for raw in tables if _is_quarantine(raw)]
    if not ours:
        return read
    if len(ours) == len(tables):
        names = listing(raw.file.name for raw in ours)
        said = Text("{names}: {set_aside}, no export", "{names}：{set_aside}，不是导出文件")
        hint = Text(
            "name the export, and give this file with --corrections", "请指定导出文件，并用 --corrections 给出此文件"
        )
        raise UsageError(said.fill(names=names, set_aside=_SET_ASIDE), hint)
    paths = {file.resolve() for file in given}
    others = [raw for raw in ours if raw.file.path is None or raw.file.path.resolve() not in paths]
    told = [issue("R506", _SET_ASIDE, Where(raw.file.name, raw.sheet)) for raw in others]
    return (
        tuple(raw for raw in tables if not _is_quarantine(raw)),
        (*issues, *told),
        (*left_out, *(LeftOut(raw.file, raw.sheet, "quarantine", _SET_ASIDE) for raw in others)),
    )


def _is_quarantine(raw: RawTable) -> bool:
    return set(OURS) <= set(raw.header)


def corrections_of(files: Sequence[Path]) -> ReadBack:
    """Every row of corrected files, CSV or workbook, and those that no longer say where they belong.

    A file that is no quarantine file is a usage error.
    """
    read: list[Correction | Issue] = []
    faults: list[Issue] = []
    digests: dict[str, str] = {}
    for file in files:
        if not file.is_file():
            hint = Text(
                "kpi or check with --quarantine-to writes one", "kpi 或 check 加上 --quarantine-to 可写出此文件"
            )
            raise UsageError(Text(f"there is no file {str(file)!r}", f"找不到文件「{file}」"), hint)
        raws, issues, _ = raw_tables([str(file)], options=ReadOptions())
        tables = [raw for raw in raws if _is_quarantine(raw)]
        if not tables and not issues:
            missing = listing(name for name in OURS if not any(name in raw.header for raw in raws))
            told = Text(
                "{file!r} is no file of rows set aside: it lacks {missing}", "「{file}」不是隔离行文件：缺少 {missing}"
            )
            raise UsageError(told.fill(file=str(file), missing=missing))
        faults += issues
        for raw in tables:
            digests[raw.file.name] = raw.file.sha256
            faults += raw.issues
            read += _rows_of(raw)
    faults += [one for one in read if isinstance(one, Issue)]
    rows, twice = _once([one for one in read if isinstance(one, Correction)])
    return ReadBack(rows, (*faults, *twice), digests)


def _rows_of(raw: RawTable) -> Iterable[Correction | Issue]:
    height = raw.rows if raw.rows is not None else raw.frame.collect().height
    cells = cells_at(raw, range(height)).drop(AT)
    for at, values in enumerate(cells.iter_rows(named=True)):
        where = Where(raw.file.name, raw.sheet, row_number(raw, at))
        yield _correction(values, where, raw.torn.get(at, ()))


def _correction(values: Mapping[str, str | None], where: Where, beyond: Sequence[str]) -> Correction | Issue:
    ours = {name: (values[name] or "").strip() for name in OURS}
    number = ours[ROW].removesuffix(".0")
    row = int(number) if number.isascii() and number.isdigit() else 0
    sheet = ours[SHEET] or None
    if ours[ID] != identity(ours[SHA256], sheet, row):
        message = Text(
            f"the row no longer says where it belongs: {FILE}, {SHEET}, {ROW}, {ID} or {SHA256} was changed",
            f"该行已无法对应到原处：{FILE}、{SHEET}、{ROW}、{ID} 或 {SHA256} 被改动",
        )
        return issue("R503", message, where, value=ours[ID])
    cells = {name: _filled(cell) for name, cell in values.items() if name not in OURS}
    cells |= {f"{BEYOND}_{len(cells) + place}": cell for place, cell in enumerate(beyond)}
    at_fault = frozenset(ours[COLUMNS].split(BETWEEN)) - {""}
    return Correction(where, ours[FILE], sheet, row, ours[SHA256], at_fault, cells)


def _filled(cell: str | None) -> str | None:
    return cell if cell and not cell.isspace() else None


def _once(rows: Sequence[Correction]) -> tuple[tuple[Correction, ...], list[Issue]]:
    """Each place once; where two rows of one place say different things, neither is taken."""
    by_place: dict[object, list[Correction]] = {}
    for one in rows:
        by_place.setdefault(one.place, []).append(one)
    kept: list[Correction] = []
    faults: list[Issue] = []
    for alike in by_place.values():
        if all(one.cells == alike[0].cells for one in alike):
            kept.append(alike[0])
        else:
            others = listing(Text(str(one.where), one.where.say(Lang.ZH)) for one in alike[1:])
            phrase = Text(
                "row {row} of {file} is corrected again, and differently, in {others}",
                "{file} 的第 {row} 行又有不同的更正：{others}",
            )
            message = phrase.fill(row=alike[0].row, file=alike[0].file, others=others)
            faults.append(issue("R504", message, alike[0].where, count=len(alike)))
    return tuple(kept), faults
