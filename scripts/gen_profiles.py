"""Write the shipped profiles as commands read them; with `--check`, tell whether what is written is out of date."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from salesperf.sources.profile import SHIPPED, shipped_in_full

FOLDER = Path(__file__).resolve().parent.parent / "src/salesperf/sources/profiles"


def content() -> bytes:
    """All profiles as JSON, the same bytes every time: columns stay in their order, sets get one."""
    profiles = msgspec.to_builtins(shipped_in_full())
    for profile in profiles:
        for table in profile["tables"]:
            table["signature"].sort()
    return msgspec.json.format(msgspec.json.encode(profiles), indent=1) + b"\n"


def main(arguments: list[str]) -> int:
    """Write or check; exit code 1 when `--check` finds a difference."""
    file, made = FOLDER / SHIPPED, content()
    if file.exists() and file.read_bytes() == made:
        print("shipped profiles are up to date")
        return 0
    if "--check" in arguments:
        print(f"{file.name} is not what the profiles say: run `make docs` and commit the result")
        return 1
    file.write_bytes(made)
    print(f"wrote {file.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
