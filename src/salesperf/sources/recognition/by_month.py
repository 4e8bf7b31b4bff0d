"""Sales summed up by the month: taken for sales where nothing else is, left out beside sales that have days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.known import Known, tables_beside
from salesperf.sources.loaded import Mapped
from salesperf.sources.recognition.columns import Matching
from salesperf.sources.recognition.months_only import column_of_months
from salesperf.sources.recognition.sample import Sample
from salesperf.tables.paste import table_lines

DATED = {"orders": "order_date", "invoices": "invoice_date"}
"""Tables of sales by the column of their day."""
HOW = "month"
"""How a column is found that says the month where a day is wanted."""
_SAYS = Text("{header!r} says the month of each row, without a day", "「{header}」只写了年月，没有日期")
_BESIDE = Text(
    "{header!r} says the month only, and {other} has sales by the day: counted together, sales would stand twice",
    "「{header}」只写了年月，而 {other} 中有按日的销售：一并计入会重复",
)
_COUNT_BOTH = Text(
    "if these are other sales, put into salesperf.toml:{toml}", "如果是另外的销售，请在 salesperf.toml 中写入：{toml}"
)


def month_of(table: str, sample: Sample, found: Mapping[str, Mapped], unread: Mapping[str, str]) -> Mapped | None:
    """The column that says the month in the place of a day; `unread` are headers whose cells are of another kind."""
    column = DATED.get(table)
    if column is None or column in found:
        return None
    taken = frozenset(mapped.header for mapped in found.values())
    header = column_of_months(sample, taken=taken, dates=unread.get(column))
    return None if header is None else Mapped(header, column, HOW, _SAYS.fill(header=header))


def month_in(table: str | None, found: Mapping[str, Mapped]) -> Mapped | None:
    """The column of months by which alone a table is one of sales; None where it has days, or is none."""
    mapped = found.get(DATED.get(table or "", ""))
    return mapped if mapped is not None and mapped.how == HOW else None


def with_month(table: str, sample: Sample, matching: Matching, weight: float) -> Matching:
    """The matching with the month in the place of a day, where there is no day and a column says the month."""
    month = month_of(table, sample, matching.found, matching.unread)
    if month is None:
        return matching
    unread = {column: header for column, header in matching.unread.items() if header != month.header}
    return replace(
        matching,
        found={**matching.found, month.column: month},
        weights={**matching.weights, month.column: weight},
        unread=unread,
    )


def beside_days(tables: Sequence[Known]) -> dict[int, Issue]:
    """The tables of sales by month that other sales with days leave no room for, by place, with what is said."""
    daily = [one for one in tables if one.table in DATED and month_in(one.table, one.found) is None]
    if not daily:
        return {}
    found: dict[int, Issue] = {}
    for place, one in enumerate(tables):
        month = month_in(one.table, one.found)
        if month is not None:
            where = Where(one.raw.file.name, one.raw.sheet, column=month.header)
            mapped = {month.column: month.header}
            toml = table_lines(
                one.table or "orders",
                [one.raw.file.name],
                mapped,
                sheet=one.raw.sheet,
                beside=tables_beside(one, tables),
            )
            hint = _COUNT_BOTH.fill(toml=toml)
            other = next((each for each in daily if each.raw.file is not one.raw.file), daily[0])
            message = _BESIDE.fill(header=month.header, other=str(Where(other.raw.file.name, other.raw.sheet)))
            found[place] = issue("R211", message, where, hint=hint)
    return found
