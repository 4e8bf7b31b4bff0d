from __future__ import annotations

from salesperf.core.suggest import closest, did_you_mean, did_you_mean_by_words
from salesperf.core.text import Text

METRICS = ("net_revenue", "gross_revenue", "orders", "aov", "revenue_per_rep")


def test_a_typing_slip_finds_the_name() -> None:
    assert closest("ordres", METRICS) == ("orders",)


def test_case_does_not_count() -> None:
    assert closest("AOV", METRICS) == ("aov",)


def test_a_part_of_a_name_finds_it() -> None:
    assert set(closest("revenue", METRICS)) == {"net_revenue", "gross_revenue", "revenue_per_rep"}


def test_a_chinese_name_with_one_character_wrong_is_found() -> None:
    assert closest("王小名", ("王小明", "李娜", "陈刚")) == ("王小明",)


def test_the_hint_names_the_best_first() -> None:
    assert did_you_mean("net_revenu", METRICS).en.startswith("did you mean 'net_revenue'")


def test_several_names_are_joined_by_or() -> None:
    assert did_you_mean("East", ["North", "East Coast", "East 1"]) == Text(
        "did you mean 'East 1' or 'East Coast'?", "是否指「East 1」或「East Coast」？"
    )


def test_nothing_close_gives_no_hint() -> None:
    assert not did_you_mean("zebra", METRICS)


def test_at_most_three_names_are_offered() -> None:
    assert len(closest("rep 1", [f"rep {number}" for number in range(10, 20)])) == 3


DESCRIBED = {
    "net_revenue": (
        Text("net revenue", "销售净额"),
        ("turnover", "业绩", "销售总额减去退货金额"),
    ),
    "return_rate": (Text("return rate", "退货率"), ("returned amount / gross revenue", "退货金额／销售总额")),
    "aov": (Text("average order value", "平均订单金额"), ("客单价", "net by order", "净额除以订单数")),
}


def test_a_part_of_a_label_goes_before_the_same_words_of_a_meaning() -> None:
    assert did_you_mean_by_words("净额", DESCRIBED).zh == "是否指「net_revenue」（销售净额）？"
    assert did_you_mean_by_words("退货", DESCRIBED).zh == "是否指「return_rate」（退货率）？"


def test_another_name_and_the_plural_find_the_thing() -> None:
    assert did_you_mean_by_words("业绩", DESCRIBED).en == "did you mean 'net_revenue'?"
    assert did_you_mean_by_words("客单", DESCRIBED).en == "did you mean 'aov'?"
    assert did_you_mean_by_words("turnovers", DESCRIBED).en == "did you mean 'net_revenue'?"


def test_a_slip_in_a_key_goes_before_all_words() -> None:
    assert did_you_mean_by_words("net_revenu", DESCRIBED).en == "did you mean 'net_revenue'?"


def test_words_of_nothing_give_no_hint() -> None:
    assert not did_you_mean_by_words("月亮", DESCRIBED)
    assert not did_you_mean_by_words("?", DESCRIBED)
