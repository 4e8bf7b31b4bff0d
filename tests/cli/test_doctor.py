from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.app import doctor

if TYPE_CHECKING:
    from conftest import Salesperf


def test_a_complete_machine_is_well(salesperf: Salesperf) -> None:
    said = salesperf("doctor")

    assert said.code == 0
    assert "✗" not in said.out
    assert "html, pdf, parquet, xlsx" in said.out


def test_what_is_missing_is_said_and_counts(salesperf: Salesperf, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "fastexcel":
            raise PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(doctor, "version", version)

    said = salesperf("doctor")

    assert said.code == 1
    assert "✗ missing" in said.out


def test_a_faulty_configuration_is_a_line_not_an_end(salesperf: Salesperf, here: Path) -> None:
    (here / "salesperf.toml").write_text("[workspace\n", encoding="utf-8")

    assert "✗ faulty" in salesperf("doctor").out
