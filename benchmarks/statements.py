"""Write the statements of few and of many people: seconds a person, and whether peak memory grows with the people.

Each run is a whole process. Exit 1 when many statements take much more memory than few over the same rows.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

FEW, MANY, ROWS = 100, 1_000, 100_000
BAR = 1.3
"""How much more memory ten times as many statements may take."""
PLAN = """
[plan]
id = "bench"
version = 1
from = 2026-01-01
currency = "USD"
period = "month"
rounding = { mode = "half_up", places = 2 }
day_count = "actual"
clawback = "current_rate"
negative_balance = "carry"
returns_reduce_attainment = true

[[component]]
name = "base"
rule = "tiered"
mode = "marginal"
tiers = [{ to = 50_000, rate = 0.01 }, { to = 100_000, rate = 0.015 }, { rate = 0.02 }]
"""


def orders(file: Path, people: int) -> None:
    """The same number of orders for any number of people."""
    chosen = random.Random(1)  # noqa: S311 -- no secret is made
    with file.open("w", encoding="utf-8") as out:
        out.write("order_id,order_date,rep_id,rep_name,amount\n")
        for number in range(ROWS):
            who = number % people
            amount = chosen.randrange(100, 999_999) / 100
            out.write(f"{number},2026-03-{1 + number % 28:02d},R{who},Rep {who:04d},{amount}\n")


def written(people: int, folder: Path) -> tuple[float, int]:
    """The seconds and the peak memory in MiB of writing a workbook for each."""
    orders(folder / "orders.csv", people)
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    told = ("--plan", "plan.toml", "--period", "2026-03", "--each", "rep", "-o", "out", "--format", "xlsx", "-q")
    command = [sys.executable, "-m", "salesperf", "commission", "statement", "orders.csv", *told]
    start = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, os.environ)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"statements of {people} people failed")
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def main() -> int:
    """Print both runs; 1 when the bar is missed."""
    peaks = []
    for people in (FEW, MANY):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            seconds, peak = written(people, Path(folder))
            peaks.append(peak)
        print(f"{people:>5} people: {seconds:.1f} s, {seconds / people:.3f} s a person, peak {peak} MiB")
    return int(peaks[1] > BAR * peaks[0])


if __name__ == "__main__":
    sys.exit(main())
