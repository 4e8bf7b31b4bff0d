"""The amount of a line beside that of its whole order or invoice, which stands again on each of its lines.

The line's counts. Only where rows show it: the amount found is one on all rows of every number, and under another
header is one that differs between them and adds up to it, with the tax or without; or whose whole is called one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.loaded import Mapped
from salesperf.sources.recognition.guessed_amount import is_no_sale
from salesperf.sources.recognition.no_amounts import money_under
from salesperf.sources.recognition.sample import Sample
from salesperf.tables.header_words import header_words

_NUMBERS = {"orders": "order_id", "invoices": "invoice_id"}
"""Tables whose rows may be parts of a number, with its column."""
_SAYS_AMOUNT = late(r"\b(?:amount|amt|total|value|price)\b|金额|总额|总价|小计")
_SAYS_WHOLE = late(r"\b(?:sub ?total|total|invoice|order)\b|整单|发票|订单|合计|总")
_FEW = 2
_ENOUGH = 3
"""Numbers of several rows from which a line's amount is believed that does not add up to the whole."""
_NEARLY_ALL = 0.95
_CENT = 0.011
_SHOWN = Text(
    "{header!r} is the line's own: {whole!r} is that of {number!r} on each of its rows",
    "「{header}」为该行自己的金额：「{whole}」为「{number}」的总额，在其每一行重复",
)


def with_line_amount(table: str, sample: Sample, found: dict[str, Mapped], free: Sequence[str]) -> None:
    """Take the amount of the line where that of the whole was found; an invoice keeps the whole as its total."""
    number, whole = found.get(_NUMBERS.get(table, "")), found.get("amount")
    if number is None or whole is None or whole.how == "config":
        return
    others = [header for header in free if _SAYS_AMOUNT.search(header_words(header)) and not is_no_sale(header)]
    header = _line_amount(sample, number.header, whole.header, others, found) if others else None
    if header is None:
        return
    evidence = _SHOWN.fill(header=header, whole=whole.header, number=number.header)
    found["amount"] = Mapped(header, "amount", "value", evidence)
    if table == "invoices" and "total_amount" not in found:
        found["total_amount"] = Mapped(whole.header, "total_amount", "value", evidence)


def _line_amount(
    sample: Sample, number: str, whole: str, others: Sequence[str], found: Mapping[str, Mapped]
) -> str | None:
    rows = pl.DataFrame({"number": sample.rows[number], "whole": money_under(sample, whole)})
    if not _is_of_whole(rows):
        return None
    tax = money_under(sample, found["tax"].header) if "tax" in found else pl.lit(0).alias("tax")
    rows = rows.with_columns(tax.alias("tax"))
    is_said = _SAYS_WHOLE.search(header_words(whole)) is not None
    lines = [header for header in others if sample.is_sum(header)]
    judged = {header: _judged(rows.with_columns(money_under(sample, header).alias("line"))) for header in lines}
    adding = (header for header, numbers in judged.items() if _adds_up(numbers))
    within = (header for header, numbers in judged.items() if is_said and _is_within(numbers))
    return next(adding, None) or next(within, None)


def _several(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(pl.col("number").is_not_null() & (pl.len().over("number") > 1))


def _is_of_whole(rows: pl.DataFrame) -> bool:
    """Whether the amount is one on all rows of every number of several rows, and not one and the same in all."""
    numbers = _several(rows).group_by("number").agg(pl.col("whole").n_unique().alias("kinds"), pl.col("whole").first())
    is_same = numbers.height >= _FEW and numbers["kinds"].max() == 1
    return is_same and numbers["whole"].drop_nulls().n_unique() > 1


def _judged(rows: pl.DataFrame) -> pl.DataFrame:
    """Each number of several rows with its whole, what its lines come to, and whether they differ and lie within."""
    line, whole = pl.col("line").fill_null(0), pl.col("whole").fill_null(0)
    return (
        _several(rows)
        .group_by("number")
        .agg(
            pl.col("whole").first(),
            pl.col("line").sum(),
            pl.col("tax").sum(),
            pl.col("tax").first().alias("tax_of_whole"),
            (line.n_unique() > 1).alias("differs"),
            (line.abs() <= whole.abs()).all().alias("within"),
            (pl.len() * _CENT).alias("gap"),
        )
    )


def _adds_up(numbers: pl.DataFrame) -> bool:
    off = pl.col("whole") - pl.col("line")
    taxes = (pl.lit(0), pl.col("tax"), pl.col("tax_of_whole"))
    held = (numbers.filter((off - tax).abs() <= pl.col("gap")).height for tax in taxes)
    return bool(numbers["differs"].any()) and max(held) >= _NEARLY_ALL * numbers.height


def _is_within(numbers: pl.DataFrame) -> bool:
    differing = numbers.filter("differs", "within").height
    return numbers.height >= _ENOUGH and differing >= _NEARLY_ALL * numbers.height
