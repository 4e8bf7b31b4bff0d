"""A number of its own on every row (No) is none of orders where another repeats (Ref) with the day and customer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.loaded import Mapped
from salesperf.sources.recognition.sample import Sample
from salesperf.tables.header_words import header_words

_SAYS_NUMBER = late(
    r"^(?:(?:our|doc|document|inv|invoice|order|sales|source|transaction|voucher) ?)*"
    r"(?:ref|reference|doc|document|inv|invoice|order|voucher)(?: (?:no|number|num|id|#))?\.?$|^(?:单据号|凭证号|单号)$"
)
"""Headers of numbers of documents; those of payments, batches or the customer's own papers may be of several."""
_ANYTHING = frozenset(
    {"no", "nr", "num", "number", "id", "#", "trans no", "transaction no", "transaction number", "编号", "序号"}
)
_FEW = 3
"""Numbers of several rows from which one day and customer are no chance."""
SHOWN = Text(
    "orders are told apart by {header!r}, which repeats with one day and customer each, while {row!r} is another on "
    'every row; columns = {{ order_id = "{row}" }} under [[table]] takes that',
    "订单按「{header}」区分：其重复出现时日期和客户均相同，而「{row}」每行都不同；"
    '如应按后者区分，请在 [[table]] 中写 columns = {{ order_id = "{row}" }}',
)


def order_number_beside(sample: Sample, found: Mapping[str, Mapped], free: Sequence[str]) -> Mapped | None:
    """The number that tells the orders apart, where the one found under a header of anything numbers the rows."""
    row, day = found.get("order_id"), found.get("order_date")
    customer = found.get("customer_id") or found.get("customer_name")
    if row is None or day is None or customer is None or row.how == "config":
        return None
    said = [header for header in free if _SAYS_NUMBER.search(header_words(header))]
    if not said or not _is_of_anything(row.header) or not sample.is_unique(row.header, share=1.0):
        return None
    header = next((one for one in said if _repeats(sample, one, (day.header, customer.header))), None)
    evidence = SHOWN.fill(header=header or "", row=row.header)
    return None if header is None else Mapped(header, "order_id", "value", evidence)


def _is_of_anything(header: str) -> bool:
    """Whether a header of numbers does not say what they number."""
    return header_words(header).rstrip(".") in _ANYTHING


def _repeats(sample: Sample, header: str, same: tuple[str, str]) -> bool:
    """Whether some values stand on several rows, and all rows of each have one day and one customer."""
    rows = sample.rows.select(
        pl.col(header).alias("number"), *(pl.col(name).alias(f"_{at}") for at, name in enumerate(same))
    )
    numbers = (
        rows.drop_nulls("number").group_by("number").agg(pl.len(), pl.struct("_0", "_1").n_unique().alias("kinds"))
    )
    several = numbers.filter(pl.col("len") > 1)
    return several.height >= _FEW and numbers["kinds"].max() == 1
