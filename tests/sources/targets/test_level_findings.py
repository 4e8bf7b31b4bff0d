"""What is told of targets of several levels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_levels_are_told_with_their_sums_and_how_to_take_another(write_text: Write, load_files: Load) -> None:
    text = "业务员,月份,保底目标,挑战目标\n甲,2026年6月,400,500\n乙,2026年6月,300,350\n合计,,700,850\n"

    loaded = load_files(write_text(text, "目标.csv"))

    (one,) = (one for one in loaded.issues if one.code == "R614")
    assert one.message == "targets of several levels: '保底目标' (700) count, '挑战目标' (850) do not"
    assert one.hint == (
        'to take another level, name one of its columns in salesperf.toml: \n[[table]]\nname = "targets"\n'
        'files = ["目标.csv"]\ncolumns = { amount = "挑战目标" }'
    )
    assert sorted(loaded.bundle.tables["targets"].frame["amount"].to_list()) == [300, 400]


def test_one_level_alone_is_not_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Rep,Month,Stretch Target\nAnn,2026-06,400\n", "targets.csv"))

    assert [one.code for one in loaded.issues if one.code in {"R614", "R602"}] == []
    assert loaded.bundle.tables["targets"].frame["metric"].to_list() == ["net_revenue"]
