"""The look at a workbook before it is read, in one process, against `pl.read_excel`; prints the ratio."""

import statistics
import sys
import time
from pathlib import Path

import polars as pl

from salesperf.sources.options import Limits
from salesperf.sources.workbooks.preflight import preflight

RUNS = 5


def seconds(work: object) -> float:
    """Wall time of one call."""
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


def ours() -> None:
    """As bytes, since a file that was looked over is remembered."""
    preflight(CONTENT, name="book", limits=Limits(), only=None)


def plain() -> None:
    """What everybody writes."""
    pl.read_excel(sys.argv[1])


CONTENT = Path(sys.argv[1]).read_bytes()
ours(), plain()
ratios = [seconds(ours) / seconds(plain) for _ in range(RUNS)]
print(f"{statistics.median(ratios):.2f}")
