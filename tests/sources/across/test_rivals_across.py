"""Rivals a row each with their periods across, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _market(loaded: Loaded) -> list[tuple[object, ...]] | None:
    table = loaded.bundle.tables.get("market")
    return None if table is None else table.frame.select("period", "market_size", "largest_rival").rows()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "rivals.csv",
            "Competitor,2024-01,2024-02,Total\nUs,10,10,20\nA,50,40,90\nB,30,60,90\nOthers,90,90,180\n",
        ),
        ("竞品2024.csv", "竞争对手,1月,2月\n本公司,10,10\n甲,50,40\n乙,30,60\n其他,90,90\n"),
    ],
)
def test_the_market_is_the_sum_of_all_and_the_rest_is_no_rival(
    name: str, text: str, write_text: Write, load_files: Load
) -> None:
    """10 + 50 + 30 + 90 = 180, and 10 + 40 + 60 + 90 = 200."""
    loaded = load_files(write_text(text, name))

    assert _market(loaded) == [("2024-01", 180, 50), ("2024-02", 200, 60)]
    assert any("4 rows of rivals and of" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    "text",
    [
        "Competitor,2024-01,2024-02\nAcme,50,40\nBolt,30,60\n",
        "Competitor,2024-01,2024-02\nUs,10%,10%\nAcme,90%,90%\n",
        "Competitor,Region,2024-01,2024-02\nUs,East,10,10\nAcme,East,50,40\nAcme,West,50,40\n",
        "Competitor,Price,Threat\nUs,10,3\nAcme,50,5\n",
    ],
)
def test_rivals_without_oneself_shares_and_other_tables_make_up_no_market(
    text: str, write_text: Write, load_files: Load
) -> None:
    assert _market(load_files(write_text(text, "rivals.csv"))) is None
