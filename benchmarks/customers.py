"""From a million order lines of 100,000 customers to segments, against the plainest Polars script; then ten million.

Prints ratios of whole processes in turn and of their peak memory; exit 1 when a bar is missed.
"""

from __future__ import annotations

import compileall
import csv
import statistics
import sys
from pathlib import Path

from make_data import HEADER, lines
from run import DATA, HERE, PYTHON, RUNS, SALESPERF, measured

BAR, MEMORY_BAR = 1.5, 1.3
MILLION, TEN = 1_000_000, 10_000_000


def orders(file: Path, count: int) -> Path:
    """Order lines of three years, written once."""
    if not file.exists():
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(HEADER)
            writer.writerows(lines(count, days=1_095, seed=7))
    return file


def taken(file: Path, runs: int) -> tuple[float, float, float]:
    """The ratio of time, that of peak memory, and the seconds of ours."""
    ours = (*SALESPERF, "rfm", str(file), "-q")
    plain = (PYTHON, str(HERE / "plain" / "rfm_polars.py"), str(file))
    rounds = [(measured(ours), measured(plain)) for _ in range(runs + 1)][1:]
    times = statistics.median(one[0] / other[0] for one, other in rounds)
    memory = statistics.median(one[1] / other[1] for one, other in rounds)
    return times, memory, statistics.median(one[0] for one, _ in rounds)


def main() -> int:
    """Print the ratios, and say whether the bars are held."""
    compileall.compile_dir(HERE.parent / "src", quiet=1)
    DATA.mkdir(parents=True, exist_ok=True)
    times, _, seconds = taken(orders(DATA / "customers_1m.csv", MILLION), RUNS)
    print(f"rfm of 1M lines, 100,000 customers / plain Polars: {times:.2f} x (bar {BAR})")
    times_of_ten, memory, seconds_of_ten = taken(orders(DATA / "customers_10m.csv", TEN), 2)
    growth = seconds_of_ten / seconds
    print(f"rfm of 10M lines / plain Polars: {times_of_ten:.2f} x; peak memory {memory:.2f} x (bar {MEMORY_BAR})")
    print(f"10M lines take {growth:.1f} times as long as 1M (bar 10)")
    return int(times > BAR or memory > MEMORY_BAR or growth > TEN / MILLION)


if __name__ == "__main__":
    sys.exit(main())
