"""Each contract on imports is proved: a violation put into a copy of the package must break just that contract."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

VERDICT = re.compile(r"^(.+?) (KEPT|BROKEN)\b", re.MULTILINE)
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


@dataclass(frozen=True)
class Violation:
    """Lines that break `contract` once they stand at the end of `module`."""

    contract: str
    module: str
    line: str


VIOLATIONS = (
    Violation("Data flows one way", "core/units_of_sale.py", "import salesperf.tables.schema"),
    Violation("Data flows one way", "tables/looks_up.py", "import salesperf.report.model"),
    Violation("Data flows one way", "stray_package/__init__.py", ""),
    Violation("Only app joins reading and drawing to the rest", "cli/reads.py", "import salesperf.sources.options"),
    Violation("Only app joins reading and drawing to the rest", "cli/draws.py", "import salesperf.render"),
    Violation(
        "Only app joins reading and drawing to the rest", "metrics/reads.py", "import salesperf.sources.rows.raw"
    ),
    Violation("Reading goes one way", "sources/values/guesses.py", "import salesperf.sources.texts.text_file"),
    Violation("Reading goes one way", "sources/stray_module.py", ""),
    Violation("A report is plain data", "report/counts.py", "import polars"),
    Violation("A report is plain data", "report/measures.py", "import salesperf.metrics.model"),
    Violation("Core is standard library only", "core/checks.py", "import pydantic"),
    Violation("Facts are written in Narwhals", "facts/native.py", "import polars as pl"),
    Violation("Drawing and asking need no frames", "render/frames.py", "from polars import DataFrame"),
    Violation("Drawing and asking need no frames", "cli/frames.py", "import narwhals as nw"),
    Violation("Only the command line knows typer", "app/asks.py", "import typer"),
    Violation(
        "Analyses do not know each other", "analyses/kpi/borrows.py", "import salesperf.analyses.made_up_analysis"
    ),
    Violation(
        "Commission rules do not know each other",
        "analyses/commission/rules/flat.py",
        "import salesperf.analyses.commission.rules.spif",
    ),
    Violation("Renderers do not know each other", "render/json.py", "import salesperf.render.csv"),
    Violation(
        "Filling a template and drawing are apart", "render/template/draws.py", "import salesperf.render.formats"
    ),
    Violation("No circles between siblings", "core/circle.py", "import salesperf.core.other_half"),
)
COMPANIONS = {
    "analyses/made_up_analysis.py": "",
    "core/other_half.py": "import salesperf.core.circle",
}
"""What a violation needs beside it in the copy; harmless without it."""


def _settings(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def _contracts(root: Path) -> dict[str, dict[str, Any]]:
    """The contracts as they are written down, by name."""
    return {contract["name"]: contract for contract in _settings(root)["tool"]["importlinter"]["contracts"]}


def _verdicts(copy: Path) -> dict[str, str]:
    """Contract name to KEPT or BROKEN, as import-linter prints them for the copy."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo", "--no-cache"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = dict(VERDICT.findall(done.stdout))
    assert verdicts, done.stdout + done.stderr
    return verdicts


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """The package and its contracts in another place."""
    shutil.copytree(root / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.toml"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_package_keeps_every_contract(copy: Path, root: Path) -> None:
    verdicts = _verdicts(copy)

    assert verdicts == dict.fromkeys(_contracts(root), "KEPT")


@pytest.mark.parametrize("violation", VIOLATIONS, ids=lambda violation: f"{violation.module}: {violation.line}")
def test_a_violation_breaks_its_contract(copy: Path, violation: Violation) -> None:
    package = copy / "src" / "salesperf"
    for name, line in {violation.module: violation.line, **COMPANIONS}.items():
        (package / name).parent.mkdir(exist_ok=True)
        with (package / name).open("a", encoding="utf-8") as module:
            module.write(f"\n{line}\n")

    verdicts = _verdicts(copy)

    assert verdicts[violation.contract] == "BROKEN"


def test_every_contract_is_proved(root: Path) -> None:
    assert {violation.contract for violation in VIOLATIONS} == set(_contracts(root))


_MODULES = {"vl_convert_python": "vl_convert", "chinesecalendar": "chinese_calendar"}
"""Modules that are called otherwise than the library they come in."""


def test_core_names_every_run_time_library(root: Path) -> None:
    required = {line.partition(">")[0].replace("-", "_") for line in _settings(root)["project"]["dependencies"]}

    modules = {_MODULES.get(name, name) for name in required}
    assert set(_contracts(root)["Core is standard library only"]["forbidden_modules"]) == modules


def test_every_renderer_is_kept_apart(root: Path) -> None:
    formats = ast.parse((root / "src" / "salesperf" / "render" / "formats.py").read_text(encoding="utf-8"))
    drawn_by = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(formats)
        if isinstance(node, ast.ImportFrom) and node.module == "salesperf.render"
        for alias in node.names
    }

    assert set(_contracts(root)["Renderers do not know each other"]["modules"]) == drawn_by
