"""The figures of a pack are those of the questions it joins, on both sample companies."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path
from shutil import which

import openpyxl
import polars as pl
import pytest
from msgspec.structs import replace

from salesperf.app import run, targets
from salesperf.app.layers import Surroundings
from salesperf.app.report import Asked, report
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request
from salesperf.render.formats import FORMATS, draw
from salesperf.report.model import Records, Report, tables_of

COMPANIES = (("acme_en", "2026-06", "rep"), ("hengyuan_zh", "2025-12", "rep"))
TILES = ("net_revenue", "gross_margin", "orders", "new_customers", "retention_rate", "collection_rate")


def _ask(root: Path, company: str) -> Ask:
    return Ask((str(root / "examples" / company),), Surroundings(root, {}), manifest=False)


def _found(records: Records, **wanted: str) -> list[dict[str, object]]:
    keys = [column.key for column in records.columns]
    rows = (dict(zip(keys, row, strict=True)) for row in records.rows)
    return [row for row in rows if all(row[key] == value for key, value in wanted.items())]


@pytest.fixture(scope="module", params=COMPANIES, ids=lambda company: company[0])
def pack(request: pytest.FixtureRequest) -> tuple[Ask, str, Report]:
    """The executive pack of a sample company, with its period and how to ask of the same files."""
    company, period, _ = request.param
    ask = _ask(request.config.rootpath, company)
    return ask, period, report(ask, Asked("executive", Request(period=period))).report


def test_tiles_are_those_of_kpi(pack: tuple[Ask, str, Report]) -> None:
    ask, period, found = pack
    kpi = run.kpi(ask, Request(metrics=TILES, period=period)).report.records

    known = dict(zip([column.key for column in kpi.columns], kpi.rows[0], strict=True))
    for row in _found(found.records, section="headline", table="tiles", metric="value"):
        expected = known[str(row["row"])]
        assert isinstance(expected, Decimal | float | int)
        assert row["value"] == pytest.approx(expected if isinstance(expected, Decimal) else Decimal(repr(expected)))


def test_the_board_is_that_of_targets_status(pack: tuple[Ask, str, Report]) -> None:
    ask, period, found = pack
    status = targets.status(ask, Request(metrics=("net_revenue",), period=period)).report.records

    expected = [(row["actual"], row["target"]) for row in _found(status, horizon="period")]
    rows = _found(found.records, section="targets", table="net_revenue_period")
    actual = [row["value"] for row in rows if row["metric"] == "actual"]
    target = [row["value"] for row in rows if row["metric"] == "target"]
    assert list(zip(actual, target, strict=True)) == expected
    assert len(expected) > 10


def test_every_bridge_leads_from_its_base_to_now_without_a_rest(pack: tuple[Ask, str, Report]) -> None:
    _, _, found = pack

    for section in found.sections:
        if section.key.startswith("bridge"):
            amounts = [row.cells[-1].value for row in section.blocks[0].rows]  # type: ignore[union-attr]
            assert sum(amounts[:-1], Decimal(0)) == amounts[-1]


def test_rows_of_a_breakdown_make_up_its_total(pack: tuple[Ask, str, Report]) -> None:
    _, _, found = pack

    for key in ("by_region", "by_category"):
        rows = _found(found.records, table=key, metric="net_revenue")
        parts = [row["value"] for row in rows if row["row"] != "total"]
        assert sum(parts, Decimal(0)) == next(row["value"] for row in rows if row["row"] == "total")


def test_every_format_draws_the_pack(pack: tuple[Ask, str, Report]) -> None:
    _, _, found = pack
    drawn = {one.key: draw(found, format=one.key) for one in FORMATS if one.key != "pdf"}

    tile = _found(found.records, table="tiles", row="orders", metric="value")[0]
    assert isinstance(tile["value"], Decimal)
    for key in ("table", "json", "jsonl", "csv", "tsv", "md", "html"):
        assert str(tile["value"]).encode() in drawn[key]


def _told(records: Records, *shortened: str) -> list[Decimal]:
    """The numbers of tiles and tables; sentences (and pages in tiles) shorten theirs, and trends are drawn."""
    keys = [column.key for column in records.columns]
    rows = (dict(zip(keys, row, strict=True)) for row in records.rows)
    shown = (
        row
        for row in rows
        if row["table"] not in {"sentences", *shortened} and not str(row["metric"]).startswith("trend ")
    )
    return [row["value"] for row in shown if isinstance(row["value"], Decimal)]


def _as_shown(number: Decimal) -> set[Decimal]:
    """What people may be shown for a number: it or its hundredfold, rounded to at most four digits."""
    scaled = [number * scale for scale in (1, 100)]
    return {
        abs(one.quantize(Decimal(1).scaleb(-places), rounding))
        for one in scaled
        for places in range(5)
        for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    }


def _lacking(numbers: list[Decimal], text: str) -> list[Decimal]:
    written = {Decimal(one.replace(",", "")) for one in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    return [number for number in numbers if not _as_shown(number) & written]


@pytest.mark.parametrize("key", ["table", "md", "html", *(["pdf"] if which("pdftotext") else [])])
def test_people_are_shown_every_number_of_the_records(pack: tuple[Ask, str, Report], key: str, tmp_path: Path) -> None:
    _, _, found = pack
    drawn = draw(found, format=key)
    if key == "pdf":
        (tmp_path / "report.pdf").write_bytes(drawn)
        asked = ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"]
        drawn = subprocess.run(asked, check=True, capture_output=True).stdout
    text = re.sub(r"<svg.*?</svg>|<style.*?</style>|<[^>]*>", " ", drawn.decode(), flags=re.DOTALL)

    numbers = _told(found.records, *(("tiles",) if key in {"html", "pdf"} else ()))

    assert len(numbers) > 100
    assert _lacking(numbers, text) == []
    assert _lacking([Decimal("987654321.5")], text) == [Decimal("987654321.5")]


def test_the_numbers_of_records_are_the_same_in_every_format_of_machines(pack: tuple[Ask, str, Report]) -> None:
    _, _, found = pack
    at = [column.key for column in found.records.columns].index("value")
    expected = [row[at] for row in found.records.rows]

    def of_text(format: str, delimiter: str) -> list[Decimal | None]:  # noqa: A002 -- the flag's name
        lines = csv.DictReader(io.StringIO(draw(found, format=format).decode()), delimiter=delimiter)
        return [Decimal(line["value"]) if line["value"] else None for line in lines]

    lines = [json.loads(line)["value"] for line in draw(found, format="jsonl").decode().splitlines()]
    rows = [row["value"] for row in json.loads(draw(found, format="json"))["rows"]]
    frame = pl.read_parquet(io.BytesIO(draw(found, format="parquet")))["value"].to_list()

    assert of_text("csv", ",") == expected
    assert of_text("tsv", "\t") == expected
    for values in (lines, rows):
        assert [None if value is None else Decimal(value) for value in values] == expected
    assert frame == expected


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_workbook_holds_every_number_of_the_records_as_a_number(pack: tuple[Ask, str, Report]) -> None:
    _, _, found = pack
    book = openpyxl.load_workbook(io.BytesIO(draw(found, format="xlsx")), data_only=True)
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    held = {round(float(value), 6) for value in cells if isinstance(value, int | float)}

    # The row for the others of a list gives way to these: a workbook has every one of them.
    others = {table.key: str(len(table.rows)) for table in tables_of(found) if table.beyond}
    at = [column.key for column in found.records.columns].index
    whole = replace(
        found.records,
        rows=tuple(row for row in found.records.rows if others.get(str(row[at("table")])) != str(row[at("number")])),
    )
    # Percentage points stand a hundredfold in their cells.
    lacking = [number for number in _told(whole) if not {round(float(number), 6), round(float(number * 100), 6)} & held]
    assert others
    assert lacking == []


def test_a_page_names_no_setting_to_its_readers_and_whole_to_who_keeps_the_figures(tmp_path: Path) -> None:
    rows = "".join(f"{n},2026-03-{n:02},Ann,9,5\n" for n in range(1, 28))
    (tmp_path / "orders.csv").write_text(f"Order ID,Order Date,Customer,Amount,Status\n{rows}", encoding="utf-8")

    found = report(Ask((str(tmp_path),), Surroundings(tmp_path, {})), Asked("executive", Request(period="2026-03")))

    notes = {note.key: note.text.en for note in found.report.notes}
    assert notes["F503"] == "status '5' is not a known word: 27 lines of it (243.00 in all) count as sold"
    assert notes["setting"] == notes["F503"] + ', unless [kpi] cancelled = ["5"] says so'
    assert "F503" in {finding.code for finding in found.findings}
