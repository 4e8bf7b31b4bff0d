"""How many characters of names and values are shown as U+FFFD because no screen, page or chart may get them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from salesperf.core.text import Count, Text, unprintable_count
from salesperf.report.marks import cells_of
from salesperf.report.model import Note, Report
from salesperf.report.rows import uncommon_texts_of

REPLACED = Text(
    "{count:character|characters} of the data cannot be printed and {verb} shown as \N{REPLACEMENT CHARACTER}",
    "数据中有{count}个字符无法显示，以 \N{REPLACEMENT CHARACTER} 代替",
)


def with_replaced_told(report: Report) -> Report:
    """The report with a note on such characters in its distinct texts; the report itself where there are none."""
    count = sum(map(unprintable_count, {text for text in _texts(report) if not text.isprintable()}))
    if not count:
        return report
    told = REPLACED.fill(count=Count(count), verb="is" if count == 1 else "are")
    return replace(report, notes=(*report.notes, Note("replaced_characters", told)))


def _texts(report: Report) -> Iterator[str]:
    yield from uncommon_texts_of(report.records.rows)
    yield from (cell.value for cell in cells_of(report) if isinstance(cell.value, str))
