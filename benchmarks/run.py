"""Run every benchmark side by side and print ratios of medians and peak memory; exit 1 when a bar is missed.

Each pair runs in turn (A B A B ...) as whole processes, imports included, so that a drifting machine hits both.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from make_data import main as make_data

HERE = Path(__file__).parent
DATA = Path(os.environ.get("SALESPERF_BENCH_DATA", HERE / "data"))
RUNS = 5
PYTHON = sys.executable
SALESPERF = (PYTHON, "-m", "salesperf")
MEASURES = ("--metrics", "net_revenue,orders,active_customers", "--by", "rep", "--grain", "month")
BIG, BOOK, DAYS = (str(DATA / name) for name in ("orders_5m.csv", "orders_200k.xlsx", "daily"))


@dataclass(frozen=True, slots=True)
class Pair:
    """Our command, what it is held against, and the bars for time and memory (None: told, not judged).

    `beside` are seconds that ours may take for what the other does not do; they are taken off before the ratio.
    """

    name: str
    ours: tuple[str, ...]
    plain: tuple[str, ...]
    bar: float | None
    memory_bar: float | None = None
    beside: float = 0.0


def plain(script: str, path: str) -> tuple[str, ...]:
    """The command of a plain script."""
    return (PYTHON, str(HERE / "plain" / script), path)


MILLION, POLLUTED = (str(DATA / name) for name in ("orders_1m.csv", "orders_1m_polluted.csv"))


def kpi(path: str) -> tuple[str, ...]:
    """The measures by rep and month of one file; rows that cannot be read are set aside."""
    return (*SALESPERF, "kpi", path, *MEASURES, "--format", "csv", "-q", "--on-bad-rows", "quarantine")


BIG_KPI = (*SALESPERF, "kpi", BIG, *MEASURES, "--format", "csv", "-q")
TOLD = (
    "--metrics",
    "net_revenue,orders,new_customers,retention_rate,aov",
    "--period",
    "this-month",
    "--format",
    "json",
    "-q",
)
PAIRS = (
    Pair(
        "5M-line CSV, executive pack less 3 s / kpi",
        (*SALESPERF, "report", "executive", BIG, "--format", "json", "-q"),
        (*SALESPERF, "kpi", BIG, *TOLD),
        1.3,
        beside=3.0,
    ),
    Pair("5M-line CSV, kpi by rep and month / Polars", BIG_KPI, plain("polars_csv.py", BIG), 1.5, 1.3),
    Pair("5M-line CSV, kpi by rep and month / DuckDB", BIG_KPI, plain("duckdb_csv.py", BIG), None),
    Pair("5M-line CSV, kpi by rep and month / pandas", BIG_KPI, plain("pandas_csv.py", BIG), None),
    Pair(
        "200k-row workbook, kpi by rep / Polars",
        (*SALESPERF, "kpi", BOOK, "--metrics", "net_revenue,orders", "--by", "rep", "--format", "csv", "-q"),
        plain("polars_xlsx.py", BOOK),
        2.2,
    ),
    Pair(
        "305 daily CSVs, kpi by rep / Polars",
        (*SALESPERF, "kpi", DAYS, "--metrics", "net_revenue,orders", "--by", "rep", "--format", "csv", "-q"),
        plain("polars_days.py", DAYS),
        2.0,
    ),
    Pair("polluted 1M-line CSV, kpi / the clean one", kpi(POLLUTED), kpi(MILLION), 4.0),
    Pair("--help / import typer", (*SALESPERF, "--help"), (PYTHON, "-c", "import typer"), 1.5),
)


def measured(command: tuple[str, ...]) -> tuple[float, int]:
    """Wall seconds and peak resident kilobytes of one whole process."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} exited with {process.returncode}")
    return time.perf_counter() - began, usage.ru_maxrss


def compared(pair: Pair) -> bool:
    """Run one pair, print its row, and say whether it holds its bars."""
    rows = [(measured(pair.ours), measured(pair.plain)) for _ in range(RUNS + 1)][1:]
    ours, theirs = ([row[side] for row in rows] for side in (0, 1))
    ratio = statistics.median((ours_run[0] - pair.beside) / plain_run[0] for ours_run, plain_run in rows)
    memory = statistics.median(peak for _, peak in ours) / statistics.median(peak for _, peak in theirs)
    holds = (pair.bar is None or ratio <= pair.bar) and (pair.memory_bar is None or memory <= pair.memory_bar)
    bars = f"bar {pair.bar or '-'} / {pair.memory_bar or '-'}"
    seconds = f"{statistics.median(run[0] for run in ours):6.2f} s"
    peak = f"{statistics.median(peak for _, peak in ours) / 1024:6.0f} MiB"
    verdict = "ok" if holds else "MISSED"
    print(
        f"{pair.name:48} time {ratio:5.2f} x  memory {memory:5.2f} x  ({seconds}, {peak})  {bars}  {verdict}",
        flush=True,
    )
    return holds


IN_PROCESS = (
    ("200k-row workbook, read and conform / read_excel", "read_xlsx.py", BOOK, 1.6),
    ("200k-row workbook, preflight / read_excel", "look_xlsx.py", BOOK, 0.35),
    ("200k-row detail sheet as a workbook / bare loop", "write_xlsx.py", "time", 1.3),
    ("50k rows, a column in per cent, preflight / ...", "look_xlsx.py", str(DATA / "shares_50k.xlsx"), 0.35),
)


def in_process(name: str, script: str, path: str, bar: float) -> bool:
    """A ratio that a script measures in one process of its own."""
    done = subprocess.run(plain(script, path), capture_output=True, text=True, check=True)
    ratio = float(done.stdout)
    verdict = "ok" if ratio <= bar else "MISSED"
    print(f"{name:48} time {ratio:5.2f} x  bar {bar}  {verdict}", flush=True)
    return ratio <= bar


WRITER_MEGABYTES = 150


def writer_memory() -> bool:
    """The peak of a process that holds a detail sheet of 200,000 rows as a frame and draws it."""
    done = subprocess.run(plain("write_xlsx.py", "memory"), capture_output=True, text=True, check=True)
    peak = float(done.stdout)
    verdict = "ok" if peak <= WRITER_MEGABYTES else "MISSED"
    print(
        f"{'200k-row detail sheet, peak of the process':48} {peak:5.0f} MiB  bar {WRITER_MEGABYTES}  {verdict}",
        flush=True,
    )
    return peak <= WRITER_MEGABYTES


COMPANY = str(DATA / "company")
FAMILIES = {
    "sales": ("net_revenue", "orders", "active_customers", "new_customers", "retention_rate"),
    "deals": ("new_deals", "won_deals", "win_rate", "sales_cycle_days"),
    "collections": ("received", "collection_rate", "receivable", "dso", "overdue_rate"),
    "leads": ("new_leads", "lead_conversion", "lead_response_time"),
    "activities": ("visits", "calls", "proposals"),
    "efficiency": ("cac", "sales_cost_ratio"),
}
"""Metrics by the tables they come from."""
ALL_FAMILIES_BAR = 1.1


def families() -> bool:
    """Whether all families at once cost no more than the sum of each alone: no table is read or worked out twice.

    Start-up is what the command takes for the same question about a file of one line.
    """
    every = tuple(metric for listed in FAMILIES.values() for metric in listed)
    asked = {name: ("--metrics", ",".join(listed)) for name, listed in {**FAMILIES, "all": every}.items()}
    alone = str(DATA / "one_line.csv")
    Path(alone).write_text("order_id,order_date,amount\nA,2026-01-05,1\n", encoding="utf-8")
    together = []
    for _ in range(RUNS):
        began = measured((*SALESPERF, "kpi", alone, "--metrics", "net_revenue", "--format", "csv", "-q"))[0]
        took = {
            name: measured((*SALESPERF, "kpi", COMPANY, *words, "--grain", "month", "--format", "csv", "-q"))[0] - began
            for name, words in asked.items()
        }
        together.append(took.pop("all") / sum(took.values()))
    ratio = statistics.median(together)
    verdict = "ok" if ratio <= ALL_FAMILIES_BAR else "MISSED"
    print(
        f"{'all families / the sum of each alone':48} time {ratio:5.2f} x  bar {ALL_FAMILIES_BAR}  {verdict}",
        flush=True,
    )
    return ratio <= ALL_FAMILIES_BAR


def main() -> int:
    """All of them, with our modules compiled as those of an installed library are."""
    compileall.compile_dir(HERE.parent / "src", quiet=1)
    make_data(DATA)
    results = [
        *(compared(pair) for pair in PAIRS),
        *(in_process(*look) for look in IN_PROCESS),
        writer_memory(),
        families(),
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
