"""What `salesperf kpi` must print for public files whose answers are known, with no configuration."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from commission_ground import TERMS
from salesperf.app.commission.run import run as run_plans
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.cli.main import run
from salesperf.metrics.request import Request

pytestmark = [pytest.mark.real, pytest.mark.slow]

Capture = pytest.CaptureFixture[str]


class Answer:
    """One run of the command line: its only row or its rows by a key, its notes, and what was said."""

    def __init__(self, code: int, out: str, talk: str) -> None:
        assert code == 0, talk
        self.content: dict[str, Any] = json.loads(out)
        self.rows: list[dict[str, Any]] = self.content["rows"]
        self.notes = " | ".join(note["text"] for note in self.content["meta"]["notes"])
        self.talk = talk

    @property
    def row(self) -> dict[str, Any]:
        """The one row of an answer that is not split."""
        (row,) = self.rows
        return row

    def by(self, key: str, metric: str) -> dict[str, Decimal]:
        """One metric by the values of a key."""
        return {row[key]: Decimal(row[metric]) for row in self.rows if row[metric] is not None}


@pytest.fixture(scope="session")
def data(real_data: Path) -> Path:
    """The folder of public files."""
    return real_data


def _kpi(capsys: Capture, *words: str | Path) -> Answer:
    code = run(["kpi", *map(str, words), "--format", "json", "--lang", "en"])
    return Answer(code, *capsys.readouterr())


def _check(capsys: Capture, *words: str | Path) -> dict[str, Any]:
    return Answer(run(["check", *map(str, words), "--format", "json"]), *capsys.readouterr()).content


def test_won_deals_are_the_sales_of_a_pipeline(data: Path, capsys: Capture) -> None:
    answer = _kpi(capsys, data / "crm_pipeline" / "sales_pipeline.csv")

    assert Decimal(answer.row["net_revenue"]) == 10_005_534
    assert answer.row["orders"] == 4_238
    assert round(Decimal(answer.row["aov"]), 2) == Decimal("2360.91")
    assert "basis: won deals" in answer.notes


def test_a_workbook_whose_ids_are_formatted_as_dates(data: Path, capsys: Capture) -> None:
    answer = _kpi(capsys, data / "adventureworks" / "SalesOrderHeader.xlsx")

    assert Decimal(answer.row["net_revenue"]) == Decimal("109846381.4039")
    assert answer.row["orders"] == 31_465


def test_reps_get_their_names_from_a_second_file(data: Path, capsys: Capture) -> None:
    folder = data / "adventureworks"
    answer = _kpi(capsys, folder / "SalesOrderHeader.xlsx", folder / "vSalesPerson.csv", "--by", "rep")

    by_last_name = {name.split()[-1]: value for name, value in answer.by("rep", "net_revenue").items() if name}
    assert by_last_name["Mitchell"] == Decimal("10367007.4265")
    assert by_last_name["Carson"] == Decimal("10065803.5404")
    assert by_last_name["Blythe"] == Decimal("9293903.0046")
    assert by_last_name["Pak"] == Decimal("8503338.6457")


def test_a_shop_export_with_refunds_and_unpaid_orders(data: Path, capsys: Capture) -> None:
    answer = _kpi(
        capsys,
        data / "tmall" / "tmall_order_report.csv",
        "--metrics",
        "gross_revenue,returned_amount,net_revenue,orders",
    )

    assert Decimal(answer.row["gross_revenue"]) == Decimal("2474823.07")
    assert Decimal(answer.row["returned_amount"]) == Decimal("572335.92")
    assert Decimal(answer.row["net_revenue"]) == Decimal("1902487.15")
    assert answer.row["orders"] == 18_955
    for count in ("28,010", "24,087", "3,923"):
        assert count in answer.notes


@pytest.mark.parametrize(
    "names",
    [
        ("orders.csv", "order_details.csv"),
        ("orders.csv", "order_details.csv", "products.csv", "employees.csv"),
        ("",),
    ],
    ids=["two files", "with lookups", "the whole folder"],
)
def test_a_header_file_and_a_lines_file_are_one_table(names: tuple[str, ...], data: Path, capsys: Capture) -> None:
    answer = _kpi(capsys, *(data / "northwind" / name for name in names))

    assert Decimal(answer.row["net_revenue"]) == Decimal("1265793.0395")
    assert answer.row["orders"] == 830


@pytest.mark.parametrize("names", [("orders.csv", "order_details.csv", "products.csv", "employees.csv"), ("",)])
def test_a_rep_is_named_by_the_people_table(names: tuple[str, ...], data: Path, capsys: Capture) -> None:
    answer = _kpi(capsys, *(data / "northwind" / name for name in names), "--by", "rep")

    assert answer.by("rep", "net_revenue")["Margaret Peacock"] == Decimal("232890.846")


def test_credit_notes_missing_customers_and_repeated_rows(data: Path, capsys: Capture) -> None:
    answer = _kpi(capsys, data / "online_retail" / "online_retail.parquet")

    assert Decimal(answer.row["gross_revenue"]) == Decimal("10666684.544")
    assert Decimal(answer.row["net_revenue"]) == Decimal("9747747.934")
    assert answer.row["orders"] == 19_960
    assert "135,080" in answer.notes
    assert "read 541,909 rows of 1 file: 541,909 loaded, 0 quarantined" in answer.talk
    assert "5,268" in answer.talk


def test_ten_daily_files_are_one_table(data: Path, capsys: Capture) -> None:
    answer = _kpi(capsys, data / "online_retail" / "by_day")

    assert Decimal(answer.row["net_revenue"]) == Decimal("452134.28")
    assert "read 26,732 rows of 10 files: 26,732 loaded" in answer.talk


def test_mac_roman_with_carriage_returns_only(data: Path, capsys: Capture) -> None:
    answer = _kpi(
        capsys,
        data / "superstore_rfm" / "sample-orders.csv",
        "--metrics",
        "net_revenue,orders,active_customers",
    )

    assert Decimal(answer.row["net_revenue"]) == 2_297_261
    assert answer.row["orders"] == 5_009
    assert answer.row["active_customers"] == 793


def test_dollar_signs_and_long_dates(data: Path, capsys: Capture) -> None:
    answer = _kpi(capsys, data / "adventureworks_targets" / "Sales.csv", "--metrics", "net_revenue,gross_profit,orders")

    assert Decimal(answer.row["net_revenue"]) == Decimal("77548570.20")
    assert Decimal(answer.row["gross_profit"]) == Decimal("999494.57")
    assert answer.row["orders"] == 3_616
    assert "read 57,851 rows" in answer.talk


@pytest.mark.parametrize(
    ("name", "rows", "amount"),
    [
        ("tmall/tmall_order_report.csv", 28_010, "1902487.15"),
        ("adventureworks/SalesOrderHeader.xlsx", 31_465, "109846381.4039"),
        ("adventureworks_targets/Sales.csv", 57_851, "77548570.20"),
        ("online_retail/online_retail.parquet", 541_909, "9747747.934"),
        ("superstore_rfm/sample-orders.csv", None, "2297261"),
    ],
)
def test_check_reconciles_rows_and_money(name: str, rows: int | None, amount: str, data: Path, capsys: Capture) -> None:
    assert run(["check", str(data / name), "--lang", "en"]) == 0

    page = capsys.readouterr().out

    shown = f"{Decimal(amount):,}"
    assert shown in page
    if rows is not None:
        assert f"{rows:,}" in page


def test_check_finds_nothing_wrong_that_stops(data: Path, capsys: Capture) -> None:
    content = _check(capsys, data / "northwind")

    assert [row for row in content["rows"] if row["severity"] == "error"] == []


def test_a_declared_key_puts_the_money_of_its_deals_in_their_category(
    capsys: Capture, data: Path, tmp_path: Path
) -> None:
    """1,480 deals name GTXPro, 729 of them won for 3,510,578; the products list GTX Pro in the series GTX."""
    folder = tmp_path / "crm"
    folder.mkdir()
    for name in ("accounts.csv", "products.csv", "sales_pipeline.csv", "sales_teams.csv"):
        (folder / name).write_bytes((data / "crm_pipeline" / name).read_bytes())
    before = _kpi(capsys, folder, "--by", "category").by("category", "net_revenue")

    assert run(["init", str(folder), "--fix-keys", "-q"]) == 0
    capsys.readouterr()
    answer = _kpi(capsys, folder, "--by", "category")

    assert before == {
        "GTX": Decimal(3_834_189),
        "MG": Decimal(2_260_155),
        "GTK": Decimal(400_612),
        None: Decimal(3_510_578),
    }
    assert answer.by("category", "net_revenue") == {
        "GTX": Decimal(3_834_189 + 3_510_578),
        "MG": Decimal(2_260_155),
        "GTK": Decimal(400_612),
    }
    assert answer.by("category", "orders") == {"GTX": Decimal(2047 + 729), "MG": Decimal(1447), "GTK": Decimal(15)}
    assert "1,480 cells of product_name" in answer.notes


@pytest.mark.parametrize("known", [("quarter", 177, "1101643.46"), ("month", 423, "1101643.50")])
def test_commission_of_a_public_company_is_what_its_tables_come_to(
    real_data: Path, tmp_path: Path, capsys: Capture, known: tuple[str, int, str]
) -> None:
    # Each salesperson's CommissionPct on SubTotal, rounded half up once a person and period.
    period, lines, total = known
    folder = real_data / "adventureworks"
    with (folder / "SalesPerson.csv").open(encoding="utf-8-sig", newline="") as file:
        rates = {row["BusinessEntityID"]: row["CommissionPct"] for row in csv.DictReader(file)}
    rows = ", ".join(f'{{ rep = "{who}", rate = {rate} }}' for who, rate in rates.items())
    plan = _plan(tmp_path, period, start="2011-04-01", rule=f'rule = "rates"\nrows = [{rows}]')

    found = _commission(capsys, folder / "SalesOrderHeader.xlsx", "--plan", plan, "--period", "2011-04-01..2014-06-30")

    paid = [row for row in found["rows"] if Decimal(row["credited"])]
    assert (len(paid), sum(Decimal(row["payout"]) for row in paid)) == (lines, Decimal(total))
    # What nobody sold is told, not paid.
    assert any("29,358,677.2207 have no rep" in note["text"] for note in found["meta"]["notes"])


def test_attainment_is_of_the_periods_of_the_quotas(real_data: Path, tmp_path: Path, capsys: Capture) -> None:
    # Quotas are of quarters from June on: March to May 2014 of salesperson 274, 177,170.1145 of 187,000.
    folder = real_data / "adventureworks"
    config = tmp_path / "salesperf.toml"
    config.write_text("[workspace]\nfiscal_year_start = 6\n", encoding="utf-8")
    plan = _plan(tmp_path, "quarter", start="2011-06-01", rule='rule = "over_target"\nrate = 0.01')
    files = (folder / "SalesOrderHeader.xlsx", folder / "SalesPersonQuotaHistory.csv")

    words = ("--config", config, "--plan", plan, "--period", "2014-03-01..2014-05-31")
    [row] = [one for one in _commission(capsys, *files, *words)["rows"] if one["rep_id"] == "274"]

    assert (Decimal(row["credited"]), Decimal(row["target"])) == (Decimal("177170.1145"), 187000)
    assert row["attainment"] == pytest.approx(177170.1145 / 187000)


def test_attainment_is_of_the_days_from_one_quota_date_to_the_next(real_data: Path, tmp_path: Path) -> None:
    # Quotas begin on 31 May, 31 August, 1 December 2011 ... which no calendar's quarters do; those of March 2014 last
    # a quarter. Here every order is added up under the last quota date before it.
    folder = real_data / "adventureworks"
    orders = pl.read_excel(folder / "SalesOrderHeader.xlsx", columns=["OrderDate", "SalesPersonID", "SubTotal"])
    history = pl.read_csv(folder / "SalesPersonQuotaHistory.csv").rename({"BusinessEntityID": "SalesPersonID"})
    quotas = history.select("SalesPersonID", pl.col("QuotaDate").str.slice(0, 10).str.to_date(), "SalesQuota")
    sold = orders.drop_nulls().filter(pl.col("OrderDate") < date(2014, 6, 1)).sort("OrderDate")
    under = sold.join_asof(
        quotas.sort("QuotaDate"), left_on="OrderDate", right_on="QuotaDate", by="SalesPersonID", check_sortedness=False
    )
    sums = under.drop_nulls().group_by("SalesPersonID", "QuotaDate", "SalesQuota").agg(pl.col("SubTotal").sum())
    plan = _plan(tmp_path, "quarter", start="2011-04-01", rule='rule = "flat"\nrate = 0.01')
    files = tuple(str(folder / name) for name in ("SalesOrderHeader.xlsx", "SalesPersonQuotaHistory.csv"))

    answer = run_plans(Ask(files, Surroundings(tmp_path, {})), [plan], Request((), period="2011-04-01..2014-06-30"))

    [told] = [block for block in answer.report.blocks if block.key == "own_periods"]
    found = [tuple(cell.value for cell in row.cells) for row in told.rows]
    assert len(found) == 163
    assert sorted((who, quota, round(sold, 4)) for who, _, _, sold, quota, _ in found if sold) == sorted(
        (str(who), quota, round(Decimal(amount), 4)) for who, _, quota, amount in sums.iter_rows()
    )
    assert all(share == pytest.approx(float(sold) / float(quota)) for _, _, _, sold, quota, share in found)


def _plan(folder: Path, period: str, *, start: str, rule: str) -> Path:
    terms = TERMS.format(start=start, period=period).replace("CNY", "USD")
    plan = folder / "plan.toml"
    plan.write_text(f'{terms}\n[[component]]\nname = "base"\n{rule}\n', encoding="utf-8")
    return plan


def _commission(capsys: Capture, *words: str | Path) -> dict[str, Any]:
    code = run(["commission", "run", *map(str, words), "--format", "json", "--lang", "en"])
    out, talk = capsys.readouterr()
    assert code == 0, talk
    content: dict[str, Any] = json.loads(out)
    return content
