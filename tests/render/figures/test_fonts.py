from __future__ import annotations

from salesperf.render.figures.fonts import FAMILIES


def test_pages_ask_for_the_fonts_of_each_system_and_end_with_any() -> None:
    families = [family.strip(" '") for family in FAMILIES.split(",")]

    assert {"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"} <= set(families)
    assert families[-1] == "sans-serif"
