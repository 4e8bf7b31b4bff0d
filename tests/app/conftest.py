"""A folder with one small export, and the ask of a caller who stands in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask

ORDERS = (
    "Order ID,Order Date,Customer,Sales Rep,Region,Amount\n"
    "1,2026-01-05,Ann,Mei Lin,East,100.50\n"
    "2,2026-01-20,Bob,Mei Lin,East,200\n"
    "3,2026-02-03,Ann,Ivo Kranz,West,50\n"
    "4,2026-02-10,Cas,Ivo Kranz,West,-20\n"
    "5,2026-03-31,Bob,Mei Lin,East,70\n"
)
"""Net 400.50; sold 420.50, returned 20."""

Asking = Callable[..., Ask]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """orders.csv, and bad.csv whose last row has no amount."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    (tmp_path / "bad.csv").write_text(f"{ORDERS}6,2026-03-31,Bob,Mei Lin,East,\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def ask(folder: Path) -> Asking:
    """An ask for files of the folder."""

    def asking(*names: str, **flags: object) -> Ask:
        paths = tuple(str(folder / name) for name in names)
        return Ask(paths, Surroundings(folder, {}), flags={("workspace", key): value for key, value in flags.items()})

    return asking
