from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from salesperf.app.demo import write_demo
from salesperf.app.demo.write import COMPANIES, demo_files
from salesperf.core.errors import Exit, OutputError, UsageError

DIGEST = """
import hashlib
from salesperf.app.demo.write import COMPANIES, demo_files

print(hashlib.sha256(b"".join(part for name in COMPANIES for part in demo_files(name).values())).hexdigest())
"""


def test_writes_every_file_and_names_it(tmp_path: Path) -> None:
    written = write_demo(tmp_path / "new" / "demo")

    assert set(written) == {path for path in (tmp_path / "new" / "demo").rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path / "new" / "demo").parts[0] for path in written} == {"acme_en", "hengyuan_zh"}


def test_one_company_alone(tmp_path: Path) -> None:
    written = write_demo(tmp_path, companies=("acme_en",))

    assert [path.name for path in tmp_path.iterdir()] == ["acme_en"]
    assert len(written) == 22


def test_an_unknown_company_is_answered_with_the_closest(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as fault:
        write_demo(tmp_path, companies=("acme",))

    assert fault.value.hint == "did you mean 'acme_en'?"
    assert list(tmp_path.iterdir()) == []


def test_existing_files_stay_as_they_are(tmp_path: Path) -> None:
    mine = tmp_path / "hengyuan_zh" / "客户.csv"
    mine.parent.mkdir()
    mine.write_text("mine")

    with pytest.raises(OutputError) as fault:
        write_demo(tmp_path)

    assert fault.value.exit_code == Exit.OUTPUT
    assert mine.read_text() == "mine"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]


def test_overwriting_replaces_the_demos_files_and_no_others(tmp_path: Path) -> None:
    write_demo(tmp_path, companies=("acme_en",))
    changed, own = tmp_path / "acme_en" / "deals.csv", tmp_path / "acme_en" / "notes.csv"
    before = changed.read_bytes()
    changed.write_text("changed")
    own.write_text("own")

    write_demo(tmp_path, companies=("acme_en",), overwrite=True)

    assert changed.read_bytes() == before
    assert own.read_text() == "own"


def test_a_folder_that_cannot_be_made_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputError, match="cannot make folder"):
        write_demo(tmp_path / "file")


def test_the_bytes_depend_on_no_hash_seed_and_no_time_zone() -> None:
    surroundings = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"}

    told = subprocess.run(
        [sys.executable, "-c", DIGEST], env=surroundings, capture_output=True, text=True, check=True
    ).stdout

    here = hashlib.sha256(b"".join(part for name in COMPANIES for part in demo_files(name).values())).hexdigest()
    assert told.strip() == here


@pytest.mark.parametrize("name", COMPANIES)
def test_the_examples_are_what_the_project_writes(root: Path, name: str) -> None:
    folder = root / "examples" / name
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    written = demo_files(name)

    assert sorted(kept) == sorted(written)
    assert [file for file in written if kept[file] != written[file]] == []


def test_the_examples_are_small(root: Path) -> None:
    assert sum(path.stat().st_size for path in (root / "examples").rglob("*")) < 3_500_000


def test_writing_takes_seconds_at_most(tmp_path: Path) -> None:
    def seconds() -> float:
        start = time.process_time()
        write_demo(tmp_path, overwrite=True)
        return time.process_time() - start

    # The better of two: other work on the machine slows the first down.
    assert min(seconds(), seconds()) < 3
