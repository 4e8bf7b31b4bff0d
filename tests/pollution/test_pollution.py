"""Polluted variants of one sales CSV are read to the table they hold, or told; none is silently wrong."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts.as_written import AsWritten, as_written

if TYPE_CHECKING:
    from conftest import Table, Variant

_STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else int(os.environ.get("POLLUTION_STEP", "6"))


def _read(variant: Variant) -> AsWritten | None:
    content = variant.content
    try:
        return as_written(SourceFile(None, "sales.csv", "", len(content), content))
    except Refused:
        return None


def _as_table(found: AsWritten) -> Table:
    return found.rows if found.header is None else (found.header, *found.rows)


def _outcome(variant: Variant, found: AsWritten | None) -> str:
    """`same`, `told` (refused, or another table with warnings) or `wrong`: another table, and not a word about it."""
    if found is None:
        return "told"
    got = _as_table(found)
    if got == variant.table and (found.header is not None) == variant.headed:
        return "same"
    if variant.torn is not None and _is_torn_there_only(variant, got) and found.findings:
        return "same"
    return "told" if any(issue.severity != "note" for issue in found.findings) else "wrong"


def _is_torn_there_only(variant: Variant, got: Table) -> bool:
    """Whether the row with the lost delimiter has all its characters but marks, and every other row is right."""
    at = variant.torn
    assert at is not None
    others = [(one, other) for place, (one, other) in enumerate(zip(variant.table, got, strict=False)) if place != at]
    whole = len(got) == len(variant.table) and all(one == other for one, other in others)
    return whole and _letters(got[at]) == _letters(variant.table[at])


def _letters(cells: Sequence[str]) -> str:
    return "".join(cells).replace('"', "").replace(",", "")


def _f1(expected: Counter[str], got: Counter[str]) -> float:
    """Precision, recall and their harmonic mean, added up: 3 at most."""
    if not expected:
        return 3.0
    common = (expected & got).total()
    if not common:
        return 0.0
    precision, recall = common / got.total(), common / expected.total()
    return precision + recall + 2 * precision * recall / (precision + recall)


def _points(variant: Variant, found: AsWritten | None) -> float:
    """1 for reading at all, and 3 each for header, records and cells, against the table its maker had in mind."""
    if found is None:
        return 0.0
    wanted, got = variant.clean or variant.table, _as_table(found)
    header = _f1(Counter(wanted[0] if wanted else ()), Counter(got[0] if got else ()))
    records = _f1(Counter(map("".join, wanted[1:])), Counter(map("".join, got[1:])))
    cells = [Counter(cell for row in table for cell in row) for table in (wanted, got)]
    return 1.0 + header + records + _f1(*cells)


def test_polluted_files_are_read_to_the_same_table(variants: Callable[[int], list[Variant]]) -> None:
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    points: dict[str, float] = defaultdict(float)
    wrong: list[str] = []
    for variant in variants(_STEP):
        found = _read(variant)
        outcome = _outcome(variant, found)
        outcomes[variant.kind][outcome] += 1
        points[variant.kind] += _points(variant, found)
        if outcome != "same":
            wrong.append(f"{outcome}: {variant.kind}: {variant.name}")
    total = Counter[str]()
    for kind, counts in outcomes.items():
        total += counts
        print(f"{kind:28}{counts.total():6}{dict(counts)!s:44}{points[kind] / counts.total():8.3f}")  # noqa: T201
    print(f"{'all':28}{total.total():6}{dict(total)!s:44}{sum(points.values()) / total.total():8.3f}")  # noqa: T201

    assert total.total() >= 2000
    assert total["wrong"] == 0, wrong
    assert total["same"] >= 0.99 * total.total(), wrong
