"""Feed one target of fuzz_targets.py with mutated bytes until it breaks or its time is over: fuzz.py TARGET SECONDS.

Starts from the seeds, keeps what reached new lines in `.fuzz/TARGET/`, and leaves the bytes of a crash beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

from fuzz_seeds import SEEDS

with atheris.instrument_imports(include=["salesperf.sources"], enable_loader_override=False):
    from fuzz_targets import TARGETS

LONGEST = 20_000
"""Bytes of the largest input: longer ones take time and reach nothing new."""
SLOW = 20
"""Seconds for one input from which it counts as a hang."""


def main(target: str, seconds: str) -> None:
    """Run one target for so many seconds; the fuzzer ends the process."""
    found = Path(".fuzz") / target
    found.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[target]):
        (found / f"seed-{number:03}").write_bytes(seed)
    words = [
        sys.argv[0],
        str(found),
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOW}",
        f"-artifact_prefix=.fuzz/{target}-",
        "-print_final_stats=1",
    ]
    atheris.Setup(words, TARGETS[target])
    atheris.Fuzz()


main(*sys.argv[1:])
