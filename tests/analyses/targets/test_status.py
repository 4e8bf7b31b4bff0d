"""Which targets and periods a question is about."""

from __future__ import annotations

from typing import Any

import pytest

from salesperf.core.errors import DataError
from salesperf.tables.literal import bundle_of


def test_targets_of_what_cannot_be_measured_are_told_and_the_rest_is_measured(
    report: Any, bundle: Any, line: Any, targets: str
) -> None:
    more = targets + "rep,Ann,gross_margin,2026-03,0.40\nrep,Ann,smiles,2026-03,9\n"

    found = report(bundle(targets=more))

    assert line(found, "Ann")["metric"] == "net_revenue"
    told = [note.text.en for note in found.notes if note.key == "F570"]
    assert any("'smiles' is no metric" in text for text in told)
    assert any("gross margin" in text and "cost" in text for text in told)


def test_an_export_without_targets_says_what_to_give(orders: str, report: Any) -> None:
    with pytest.raises(DataError, match="no targets to measure against"):
        report(bundle_of([("orders", orders)]))
