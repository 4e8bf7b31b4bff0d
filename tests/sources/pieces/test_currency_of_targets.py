"""Yuan that only the targets of a Chinese export name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.text import Lang
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

_ORDERS = "订单编号,订单日期,销售员,金额\nA1,2026-01-05,王磊,100\nA2,2026-02-06,李静,200\n"
_TARGETS = "2026年度销售目标,,\n单位：{unit},,\n业务员,1月,2月\n王磊,45,50\n李静,50,35\n"


def _told(loaded: Loaded) -> list[str]:
    return [one.value or "" for one in loaded.issues if one.code == "R323"]


def _loaded(
    write_text: Write, load_files: Load, *, unit: str = "万元", orders: str = _ORDERS, **options: str
) -> Loaded:
    paths = write_text(orders, "订单.csv"), write_text(_TARGETS.format(unit=unit), "目标2026.csv")
    return load_files(*paths, options=ReadOptions(**options))  # type: ignore[arg-type]


def test_yuan_of_the_targets_are_the_currency_and_it_is_said_from_where(write_text: Write, load_files: Load) -> None:
    loaded = _loaded(write_text, load_files)

    assert (loaded.bundle.currency, _told(loaded)) == ("CNY", ["万元"])
    (note,) = (one.say(Lang.ZH) for one in loaded.bundle.notes if "CNY" in one.en)
    assert (
        note == "金额币种按 CNY 处理：目标2026.csv 中的目标以万元为单位，其他文件均未注明币种（可用 --currency 指定）"
    )


def test_a_scale_alone_and_another_currency_say_nothing_of_yuan(write_text: Write, load_files: Load) -> None:
    for unit in ("万", "万美元"):
        loaded = _loaded(write_text, load_files, unit=unit)

        assert loaded.bundle.currency != "CNY"
        assert not _told(loaded)


def test_what_rows_or_the_user_say_holds_and_needs_no_finding(write_text: Write, load_files: Load) -> None:
    dollars = _ORDERS.replace("金额\n", "金额,币种\n").replace("100\n", "100,USD\n").replace("200\n", "200,USD\n")
    loaded = _loaded(write_text, load_files, orders=dollars)
    named = _loaded(write_text, load_files, currency="HKD")

    assert (loaded.bundle.currency, _told(loaded)) == ("USD", [])
    assert (named.bundle.currency, _told(named)) == ("HKD", [])
