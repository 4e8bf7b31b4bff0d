from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from salesperf.app.config_pages import config_report, config_schema

if TYPE_CHECKING:
    from conftest import Asking


def test_tables_are_numbered_and_come_from_the_file(folder: Path, ask: Asking) -> None:
    (folder / "salesperf.toml").write_text(
        '[[table]]\nname = "orders"\nfiles = ["a.csv", "b.csv"]\ncolumns = { amount = "Amt" }\n', encoding="utf-8"
    )

    rows = {row[0]: row[1:] for row in config_report(ask("orders.csv"), origin=True).records.rows}

    assert rows["table[1].files"] == ('["a.csv", "b.csv"]', "salesperf.toml")
    assert rows["table[1].columns.amount"] == ("Amt", "salesperf.toml")
    assert rows["calendar.first_month"] == ("1", "default")


def test_without_origin_there_is_no_such_column(ask: Asking) -> None:
    report = config_report(ask("orders.csv"), origin=False)

    assert [column.key for column in report.records.columns] == ["key", "value"]


def test_the_schema_describes_every_key() -> None:
    schema = json.loads(config_schema())

    assert schema["$defs"]["WorkspaceSection"]["properties"]["currency"]["description"]
    assert schema["additionalProperties"] is False
