"""What every test shares: the Hypothesis profiles, the real data, and the rule on skipped tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from company_pack import company_pack, hostile_names
from hostile_strings import hostile_strings
from salesperf.report.model import Report

ROOT = Path(__file__).resolve().parent.parent

# The gate must not turn red by luck, so its cases are the same every time; `make test-deep` looks for new ones.
settings.register_profile("gate", max_examples=500, deadline=None, derandomize=True, print_blob=True)
settings.register_profile(
    "deep", max_examples=10_000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of public files; the test is skipped where it is absent."""
    folder = (ROOT / os.environ.get("SALESPERF_REAL_DATA", "../shared/data")).resolve()
    if not folder.is_dir():
        pytest.skip("real data absent")
    return folder


@pytest.fixture
def pack_report() -> Report:
    """A report pack with everything a report can hold; its numbers are in tests/samples/company_pack.py."""
    return company_pack()


@pytest.fixture
def hostile_pack_report() -> Report:
    """The same pack with a hostile string for every name of the data."""
    return company_pack(hostile_names())


@pytest.fixture(scope="session")
def naughty_strings() -> tuple[str, ...]:
    """Some five hundred strings that broke or were made to break pages, workbooks and screens."""
    return hostile_strings()


def _skipped(config: pytest.Config) -> dict[str, int]:
    """How many tests were skipped, by reason."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    reasons: dict[str, int] = {}
    for report in reporter.stats.get("skipped", []) if reporter else []:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    return reasons


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Under REQUIRE_ALL=1 a skipped test is a failure."""
    if REQUIRE_ALL and exitstatus == pytest.ExitCode.OK and _skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what tests noted, what was skipped and why, and the seed that repeats this order."""
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            if name == "note":
                terminalreporter.write_line(f"note: {value}")
    for reason, count in sorted(_skipped(config).items()):
        verdict = "a failure under REQUIRE_ALL=1" if REQUIRE_ALL else "skipped"
        terminalreporter.write_line(f"{count} tests {verdict}: {reason.removeprefix('Skipped: ')}")
    seed = getattr(config.option, "randomly_seed", None)
    if isinstance(seed, int):
        terminalreporter.write_line(f"to repeat this order: pytest --randomly-seed={seed}")
