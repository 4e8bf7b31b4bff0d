"""Lines whose status says that a part came back while nothing says how much: counted whole, and told."""

from __future__ import annotations

from collections.abc import Collection

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect
from salesperf.facts.section import SalesSection
from salesperf.tables.line_words import is_partly_back, word_key


def partly_back(flagged: Frame, sold: Collection[str], *, section: SalesSection) -> tuple[Issue, ...]:
    """The finding about sold lines with such a status and no refund beside them; `sold` are the words of sold lines.

    A word that the configuration names as sold is taken at its word.
    """
    declared = {word_key(word) for word in section.sold}
    words = [word for word in sold if is_partly_back(word) and word_key(word) not in declared]
    if not words:
        return ()
    lines = flagged.filter(nw.col("is_sold"), nw.col("status").is_in(words))
    if "refund" in flagged.collect_schema().names():
        lines = lines.filter(nw.col("refund").is_null() | (nw.col("refund") == 0))
    row = collect(lines.select(nw.len().alias("rows"), nw.col("amount").sum())).row(0, named=True)
    if not row["rows"]:
        return ()
    message = Text(
        f"{counted(row['rows'], 'partly refunded line')} without a refunded amount: counted whole "
        f"({row['amount']:,.2f} in all)",
        f"{row['rows']:,} 行为部分退款，但没有退款金额：按全额计入（合计 {row['amount']:,.2f}）",
    )
    hint = Text(
        "give the refunded part in a column such as refund amount (退款金额); if the amounts are net of it already, "
        f'say so: [kpi] sold = ["{words[0]}"]',
        f'请用「退款金额」等列给出已退部分；若金额已扣除退款，请写明：[kpi] sold = ["{words[0]}"]',
    )
    return (issue("F511", message, Where(column="status"), hint=hint, value=words[0], count=row["rows"]),)
