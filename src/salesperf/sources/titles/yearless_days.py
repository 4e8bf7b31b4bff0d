"""Days written without their year (1月5日, 1/5, 5-Jan): of the year that a title, the sheet or the file names.

A year is never made up: where nothing or more than one year stands over the rows, or where their months run across a
new year, the days stay as they are, and what would make them readable is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import polars as pl
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Text, in_quotes
from salesperf.sources.options import TableOptions
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.not_of_sales import is_not_of_sales
from salesperf.sources.titles.year_over import Over, month_over, year_over
from salesperf.sources.values.blanks import cleaned, misfits_allowed
from salesperf.sources.values.english_months import NAME, NUMBERS, month_number

_MONTH_NAME = rf"{NAME}\.?"
_WEEKDAY = r"(?:[ (（]*(?:星期|周)[一二三四五六日天][)）]?)?"
_CHINESE = rf"^(0?[1-9]|1[0-2]) ?月 ?(0?[1-9]|[12]\d|3[01]) ?[日号]?{_WEEKDAY}$"
_NAMED = rf"(?i)^(?:({_MONTH_NAME})[- ]?(\d{{1,2}})(?:st|nd|rd|th)?|(\d{{1,2}})(?:st|nd|rd|th)?[- ]?({_MONTH_NAME}))$"
_FIGURES = r"^(0?[1-9]|[12]\d|3[01])[/-](0?[1-9]|[12]\d|3[01])$"
_POINTED = r"^(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.$"
_ANY = (_CHINESE, _NAMED, _FIGURES, _POINTED)
_HEADER = late(r"(?i)日期|时间$|日$|(?<![a-z])(?:date|day|dated|datum|fecha|data|when|sold|ordered|invoiced)(?![a-z])")
"""What a header of days says; the cells decide."""
_SURE = late(r"(?i)日期|(?<![a-z])(?:date|datum|fecha|data)(?![a-z])")
"""What it says where the cells are two numbers, which may as well be hours or a span of days."""
_OF_MONTHS = late(r"(?i)^(?:(?:sales|order|calendar)[ _-]*)?months?$|^(?:所属|统计|销售|业务)?月份?$|^月度$")
_OF_YEARS = late(r"(?i)^(?:.*[ _-])?year$|^年$|年份$|年度$|^fy")
_MONTH_NUMBER = r"^(0?[1-9]|1[0-2])(?: ?月份?)?$"
_NUMBERS = {name: f"{number:02d}" for name, number in NUMBERS.items()}
_DAY = late(r"(?i)^(?:日|日期|day|date|day of month|号|几号)$")
_NOBODY = Text("", "")
_LONG_NUMBER = late(r"\d{3}")
"""In all days with their year, and in none without."""
_SHARE = 0.95
_LATE, _EARLY, _DECEMBER = 10, 3, 12
"""Months from and up to which a step back is one across a new year, and the last of them."""
_YEAR = Text(
    "days without a year under {header} are of {year}, as {where} says; year = {year} under [[table]] says another",
    "{header}列的日期没有年份，按{where}取为 {year} 年；如有不符，请在 [[table]] 中用 year = {year} 指定年份",
)
_TOLD = Text(
    "days without a year under {header} are of {year}, as told", "{header}列的日期没有年份，按指定取为 {year} 年"
)
_MONTH = Text(
    "the numbers under {header} are days of the month that {where} names",
    "{header}列的数字为{where}所示月份的第几日",
)
_MONTHS = Text(
    "months without a year under {header} are of {year}, as {where} says; year = {year} under [[table]] says another",
    "{header}列的月份没有年份，按{where}取为 {year} 年；如有不符，请在 [[table]] 中用 year = {year} 指定年份",
)
_TOLD_MONTHS = Text(
    "months without a year under {header} are of {year}, as told", "{header}列的月份没有年份，按指定取为 {year} 年"
)
_WAY_OUT = Text(
    "the days have no year: name it in a title, the sheet or the file, or say it in salesperf.toml (the right one):\n"
    '[[table]]\nname = "{table}"\nfiles = ["{file}"]\nyear = 2026',
    "日期没有年份：请写在标题、工作表名或文件名中，或在 salesperf.toml 中写明（填正确的年份）：\n"
    '[[table]]\nname = "{table}"\nfiles = ["{file}"]\nyear = 2026',
)


def with_years(raw: RawTable, told: TableOptions | None) -> RawTable:
    """The table with the year written to days and months that have none; the same table where it is not known."""
    year: Over | None = None
    has_year = any(map(_OF_YEARS.match, raw.header))
    for header in raw.header:
        if _OF_MONTHS.match(header.strip()) and not has_year and _are_months(raw.sample[header]):
            year = year or _year(raw, told)
            if year is not None and not is_not_of_sales(raw):
                raw = _with_months(raw, header, year)
        elif not _HEADER.search(header):
            continue
        elif _is_yearless(raw.sample[header], header=header):
            year = year or _year(raw, told)
            if year is not None and (year.where is _NOBODY or not _runs_on(raw, header)):
                raw = _written(raw, header, year)
        elif _DAY.match(header.strip()) and _are_days(raw.sample[header]):
            month = month_over(raw, year=told.year if told else None)
            if month is not None:
                raw = _in_month(raw, header, month)
    return raw


def way_out(raw: RawTable, header: str, *, table: str) -> Text | None:
    """What makes days readable of which only the year is not known; None for any other cells."""
    cells = raw.sample[header]
    if not _is_yearless(cells, header=header) or _runs_on(raw, header):
        return None
    return _WAY_OUT.fill(file=raw.file.name, table=table)


def _is_yearless(cells: pl.Series, *, header: str) -> bool:
    if cells.dtype != pl.String or all(_LONG_NUMBER.search(cell) for cell in set(cells.to_list()) if cell is not None):
        return False
    words = _words(cells)
    patterns = [pattern for pattern in _ANY if pattern is not _FIGURES or _SURE.search(header)]
    fits = words.filter(pl.any_horizontal(pl.col("cell").str.contains(pattern) for pattern in patterns)).height
    return fits > 0 and words.height - fits <= misfits_allowed(words.height, share=_SHARE)


def _words(cells: pl.Series) -> pl.DataFrame:
    """The distinct cells that hold something."""
    return cells.to_frame("cell").select(cleaned(pl.col("cell"))).drop_nulls().unique(maintain_order=True)


def _year(raw: RawTable, told: TableOptions | None) -> Over | None:
    return Over(told.year, None, _NOBODY) if told is not None and told.year else year_over(raw)


def _written(raw: RawTable, header: str, year: Over) -> RawTable:
    """The table with the year in the cells that lack it; any other cell stays as it is."""
    cell = cleaned(pl.col(header))
    parts = [cell.str.extract_groups(pattern).struct for pattern in _ANY]
    chinese, named, figures, pointed = ([part.field(str(at)) for at in (1, 2)] for part in parts)
    number = str(year.year)
    month_first = has_han(header)
    days = pl.coalesce(
        pl.concat_str(pl.lit(number), *chinese, separator="-"),
        pl.concat_str(*named, pl.lit(number), separator=" "),
        pl.concat_str(parts[1].field("3"), parts[1].field("4"), pl.lit(number), separator=" "),
        pl.concat_str(pl.lit(number), *figures, separator="-")
        if month_first
        else pl.concat_str(*figures, pl.lit(number), separator="/"),
        pl.concat_str(*pointed, pl.lit(number), separator="."),
    )
    phrase = _TOLD if year.where is _NOBODY else _YEAR
    said = phrase.fill(header=in_quotes([header]), year=number, where=year.where)
    return _with_cells(raw, header, pl.coalesce(days, pl.col(header)), said)


def _with_months(raw: RawTable, header: str, year: Over) -> RawTable:
    """The table with its months in their year."""
    cells = pl.col(header).cast(pl.String)
    word = cleaned(cells).str.to_lowercase().str.strip_suffix(".0")
    number = pl.coalesce(
        word.str.extract(_MONTH_NUMBER).str.zfill(2),
        word.str.slice(0, 3).replace_strict(_NUMBERS, default=None, return_dtype=pl.String),
    )
    said = (_TOLD_MONTHS if year.where is _NOBODY else _MONTHS).fill(
        header=in_quotes([header]), year=year.year, where=year.where
    )
    return _with_cells(raw, header, pl.coalesce(pl.concat_str(pl.lit(f"{year.year}-"), number), cells), said)


def _in_month(raw: RawTable, header: str, month: Over) -> RawTable:
    """The table with the numbers of days as days of a month; what is no such number stays."""
    number = pl.col(header).cast(pl.String).str.strip_suffix(".0")
    first = f"{month.year}-{month.month:02d}-"
    day = pl.when(number.str.contains(r"^(?:0?[1-9]|[12]\d|3[01])$")).then(pl.concat_str(pl.lit(first), number))
    said = _MONTH.fill(header=in_quotes([header]), where=month.where)
    return _with_cells(raw, header, pl.coalesce(day, number), said)


def _with_cells(raw: RawTable, header: str, cells: pl.Expr, said: Text) -> RawTable:
    column = cells.alias(header)
    return replace(
        raw,
        frame=raw.frame.with_columns(column),
        sample=raw.sample.with_columns(column),
        scan=None,
        notes=(*raw.notes, said),
    )


def _are_months(cells: pl.Series) -> bool:
    """Whether cells say months, none of them with a year, that do not run across a new one."""
    if not (cells.dtype == pl.String or cells.dtype.is_numeric()):
        return False
    words = [word.removesuffix(".0").lower() for word in cells.cast(pl.String).drop_nulls().to_list() if word.strip()]
    found = [int(match[1]) if (match := re.match(_MONTH_NUMBER, word)) else month_number(word) for word in words]
    is_named = all(re.fullmatch(f"{_MONTH_NUMBER}|{_MONTH_NAME}", word.strip()) for word in words)
    months = [month for month in found if month is not None]
    return is_named and len(months) == len(words) > 0 and not _cross(months)


def _are_days(cells: pl.Series) -> bool:
    words = [word.removesuffix(".0") for word in _words(cells.cast(pl.String))["cell"].to_list()]
    return bool(words) and all(re.match(r"^(?:0?[1-9]|[12]\d|3[01])$", word) for word in words)


def _runs_on(raw: RawTable, header: str) -> bool:
    """Whether the months run across a new year (11月, 12月, 1月): one year cannot be that of all."""
    return _cross(list(_months(raw.frame.select(header).collect().to_series())))


def _cross(months: Sequence[int]) -> bool:
    """Whether months in order step once into a year behind theirs, which ends before it began."""
    steps = [(before, after) for before, after in pairwise(months) if after < before]
    return len(steps) == 1 and steps[0][0] >= _LATE and steps[0][1] <= _EARLY and months[-1] < months[0]


def _months(cells: pl.Series) -> Iterator[int]:
    """The months of cells in the order of rows; of two numbers the first, unless one there is no month."""
    words = cells.to_frame("cell").select(cleaned(pl.col("cell")).str.to_lowercase()).to_series().drop_nulls()
    pairs = [(found, word) for word in words.to_list() if (found := re.findall(r"\d+", word))]
    is_day_first = any(int(found[0]) > _DECEMBER or word.endswith(".") for found, word in pairs if len(found) > 1)
    for found, word in pairs:
        if name := re.search(_MONTH_NAME, word):
            yield month_number(name[0]) or 0
        elif len(found) > 1:
            yield int(found[1 if is_day_first else 0])
