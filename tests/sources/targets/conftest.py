"""Target sheets written as text and read to the step a test is about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.files.raw_tables import raw_tables
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.read_sheet import SheetTargets, read_sheet
from salesperf.sources.targets.sheet import TargetSheet, target_sheet

Sheet = Callable[..., TargetSheet | None]
ReadSheet = Callable[..., SheetTargets]


@pytest.fixture
def raw_of(tmp_path: Path) -> Callable[..., RawTable]:
    """The raw table of a text: `raw_of("Rep,Q1,Q2\\nAnn,1,2\\n", "targets 2024.csv")`."""

    def run(text: str, name: str = "targets 2024.csv") -> RawTable:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        ((table,), _, _) = raw_tables([str(path)], options=ReadOptions())
        return table

    return run


@pytest.fixture
def sheet_of(raw_of: Callable[..., RawTable]) -> Sheet:
    """A text looked at as a target sheet; `told` are keys of `[[table]]`."""

    def run(
        text: str, name: str = "targets 2024.csv", *, told: dict[str, object] | None = None, **options: object
    ) -> TargetSheet | None:
        table = TableOptions("targets", (name,), **told) if told is not None else None  # type: ignore[arg-type]
        return target_sheet(
            raw_of(text, name),
            ReadOptions(**options),  # type: ignore[arg-type]
            told=table,
            is_told=told is not None,
            found={},
        )

    return run


@pytest.fixture
def targets_of(sheet_of: Sheet) -> ReadSheet:
    """A text read to its targets."""

    def run(text: str, name: str = "targets 2024.csv", **more: object) -> SheetTargets:
        sheet = sheet_of(text, name, **more)
        assert sheet is not None
        options = {key: value for key, value in more.items() if key != "told"}
        return read_sheet(0, sheet, ReadOptions(**options))  # type: ignore[arg-type]

    return run
