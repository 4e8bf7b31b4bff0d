"""Status words that nobody knows, whose lines count as sold: told with their rows, their sum and the setting."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, counted


def unknown_status(words: Mapping[str, tuple[int, Decimal]]) -> tuple[Issue, ...]:
    """One finding a word, from the number of its lines and the sum of their amounts."""
    return tuple(_finding(word, rows, total) for word, (rows, total) in words.items())


def _finding(word: str, rows: int, total: Decimal) -> Issue:
    message = Text(
        f"status {word!r} is not a known word: {counted(rows, 'line')} of it ({total:,.2f} in all) count as sold, "
        f'unless [kpi] cancelled = ["{word}"] says so',
        f"状态「{word}」不是已知的词：其 {rows:,} 行按已售计入（合计 {total:,.2f}）；若并非已售，请写明："
        f'[kpi] cancelled = ["{word}"]',
    )
    hint = Text(
        f'if they are not, say so: [kpi] cancelled = ["{word}"] (or returned, open)',
        f'若并非已售，请写明：[kpi] cancelled = ["{word}"]（或 returned、open）',
    )
    return issue("F503", message, Where(column="status"), hint=hint, value=word, count=rows)
