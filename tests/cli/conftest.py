"""The command line run in process, in a folder of its own, with nothing configured."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from salesperf.cli.main import run

ORDERS = (
    "Order ID,Order Date,Customer,Sales Rep,Region,Amount\n"
    "1,2026-01-05,Ann,Mei Lin,East,100.50\n"
    "2,2026-01-20,Bob,Mei Lin,East,200\n"
    "3,2026-02-03,Ann,Ivo Kranz,West,50\n"
    "4,2026-02-10,Cas,Ivo Kranz,West,-20\n"
    "5,2026-03-31,Bob,Mei Lin,East,70\n"
)
"""Net 400.50: sold 420.50, returned 20; January 300.50, February 30, March 70."""

BAD_ORDERS = ORDERS + "6,2026-03-31,Bob,Mei Lin,East,\n"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Salesperf = Callable[..., Said]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: orders.csv and bad.csv, no configuration anywhere."""
    for name in list(os.environ):
        if name.startswith("SALESPERF_"):
            monkeypatch.delenv(name)
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "orders.csv").write_text(ORDERS, encoding="utf-8")
    (folder / "bad.csv").write_text(BAD_ORDERS, encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def salesperf(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Salesperf:
    """Run one command line in `here`."""
    assert here.is_dir()

    def command(*words: str) -> Said:
        capsysbinary.readouterr()
        code = run(words)
        out, err = capsysbinary.readouterr()
        return Said(code, out.decode("utf-8"), err.decode("utf-8"))

    return command
