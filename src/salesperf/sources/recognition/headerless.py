"""Tables without a header: columns named by their cells where exactly one can be each, else listed for the user.

Dates, amounts and ids show in their cells; whose name a text is does not, so customers and reps are never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, in_quotes, listing
from salesperf.sources.known import SALES, Known
from salesperf.sources.loaded import Mapped
from salesperf.sources.recognition.column_hint import Place, toml_of
from salesperf.sources.recognition.guessed_columns import is_date, is_id, may_be_amount
from salesperf.sources.recognition.no_amounts import is_of_codes
from salesperf.sources.recognition.no_sales import lack_of_sales
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.values.cells import Rules, reading_of
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.schema import Kind

_ENOUGH = 3
"""Rows below which cells prove nothing."""
_SHOWN = 12
"""Columns that a message lists."""
_TRIPLE = 3
_BY_CELLS = Text("named by its cells, for there is no header", "没有表头，按单元格内容判断")
_COLUMN = Text("{column} is {header} ({cells})", "{column} 为 {header}（{cells}）")
_NAMED = Text("there is no header; going by their cells, {columns}", "没有表头；按单元格内容，{columns}")
_CHECK = Text(
    "if that is right or wrong, say so in salesperf.toml, and name the others:{toml}",
    "请在 salesperf.toml 中确认或更正，并指定其余各列：{toml}",
)
_LISTED = Text(
    "there is no header, and which column is the date and which the amount is not certain: {columns}; name them in "
    "salesperf.toml, such as{toml}",
    "没有表头，无法确定哪一列是日期、哪一列是金额：{columns}；请在 salesperf.toml 中指定，例如{toml}",
)
_NOT_SALES = Text(
    "there is no header, and by their cells the columns are no sales ({lack}): {columns}",
    "没有表头，且按单元格内容不是销售数据（{lack}）：{columns}",
)
_CELLS = Text("{header} ({cells})", "{header}（{cells}）")


def by_cells(sample: Sample) -> Mapping[str, str]:
    """The columns that only one header can be, by canonical column; empty where date or amount are not certain.

    Quantity and price are told by an amount that is their product in every row.
    """
    if sample.rows.height < _ENOUGH:
        return {}
    dates = [header for header in sample.header if is_date(sample.rows[header])]
    rest = [header for header in sample.header if header not in dates]
    numbers = [header for header in rest if may_be_amount(sample.rows[header])]
    amounts = {"amount": numbers[0]} if len(numbers) == 1 else _product(sample, numbers)
    if len(dates) != 1 or not amounts:
        return {}
    ids = [header for header in rest if header not in numbers and is_id(sample.rows[header])]
    return {**({"order_id": ids[0]} if len(ids) == 1 else {}), "order_date": dates[0], **amounts}


def named_by_cells(tables: Sequence[Known], samples: Sequence[Sample]) -> tuple[list[Known], dict[int, Issue]]:
    """Tables without a header as orders, with what is said of each by place; all as they are beside other sales."""
    found, findings = list(tables), dict[int, Issue]()
    if any(one.table in SALES for one in tables):
        return found, findings
    for place, (one, sample) in enumerate(zip(tables, samples, strict=True)):
        named = by_cells(sample) if one.table is None and one.raw.layout.header_row is None else {}
        if named:
            found[place], findings[place] = _as_orders(one, named), _said_of(one, sample, named)
    return found, findings


def _as_orders(one: Known, named: Mapping[str, str]) -> Known:
    mapped = {column: Mapped(header, column, "value", _BY_CELLS) for column, header in named.items()}
    recognition = replace(
        one.recognition,
        table="orders",
        mapped=tuple(mapped.values()),
        unmapped=tuple(header for header in one.raw.header if header not in named.values()),
        score=len(named) / len(one.raw.header),
    )
    return replace(one, recognition=recognition, found=mapped)


def _said_of(one: Known, sample: Sample, named: Mapping[str, str]) -> Issue:
    """What was taken for what."""
    columns = listing(
        _COLUMN.fill(column=column, header=header, cells=_cells(sample, header)) for column, header in named.items()
    )
    others = [header for header in sample.header if header not in named.values()]
    more = {"customer_name": others[0]} if others else {}
    where = Where(one.raw.file.name, one.raw.sheet)
    return issue(
        "R212",
        _NAMED.fill(columns=columns),
        where,
        hint=_CHECK.fill(toml=toml_of(Place((one.raw.file.name,)), "orders", {**named, **more})),
    )


def hint_of_columns(one: Known, sample: Sample) -> Text:
    """All columns with some of their cells, and what to write."""
    columns = listing(_CELLS.fill(header=header, cells=_cells(sample, header)) for header in sample.header[:_SHOWN])
    if (lack := lack_of_sales(_certain(sample))) is not None:
        return _NOT_SALES.fill(columns=columns, lack=lack)
    wanted = {column: header for column, header in _likely(sample).items() if header is not None}
    return _LISTED.fill(columns=columns, toml=toml_of(Place((one.raw.file.name,)), "orders", wanted))


def _certain(sample: Sample) -> frozenset[str]:
    """Of a day and an amount, those that some column can be."""
    dates = [header for header in sample.header if is_date(sample.rows[header])]
    rest = (header for header in sample.header if header not in dates and may_be_amount(sample.rows[header]))
    is_money = any(not is_of_codes(sample.rows[header]) for header in rest)
    return frozenset((*(("order_date",) if dates else ()), *(("amount",) if is_money else ())))


def _likely(sample: Sample) -> Mapping[str, str | None]:
    """A first column of each kind, for an example of what to write."""
    dates = [header for header in sample.header if is_date(sample.rows[header])]
    numbers = [header for header in sample.header if header not in dates and may_be_amount(sample.rows[header])]
    texts = (
        header for header in sample.header if header not in dates and not is_number_like(sample.rows[header], share=1.0)
    )
    return {
        "order_date": next(iter(dates), sample.header[0]),
        "amount": next(reversed(numbers), sample.header[-1]),
        "customer_name": next(texts, None),
    }


def _cells(sample: Sample, header: str) -> Text:
    cells = sample.rows[header].drop_nulls().cast(pl.String).head(_ENOUGH)
    return in_quotes(cells.to_list())


def _product(sample: Sample, numbers: Sequence[str]) -> dict[str, str]:
    """Quantity, price and amount of three columns of numbers, where one way alone makes every row right."""
    if len(numbers) != _TRIPLE:
        return {}
    values = {header: _values(sample.rows[header]) for header in numbers}
    found = []
    for amount in numbers:
        first, second = (header for header in numbers if header != amount)
        rows = list(zip(values[first], values[second], values[amount], strict=True))
        if all(None not in row and row[0] * row[1] == row[2] for row in rows):  # type: ignore[operator]
            found.append((first, second, amount))
    whole = [header for header in numbers if all(value is not None and value == int(value) for value in values[header])]
    if len(found) != 1 or len(set(found[0][:2]) & set(whole)) != 1:
        return {}
    quantity = next(header for header in found[0][:2] if header in whole)
    price = next(header for header in found[0][:2] if header != quantity)
    return {"quantity": quantity, "unit_price": price, "amount": found[0][2]}


def _values(cells: pl.Series) -> list[Decimal | None]:
    return reading_of(cells.name, "amount", Kind.MONEY, cells, Rules()).read(cells).to_list()
