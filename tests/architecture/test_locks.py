"""The locks give the same installation anywhere: one version each, hashes for all of it, no addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

LOCKS = ("requirements.lock", "requirements-bench.lock", "requirements-fuzz.lock", "requirements-mutation.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)")


def _pins(root: Path, lock: str) -> dict[str, str]:
    found = map(PIN.match, (root / lock).read_text(encoding="utf-8").splitlines())
    return {match[1]: match[2] for match in found if match}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_no_local_file(lock: str, root: Path) -> None:
    text = (root / lock).read_text(encoding="utf-8")

    assert re.findall(r"\w+://|--find-links|--index-url|--extra-index-url| @ |\.whl", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_version_has_its_hashes(lock: str, root: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (root / lock).read_text(encoding="utf-8"))

    for entry in entries:
        if PIN.match(entry):
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


def test_everything_the_project_asks_for_is_locked(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]
    asked = [*settings["project"]["dependencies"], *groups["build"], *groups["dev"]]
    names = {re.split(r"[<>=]", line)[0].lower() for line in asked if isinstance(line, str)}

    assert names <= set(_pins(root, "requirements.lock"))


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_every_other_lock_has_the_same_versions(lock: str, root: Path) -> None:
    base, more = _pins(root, "requirements.lock"), _pins(root, lock)

    assert {name: more.get(name) for name in base} == base
