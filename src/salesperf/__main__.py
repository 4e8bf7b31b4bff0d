"""The `salesperf` command."""

from __future__ import annotations

import sys

from salesperf.cli.main import run


def main() -> None:
    """Run the command line and leave with its verdict."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
