"""Polluted variants of one sales CSV give the orders of the clean one, or name the rows they cannot give."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from salesperf.app.workspace import is_of_rows
from salesperf.core.errors import Severity
from salesperf.sources.load import load
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

if TYPE_CHECKING:
    from conftest import Variant

_STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else int(os.environ.get("POLLUTION_STEP", "150"))
_BAR = 0.99 if _STEP == 1 else 0.98
"""Share of variants read to the same orders but for rows set aside; a small choice has headers without a place."""
_COLUMNS = ("order_id", "order_date", "amount", "quantity", "customer_id", "status", "currency")
SAME, ASIDE, REFUSED, WRONG = "same", "row set aside", "refused", "wrong"


@pytest.fixture(scope="module")
def loaded_from(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Loaded]:
    """Load the content of a file."""
    path: Path = tmp_path_factory.mktemp("polluted") / "sales.csv"

    def read(content: bytes) -> Loaded:
        path.write_bytes(content)
        return load([str(path)], options=ReadOptions(), digests=False, provenance=True)

    return read


def _lines(loaded: Loaded) -> list[tuple[Any, ...]]:
    return loaded.bundle.tables["orders"].frame.select(_COLUMNS).rows()


def _outcome(loaded: Loaded, clean: list[tuple[Any, ...]]) -> str:
    """What became of a variant: `wrong` is a line that the clean file does not have, or one that is lost untold."""
    if any(issue.severity is Severity.ERROR and not is_of_rows(issue) for issue in loaded.issues):
        return REFUSED
    if "orders" not in loaded.bundle.tables:
        return WRONG
    lines = _lines(loaded)
    if lines == clean:
        return SAME
    lost, more = Counter(clean) - Counter(lines), Counter(lines) - Counter(clean)
    aside = sum(account.quarantined for account in loaded.accounts)
    return ASIDE if not more and lost.total() <= aside else WRONG


def test_polluted_files_give_the_orders_of_the_clean_one(
    variants: Callable[[int, int], list[Variant]], loaded_from: Callable[[bytes], Loaded]
) -> None:
    chosen = [one for one in variants(_STEP, 40) if one.headed and one.kind not in _OTHER_TABLES]
    clean = _lines(loaded_from(next(one for one in chosen if one.kind == "dialect").content))
    outcomes: dict[str, Counter[str]] = {}
    wrong = []
    for variant in chosen:
        outcome = _outcome(loaded_from(variant.content), clean)
        outcomes.setdefault(variant.kind, Counter())[outcome] += 1
        if outcome not in {SAME, ASIDE}:
            wrong.append(f"{outcome}: {variant.kind}: {variant.name}")
    total = sum(outcomes.values(), Counter[str]())
    for kind, counts in outcomes.items():
        print(f"{kind:28}{dict(counts)}")  # noqa: T201

    assert total[WRONG] == 0, wrong
    assert total[SAME] + total[ASIDE] >= _BAR * total.total(), wrong


_OTHER_TABLES = frozenset({"two tables", "header"})
"""Kinds that hold other orders than the clean file, or name its columns otherwise."""
