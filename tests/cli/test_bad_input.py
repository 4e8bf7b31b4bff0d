"""Bad input and documents for people: a clear error, or a report that says so, and the old file intact."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salesperf.core.errors import Exit

Salesperf = Callable[..., Any]

COMMANDS = (
    ("kpi",),
    ("explain", "net_revenue"),
    ("targets", "status"),
    ("targets", "check"),
    ("targets", "onboarding"),
    ("targets", "cascade", "--target", "1200"),
    ("report", "executive"),
)
FORMATS = ("html", "xlsx", "pdf")
TARGETS = "scope,name,metric,period,target\nrep,Mei Lin,net_revenue,2026-03,100\n"
NO_DAY = "2030-01"


@pytest.fixture(params=FORMATS)
def target(request: pytest.FixtureRequest, here: Path) -> Path:
    """A file that is there already, with a name for each of the formats."""
    (here / "bad.csv").unlink()
    (here / "targets.csv").write_text(TARGETS, encoding="utf-8")
    (here / "header.csv").write_text("Order ID,Order Date,Customer,Sales Rep,Region,Amount\n", encoding="utf-8")
    (here / "empty.csv").write_bytes(b"")
    (here / "noise.csv").write_bytes(bytes(range(256)) * 8)
    (here / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    if request.param == "pdf":
        try:
            import weasyprint  # noqa: F401, PLC0415 -- an extra that needs a library of the system
        except (ImportError, OSError):
            pytest.skip("the extra pdf, or its library of the system, is absent")
    file = here / f"out.{request.param}"
    file.write_text("old", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing.csv", Exit.USAGE),
        ("header.csv", Exit.DATA),
        ("empty.csv", Exit.DATA),
        ("noise.csv", Exit.DATA),
        ("broken.xlsx", Exit.DATA),
    ],
)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_files_that_tell_nothing_are_an_error_and_the_old_file_stays(
    salesperf: Salesperf, target: Path, command: tuple[str, ...], name: str, code: Exit
) -> None:
    said = salesperf(*command, name, "--period", "2026-03", "-q", "--overwrite", "-o", target.name)

    assert said.code == code
    assert said.err.startswith("error: ")
    assert "Traceback" not in said.err
    assert target.read_text(encoding="utf-8") == "old"
    assert not list(target.parent.glob(".*.tmp"))


@pytest.mark.parametrize(
    "command", [command for command in COMMANDS if command[1:2] not in {("cascade",), ("check",)}], ids=" ".join
)
def test_a_period_without_data_is_a_document_that_says_so(
    salesperf: Salesperf, target: Path, command: tuple[str, ...]
) -> None:
    asked = (*command, "orders.csv", "targets.csv", "--period", NO_DAY, "-q")
    words = salesperf(*asked)

    said = salesperf(*asked, "--overwrite", "-o", target.name)

    assert (words.code, said.code) == (Exit.OK, Exit.OK)
    assert "January 2030" in words.out
    assert re.search("no data|nobody", words.out)
    assert target.read_bytes() != b"old"


def test_a_period_without_targets_is_told_with_those_there_are(salesperf: Salesperf, target: Path) -> None:
    asked = ("targets", "check", "orders.csv", "targets.csv", "-q", "--overwrite", "-o", target.name)

    said = salesperf(*asked, "--metrics", "net_revenue", "--period", NO_DAY)

    assert said.code == Exit.DATA
    assert "no target is of net_revenue, 2030-01: those of the files are of net_revenue and reach from" in said.err
    assert "2026-03-01 to 2026-03-31" in said.err
    assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", ["header.csv", "empty.csv", "noise.csv"])
def test_check_tells_what_is_wrong_in_a_document(salesperf: Salesperf, target: Path, name: str) -> None:
    said = salesperf("check", name, "-q", "--overwrite", "-o", target.name)

    assert said.code == Exit.OK
    assert target.read_bytes() != b"old"
    assert name in salesperf("check", name, "-q").out


@pytest.mark.parametrize(("name", "code"), [("missing.csv", Exit.USAGE), ("broken.xlsx", Exit.DATA)])
def test_check_stops_where_there_is_nothing_to_open(salesperf: Salesperf, target: Path, name: str, code: Exit) -> None:
    said = salesperf("check", name, "-q", "--overwrite", "-o", target.name)

    assert said.code == code
    assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_may_not_be_opened_is_an_error(
    salesperf: Salesperf, target: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may read anything: the system's answer is given instead.
    opened = Path.open

    def closed(path: Path, *words: Any, **settings: Any) -> Any:
        if path.name == "orders.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *words, **settings)

    monkeypatch.setattr(Path, "open", closed)

    said = salesperf(*command, "orders.csv", "--period", "2026-03", "-q", "--overwrite", "-o", target.name)

    assert said.code == Exit.DATA
    assert "Permission denied" in said.err
    assert target.read_text(encoding="utf-8") == "old"
