"""A trial reading of an old binary workbook in a process of its own: what kills the reader kills only the trial.

A damaged .xls can make the native reader ask for terabytes or panic; nothing in Python can catch the first.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.text import Text
from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.archive import damaged

TRIAL = """
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_DATA, (int(sys.argv[2]), int(sys.argv[2])))
except (ImportError, ValueError, OSError):
    pass
import fastexcel
book = fastexcel.read_excel(sys.argv[1])
for name in book.sheet_names:
    book.load_sheet(name, header_row=None, n_rows=1)
"""


def refuse_deadly(source: Path | bytes, *, name: str, limits: Limits, trial: str = TRIAL) -> None:
    """Refuse a workbook that ends the process that reads it. Other faults are left to the reading itself.

    The trial's memory is bounded where the system can (`RLIMIT_DATA`; under `RLIMIT_AS` good workbooks fail).
    """
    if isinstance(source, Path):
        _try(source, name, trial, limits)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xls"
        path.write_bytes(source)
        _try(path, name, trial, limits)


def _try(path: Path, name: str, trial: str, limits: Limits) -> None:
    try:
        # The words are this program's own and a path; no shell reads them.
        words = [sys.executable, "-I", "-c", trial, str(path), str(limits.max_memory)]
        done = subprocess.run(words, capture_output=True, check=False, timeout=limits.max_seconds)  # noqa: S603
    except subprocess.TimeoutExpired:
        message = Text(
            f"reading it takes more than {limits.max_seconds} seconds, the limit max_seconds",
            f"读取超过 {limits.max_seconds} 秒（上限 max_seconds）",
        )
        raise Refused(issue("R122", message, Where(name))) from None
    if done.returncode < 0 or b"PanicException" in done.stderr or b"MemoryError" in done.stderr:
        raise damaged(name, Text("its reader breaks down", "读取程序崩溃"))
