"""Help must come at once: the engine is loaded by the commands that need it, not by the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# pydantic is not among them: Typer itself uses it to convert what was typed.
HEAVY = {
    *("polars", "narwhals", "fastexcel", "python_calamine", "rapidfuzz", "openpyxl", "xlsxwriter", "babel"),
    *("jinja2", "vl_convert", "weasyprint"),
}

PROBE = """
import io, json, sys
from contextlib import redirect_stdout
from salesperf.cli.main import run
with redirect_stdout(io.StringIO()):
    code = run(json.loads(sys.argv[1]))
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize(
    "arguments",
    [[], ["--help"], ["--version"], ["kpi", "--help"], ["metrics", "list", "--help"], ["demo", "--help"]],
    ids=" ".join,
)
def test_help_loads_no_engine(arguments: list[str]) -> None:
    probe = [sys.executable, "-c", PROBE, json.dumps(arguments)]

    done = subprocess.run(probe, capture_output=True, text=True, check=True)

    code, loaded = json.loads(done.stdout)
    assert code == 0
    assert HEAVY & set(loaded) == set()


def test_the_package_itself_loads_nothing() -> None:
    probe = "import sys; before = set(sys.modules); import salesperf; print(sorted(set(sys.modules) - before))"

    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "['salesperf']"


def test_a_question_in_csv_loads_only_what_it_needs(tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text("order_id,order_date,amount\nS1,2026-01-02,10.00\n")
    arguments = ["kpi", str(orders), "--metrics", "net_revenue", "-o", str(tmp_path / "kpi.csv"), "-q"]

    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)], capture_output=True, text=True, check=True
    )

    code, loaded = json.loads(done.stdout)
    assert code == 0
    assert {"numpy", "pandas", "pyarrow", "openpyxl", "xlsxwriter", "babel", "rich"} & set(loaded) == set()
