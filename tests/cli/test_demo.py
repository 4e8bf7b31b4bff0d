from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Salesperf


def test_the_demo_is_written_and_can_be_read(salesperf: Salesperf, here: Path) -> None:
    said = salesperf("demo", "sample", "--company", "acme_en")

    assert said.code == 0
    assert "salesperf kpi sample/acme_en" in said.err
    assert (here / "sample" / "acme_en" / "salesperf.toml").is_file()
    assert salesperf("demo", "sample", "--company", "acme_en").code == 5
    assert salesperf("demo", "sample", "--company", "acme_en", "--overwrite").code == 0


def test_an_unknown_company_is_refused(salesperf: Salesperf) -> None:
    assert salesperf("demo", "sample", "--company", "acme").code == 2
