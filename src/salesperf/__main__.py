"""The `salesperf` command."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

from salesperf.cli.main import run

_RARELY = 200_000
"""New objects between two searches for unreachable ones: a run leaves hardly any, and its frames are not among them."""

_ALLOCATOR = ("_RJEM_MALLOC_CONF", "dirty_decay_ms:100,muzzy_decay_ms:0")
"""The variable that Polars' allocator reads when it is loaded: memory let go goes back to the system in a tenth of
a second (`docs/decisions.md`, 94)."""


def main() -> NoReturn:
    """Run the command line and leave with its verdict."""
    gc.set_threshold(_RARELY)
    os.environ.setdefault(*_ALLOCATOR)
    _leave(run(sys.argv[1:]))


def _leave(verdict: int) -> NoReturn:
    """End the process at once: everything is written, and taking modules and frames apart would only take time."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        # Nobody reads any more; the interpreter knows how to end without them.
        sys.exit(verdict)
    os._exit(verdict)


if __name__ == "__main__":
    main()
