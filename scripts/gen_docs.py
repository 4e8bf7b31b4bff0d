"""Write the pages of docs/ that are made from the code; with `--check`, tell which of them are out of date."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

import docs_cli
import docs_commission
import docs_config
import docs_data_model
import docs_errors
import docs_metrics

ROOT = Path(__file__).resolve().parent.parent

HEAD = "<!-- Made from the code by `make docs`; correct the code, not this page. -->\n\n"


class Page(Struct, frozen=True):
    """One generated file of docs/ and what writes it."""

    name: str
    body: Callable[[], str]

    def text(self) -> str:
        """The whole file."""
        return HEAD + self.body().rstrip("\n") + "\n"


PAGES = (
    Page("cli.md", docs_cli.page),
    Page("commission-rules.md", docs_commission.page),
    Page("config.md", docs_config.page),
    Page("data-model.md", docs_data_model.page),
    Page("errors.md", lambda: docs_errors.page(ROOT / "tests" / "gallery")),
    Page("metrics.md", docs_metrics.page),
)


def write(pages: Iterable[Page], folder: Path) -> list[str]:
    """Write the pages that differ; gives their names."""
    changed = []
    for page in pages:
        path, text = folder / page.name, page.text()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(page.name)
    return changed


def differences(pages: Iterable[Page], folder: Path) -> list[str]:
    """Lines in which the files differ from what the code says; none when all is up to date."""
    lines: list[str] = []
    for page in pages:
        path = folder / page.name
        there = path.read_text(encoding="utf-8") if path.exists() else ""
        lines += difflib.unified_diff(
            there.splitlines(), page.text().splitlines(), f"docs/{page.name}", "from the code", lineterm="", n=1
        )
    return lines


def main(arguments: list[str]) -> int:
    """Write or check; exit code 1 when `--check` finds a difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    if not parser.parse_args(arguments).check:
        for name in write(PAGES, ROOT / "docs"):
            print(f"wrote docs/{name}")
        return 0
    found = differences(PAGES, ROOT / "docs")
    print("\n".join(found) if found else "generated docs are up to date")
    if found:
        print("run `make docs` and commit the result")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
