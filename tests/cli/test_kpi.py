from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf


def test_result_goes_to_stdout_and_the_account_to_stderr(salesperf: Salesperf) -> None:
    said = salesperf("kpi", "orders.csv", "--metrics", "net_revenue,orders", "--format", "csv")

    assert said.code == 0
    assert said.out.splitlines()[0] == "period,net_revenue,orders"
    assert said.out.splitlines()[1].endswith(",400.5,4")
    assert said.err == "read 5 rows of 1 file: 5 loaded, 0 quarantined\n"


def test_quiet_says_nothing(salesperf: Salesperf) -> None:
    assert salesperf("kpi", "orders.csv", "-q").err == ""


def test_verbose_names_every_file(salesperf: Salesperf) -> None:
    assert "orders.csv: 5 rows as orders\n" in salesperf("kpi", "orders.csv", "-v").err


def test_words_can_be_repeated_or_comma_separated(salesperf: Salesperf) -> None:
    one = salesperf("kpi", "orders.csv", "--metrics", "orders,net_revenue", "--by", "rep,region", "--format", "csv")
    two = salesperf(
        *("kpi", "orders.csv", "--metrics", "orders", "--metrics", "net_revenue"),
        *("--by", "rep", "--by", "region", "--format", "csv"),
    )

    assert one.out == two.out
    assert one.out.splitlines()[0] == "period,rep,rep_id,region,orders,net_revenue,net_revenue_share"


def test_rows_that_cannot_be_read_stop_the_run_and_name_the_way_on(salesperf: Salesperf) -> None:
    said = salesperf("kpi", "bad.csv")

    assert said.code == 4
    assert said.out == ""
    assert "bad.csv, row 7" in said.err
    assert said.err.splitlines()[-1].startswith("hint: --on-bad-rows quarantine")


def test_rows_set_aside_are_counted_and_fail_only_on_request(salesperf: Salesperf) -> None:
    words = ("kpi", "bad.csv", "--metrics", "net_revenue", "--format", "csv", "--on-bad-rows", "quarantine")

    said = salesperf(*words)

    assert said.code == 0
    assert said.out.splitlines()[1].endswith(",400.5")
    assert "read 6 rows of 1 file: 5 loaded, 1 quarantined; 1 finding" in said.err
    assert salesperf(*words, "--fail-on", "findings").code == 1
    assert salesperf("kpi", "orders.csv", "--fail-on", "findings").code == 0


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (("--metrics", "net_revenu"), "unknown metric 'net_revenu'", "did you mean 'net_revenue'"),
        (("--period", "2026-3x"), "'2026-3x' is not a period", "write 2026-03"),
        (("--period", "last-mont"), "'last-mont' is not a period", "did you mean 'last-month'"),
        (("--where", "rep=Mei Lim"), "no rep 'Mei Lim' in the data", "did you mean 'Mei Lin'"),
        (("--where", "region"), "'region' is not a condition", "write key=value"),
        (("--by", "regoin"), "unknown dimension 'regoin'", "did you mean 'region'"),
        (("--compare", "yyo"), "--compare cannot be 'yyo'", "did you mean 'yoy'"),
        (("--as-of", "march"), "--as-of 'march' is not a day", "write it as 2026-03-31"),
        (("--fail-on", "red"), "is about targets", "findings"),
        (("--columns", "net_revenu"), "no column 'net_revenu'", "did you mean 'net_revenue'"),
        (("--format", "cvs"), "unknown format 'cvs'", "did you mean 'csv'"),
    ],
)
def test_a_slip_in_the_question_suggests(words: tuple[str, ...], error: str, hint: str, salesperf: Salesperf) -> None:
    said = salesperf("kpi", "orders.csv", *words)

    assert said.code == 2
    assert said.out == ""
    assert error in said.err
    assert hint in said.err


def test_an_empty_period_is_an_empty_table_with_a_note(salesperf: Salesperf) -> None:
    said = salesperf("kpi", "orders.csv", "--period", "2031", "--format", "json")

    content = json.loads(said.out)
    assert said.code == 0
    assert content["rows"] == []
    assert content["meta"]["notes"][0]["key"] == "empty"


def test_two_currencies_without_rates_are_an_error(salesperf: Salesperf, here: Path) -> None:
    (here / "mixed.csv").write_text(
        "Order ID,Order Date,Customer,Amount,Currency\n1,2026-01-05,A,10,USD\n2,2026-01-06,B,20,EUR\n", encoding="utf-8"
    )

    said = salesperf("kpi", "mixed.csv")

    assert said.code == 4
    assert "EUR" in said.err
    assert "USD" in said.err


def test_without_files_the_folder_must_have_a_project_file(salesperf: Salesperf, here: Path) -> None:
    said = salesperf("kpi")
    assert said.code == 2
    assert "salesperf kpi orders.xlsx" in said.err

    (here / "bad.csv").unlink()
    (here / "salesperf.toml").write_text("", encoding="utf-8")
    assert salesperf("kpi", "--metrics", "orders", "--format", "csv").out.endswith(",4\n")


def test_the_tables_of_the_project_file_are_read_from_anywhere_below_it(
    salesperf: Salesperf, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "salesperf.toml").write_text('[[table]]\nname = "orders"\nfiles = ["ord*.csv"]\n', encoding="utf-8")
    (here / "deep").mkdir()
    monkeypatch.chdir(here / "deep")

    assert salesperf("kpi", "--metrics", "orders", "--format", "csv").out.endswith(",4\n")


def test_the_language_is_the_flag_then_the_variable_then_the_headers(
    salesperf: Salesperf, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "订单.csv").write_text("订单编号,下单日期,客户名称,实付金额\n1,2026-01-05,甲,100\n", encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    assert "Sales performance" in salesperf("kpi", "orders.csv").out
    assert "销售业绩" in salesperf("kpi", "订单.csv").out
    monkeypatch.setenv("SALESPERF_LANG", "zh")
    assert "销售业绩" in salesperf("kpi", "orders.csv").out
    assert "Sales performance" in salesperf("kpi", "订单.csv", "--lang", "en").out


def test_a_file_is_written_once_with_its_manifest(salesperf: Salesperf, here: Path) -> None:
    words = ("kpi", "orders.csv", "-o", "out.csv", "--manifest", "run.json")

    said = salesperf(*words)

    assert said.out == ""
    assert "wrote out.csv\nwrote run.json\n" in said.err
    assert json.loads((here / "run.json").read_text(encoding="utf-8"))["inputs"][0]["file"] == "orders.csv"
    again = salesperf(*words)
    assert again.code == 5
    assert "--overwrite" in again.err
    assert salesperf(*words, "--overwrite").code == 0


def test_a_missing_file_suggests(salesperf: Salesperf) -> None:
    said = salesperf("kpi", "order.csv")

    assert said.code == 2
    assert "did you mean 'orders.csv'" in said.err


def test_a_fault_of_the_project_file_is_a_configuration_error(salesperf: Salesperf, here: Path) -> None:
    (here / "salesperf.toml").write_text('[workspace]\nlnag = "zh"\n', encoding="utf-8")

    said = salesperf("kpi", "orders.csv")

    assert said.code == 3
    assert "workspace.lnag is not a setting" in said.err
    assert "did you mean 'lang'?" in said.err


def test_a_wrong_value_of_a_flag_is_a_usage_error(salesperf: Salesperf) -> None:
    said = salesperf("kpi", "orders.csv", "--currency", "yuan")

    assert said.code == 2
    assert "--currency" in said.err


def test_a_slip_of_the_pen_in_a_date_leaves_its_line_out_and_is_told(salesperf: Salesperf, here: Path) -> None:
    # Twenty orders of 10 in January 2026, and one of 2062.
    lines = [f"{day},2026-01-{day:02},Ann,10" for day in range(1, 21)]
    text = "\n".join(["order_id,order_date,customer,amount", *lines, "99,2062-01-20,Ann,500"])
    (here / "slip.csv").write_text(text + "\n", encoding="utf-8")

    said = salesperf("kpi", "slip.csv", "--metrics", "net_revenue", "--format", "json")

    answer = json.loads(said.out)
    assert [row["net_revenue"] for row in answer["rows"]] == ["200"]
    assert answer["meta"]["as_of"] == "2026-01-20"
    assert "as of 2026-01-20; 1 later line is left out" in said.out
    assert "1 finding" in said.err


def test_the_date_of_an_empty_cell_leaves_its_line_out_and_is_told(salesperf: Salesperf, here: Path) -> None:
    # Twenty orders of 10 in January 2026, and one whose date a spreadsheet made of nothing.
    lines = [f"{day},2026-01-{day:02},Ann,10" for day in range(1, 21)]
    text = "\n".join(["order_id,order_date,customer,amount", *lines, "99,1900-01-01,Ann,500"])
    (here / "slip.csv").write_text(text + "\n", encoding="utf-8")

    said = salesperf("kpi", "slip.csv", "--metrics", "net_revenue", "--format", "json")

    answer = json.loads(said.out)
    assert [row["net_revenue"] for row in answer["rows"]] == ["200"]
    assert answer["meta"]["as_of"] == "2026-01-20"
    assert "1 finding" in said.err


def test_campaigns_are_told_by_their_table_where_sales_name_none(salesperf: Salesperf, here: Path) -> None:
    (here / "campaigns.csv").write_text(
        "Campaign,Start,End,Cost,Channel\nJAN,2026-01-20,2026-01-29,50,\n", encoding="utf-8"
    )

    said = salesperf(
        "kpi", "orders.csv", "campaigns.csv", "--by", "campaign", "--metrics", "net_revenue", "--format", "csv"
    )

    assert said.code == 0
    head, row = (line.split(",") for line in said.out.splitlines())
    found = dict(zip(head, row, strict=True))
    # 200 on the 20th; nothing in the ten days before, from the 10th to the 19th: four times the cost.
    told = (found["campaign"], found["net_revenue"], found["net_revenue_before"], found["return_before"])
    assert told == ("JAN", "200", "0", "4")
