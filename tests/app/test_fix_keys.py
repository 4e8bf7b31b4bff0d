from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.app import run
from salesperf.app.fix_keys import fix_keys
from salesperf.app.workspace import Ask
from salesperf.core.errors import OutputError
from salesperf.metrics.request import Request

Asking = Callable[..., Ask]
ORDERS = (
    "Order ID,Order Date,Product,Amount\n"
    "1,2026-01-05,GTXPro,100.25\n2,2026-01-06,GTX Pro,10\n3,2026-01-07,MG Specail,7\n4,2026-01-08,MG Special,1\n"
)
PRODUCTS = "Product,Category,List Price\nGTX Pro,GTX,100\nMG Special,MG,5\n"


@pytest.fixture
def project(folder: Path) -> Path:
    """orders.csv names GTXPro and MG Specail, products.csv GTX Pro and MG Special."""
    (folder / "bad.csv").unlink()
    (folder / "orders.csv").write_text(ORDERS, encoding="utf-8")
    (folder / "products.csv").write_text(PRODUCTS, encoding="utf-8")
    return folder


def _net_by_category(ask: Ask) -> dict[object, str]:
    answer = run.kpi(ask, Request(metrics=("net_revenue",), by=("category",)))
    keys = [column.key for column in answer.report.records.columns]
    at, net = keys.index("category"), keys.index("net_revenue")
    return {row[at]: f"{row[net]:.2f}" for row in answer.report.records.rows}


def test_the_drafted_values_put_the_money_in_its_place(project: Path, ask: Asking) -> None:
    before = _net_by_category(ask("orders.csv", "products.csv"))
    fix_keys(ask("orders.csv", "products.csv")).save(overwrite=False)
    after = _net_by_category(ask("orders.csv", "products.csv"))

    assert before == {"GTX": "10.00", "MG": "1.00", None: "107.25"}
    # GTXPro is sure: 100.25 + 10; MG Specail is only alike, and stays where it was until somebody decides
    assert after == {"GTX": "110.25", "MG": "1.00", None: "7.00"}
    text = (project / "salesperf.toml").read_text(encoding="utf-8")
    assert '# "MG Specail" = "MG Special"  # 1 row, 7' in text


@pytest.mark.usefixtures("project")
def test_a_comment_becomes_a_value_when_its_mark_is_removed(ask: Asking) -> None:
    file = fix_keys(ask("orders.csv", "products.csv")).save(overwrite=False)
    file.write_text(file.read_text(encoding="utf-8").replace('# "MG', '"MG'), encoding="utf-8")

    assert _net_by_category(ask("orders.csv", "products.csv")) == {"GTX": "110.25", "MG": "8.00"}
    assert fix_keys(ask("orders.csv", "products.csv")).toml == ""


def test_a_project_file_is_amended_only_when_told(project: Path, ask: Asking) -> None:
    own = (
        '[workspace]\nname = "mine"  # keep me\n\n[[table]]\nname = "orders"\nfiles = ["orders.csv", "products.csv"]\n'
    )
    own = (
        own.replace('["orders.csv", "products.csv"]', '["orders.csv"]')
        + '\n[[table]]\nname = "products"\nfiles = ["products.csv"]\n'
    )
    (project / "salesperf.toml").write_text(own, encoding="utf-8")
    proposed = fix_keys(ask("orders.csv", "products.csv"))

    with pytest.raises(OutputError, match="exists"):
        proposed.save(overwrite=False)
    proposed.save(overwrite=True)
    text = (project / "salesperf.toml").read_text(encoding="utf-8")
    assert "# keep me" in text
    assert tomllib.loads(text)["table"][0]["values"] == {"product_name": {"GTXPro": "GTX Pro"}}


def test_a_project_without_tables_keeps_reading_its_whole_folder(project: Path, ask: Asking) -> None:
    (project / "salesperf.toml").write_text('[workspace]\nlang = "en"\n', encoding="utf-8")
    fix_keys(ask("orders.csv", "products.csv")).save(overwrite=True)

    declared = tomllib.loads((project / "salesperf.toml").read_text(encoding="utf-8"))
    assert declared["workspace"] == {"lang": "en"}
    assert sorted(table["name"] for table in declared["table"]) == ["orders", "products"]


def test_where_every_key_has_its_row_nothing_is_drafted(project: Path, ask: Asking) -> None:
    (project / "products.csv").write_text(PRODUCTS + "GTXPro,GTX,1\nMG Specail,MG,1\n", encoding="utf-8")
    proposed = fix_keys(ask("orders.csv", "products.csv"))

    assert proposed.toml == ""
    assert [note.text.en for note in proposed.report.notes] == ["every key has its row"]


def test_names_written_in_several_ways_are_drafted_as_one(folder: Path, ask: Asking) -> None:
    (folder / "bad.csv").unlink()
    rows = "1,2026-01-05,Bob Lee,100\n2,2026-01-06,Bob Lee,10\n3,2026-01-07,bob lee,7\n4,2026-01-08,BobLee,1\n"
    (folder / "orders.csv").write_text("Order ID,Order Date,Sales Rep,Amount\n" + rows, encoding="utf-8")

    fix_keys(ask("orders.csv")).save(overwrite=False)

    text = (folder / "salesperf.toml").read_text(encoding="utf-8")
    (table,) = tomllib.loads(text)["table"]
    assert table["values"] == {"rep_name": {"bob lee": "Bob Lee"}}
    # without its blank it may be another name
    assert '# "BobLee" = "Bob Lee"  # 1 row, 1' in text
