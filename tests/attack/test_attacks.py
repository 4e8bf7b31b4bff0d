"""Whatever a workbook is made to do, the answer is a refusal: at once, in little memory, without loading the engine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.app.layers import Surroundings, configured
from salesperf.app.reading import reading_options
from salesperf.sources.files.raw_tables import raw_tables
from salesperf.sources.options import ReadOptions
from salesperf.sources.workbooks.preflight import preflight

MOST_SECONDS = 2
MOST_BYTES = 200_000_000

PROBE = """
import json, sys, time
from pathlib import Path
opened = []
def hook(event, arguments):
    if event == "open":
        opened.append(str(arguments[0]))
sys.addaudithook(hook)
from salesperf.cli.main import run
code = run(["check", sys.argv[1]])
# The peak that getrusage tells is that of the process which started this one, if it was larger.
status = Path("/proc/self/status")
peak = int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024 if status.exists() else 0
print(json.dumps([code, time.process_time(), peak, "polars" in sys.modules, opened]))
"""


def test_an_attack_is_refused_at_once(attack: tuple[Path, str, str]) -> None:
    path, code, word = attack

    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(path)], capture_output=True, text=True, check=True, timeout=60
    )

    verdict, seconds, memory, has_engine, opened = json.loads(done.stdout.splitlines()[-1])
    assert verdict == 4
    assert f"{code} error" in done.stderr
    assert word in done.stderr
    assert not has_engine
    assert seconds <= MOST_SECONDS
    assert memory <= MOST_BYTES
    assert not any(name.endswith("outside.txt") for name in opened)


def test_an_attack_is_refused_where_files_are_read(attack: tuple[Path, str, str]) -> None:
    path, code, word = attack

    tables, issues, left_out = raw_tables([str(path)], options=ReadOptions())

    assert tables == ()
    assert [issue.code for issue in issues] == [code]
    assert word in issues[0].message
    assert [one.reason for one in left_out] == ["unreadable"]


def test_a_sheet_outside_the_workbook_is_not_looked_for(strange: Path) -> None:
    tables, issues, left_out = raw_tables([str(strange)], options=ReadOptions())

    assert tables == ()
    assert [issue.code for issue in issues] == ["R122"]
    assert "the content of a file outside" not in issues[0].message
    assert [one.reason for one in left_out] == ["unreadable"]


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("zip bomb by ratio", "max_ratio = 2000"),
        ("many parts", "max_parts = 30_000"),
        ("one text in many cells", "max_text = 4_000_000_000"),
    ],
)
def test_each_limit_can_be_set_in_the_project_file(
    name: str, setting: str, make_attack: Callable[[str], Path], tmp_path: Path
) -> None:
    path = make_attack(name)
    (tmp_path / "salesperf.toml").write_text(f"[reading]\n{setting}\n")

    settings = configured((str(path),), Surroundings(tmp_path, {})).settings

    assert preflight(path, name="attack.xlsx", limits=reading_options(settings).limits, only=None).sheets


def test_a_declared_reach_that_is_not_true_harms_nobody(make_book: Callable[..., Path], cells: str) -> None:
    path = make_book(cells, before='<dimension ref="A1:XFD1048576"/>')

    (table,), issues, _ = raw_tables([str(path)], options=ReadOptions())

    assert issues == ()
    assert (table.header, table.rows) == (("id", "amount"), 10)


def test_empty_cells_with_a_style_harm_nobody(make_book: Callable[..., Path], cells: str) -> None:
    letters = [chr(65 + at) for at in range(26)]
    empty = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{letter}{row}" s="0"/>' for letter in letters) + "</row>"
        for row in range(12, 38_500)
    )

    (table,), issues, _ = raw_tables([str(make_book(cells + empty))], options=ReadOptions())

    assert issues == ()
    assert (table.header, table.rows) == (("id", "amount"), 10)
