"""Exports of trades in China (drugs, cars, insurance, schools, media, exports, clothes), read without configuration.

Every figure is worked out by hand from the rows: what was cancelled, is open or was refunded counts nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from salesperf.cli.main import app

FILES: Mapping[str, tuple[Sequence[str], str, Mapping[str, str]]] = {
    "drugs: 中标价 × 数量, by 代表": (
        (
            "日期,配送商,医院,产品,销售数量,中标价,代表",
            "2025-01-03,国药,一院,甲药,10,25.8,张伟",
            "2025-01-04,国药,二院,乙药,5,40,李娜",
        ),
        "458",
        {"张伟": "258", "李娜": "200"},
    ),
    "cars: 成交价 beside 指导价 and 定金": (
        (
            "交车日期,客户姓名,联系电话,车型,车架号,指导价,优惠,成交价,定金,尾款,销售顾问",
            "2025-01-03,甲,13800000001,朗逸,LSVA1,129800,8000,121800,5000,116800,张伟",
            "2025-01-05,乙,13800000002,途观,LSVA2,189800,5000,184800,5000,179800,李娜",
        ),
        "306600",
        {"张伟": "121800", "李娜": "184800"},
    ),
    "insurance: 保费, what was surrendered and what is not underwritten": (
        (
            "保单号,投保人,险种名称,承保日期,保费(元),佣金(元),代理人,保单状态",
            "P1,甲,重疾险,2025-01-03,3600,540,张伟,有效",
            "P2,乙,车险,2025-01-04,5200,780,李娜,有效",
            "P3,丙,车险,2025-01-05,950,140,李娜,犹豫期退保",
            "P4,丁,车险,2025-01-06,1280,190,李娜,待承保",
            "P5,戊,车险,2025-01-07,700,90,李娜,撤单",
        ),
        "8800",
        {"张伟": "3600", "李娜": "5200"},
    ),
    "school: 实缴 beside 应缴, 退费 below zero": (
        (
            "缴费日期,学员姓名,校区,课程,类型,应缴金额,优惠金额,实缴金额,课程顾问",
            "2025-01-03,甲,城南,数学,新报,3600,200,3400,张伟",
            "2025-01-04,乙,城南,数学,续报,2980,0,2980,李娜",
            "2025-01-05,丙,城南,数学,退费,0,0,-1200,李娜",
        ),
        "5180",
        {"张伟": "3400", "李娜": "1780"},
    ),
    "school: a column of 退费": (
        (
            "报名日期,学员,课程,实收金额,退费金额,退费日期,顾问",
            "2025-01-03,甲,素描,3600,3600,2025-01-08,张伟",
            "2025-01-04,乙,素描,2980,800,2025-01-09,张伟",
            "2025-01-05,丙,素描,5800,,,李娜",
        ),
        "7980",
        {"张伟": "2180", "李娜": "5800"},
    ),
    "media: 净收入 beside what was spent": (
        (
            "月份,广告主,媒体,现金消耗(元),返点比例,返点金额(元),净收入(元),客户经理",
            "2025年1月,甲,腾讯广告,100000,0.05,5000,95000,张伟",
            "2025年2月,乙,腾讯广告,50000,0.1,5000,45000,李娜",
        ),
        "140000",
        {"张伟": "95000", "李娜": "45000"},
    ),
    "exports: 折合人民币 of several currencies": (
        (
            "出货日期,发票号,客户,币种,发票金额,汇率,折合人民币,业务员",
            "2025-01-03,INV1,ABC,USD,1000,7.2,7200,张伟",
            "2025-01-04,INV2,Nordic,EUR,100,7.8,780,李娜",
        ),
        "7980",
        {"张伟": "7200", "李娜": "780"},
    ),
    "clothes: 吊牌价 and 8.5折": (
        (
            "日期,单号,导购,款号,数量,吊牌价,折扣",
            "2025-01-03,D1,张伟,K1,2,100,8.5折",
            "2025-01-04,D2,李娜,K2,1,300,无折扣",
            "2025-01-05,D3,李娜,K2,1,300,5折",
        ),
        "620",
        {"张伟": "170", "李娜": "450"},
    ),
    "clothes: 吊牌价 beside what was paid decides nothing": (
        (
            "日期,单号,导购,数量,吊牌价,折扣,实收金额",
            "2025-01-03,D1,张伟,2,100,8.5折,170",
            "2025-01-04,D2,李娜,1,300,5折,140",
        ),
        "310",
        {"张伟": "170", "李娜": "140"},
    ),
}  # fmt: skip
"""The lines of each export, its net revenue, and that of each rep."""


@pytest.mark.parametrize("name", FILES)
def test_net_revenue_and_whose_it_is(tmp_path: Path, name: str) -> None:
    rows, net, reps = FILES[name]
    (tmp_path / "export.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    assert _net(tmp_path / "export.csv") == {"": Decimal(net)}
    assert _net(tmp_path / "export.csv", "--by", "rep") == {rep: Decimal(amount) for rep, amount in reps.items()}


def test_a_file_of_refunds_by_their_numbers_is_taken_off_and_one_that_was_refused_is_not(tmp_path: Path) -> None:
    orders = "订单编号,商品名称,订单实付金额,订单状态,支付时间\n{}\n"
    rows = "A1,杯,100,已完成,2025-01-02\nA2,杯,70,已完成,2025-01-03"
    (tmp_path / "订单.csv").write_text(orders.format(rows), encoding="utf-8")
    refunds = "售后单号,订单编号,退款金额,售后状态,申请时间,退款时间\n"
    rows = "1,A1,20,退款成功,2025-01-04,2025-01-05\n2,A2,70,售后关闭,2025-01-05,\n"
    (tmp_path / "售后.csv").write_text(refunds + rows, encoding="utf-8")

    assert _net(tmp_path) == {"": 150}


def test_refunds_that_the_orders_tell_themselves_are_not_taken_off_again(tmp_path: Path) -> None:
    orders = "订单编号,商品名称,订单实付金额,订单状态,支付时间\n"
    rows = "A1,杯,100,已完成,2025-01-02\nA2,杯,70,已关闭,2025-01-03\n"
    (tmp_path / "订单.csv").write_text(orders + rows, encoding="utf-8")
    refunds = "售后单号,订单编号,退款金额,售后状态,退款时间\n1,A2,70,退款成功,2025-01-05\n"
    (tmp_path / "售后.csv").write_text(refunds, encoding="utf-8")

    assert _net(tmp_path) == {"": 100}


def test_list_prices_without_a_discount_are_told(tmp_path: Path) -> None:
    rows = "日期,单号,导购,数量,吊牌价\n2025-01-03,D1,张伟,2,100\n2025-01-04,D2,李娜,1,300\n"
    (tmp_path / "export.csv").write_text(rows, encoding="utf-8")

    said = CliRunner().invoke(
        app("kpi"), ["kpi", str(tmp_path / "export.csv"), "--metrics", "net_revenue", "--lang", "zh"]
    )

    assert "金额＝数量×「吊牌价」（合计 500.00）" in said.output


def _net(path: Path, *more: str) -> dict[str, Decimal]:
    done = CliRunner().invoke(app("kpi"), ["kpi", str(path), "--metrics", "net_revenue", "--format", "json", *more])
    assert done.exit_code == 0, done.output
    return {row["rep"] if more else "": Decimal(str(row["net_revenue"])) for row in json.loads(done.stdout)["rows"]}
