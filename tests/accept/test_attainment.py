"""Attainment of public targets, against SQL written from the definitions and run by another engine."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from salesperf.cli.main import run

pytestmark = [pytest.mark.real, pytest.mark.slow]
Capture = pytest.CaptureFixture[str]

# Sales and targets of every salesperson by fiscal year (July to June), over the months that have both.
BY_REP = """
with people as (select * from read_csv('{folder}/Salesperson.csv', delim = '\t', all_varchar = true)),
sold as (
  select EmployeeKey as rep, date_trunc('month', OrderDate) as month, sum(cast(Sales as decimal(18, 4))) as amount
  from read_csv('{folder}/Sales.csv', types = {{'EmployeeKey': 'VARCHAR', 'Sales': 'VARCHAR'}})
  group by all
),
aimed as (
  select p.EmployeeKey as rep, p.Salesperson as name, strptime(t.TargetMonth, '%A, %B %-d, %Y') as month,
         cast(replace(replace(t.Target, '$', ''), ',', '') as decimal(18, 4)) as amount
  from read_csv('{folder}/Targets.csv', delim = '\t', all_varchar = true) t join people p using (EmployeeID)
)
select aimed.name, sum(coalesce(sold.amount, 0)), sum(aimed.amount)
from aimed left join sold using (rep, month)
where aimed.month between date '{first}' and date '{last}'
group by 1
"""


def lines(capsys: Capture, *words: str | Path) -> list[dict[str, Any]]:
    code = run(["targets", "status", *map(str, words), "--format", "json", "--lang", "en"])
    out, talk = capsys.readouterr()
    assert code == 0, talk
    return [row for row in json.loads(out)["rows"] if row["horizon"] == "period"]


@pytest.mark.parametrize("year", [("FY2018", "2017-07-01", "2018-06-01"), ("FY2019", "2018-07-01", "2019-06-01")])
def test_every_salesperson_of_a_fiscal_year_stands_where_sql_says(
    real_data: Path, tmp_path: Path, capsys: Capture, year: tuple[str, str, str]
) -> None:
    fiscal, first, last = year
    folder = real_data / "adventureworks_targets"
    config = tmp_path / "salesperf.toml"
    config.write_text("[workspace]\nfiscal_year_start = 7\n", encoding="utf-8")
    names = ("Sales.csv", "Salesperson.csv", "Targets.csv")

    found = lines(capsys, *(folder / name for name in names), "--config", config, "--period", fiscal)

    sql = BY_REP.format(folder=folder, first=first, last=last)
    expected = {name: (Decimal(actual), Decimal(target)) for name, actual, target in duckdb.sql(sql).fetchall()}
    people = {row["who"]: row for row in found if row["scope"] in {"rep", "leader"}}
    assert {name: (Decimal(row["actual"]), Decimal(row["target"])) for name, row in people.items()} == expected
    for row in people.values():
        if row["scope"] == "rep":
            assert row["attainment"] == pytest.approx(float(Decimal(row["actual"]) / Decimal(row["target"])))


def test_the_company_holds_no_target_twice(real_data: Path, capsys: Capture) -> None:
    folder = real_data / "adventureworks_targets"

    found = lines(
        capsys, *(folder / name for name in ("Sales.csv", "Salesperson.csv", "Targets.csv")), "--period", "2019"
    )

    reps = [row for row in found if row["scope"] == "rep"]
    leaders = {row["who"] for row in found if row["scope"] == "leader"}
    (company,) = [row for row in found if row["scope"] == "company"]
    assert leaders == {"Brian Welcker", "Stephen Jiang", "Amy Alberts", "Syed Abbas"}
    assert Decimal(company["target"]) == sum(Decimal(row["target"]) for row in reps)
    assert Decimal(company["actual"]) == sum(Decimal(row["actual"]) for row in reps)


def test_quotas_are_used_in_the_periods_they_were_set_for(real_data: Path, capsys: Capture) -> None:
    folder = real_data / "adventureworks"
    names = ("SalesOrderHeader.xlsx", "vSalesPerson.csv", "SalesPersonQuotaHistory.csv")

    found = lines(capsys, *(folder / name for name in names), "--period", "2011-05-31..2011-08-30")

    mitchell = next(row for row in found if row["who"] == "Linda Mitchell")
    # The file's row 276,2011-05-31: 637,000.
    assert Decimal(mitchell["target"]) == 637_000
    assert mitchell["period"] == "2011-05-31..2011-08-30"
