"""`rfm` of a million order lines beside pandas.qcut, openretailscience and the package rfm of PyPI.

These are installed into an environment that is thrown away afterwards. Whole processes run in turn; ratios are printed
and not judged: none of them reads what is messy, tells its conventions or explains a score.
"""

from __future__ import annotations

import compileall
import importlib.metadata
import json
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from customers import MILLION, orders
from run import DATA, HERE, SALESPERF, measured

OTHERS = {
    "pandas (qcut)": ("pandas", "rfm_pandas.py"),
    "openretailscience": ("openretailscience", "rfm_openretailscience.py"),
    "rfm of PyPI": ("rfm", "rfm_pypi.py"),
}
"""What is installed, and the script that uses it."""
TURNS = 3


def environment(folder: Path) -> str:
    """The Python of a new environment with all of them."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wanted = [package for package, _ in OTHERS.values()]
    subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return str(python)


def versions(python: str) -> dict[str, str]:
    """The versions of what was installed."""
    told = subprocess.run([python, "-m", "pip", "list", "--format", "json"], check=True, capture_output=True)
    return {one["name"]: one["version"] for one in json.loads(told.stdout)}


def main() -> None:
    """Print what the others take of what `rfm` takes, and their peak memory."""
    compileall.compile_dir(HERE.parent / "src", quiet=1)
    DATA.mkdir(parents=True, exist_ok=True)
    file = str(orders(DATA / "customers_1m.csv", MILLION))
    ours = (*SALESPERF, "rfm", file, "-q")
    with tempfile.TemporaryDirectory() as folder:
        python = environment(Path(folder))
        found = versions(python)
        print(f"1M lines, 100,000 customers; salesperf {importlib.metadata.version('salesperf')} = 1")
        for name, (package, script) in OTHERS.items():
            other = (python, str(HERE / "plain" / script), file)
            rounds = [(measured(other), measured(ours)) for _ in range(TURNS + 1)][1:]
            times = statistics.median(theirs[0] / mine[0] for theirs, mine in rounds)
            memory = statistics.median(theirs[1] / mine[1] for theirs, mine in rounds)
            print(f"{name} {found[package]}: {times:.1f} x the time, {memory:.1f} x the memory")


if __name__ == "__main__":
    main()
