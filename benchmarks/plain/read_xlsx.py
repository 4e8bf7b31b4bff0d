"""Reading a workbook in one process: ours (preflight, read, conform) against `pl.read_excel`; prints the ratio."""

import statistics
import sys
import time

import polars as pl

from salesperf.sources.load import load
from salesperf.sources.options import ReadOptions

RUNS = 5


def seconds(work: object) -> float:
    """Wall time of one call."""
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


def ours() -> None:
    """Preflight, read, conform."""
    load([sys.argv[1]], options=ReadOptions())


def plain() -> None:
    """What everybody writes."""
    pl.read_excel(sys.argv[1])


ours(), plain()
ratios = [seconds(ours) / seconds(plain) for _ in range(RUNS)]
print(f"{statistics.median(ratios):.2f}")
