from __future__ import annotations

import pytest

from salesperf.core.errors import UsageError
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.naming import headers_taken, in_keys, is_in_keys, metric_key, understood
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle, Spot

FILES = Bundle(
    {},
    headers={"业务员": "rep_name", "省份": "region", "金额": "amount", "销售员": "customer_name"},
    unmapped=("品牌",),
)


def test_names_that_reports_print_are_taken_for_their_keys() -> None:
    asked = Request(
        metrics=("毛利率", "Net revenue", "orders"), by=("销售员", "Region"), where=("区域=华东,华南", "金额>=100")
    )

    found = in_keys(asked, CATALOG)

    assert found.metrics == ("gross_margin", "net_revenue", "orders")
    assert found.by == ("rep", "region")
    assert found.where == ("region=华东,华南", "amount>=100")


def test_words_that_name_nothing_stay_as_typed() -> None:
    asked = Request(metrics=("毛利",), by=("部落",), where=("单价单价=3", "no condition"))

    found = in_keys(asked, CATALOG)

    assert found.metrics == ("gross_profit",)
    assert found.by == ("部落",)
    assert found.where == ("单价单价=3", "no condition")


def test_a_metric_is_found_by_its_printed_name() -> None:
    assert metric_key("销售净额", CATALOG) == "net_revenue"
    assert metric_key("销售净利", CATALOG) == "销售净利"


def test_headers_of_the_files_are_taken_for_what_they_stand_for() -> None:
    asked = Request(by=("业务员", "省份"), where=("业务员=张三", "金额>=100", "品牌=甲"))

    found = in_keys(asked, CATALOG, FILES)

    assert found.by == ("rep", "region")
    assert found.where == ("rep=张三", "amount>=100", "品牌=甲")


def test_a_printed_name_goes_before_a_header() -> None:
    assert in_keys(Request(by=("销售员",)), CATALOG, FILES).by == ("rep",)
    assert headers_taken(Request(by=("销售员", "region")), FILES) == ()


def test_what_a_header_was_taken_for_is_told() -> None:
    told = headers_taken(Request(by=("业务员",), where=("业务员=张三", "省份=浙江")), FILES)

    assert [text.zh for text in told] == [
        "「业务员」是文件中的表头，按「销售员」处理",
        "「省份」是文件中的表头，按「区域」处理",
    ]


def test_without_the_files_a_header_is_no_key() -> None:
    assert is_in_keys(Request(by=("rep",), where=("amount>=100", "region=East")))
    assert not is_in_keys(Request(by=("业务员",)))
    assert not is_in_keys(Request(where=("业务员=张三",)))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Request(by=("品牌",)), "'品牌' is a header of the files that no column is known for"),
        (Request(where=("品牌=甲",)), "'品牌' is a header of the files that no column is known for"),
        (Request(by=("金额",)), "'金额' is a header of the files, read as amount, by which nothing can be split"),
    ],
)
def test_a_header_that_gives_no_answer_is_refused_as_that(asked: Request, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        understood(asked, CATALOG, FILES)

    assert caught.value.message == told


def test_a_header_that_may_be_asked_for_has_lines_to_paste() -> None:
    files = Bundle({}, unmapped=("Ward",), unmapped_in={"Ward": Spot("orders", ("a.csv",))})

    with pytest.raises(UsageError) as caught:
        understood(Request(by=("Ward",)), CATALOG, files)

    assert caught.value.hint.endswith(
        '\n[[table]]\nname = "orders"\nfiles = ["a.csv"]\ncolumns = { category = "Ward" }'
    )


@pytest.mark.parametrize(
    ("word", "grain"), [("month", "month"), ("Quarterly", "quarter"), ("周", "week"), ("年", "year")]
)
def test_a_length_of_time_belongs_to_the_grain(word: str, grain: str) -> None:
    with pytest.raises(UsageError) as caught:
        understood(Request(by=("rep", word)), CATALOG, FILES)

    assert caught.value.message == f"{word!r} is a length of time, which --by does not take"
    assert caught.value.hint == f"write --grain {grain}; it goes with --by too"
