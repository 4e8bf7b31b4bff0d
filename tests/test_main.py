from __future__ import annotations

import subprocess
import sys

from salesperf import __version__


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "salesperf", "--version"], capture_output=True, text=True, check=True)

    assert done.stdout == f"salesperf {__version__}\n"
