"""The same files give the same bytes, whatever their order and whatever the machine is set to."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

FORMATS = ("table", "json", "csv", "parquet", "html")
"""The others are drawn from the same records."""
PROGRAM = """
import sys
from pathlib import Path
from salesperf.app.deliver import Delivery, deliver
from salesperf.app.run import kpi
from salesperf.cli.asking import ask, request
from salesperf.cli.main import run
from salesperf.cli.options import Inputs, Output, Question
target, files = Path(sys.argv[1]), sys.argv[2:]
question = Question(by=["rep,region"], grain="quarter", compare=["yoy"],
                    metrics=["net_revenue,orders,aov,retention_rate,top10_customer_share,gross_margin"])
answer = kpi(ask(Inputs(files=files), Output()), request(question))
for name in {formats!r}:
    deliver(answer.report, Delivery(format=name, file=target / name))
assert run(["check", *files, "-q", "--format", "json", "-o", str(target / "check")]) == 0
"""
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "POLARS_MAX_THREADS": "1"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "POLARS_MAX_THREADS": "4"},
    {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "LANG": "zh_CN.UTF-8", "POLARS_MAX_THREADS": "2"},
)


def _drawn(target: Path, files: list[Path], machine: dict[str, str]) -> dict[str, bytes]:
    target.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SALESPERF_", "LC_", "LANG"))}
    subprocess.run(
        [sys.executable, "-c", PROGRAM.format(formats=FORMATS), str(target), *map(str, files)],
        env={**kept, "XDG_CONFIG_HOME": str(target / "none"), **machine},
        check=True,
    )
    return {path.name: path.read_bytes() for path in sorted(target.iterdir())}


@pytest.mark.slow
def test_order_of_files_hash_seed_zone_locale_and_threads_change_no_byte(tmp_path: Path, root: Path) -> None:
    folder = root / "examples" / "hengyuan_zh"
    files = sorted(path for path in folder.iterdir() if path.suffix in {".csv", ".xlsx"})
    shuffler = random.Random(5)  # noqa: S311 -- an order, not a secret

    drawings = []
    for number, machine in enumerate(MACHINES):
        drawings.append(_drawn(tmp_path / str(number), files, machine))
        shuffler.shuffle(files)

    assert set(drawings[0]) == {*FORMATS, "check"}
    for other in drawings[1:]:
        assert [name for name in other if other[name] != drawings[0][name]] == []
