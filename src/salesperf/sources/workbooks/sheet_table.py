"""One sheet becomes one raw table: header found, what is no data left out, types kept, silent nulls told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TypeVar

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing
from salesperf.sources.headers.blocks import Block
from salesperf.sources.no_data.rows_of_no_data import Cleaned, without_rows_of_no_data
from salesperf.sources.options import ReadOptions, header_row_of
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import NO_RESULT, Layout, RawTable, SourceFile
from salesperf.sources.texts.block_tables import sheet_tables
from salesperf.sources.texts.text_plan import NO_HEADER, RENAMED
from salesperf.sources.workbooks.merged_cells import unmerged
from salesperf.sources.workbooks.preflight import Preflight, refuse_large
from salesperf.sources.workbooks.sheet_cut import Cut, all_cells, cut_of_block, cut_of_sheet, may_be_parted
from salesperf.sources.workbooks.sheet_facts import Faults, SheetFacts
from salesperf.sources.workbooks.sheet_grid import Workbook

T = TypeVar("T")
SAMPLE_ROWS = 200
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's dates have no zone
_BETWEEN_EPOCHS = timedelta(days=1462)
"""From 1899-12-30, day 0 of Windows workbooks, to 1904-01-01, day 0 of Mac workbooks."""


def tables_of_sheet(
    book: Workbook, file: SourceFile, name: str, *, before: Preflight, options: ReadOptions
) -> tuple[RawTable, ...]:
    """The tables of a sheet: one unless several stand in it, none when nothing is in it."""
    listed = before.sheets.get(name)
    facts = listed.facts if listed is not None else None
    where = Where(file.name, name)
    if facts is not None:
        refuse_large(facts, where, max_cells=options.max_cells)
    first = facts.first_row if facts is not None and facts.first_row else book.first_row(name)
    told = header_row_of(file.name, name, options)
    cut = cut_of_sheet(book, name, first, told) if first else None
    if cut is None or not cut.kept:
        _refuse_errors_only(facts, where)
        return ()
    full = unmerged(cut, facts.merges if facts is not None else ())
    cut = full.cut
    cleaned = without_rows_of_no_data(cut.rows_of(cut.grid), header=cut.header, first_row=cut.first_data)
    sheet = _Sheet(file, name, facts, first, date1904=before.date1904)
    whole = sheet.table(cut, cleaned, first=first)
    whole = replace(whole, issues=(*whole.issues, *full.findings(where)))
    if told is not None or before.date1904 or not may_be_parted(cut, cleaned):
        return (whole,)
    grid = book.grid(name, first=first, header=None)
    cells = all_cells(grid)

    def read(block: Block) -> RawTable | None:
        part = cut_of_block(block, cells, grid, first=first)
        rows = without_rows_of_no_data(part.rows_of(part.grid), header=part.header, first_row=part.first_data)
        return sheet.table(part, rows, first=first + block.top, is_part=True) if part.kept else None

    return sheet_tables(cells, whole, first=first, column=grid.columns[0], read=read)


_MOVED = Text("dates moved to the workbook's 1904 system: {columns}", "日期已按工作簿的 1904 日期系统换算：{columns}")
_ERRORS_ONLY = Text(
    "every filled cell of the sheet ({count}) holds an error or a formula without a result",
    "工作表中所有非空单元格（{count} 个）都是错误值或未计算的公式",
)
_CORRECT = Text("correct the formulas in Excel and save the workbook", "请在 Excel 中改正公式并保存工作簿")
_HIDDEN = Text(
    "{rows:row|rows} of the sheet hidden, by a filter or by hand: read and counted",
    "工作表有 {rows} 行被筛选或手工隐藏：已读取并计入",
)
_CELLS = Text("{count:cell|cells} with {words}: {cells}", "{count} 个单元格为{words}：{cells}")


class _Sheet(Struct, frozen=True):
    """A sheet whose tables are made; `facts` are what was seen of its cells before it was read."""

    file: SourceFile
    name: str
    facts: SheetFacts | None
    first: int
    date1904: bool

    def table(self, cut: Cut, cleaned: Cleaned, *, first: int, is_part: bool = False) -> RawTable:
        """The table of a cut that begins in row `first`; a part of several was read as text."""
        where = Where(self.file.name, self.name)
        rows = cleaned.rows
        if cleaned.dropped or cut.head.header is None or is_part:
            rows = _with_their_types(rows)
        numbers = range(cut.first_data, cut.first_data + cut.grid.rows.height)
        facts = self.facts
        if is_part and facts is not None:
            facts = replace(_within(facts, numbers), hidden_rows=facts.hidden_rows if first == self.first else 0)
        issues = [*_about_names(cut, where), *cleaned.findings(where, numbers)]
        issues += [*_about_cells(facts, cut, where), *_about_hidden(facts, where)]
        if self.date1904 and facts is not None and (wrong := _on_the_wrong_epoch(rows, cut, facts)):
            rows = rows.with_columns(pl.col(wrong) + _BETWEEN_EPOCHS)
            issues.append(issue("R125", _MOVED.fill(columns=listing(wrong)), where))
        return RawTable(
            self.file,
            self.name,
            cut.names,
            rows.lazy(),
            rows.head(SAMPLE_ROWS),
            _layout(cut, first, cleaned, date1904=self.date1904),
            rows.height,
            tuple(issues),
            cleaned.row_numbers,
            _failed(facts, cut),
            _by_name(facts.percents, cut) if facts is not None else {},
            _by_name(facts.currencies, cut) if facts is not None else {},
            totals={numbers[place]: cells for place, cells in cleaned.totals.items()},
        )


def _within(facts: SheetFacts, rows: range) -> SheetFacts:
    """What was seen in some rows of a sheet."""
    errors, no_result = (
        {column: faults for column, faults in kind.items() if any(row in rows for row in faults.rows)}
        for kind in (facts.errors, facts.no_result)
    )
    return replace(facts, errors=errors, no_result=no_result)


def _layout(cut: Cut, first: int, cleaned: Cleaned, *, date1904: bool) -> Layout:
    above, below = cut.head.dropped, cleaned.dropped
    return Layout(
        None if cut.head.header is None else first + cut.head.header,
        cut.first_data,
        date1904=date1904,
        dropped={reason: above.get(reason, 0) + below.get(reason, 0) for reason in {**above, **below}},
        evidence=cut.head.evidence,
        unit=cut.head.unit,
        titles=cut.head.titles,
    )


def _refuse_errors_only(facts: SheetFacts | None, where: Where) -> None:
    """A sheet that seems empty because all its cells are errors is a fault, not an empty sheet."""
    if facts is None or not (facts.errors or facts.no_result):
        return
    count = sum(faults.count for faults in (*facts.errors.values(), *facts.no_result.values()))
    raise Refused(issue("R122", _ERRORS_ONLY.fill(count=count), where, hint=_CORRECT))


def _with_their_types(rows: pl.DataFrame) -> pl.DataFrame:
    """The same rows, where a title, total or footer among them had made text of a column of numbers or dates.

    Only columns that come back letter by letter are turned: an id with a leading zero stays text.
    """
    texts = [name for name, dtype in rows.schema.items() if dtype == pl.String]
    if not texts or rows.is_empty():
        return rows
    numbers = rows.select(pl.col(texts).cast(pl.Float64, strict=False))
    again = numbers.select(pl.all().cast(pl.String).str.strip_suffix(".0"))
    moments = rows.select(pl.col(texts).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="ms", strict=False))
    turned: list[pl.Series] = []
    for name in texts:
        text = rows.get_column(name)
        if text.null_count() == text.len():
            continue
        if again.get_column(name).equals(text):
            turned.append(numbers.get_column(name))
        elif moments.get_column(name).null_count() == text.null_count():
            turned.append(moments.get_column(name))
    return rows.with_columns(turned)


def _on_the_wrong_epoch(rows: pl.DataFrame, cut: Cut, facts: SheetFacts) -> list[str]:
    """The date columns of a 1904 workbook that the reader took for those of 1900.

    The reader obeys the flag in most workbooks. The raw number of one cell per column tells whether it did.
    """
    wrong: list[str] = []
    for at, name in zip(cut.kept, rows.columns, strict=True):
        if not rows.schema[name].is_temporal():
            continue
        for row, value in enumerate(rows.get_column(name).head(SAMPLE_ROWS)):
            raw = facts.numbers.get((cut.first_data + row, cut.grid.columns[at]))
            if raw is not None and isinstance(value, datetime):
                if abs(value - (_EPOCH_1900 + timedelta(days=raw))) < timedelta(days=1):
                    wrong.append(name)
                break
    return wrong


def _about_names(cut: Cut, where: Where) -> list[Issue]:
    if cut.head.header is None:
        return [issue("R116", NO_HEADER.fill(why=cut.head.evidence[0]), where)]
    if cut.renamed:
        words = RENAMED.fill(names=listing(cut.renamed[:10]))
        return [issue("R115", words, where, count=len(cut.renamed))]
    return []


def _about_cells(facts: SheetFacts | None, cut: Cut, where: Where) -> list[Issue]:
    """Error cells and formulas without a result, one issue a column: the reader gives nulls for both."""
    if facts is None:
        return []
    by_number = cut.by_number
    kinds = (
        ("R123", Text("an Excel error", "Excel 错误值"), facts.errors),
        ("R124", Text("a formula without a result", "未计算的公式"), facts.no_result),
    )
    return [
        _fault(code, words, faults, Where(where.file, where.sheet, faults.first_row or None, by_number.get(number)))
        for code, words, by_column in kinds
        for number, faults in sorted(by_column.items())
    ]


def _about_hidden(facts: SheetFacts | None, where: Where) -> list[Issue]:
    if facts is None or not facts.hidden_rows:
        return []
    return [issue("R131", _HIDDEN.fill(rows=Count(facts.hidden_rows)), where, count=facts.hidden_rows)]


def _by_name(by_number: Mapping[int, T], cut: Cut) -> dict[str, T]:
    """What is known of columns by their numbers, by their names."""
    return {name: by_number[number] for number, name in cut.by_number.items() if number in by_number}


def _failed(facts: SheetFacts | None, cut: Cut) -> dict[str, dict[int, str]]:
    """What cells hold that the reader gives as empty, by header and row."""
    failed: dict[str, dict[int, str]] = {}
    if facts is None:
        return failed
    for number, name in cut.by_number.items():
        errors, no_result = facts.errors.get(number), facts.no_result.get(number)
        held = {**dict.fromkeys(no_result.rows if no_result else (), NO_RESULT), **(errors.rows if errors else {})}
        if held:
            failed[name] = held
    return failed


def _fault(code: str, words: Text, faults: Faults, where: Where) -> Issue:
    more = ["..."] if faults.count > len(faults.addresses) else []
    cells = listing([*faults.addresses, *more])
    message = _CELLS.fill(count=Count(faults.count), words=words, cells=cells)
    return issue(code, message, where, value=faults.value, count=faults.count)
