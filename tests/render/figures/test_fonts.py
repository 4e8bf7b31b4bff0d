from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from salesperf.render.figures.fonts import FAMILIES, can_draw, draws_chinese, font_folder

SOURCE = Path(__file__).parents[3] / "src"
_ASKED = """
from salesperf.render.figures.fonts import can_draw, draws_chinese, font_folder
print(draws_chinese(), can_draw("East 12.4K — café"), can_draw("\\u534e\\u4e1c"), font_folder() is not None)
"""
_HIDDEN = "mount -t tmpfs none {folder} && exec {python} -c '{code}'"


def test_pages_ask_for_the_fonts_of_each_system_and_end_with_any() -> None:
    families = [family.strip(" '") for family in FAMILIES.split(",")]

    assert {"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"} <= set(families)
    assert families[-1] == "sans-serif"


def test_latin_is_drawn_and_an_unassigned_character_is_not() -> None:
    assert can_draw("Café Ltd. 12.4K – 3 %")
    assert can_draw("")
    assert not can_draw("East \U000107fe")


def test_the_extra_brings_chinese() -> None:
    if font_folder() is None:
        pytest.skip("salesperf[fonts] absent")

    assert draws_chinese()
    assert can_draw("恒源建材（上海）有限公司，12.4万元")


def _on_a_machine_without(folder: Path) -> str:
    """What a machine says whose folder of fonts is empty."""
    code = _HIDDEN.format(folder=folder, python=sys.executable, code=_ASKED)
    told = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", code],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        pytest.skip("mounts cannot be hidden here")
    return told.stdout.strip()


@pytest.mark.slow
def test_the_fonts_of_the_system_are_not_needed() -> None:
    if font_folder() is None:
        pytest.skip("salesperf[fonts] absent")
    system = Path("/usr/share/fonts")
    if not system.is_dir():
        pytest.skip("no folder of fonts to hide")

    assert _on_a_machine_without(system) == "True True True True"
