"""`report --list`: every pack there is."""

from __future__ import annotations

from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.packs.listing import packs_report
from salesperf.app.workspace import Ask


def test_packs_are_listed_with_where_they_were_declared(tmp_path: Path) -> None:
    (tmp_path / "salesperf.toml").write_text(
        '[packs.board]\ntitle = "Board"\nsections = [{ kind = "trend" }, { kind = "reds" }]\n', encoding="utf-8"
    )

    report = packs_report(Ask((str(tmp_path),), Surroundings(tmp_path, {})))

    rows = {row[0]: row for row in report.records.rows}
    assert rows["board"] == ("board", "Board", "company", "this-month", "trend, reds", "", "salesperf.toml")
    assert rows["executive"][-1] == "built in"
