from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.core.errors import ConfigError
from salesperf.sources.profile import fold_header, profiles, without_unit


@pytest.mark.parametrize("header", ["orderID", "order_id", "Order ID", "OrderId", " ORDER-ID ", "ＯｒｄｅｒＩＤ"])
def test_one_header_in_many_dresses_is_one(header: str) -> None:
    assert fold_header(header) == "orderid"


def test_a_unit_in_brackets_is_told_apart() -> None:
    assert without_unit("金额（万元）") == "金额"
    assert without_unit("Amount (USD)") == "Amount"


def test_the_users_profiles_stand_first_and_the_generic_ones_last(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[tables.orders.columns]\norder_id = ["Belegnummer"]\n', encoding="utf-8")

    names = [profile.name for profile in profiles([tmp_path])]

    assert names[0] == "mine"
    assert names[-8:-6] == ["generic_en", "generic_zh"]
    assert all(name.startswith("generic_") for name in names[-6:])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tables.order.columns]\n", "unknown table 'order'"),
        ('[tables.orders.columns]\norder_idd = ["x"]\n', "no column 'order_idd'"),
        ("[tables", "not readable TOML"),
    ],
)
def test_a_faulty_profile_is_a_configuration_error(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError, match=said):
        profiles([tmp_path])


def test_traditional_headers_are_those_of_simplified_writing() -> None:
    assert fold_header("訂單編號") == fold_header("订单编号")
    assert fold_header("客戶名稱") == fold_header("客户名称")
    assert fold_header("價稅合計") == fold_header("价税合计")
