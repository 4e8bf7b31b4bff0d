"""Nothing that a user can type or meet is missing from the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

import docs_cli
import docs_config
from salesperf.app.settings import Settings
from salesperf.core.codes import CODES
from salesperf.metrics.catalog import CATALOG
from salesperf.tables.catalog import TABLES


def _text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES.keys)
def test_every_issue_code_is_documented(code: str, root: Path) -> None:
    assert f"### {code} " in _text(root, "docs/errors.md")


@pytest.mark.parametrize("metric", CATALOG.keys)
def test_every_metric_is_documented(metric: str, root: Path) -> None:
    assert f"### {metric}\n" in _text(root, "docs/metrics.md")


@pytest.mark.parametrize("table", TABLES.keys)
def test_every_table_is_documented(table: str, root: Path) -> None:
    assert f"## {table}: " in _text(root, "docs/data-model.md")


@pytest.mark.parametrize("command", docs_cli.commands())
def test_every_command_is_documented_with_an_example(command: str, root: Path) -> None:
    page = _text(root, "docs/cli.md").partition(f"## salesperf {command}\n")[2].partition("\n## ")[0]

    assert f"Usage: salesperf {command}" in page
    assert "Example:" in page or command in {"metrics", "config", "targets", "commission", "commission plan"}


@pytest.mark.parametrize("command", docs_cli.commands())
def test_every_command_is_met_in_what_people_read_first(command: str, root: Path) -> None:
    guide = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "docs" / "guide").glob("*.md")))

    assert f"salesperf {command}" in guide + _text(root, "README.md")


def test_every_section_of_the_configuration_is_documented(root: Path) -> None:
    page, schema = _text(root, "docs/config.md"), Settings.model_json_schema()

    for heading, section in docs_config.sections(schema):
        assert f"## `{heading}`" in page
        assert [key for key in docs_config.plain_keys(section, schema) if f"`{key}`" not in page] == []


def test_both_readmes_name_the_same_commands(root: Path) -> None:
    def named(text: str) -> set[str]:
        return {command for command in docs_cli.commands() if f"salesperf {command}" in text}

    assert named(_text(root, "README.md")) == named(_text(root, "README.zh.md"))
