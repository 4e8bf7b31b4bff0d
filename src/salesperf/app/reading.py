"""What files are read by, and how it is said that they stop a run; both the first look and the reading need it."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.app.settings import Settings
from salesperf.core.errors import DataError, Issue
from salesperf.core.text import Count, Text
from salesperf.sources.options import ReadOptions, TableOptions


def files_have_errors(errors: Sequence[Issue], hint: str | Text = "") -> DataError:
    """The one way to say that files stop a run."""
    count = sum(issue.count for issue in errors)
    told = Text("the files have {count:error|errors}", "文件中有 {count} 个错误").fill(count=Count(count))
    return DataError(told, hint, tuple(errors))


def reading_options(settings: Settings) -> ReadOptions:
    """What the reader is told by the sections on reading and on tables."""
    told = dict(settings.reading)
    return ReadOptions(**told, tables=tuple(TableOptions(**dict(table)) for table in settings.table))
