"""Pay a thousand people over a million order lines, against the plainest script that only adds up the bases.

Prints the ratio of whole processes in turn, and the seconds that `explain` of one person takes beyond reading and one
metric; exit 1 when a bar is missed.
"""

from __future__ import annotations

import compileall
import random
import statistics
import sys
from datetime import date, timedelta
from pathlib import Path

from run import DATA, HERE, PYTHON, RUNS, SALESPERF, measured

ROWS, PEOPLE, CATEGORIES = 1_000_000, 1_000, 8
BAR, BEYOND = 2.5, 1.0
"""How often the time of the plain script, and how many seconds beyond reading."""
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
name = "slices"
rule = "tiered"
mode = "marginal"
tiers = [{ to = 200_000, rate = 0.01 }, { to = 400_000, rate = 0.015 }, { rate = 0.02 }]

[[component]]
name = "units"
rule = "flat"
measure = "units"
rate = 0.05

[[component]]
name = "categories"
rule = "rates"
rows = [{ category = "Category 1", rate = 0.02 }, { category = "Category 2", rate = 0.01 }]
default = 0.001

[[component]]
name = "whole"
rule = "tiered"
mode = "whole"
tie = "upper"
tiers = [{ to = 300_000, rate = 0 }, { to = 400_000, rate = 0.001 }, { rate = 0.002 }]
"""


def orders(file: Path) -> None:
    """Two lines an order, a year of days."""
    chosen = random.Random(7)  # noqa: S311 -- sample data, no secret
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write("order_id,order_date,customer_id,rep_id,rep_name,product,category,quantity,amount\n")
        for number in range(ROWS):
            day = date(2026, 1, 1) + timedelta(days=number * 365 // ROWS)
            rep, customer, product = (chosen.randrange(most) for most in (PEOPLE, 100_000, 400))
            out.write(
                f"SO{number // 2:07d},{day},C{customer:06d},R{rep:04d},Rep {rep:04d},SKU-{product:04d},"
                f"Category {product % CATEGORIES},{chosen.randrange(1, 20)},{chosen.randrange(1000, 1_000_000) / 100}\n"
            )


def main() -> int:
    """Print both, and say whether the bars are held."""
    compileall.compile_dir(HERE.parent / "src", quiet=1)
    DATA.mkdir(parents=True, exist_ok=True)
    file, plan = DATA / "commission_1m.csv", DATA / "commission.toml"
    if not file.exists():
        orders(file)
    plan.write_text(PLAN, encoding="utf-8")
    asked = ("--period", "2026-12", "--format", "csv", "-q")
    commands = {
        "run": (*SALESPERF, "commission", "run", str(file), "--plan", str(plan), *asked),
        "explain": (*SALESPERF, "commission", "explain", "R0005", str(file), "--plan", str(plan), *asked),
        "kpi": (*SALESPERF, "kpi", str(file), "--metrics", "net_revenue", *asked),
        "plain": (PYTHON, str(HERE / "plain" / "commission_bases.py"), str(file)),
    }
    rounds = [{name: measured(command)[0] for name, command in commands.items()} for _ in range(RUNS + 1)][1:]
    ratio = statistics.median(took["run"] / took["plain"] for took in rounds)
    beyond = statistics.median(took["explain"] - took["kpi"] for took in rounds)
    print(f"1M lines, 1,000 people, four components / bases in Polars: {ratio:.2f} x (bar {BAR})")
    print(f"explain of one of them, beyond reading and one metric: {beyond:.2f} s (bar {BEYOND})")
    return int(ratio > BAR or beyond > BEYOND)


if __name__ == "__main__":
    sys.exit(main())
