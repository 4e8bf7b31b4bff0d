"""Write docs/reading-report.md: what becomes of every file that readers stumble over, file names and outcomes only.

`python scripts/reading_report.py FOLDER` takes the folder of the public files; `--check` compares instead.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from salesperf.core.errors import Issue, Severity
from salesperf.sources.files.raw_tables import raw_tables
from salesperf.sources.options import ReadOptions

PAGE = Path(__file__).parents[1] / "docs" / "reading-report.md"
FOLDERS = ("messy/calamine", "messy/csv_spectrum", "messy/messytables", "census_retail")
_TEXT = """# What becomes of difficult files

Files that readers of tables stumble over: the test files of three readers, and a statistics workbook. Each is read,
read with warnings, or refused with the reason; where nothing is in it, another reader finds no filled cell either.
Codes are explained in [errors.md](errors.md).
`scripts/reading_report.py` writes this page, and a test compares it.

| outcome | files |
|---|---|
{summary}

| file | outcome | tables | rows | codes |
|---|---|---|---|---|
{rows}
"""


def report(data: Path) -> str:
    """The page for the files under a folder."""
    lines = [_line(data, file) for file in _files(data)]
    outcomes = [outcome for outcome, _ in lines]
    summary = [f"| {outcome} | {outcomes.count(outcome)} |" for outcome in sorted(set(outcomes))]
    return _TEXT.format(summary="\n".join(summary), rows="\n".join(line for _, line in lines))


def _files(data: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted(path for path in (data / folder).iterdir() if path.suffix != ".json")


def _line(data: Path, file: Path) -> tuple[str, str]:
    tables, issues, _ = raw_tables([str(file)], options=ReadOptions(), digests=False)
    found = (*issues, *(issue for table in tables for issue in table.issues))
    rows = sum(table.frame.collect().height for table in tables)
    outcome = _outcome(len(tables), found)
    codes = ", ".join(sorted({issue.code for issue in found if issue.severity is not Severity.NOTE})) or "–"
    return outcome, f"| {file.relative_to(data).as_posix()} | {outcome} | {len(tables)} | {rows:,} | {codes} |"


def _outcome(tables: int, found: tuple[Issue, ...]) -> str:
    weights = {issue.severity for issue in found}
    if not tables:
        return "refused" if Severity.ERROR in weights else "nothing in it"
    if Severity.ERROR in weights:
        return "read in part, with errors"
    return "read with warnings" if Severity.WARNING in weights else "read"


def main() -> int:
    """Write the page, or compare it."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("--check", action="store_true")
    asked = words.parse_args()
    text = report(asked.folder)
    if asked.check:
        return 0 if PAGE.read_text(encoding="utf-8") == text else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
