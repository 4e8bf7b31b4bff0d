"""What the names across a target sheet are of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
ORDERS = (
    "订单号,下单日期,客户,业务员,大区,产品,金额\n1,2025-04-15,甲,张伟,北方,面霜,5\n2,2025-05-20,乙,李娜,南方,口红,3\n"
)


def _rows(loaded: Loaded) -> list[tuple[object, ...]]:
    table = loaded.bundle.get("targets")
    assert table is not None
    return sorted(table.frame.lazy().collect().select("scope", "scope_id", "period", "amount").rows())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("names", "scope"),
    [
        ("张伟,李娜", "rep"),
        ("北方,南方", "region"),
        ("面霜,口红", "product"),
        ("甲,乙", "customer"),
        ("赵六,钱七", "rep"),
    ],
)
def test_names_across_are_of_the_column_that_holds_them(
    names: str, scope: str, write_text: Write, load_files: Load
) -> None:
    sheet = write_text(f"月份,{names},合计\n2025年4月,50,30,80\n2025年5月,40,30,70\n", "目标.csv")

    loaded = load_files(write_text(ORDERS, "订单.csv"), sheet)

    first, second = names.split(",")
    rows = _rows(loaded)
    assert {(row[0], row[1]) for row in rows} == {(scope, first), (scope, second)}
    assert [(row[2], int(str(row[3]).partition(".")[0])) for row in rows if row[1] == first] == [
        ("2025-04", 50), ("2025-05", 40),
    ]  # fmt: skip
    assert "R613" in {one.code for one in loaded.issues}


@pytest.mark.parametrize(
    ("names", "scopes"),
    [
        (("张伟", "李娜"), ("rep", "rep")),
        (("北方", "南方"), ("region", "region")),
        (("面霜", "新品"), ("product", "product")),
        (("北方", "张伟", "李娜"), ("region", "rep", "rep")),
        (("赵六", "钱七"), ("rep", "rep")),
    ],
)
def test_names_under_no_header_are_of_the_column_that_holds_them(
    names: tuple[str, ...], scopes: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    rows = "".join(f"{name},50,30\n" for name in names)
    sheet = write_text(f",4月,5月\n{rows}合计,{50 * len(names)},{30 * len(names)}\n", "2025年目标.csv")

    loaded = load_files(write_text(ORDERS, "订单.csv"), sheet)

    assert {(str(row[1]), str(row[0])) for row in _rows(loaded)} == set(zip(names, scopes, strict=True))


def test_names_under_a_header_without_a_scope_are_known_by_the_data(write_text: Write, load_files: Load) -> None:
    sheet = write_text("考核对象,4月,5月\n北方,50,30\n李娜,5,3\n", "2025年目标.csv")

    rows = _rows(load_files(write_text(ORDERS, "订单.csv"), sheet))

    assert {row[:2] for row in rows} == {("region", "北方"), ("rep", "李娜")}
