from __future__ import annotations

import os
import subprocess
import sys

import pytest

from salesperf import __version__

ALLOCATOR = "_RJEM_MALLOC_CONF"
TOLD = f"""
import os, sys
from salesperf import __main__ as command
command._leave = lambda verdict: print(os.environ["{ALLOCATOR}"], "polars" in sys.modules)
sys.argv = ["salesperf", "--version"]
command.main()
"""


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "salesperf", "--version"], capture_output=True, text=True, check=True)

    assert done.stdout == f"salesperf {__version__}\n"


@pytest.mark.parametrize(
    ("there", "expected"), [({}, "dirty_decay_ms:100,muzzy_decay_ms:0"), ({ALLOCATOR: "narenas:1"}, "narenas:1")]
)
def test_the_allocator_is_told_before_polars_is_there_unless_the_user_told_it(
    there: dict[str, str], expected: str
) -> None:
    environment = {name: value for name, value in os.environ.items() if name != ALLOCATOR} | there
    done = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True, env=environment)

    assert done.stdout.splitlines() == [f"salesperf {__version__}", f"{expected} False"]
