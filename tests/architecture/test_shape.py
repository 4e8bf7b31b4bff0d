"""The shape of the code: small modules, short functions, plain names, a test beside each module."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

MODULE_LIMIT = 400
MODULE_TARGET = 250
FUNCTION_LIMIT = 40

CATCH_ALLS = {"util", "utils", "helper", "helpers", "common", "misc", "tools", "shared"}

TESTED_ELSEWHERE = {
    "analyses/explain/phrases.py": "words only; shown by the tests of the report",
    "analyses/kpi/phrases.py": "words only; shown by the tests of the report",
    "analyses/lifecycle/phrases.py": "words only; shown by the tests of the report",
    "analyses/lifecycle/section.py": "declared keys; their effect is tested by app/test_lifecycle.py",
    "analyses/rfm/phrases.py": "words only; shown by the tests of notes and report",
    "analyses/targets/phrases.py": "words only; shown by the tests of the report",
    "analyses/targets/cascade/phrases.py": "words; tests/analyses/targets/cascade reads them in reports",
    "analyses/targets/smart/phrases.py": "words only; shown by the tests of the report",
    "analyses/targets/onboarding/phrases.py": "words only; shown by the tests of the report",
    "analyses/targets/section.py": "declared keys; their effect is tested by analyses/targets/test_report.py",
    "analyses/commission/auditing/their_rows.py": "one value; made and read by the tests of the audit",
    "analyses/commission/lines.py": "values without behaviour; made and read by the tests of compute and settlement",
    "analyses/commission/people/words.py": "words only; shown by the tests of settlement",
    "analyses/commission/written/who.py": "declared keys; their effect is tested by test_assigned.py",
    "analyses/abc/phrases.py": "words only; shown by the tests of the report",
    "analyses/abc/section.py": "declared keys; their effect is tested by analyses/abc/test_classes.py",
    "cli/abc_options.py": "declared options; read by test_abc_question.py and test_abc.py",
    "cli/rfm_options.py": "declared options; read by test_rfm_question.py and test_rfm.py",
    "app/demo/beside.py": "values without behaviour",
    "app/pack_plans/plan.py": "declared keys; their effect is tested by app/packs",
    "app/pack_plans/company.py": "declared keys; their effect is tested by app/packs",
    "cli/report_output.py": "hands over; every way out is tested by cli/test_report.py",
    "cli/report_question.py": "declared options; asked by cli/test_report.py",
    "app/demo/company.py": "values without behaviour",
    "app/demo/conduct.py": "values without behaviour",
    "render/html/spoken.py": "words only; shown by the tests of the page",
    "report/words.py": "declarations; what they hold is tested where words are made of a report",
    "report/figure.py": "declarations; what they mean is tested where they are drawn",
    "report/chart_parts.py": "values; what they mean is tested where they are made and drawn",
    "core/code.py": "one value without behaviour",
    "core/codes_corrections.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_facts.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_events.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_collections.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_files.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_amounts.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_market.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_mapping.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_commission.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_pay_rules.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_reading.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_workbooks.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_targets.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_values.py": "a list; every code is tested by core/test_codes.py",
    "core/codes_smart.py": "a list; every code is tested by core/test_codes.py",
    "core/status.py": "words and glyphs only; drawn by the tests of render",
    "core/unit.py": "an enumeration",
    "facts/section.py": "declared keys; their faults are tested by app/test_settings.py",
    "facts/subject.py": "an enumeration",
    "metrics/catalog/ageing.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/collections.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/collection_examples.py": "rows for worked examples, worked by hand",
    "metrics/catalog/collection_atoms.py": "a list; every atom is in a worked example run by metrics/test_catalog.py",
    "metrics/catalog/customers.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/costs.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/cost_atoms.py": "a list; every atom is part of a worked example run by metrics/test_catalog.py",
    "metrics/catalog/customer_money.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/deals.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/deal_atoms.py": "a list; every atom is part of a worked example run by metrics/test_catalog.py",
    "metrics/catalog/activities.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/activity_atoms.py": "a list; every atom is in a worked example run by metrics/test_catalog.py",
    "metrics/catalog/surveys.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/survey_atoms.py": "a list; every atom is in a worked example run by metrics/test_catalog.py",
    "metrics/catalog/headcount.py": "a list; every worked example is run by metrics/test_catalog.py",
    "app/answer.py": "put together by every question; read by test_run.py, test_explained.py, test_checked.py",
    "metrics/catalog/of_targets.py": "a list; every worked example is run by analyses/targets/test_examples.py",
    "metrics/catalog/leads.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/lead_atoms.py": "a list; every atom is part of a worked example run by metrics/test_catalog.py",
    "metrics/catalog/sales_atoms.py": "a list; every atom is worked by hand in metrics/test_aggregate.py",
    "metrics/catalog/examples.py": "rows for worked examples, worked by hand",
    "metrics/catalog/market.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/catalog/worth_examples.py": "rows for worked examples, worked by hand",
    "metrics/catalog/revenue.py": "a list; every worked example is run by metrics/test_catalog.py",
    "metrics/model.py": "values without behaviour",
    "metrics/request.py": "values without behaviour",
    "render/xlsx/limits.py": "values without behaviour; tested where they bind",
    "render/xlsx/styles.py": "looks without behaviour; drawn by the tests of render/xlsx",
    "render/xlsx/words.py": "words only; shown by the tests of render/xlsx",
    "sources/encodings/common_characters.py": "characters only; tested by encodings/test_encodings.py",
    "sources/loaded.py": "values without behaviour",
    "sources/pieces/one_read.py": "values; sources/test_piece.py and the tests of the rules over them read them",
    "sources/refused.py": "one exception without behaviour",
    "tables/events.py": "a list; every table is tested by tables/test_catalog.py",
    "tables/surroundings.py": "a list; every table is tested by tables/test_catalog.py",
    "sources/encodings/vocabulary.py": "words only; tested by sources/test_encoding.py",
}
"""Modules without a test module of their own, and why."""

FORBIDDEN_WORDS = (
    r"/work/(main|shared|\.library)",
    r"/root/|/home/[a-z]|/Users/[A-Za-z]",
    r"files\.pythonhosted|pypi\.org|registry\.npmjs|deb\.debian",
    r"\bTODO\b|\bFIXME\b|\bXXX\b",
)
"""Machine paths, addresses of package registries, and work left for later; what others wrote may speak of theirs."""


def _modules(root: Path) -> list[Path]:
    return sorted((root / "src" / "salesperf").rglob("*.py"))


def _functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring, which may explain as long as it likes."""
    whole = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        whole -= (first.end_lineno or 0) - first.lineno + 1
    return whole


def test_modules_are_small(root: Path, record_property: Callable[[str, object], None]) -> None:
    lengths = {
        str(module.relative_to(root)): len(module.read_text(encoding="utf-8").splitlines()) for module in _modules(root)
    }
    above = {name: length for name, length in lengths.items() if length > MODULE_TARGET}
    for name, length in above.items():
        record_property("note", f"{name} has {length} lines, above the target of {MODULE_TARGET}")

    assert {name: length for name, length in above.items() if length > MODULE_LIMIT} == {}


def test_functions_are_short(root: Path) -> None:
    long = {
        f"{module.relative_to(root)}:{function.name}": _length(function)
        for module in _modules(root)
        for function in _functions(module)
        if _length(function) > FUNCTION_LIMIT
    }

    assert long == {}


def test_no_module_is_a_catch_all(root: Path) -> None:
    names = {part for module in _modules(root) for part in module.relative_to(root / "src").with_suffix("").parts}

    assert names & CATCH_ALLS == set()


def test_package_files_hold_a_docstring_or_a_list(root: Path) -> None:
    for package in (root / "src" / "salesperf").rglob("__init__.py"):
        tree = ast.parse(package.read_text(encoding="utf-8"))

        assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)], package


def test_every_module_has_its_test(root: Path) -> None:
    package = root / "src" / "salesperf"
    expected = {
        str(module.relative_to(package)): root / "tests" / module.relative_to(package).with_name(f"test_{module.name}")
        for module in _modules(root)
        if module.name not in {"__init__.py", "__main__.py"}
    }
    without = {name for name, test in expected.items() if not test.exists()}

    assert sorted(without - set(TESTED_ELSEWHERE)) == [], "write the test module, or say in TESTED_ELSEWHERE why not"


def test_excuses_are_needed(root: Path) -> None:
    package = root / "src" / "salesperf"

    for name in TESTED_ELSEWHERE:
        assert (package / name).exists(), name
        assert not (root / "tests" / name).with_name(f"test_{Path(name).name}").exists(), name


def test_core_imports_the_standard_library_only(root: Path) -> None:
    allowed = {*sys.stdlib_module_names, "salesperf"}
    for module in (root / "src" / "salesperf" / "core").glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []

            assert {name.partition(".")[0] for name in names} <= allowed, module


def _tracked(root: Path) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    return [root / name for name in listed.stdout.split("\0") if name]


def test_tracked_files_name_no_machine_and_no_registry(root: Path) -> None:
    if not (root / ".git").exists():
        pytest.skip("not a git clone")
    forbidden = re.compile("|".join(FORBIDDEN_WORDS))
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()[:120]}"
        for path in _tracked(root)
        if path.exists() and path != Path(__file__) and "vendor" not in path.parts
        for number, line in enumerate(path.read_bytes().decode("utf-8", errors="replace").splitlines(), 1)
        if forbidden.search(line)
    ]

    assert found == []


ROOT_FILES = frozenset(
    {
        *(".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md"),
        *("README.zh.md", "pyproject.toml", "requirements.lock", "requirements-bench.lock", "requirements-fuzz.lock"),
        "requirements-mutation.lock",
    }
)


def test_nothing_stray_lies_in_the_root(root: Path) -> None:
    if not (root / ".git").exists():
        pytest.skip("not a git clone")

    assert {path.name for path in _tracked(root) if path.parent == root} == ROOT_FILES
