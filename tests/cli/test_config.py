from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf


def test_every_value_says_where_it_comes_from(
    salesperf: Salesperf, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "salesperf.toml").write_text('[workspace]\nname = "Acme"\n', encoding="utf-8")
    monkeypatch.setenv("SALESPERF_CURRENCY", "USD")

    said = salesperf("config", "show", "--origin", "--timezone", "UTC", "--format", "csv")

    rows = {row["key"]: (row["value"], row["origin"]) for row in csv.DictReader(io.StringIO(said.out))}
    assert rows["workspace.name"] == ("Acme", "salesperf.toml")
    assert rows["workspace.currency"] == ("USD", "SALESPERF_CURRENCY")
    assert rows["workspace.timezone"] == ("UTC", "--timezone")
    assert rows["workspace.on_bad_rows"] == ("fail", "default")


def test_the_schema_is_a_json_schema_that_names_the_variables(salesperf: Salesperf) -> None:
    schema = json.loads(salesperf("config", "schema").out)

    assert schema["properties"].keys() >= {"workspace", "reading", "calendar", "kpi", "metrics", "table"}
    assert schema["x-environment"]["SALESPERF_LANG"] == "workspace.lang"
