"""Target sheets of public files whose sums are known."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from salesperf.app.layers import Surroundings
from salesperf.app.targets import check
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request
from salesperf.sources.load import load
from salesperf.sources.options import ReadOptions, TableOptions

pytestmark = [pytest.mark.real, pytest.mark.slow]

IN_THOUSANDS = ReadOptions(tables=(TableOptions("targets", ("ResellerSalesTargets.csv",), unit="thousands"),))
CELL = ["scope", "scope_id", "metric", "period", "amount"]


def _targets(path: Path, options: ReadOptions) -> pl.DataFrame:
    return load([str(path)], options=options).bundle.tables["targets"].frame


def test_both_dresses_of_the_reseller_targets_are_the_same_809_targets(real_data: Path) -> None:
    folder = real_data / "adventureworks_targets"

    wide = _targets(folder / "ResellerSalesTargets.csv", IN_THOUSANDS)
    long = _targets(folder / "Targets.csv", ReadOptions())

    assert (wide.height, wide["amount"].sum()) == (809, 676_210_000)
    assert (long.height, long["amount"].sum()) == (809, 676_210_000)
    assert wide.select(CELL).sort(CELL).equals(long.select(CELL).sort(CELL))


def test_a_fiscal_calendar_does_not_move_months_that_are_numbered_in_calendar_years(real_data: Path) -> None:
    path = real_data / "adventureworks_targets" / "ResellerSalesTargets.csv"
    options = ReadOptions(tables=IN_THOUSANDS.tables, first_month=7)

    loaded = load([str(path)], options=options)

    assert loaded.bundle.tables["targets"].frame["period"].min() == "2017-07"
    assert [issue.code for issue in loaded.issues] == ["R604"]


def test_quota_periods_are_used_as_they_are(real_data: Path) -> None:
    frame = _targets(real_data / "adventureworks" / "SalesPersonQuotaHistory.csv", ReadOptions())

    assert (frame.height, frame["amount"].sum()) == (163, 95_714_000)
    assert frame["period"].unique().sort().head(3).to_list() == [
        "2011-05-31..2011-08-30",
        "2011-08-31..2011-11-30",
        "2011-12-01..2012-02-28",
    ]


def test_both_dresses_in_one_folder_count_once(real_data: Path) -> None:
    loaded = load([str(real_data / "adventureworks_targets")], options=IN_THOUSANDS)

    assert loaded.bundle.tables["targets"].frame["amount"].sum() == 676_210_000
    assert [issue.count for issue in loaded.issues if issue.code == "R401"] == [809]


@pytest.mark.parametrize("name", ["Targets.csv", "ResellerSalesTargets.csv"])
def test_the_check_of_the_reseller_targets_finds_nobody_unknown_and_no_sum_or_period_that_is_off(
    name: str, real_data: Path, tmp_path: Path
) -> None:
    folder = real_data / "adventureworks_targets"
    project = tmp_path / "salesperf.toml"
    project.write_text(
        '[[table]]\nname = "targets"\nfiles = ["ResellerSalesTargets.csv"]\nunit = "thousands"\n', encoding="utf-8"
    )
    files = tuple(str(folder / file) for file in ("Sales.csv", "Salesperson.csv", name))

    answer = check(Ask(files, Surroundings(tmp_path, {}), config=project), Request())

    codes = {finding.code for finding in answer.findings}
    # One dress does not say of what its targets are; that leaves what a sales manager would ask of the amounts.
    assert codes - {"R603"} == {"F585", "F586", "F587", "F589"}
    assert sum(finding.code == "F589" for finding in answer.findings) == 3, "one a year of targets"
