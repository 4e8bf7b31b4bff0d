"""Lines of salesperf.toml that make a refused table readable: pasted as printed, they do."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.core.errors import Issue
from salesperf.core.text import Lang
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _pasted(fault: Issue, lang: str = "en") -> ReadOptions:
    """The options of a project file that holds the lines of a hint and nothing else."""
    words = fault.hint_text.en if lang == "en" else fault.hint_text.zh
    tree = tomllib.loads(words[words.index("[[table]]") :])
    tables = (
        TableOptions(one["name"], tuple(one["files"]), sheet=one.get("sheet"), columns=one["columns"])
        for one in tree["table"]
    )
    return ReadOptions(tables=tuple(tables))


def _fault(loaded: Loaded, code: str) -> Issue:
    return next(one for one in loaded.issues if one.code == code)


@pytest.mark.parametrize(
    ("rows", "amount"),
    [
        (
            ["Belegnr;Wann;Wer;Wert", "A-1;05.01.2025;Acme;100,50", "A-2;06.01.2025;Brix;200,25"],
            Decimal("300.75"),
        ),
        (
            ["Zeitpunkt,Wem,Wert ohne,Wert netto,Wert mit", "2025-01-05,Acme,1,100,119", "2025-02-06,Brix,2,250,297.5"],
            Decimal(350),
        ),
        (["дата,кому,сумма", "2025-01-05,Acme,10", "2025-01-06,Brix,20", "2025-01-07,Cole,50"], Decimal(80)),
        (['wann,"wem ""so""",wieviel', "2025-01-05,Acme,10", "2025-01-06,Brix,20"], Decimal(30)),
    ],
    ids=["codes and names", "the net one of several amounts", "another script", "quotes in a header"],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_headers_that_nobody_knows_are_read_once_the_lines_are_pasted(
    write_text: Write, load_files: Load, rows: Sequence[str], amount: Decimal, lang: str
) -> None:
    path = write_text("\n".join(rows) + "\n")

    loaded = load_files(path, options=_pasted(_fault(load_files(path), "R201"), lang))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == amount


def test_what_is_understood_already_is_not_taken_for_something_else(write_text: Write, load_files: Load) -> None:
    path = write_text("客户名称,数量,何时,多少\n甲,3,2025-01-05,30\n乙,5,2025-01-08,20\n甲,90,2025-02-08,70\n")

    loaded = load_files(path, options=_pasted(_fault(load_files(path), "R201")))

    frame = loaded.bundle.tables["orders"].frame
    assert (frame["amount"].sum(), frame["customer_name"].to_list()) == (120, ["甲", "乙", "甲"])


def test_lines_that_lack_a_date_name_the_column_that_holds_dates(write_text: Write, load_files: Load) -> None:
    path = write_text("order_id,product,quantity,unit_price,wann\n1,Glue,2,10,2025-01-05\n1,Tape,1,4,2025-01-05\n")

    loaded = load_files(path, options=_pasted(_fault(load_files(path), "R205")))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 24


def test_orders_that_lack_an_amount_name_the_column_that_holds_most_money(write_text: Write, load_files: Load) -> None:
    path = write_text("order_id,order_date,wie viel,rabattiert\n1,2025-01-05,10,2\n2,2025-01-06,30,4\n")

    loaded = load_files(path, options=_pasted(_fault(load_files(path), "R205")))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 40


def test_a_month_whose_header_differs_names_its_own_file(write_text: Write, load_files: Load) -> None:
    head = "订单编号,下单日期,客户名称,{}\n"
    write_text(head.format("订单金额") + "1,2026-01-05,甲,5\n2,2026-01-06,乙,7\n", name="2026-01.csv")
    path = write_text(head.format("总额度") + "3,2026-02-05,甲,11\n4,2026-02-06,乙,6\n", name="2026-02.csv")

    loaded = load_files(path.parent, options=_pasted(_fault(load_files(path.parent), "R204")))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 29


def test_files_of_one_header_are_named_together(write_text: Write, load_files: Load) -> None:
    rows = "wann,wem,wert\n2025-01-05,Acme,10\n2025-01-06,Brix,20\n"
    one, other = write_text(rows, name="a.csv"), write_text(rows.replace("-01-", "-02-"), name="b.csv")

    loaded = load_files(one, other, options=_pasted(_fault(load_files(one, other), "R201")))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 60


def test_a_table_without_days_or_money_gets_no_lines(write_text: Write, load_files: Load) -> None:
    path = write_text("wish,whose,at\nmore sun,Ann,noon\nless rain,Bob,dusk\n")

    assert "[[table]]" not in _fault(load_files(path), "R201").hint


def test_columns_named_already_stay_in_the_lines(write_text: Write, load_files: Load) -> None:
    path = write_text("wann,wem,wieviel\n2025-01-05,Acme,10\n2025-01-06,Brix,20\n")
    told = ReadOptions(tables=(TableOptions("orders", ("*.csv",), columns={"customer_name": "wem"}),))

    hints = {one.hint for one in load_files(path, options=told).issues if one.code == "R204"}

    (hint,) = hints
    assert hint.startswith("write in salesperf.toml, under the [[table]] of this file")
    assert hint.endswith('columns = { customer_name = "wem", order_date = "wann", amount = "wieviel" }')


def test_a_list_of_strangers_is_one_of_people_once_the_lines_are_pasted(write_text: Write, load_files: Load) -> None:
    people = write_text("Name,Team\nZed,East\nYan,West\n")
    (people.parent / "sales.csv").write_text("order_id,order_date,amount\nA-1,2026-01-05,100\n", encoding="utf-8")
    fault = _fault(load_files(people.parent), "R202")

    loaded = load_files(people.parent, options=_pasted(fault))

    assert fault.hint.startswith("if these are the people who sell")
    assert loaded.bundle.tables["people"].frame["rep_name"].to_list() == ["Zed", "Yan"]


def test_an_amount_that_is_understood_and_is_after_fees_gives_way_to_the_one_before(
    write_text: Write, load_files: Load
) -> None:
    rows = "1/4/2025,PST,Ana Ruiz,40.00,-1.46,38.54\n1/9/2025,PST,Bo Lee,60.00,-2.04,57.96\n"
    path = write_text("Date,TimeZone,Name,Gross,Fee,Net\n" + rows)

    told = _pasted(_fault(load_files(path), "R201"))

    assert dict(told.tables[0].columns) == {"order_date": "Date", "amount": "Gross", "customer_name": "Name"}
    assert load_files(path, options=told).bundle.tables["orders"].frame["amount"].sum() == 100


def test_a_table_beside_sales_that_lacks_its_day_alone_is_read_once_the_lines_are_pasted(
    write_text: Write, load_files: Load
) -> None:
    sales = write_text("order_id,order_date,amount\n1,2026-01-05,5\n", "orders.csv")
    path = write_text(
        "Ticket ID,Wrap-up,Customer,Satisfaction Rating (1-5)\n1,2026-01-05,A,5\n2,2026-01-08,B,4\n", "t.csv"
    )

    fault = _fault(load_files(sales.parent), "R202")
    loaded = load_files(sales.parent, options=_pasted(fault))

    assert path.name in fault.where.say(Lang.EN)
    assert loaded.bundle.tables["surveys"].frame["survey_date"].to_list() == [date(2026, 1, 5), date(2026, 1, 8)]


def test_a_table_that_lacks_more_than_its_day_gets_no_lines(write_text: Write, load_files: Load) -> None:
    sales = write_text("order_id,order_date,amount\n1,2026-01-05,5\n", "orders.csv")
    write_text("Ticket ID,Wrap-up,Customer\n1,2026-01-05,A\n2,2026-01-08,B\n", "t.csv")

    assert "[[table]]" not in _fault(load_files(sales.parent), "R202").hint_text.en


def test_activities_that_lack_their_rep_alone_are_read_once_the_lines_are_pasted(
    write_text: Write, load_files: Load
) -> None:
    sold = write_text("order_id,order_date,customer_name,amount\nA,2025-01-05,Acme,10\n", name="orders.csv")
    write_text(
        "拜访日期,外勤销售员,客户,跟进方式\n2025-01-07,王磊,Acme,上门拜访\n2025-01-08,李娜,Brix,电话拜访\n",
        name="拜访记录.csv",
    )

    found = load_files(sold.parent, options=_pasted(_fault(load_files(sold.parent), "R202"), "zh"))

    assert found.bundle.tables["activities"].frame["rep_name"].to_list() == ["王磊", "李娜"]
