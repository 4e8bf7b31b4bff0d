"""Change the code that money goes through, an operator or number at a time, and count the changes its tests notice.

`mutation.py` does all of TARGETS, `mutation.py NAME ...` some of them. Prints every change that no test noticed; exit 1
where the tests of a target notice fewer than 90 % of its changes.
"""

from __future__ import annotations

import ast
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome

ROOT = Path(__file__).resolve().parent.parent
ENOUGH = 0.9
LONGEST = 120
"""Seconds after which a change counts as noticed: it never ends."""
_COMMISSION, _TESTS = "src/salesperf/analyses/commission", "tests/analyses/commission"
TARGETS = {
    "money": ("src/salesperf/core/money.py", "tests/core/test_money.py"),
    "apportion": ("src/salesperf/core/apportion.py", "tests/core/test_apportion.py"),
    "slices": (f"{_COMMISSION}/slices.py", f"{_TESTS}/test_slices.py"),
    "ladder": (f"{_COMMISSION}/ladder.py", f"{_TESTS}/test_ladder.py"),
    "curve": (f"{_COMMISSION}/curve.py", f"{_TESTS}/test_curve.py"),
    "windowed": (f"{_COMMISSION}/windowed.py", f"{_TESTS}/test_windowed.py"),
    "tiered": (f"{_COMMISSION}/rules/tiered.py", f"{_TESTS}/rules/test_tiered.py"),
    "tiers": (f"{_COMMISSION}/written/tiers.py", f"{_TESTS}/written/test_tiers.py"),
    "pools": (f"{_COMMISSION}/pools/sharing.py", f"{_TESTS}/pools/test_sharing.py"),
    "shares": ("src/salesperf/facts/shares.py", "tests/facts/test_shares.py"),
    "splits": ("src/salesperf/facts/splits.py", "tests/facts/test_splits.py"),
    "credits": ("src/salesperf/facts/credits.py", "tests/facts/test_credits.py"),
}
"""What is changed, and the tests that must notice: those of the module itself."""
_SAME = frozenset({"Is_Eq", "IsNot_NotEq"})
"""Comparisons that are no others with None."""


def changes_of(module: str) -> Iterator[MutationSpec]:
    """The changes of a module, but for annotations and class headers, which nothing is worked out with."""
    skipped = list(_declared(ROOT / module))
    with tempfile.TemporaryDirectory() as folder, use_db(f"{folder}/session.sqlite") as session:
        init([Path(module)], session, {})
        specs = [spec for item in session.work_items for spec in item.mutations]
    for spec in specs:
        kind = spec.operator_name.removeprefix("core/ReplaceComparisonOperator_")
        if kind not in _SAME and not any(first <= spec.start_pos < last for first, last in skipped):
            yield spec


def _declared(module: Path) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a module only declares."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.arg(annotation=ast.expr() as told) | ast.AnnAssign(annotation=ast.expr() as told):
                yield _place(told)
            case ast.FunctionDef(returns=ast.expr() as told):
                yield _place(told)
            case ast.ClassDef(keywords=told):
                yield from map(_place, told)


def _place(node: ast.expr | ast.keyword) -> tuple[tuple[int, int], tuple[int, int]]:
    return (node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)


def _in_a_copy() -> None:
    """Every process changes a copy of its own."""
    copy = Path(tempfile.mkdtemp(prefix="mutation-"))
    for name in ("src", "tests", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    os.chdir(copy)
    os.environ["PYTHONPATH"] = str(copy / "src")


def _command(tests: str) -> str:
    return f"{sys.executable} -m pytest -x -p no:randomly -p no:cacheprovider {tests}"


def survives(spec: MutationSpec, tests: str) -> str | None:
    """What a change is that no test notices; None where one does."""
    result = mutate_and_test([spec], _command(tests), LONGEST)
    return (result.diff or "") if result.test_outcome is TestOutcome.SURVIVED else None


def _is_green(tests: str) -> bool:
    return run_tests(_command(tests), LONGEST)[0] is TestOutcome.SURVIVED


def holds(name: str, pool: ProcessPoolExecutor) -> bool:
    """Print what becomes of the changes of one target, and say whether enough of them are noticed."""
    module, tests = TARGETS[name]
    if not pool.submit(_is_green, tests).result():
        print(f"{name}: {tests} fail without any change")
        return False
    specs = list(changes_of(module))
    left = [told for told in pool.map(survives, specs, [tests] * len(specs)) if told is not None]
    noticed = 1 - len(left) / len(specs) if specs else 1.0
    print(f"{name}: {len(specs)} changes, {noticed:.1%} noticed", flush=True)
    for told in left:
        print("\n".join(line for line in told.splitlines() if line[:1] in "@+-"), flush=True)
    return noticed >= ENOUGH


def main(names: Sequence[str]) -> int:
    """The targets named, else all of them."""
    with ProcessPoolExecutor(os.cpu_count(), initializer=_in_a_copy) as pool:
        results = [holds(name, pool) for name in names or TARGETS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
