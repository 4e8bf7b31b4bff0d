"""What the columns of target sheets are for."""

from __future__ import annotations

from salesperf.sources.targets.roles import Roles, is_about_targets, is_target, roles_of


def _roles(*header: str, numeric: tuple[str, ...] = (), **told: str) -> Roles:
    return roles_of(header, names={}, told=told, numeric=numeric, years=())


def test_labels_and_periods_are_told_apart() -> None:
    roles = _roles("大区", "姓名", "指标", "1月", "2月", "一季度", "全年")

    assert roles.scopes == (("rep", "姓名"), ("region", "大区"))
    assert roles.labels == {"metric": "指标"}
    assert [column.header for column in roles.values] == ["1月", "2月", "一季度", "全年"]
    assert roles.is_wide


def test_actuals_and_rates_beside_targets_are_none() -> None:
    roles = _roles("姓名", "1月目标", "1月完成", "1月完成率", "2月目标", "2月实际", "2月同比", "备注")

    assert [column.header for column in roles.values] == ["1月目标", "2月目标"]
    assert roles.others == ("1月完成", "1月完成率", "2月实际", "2月同比", "备注")


def test_a_target_of_a_rate_is_a_target() -> None:
    assert is_target("毛利率", {})
    assert is_target("完成率目标", {})
    assert not is_target("完成率", {})


def test_several_metrics_may_stand_beside_a_period() -> None:
    roles = _roles("月份", "姓名", "销售目标", "回款目标", "实际销售", numeric=("销售目标", "回款目标", "实际销售"))

    assert [(column.header, column.period) for column in roles.values] == [("销售目标", None), ("回款目标", None)]
    assert not roles.is_wide


def test_twelve_numbers_in_order_are_months() -> None:
    months = tuple(str(number) for number in range(1, 13))

    assert len(_roles("Rep", *months).values) == 12
    assert _roles("Rep", "1", "2", "3").values == ()


def test_the_users_word_for_a_column_counts() -> None:
    roles = _roles("谁", "何时", "多少", numeric=("多少",), scope_id="谁", period="何时", amount="多少")

    assert roles.scopes == (("", "谁"),)
    assert roles.labels == {"period": "何时"}
    assert [column.header for column in roles.values] == ["多少"]


def test_words_for_targets_are_whole_words() -> None:
    assert is_about_targets("ResellerSalesTargets")
    assert is_about_targets("2024年销售任务")
    assert not is_about_targets("Planet sales")


def test_a_column_called_ym_says_the_period() -> None:
    assert _roles("rep", "ym", "target", numeric=("ym", "target")).labels == {"period": "ym"}


def test_a_column_of_numbers_called_for_its_measure_alone_holds_the_targets() -> None:
    assert [column.header for column in _roles("业务员", "月份", "指标", numeric=("指标",)).values] == ["指标"]
    assert _roles("业务员", "月份", "指标", "目标", numeric=("目标",)).labels["metric"] == "指标"
