from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from salesperf.app.layers import Surroundings
from salesperf.app.scaffold import project_file, proposal
from salesperf.app.settings import Settings
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import Lang, same
from salesperf.sources.loaded import Mapped, Recognition
from salesperf.sources.rows.raw import Layout

if TYPE_CHECKING:
    from conftest import Asking


def _seen(file: str, *mapped: tuple[str, str], table: str | None = "orders", encoding: str = "utf-8") -> Recognition:
    found = tuple(Mapped(header, column, "alias", same("")) for header, column in mapped)
    return Recognition(file, None, table, None, found, (), 1.0, Layout(1, 2, encoding))


def test_files_read_alike_share_one_table() -> None:
    text = project_file(
        [
            _seen("b.csv", ("Amt", "amount")),
            _seen("a.csv", ("Amt", "amount")),
            _seen("c.csv", ("Value", "amount")),
            _seen("d.csv", ("Amt", "amount"), encoding="gb18030"),
            _seen("e.csv", table=None),
        ],
        name="Acme",
        lang=Lang.EN,
    )

    tables = tomllib.loads(text)["table"]
    assert [(table["files"], table.get("encoding"), table["columns"]) for table in tables] == [
        (["a.csv", "b.csv"], None, {"amount": "Amt"}),
        (["c.csv"], None, {"amount": "Value"}),
        (["d.csv"], "gb18030", {"amount": "Amt"}),
    ]


def test_hostile_names_are_quoted() -> None:
    name = 'a"\\b\n[x]=\x7f\t'

    text = project_file([_seen(name, (name, "amount"))], name=name, lang=Lang.ZH)

    written = tomllib.loads(text)
    assert written["workspace"]["name"] == name
    assert written["table"][0]["files"] == [name]
    assert written["table"][0]["columns"] == {"amount": name}


def test_a_column_of_two_headers_is_left_to_recognition() -> None:
    text = project_file([_seen("p.csv", ("First", "rep_name"), ("Last", "rep_name"))], name="x", lang=Lang.EN)

    assert "columns" not in tomllib.loads(text)["table"][0]


def test_what_is_written_is_a_valid_configuration(ask: Asking) -> None:
    found = proposal(ask("orders.csv"))

    settings = Settings.model_validate(tomllib.loads(found.toml))
    assert settings.table[0].name == "orders"
    assert settings.workspace.lang is Lang.EN


def test_the_project_file_lies_beside_the_files(folder: Path, ask: Asking) -> None:
    assert proposal(ask("orders.csv")).file == folder / "salesperf.toml"


def test_what_names_of_sheets_say_is_no_header() -> None:
    named = Mapped("region", "region", "sheet", same(""))
    seen = _seen("a.xlsx", ("Amt", "amount"))

    text = project_file([replace(seen, mapped=(*seen.mapped, named))], name="Acme", lang=Lang.EN)

    (table,) = tomllib.loads(text)["table"]
    assert (table["sheet_is"], table["columns"]) == ("region", {"amount": "Amt"})


def test_a_sheet_of_teams_and_reps_reads_the_same_with_the_project_file(folder: Path, ask: Asking) -> None:
    rows = ["Team,Rep,2026-01,2026-02,2026-03", "East,Mei Lin,10,20,30", "East,Ivo Kranz,1,2,3", "West,Ann Lee,5,5,5"]
    (folder / "quota 2026.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    found = proposal(ask("orders.csv", "quota 2026.csv"))

    table = next(one for one in tomllib.loads(found.toml)["table"] if one["name"] == "targets")
    assert "scope" not in table.get("columns", {}), "a column of team names is no column of scopes"


SALES = "Order ID,Order Date,Customer,Rep,Team,Region,Amount\n" + "".join(
    f"{n},2026-0{n % 3 + 1}-05,C{n},{rep},{team},{region},{n}00\n"
    for n, (rep, team, region) in enumerate((("Ann", "Lake Erie", "East"), ("Bob", "Ohio", "West")) * 3)
)
SHEETS = {
    "a team beside the rep": "Team,Rep,Metric,2026-01,2026-02\nLake Erie,Ann,revenue,5,6\nOhio,Bob,revenue,7,8\n",
    "scopes of their own": "Scope,Name,2026-01,2026-02\nteam,Ohio,15,16\nrep,Ann,5,6\n",
    "names of the cells": "Target for,2026-01,2026-02\nEast,15,16\nWest,5,6\n",
    "regions under another word": "Team,2026-01,2026-02\nEast,15,16\nWest,5,6\n",
}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_files_read_the_same_by_what_is_written_as_without_it(tmp_path: Path, sheet: str) -> None:
    (tmp_path / "orders.csv").write_text(SALES, encoding="utf-8")
    (tmp_path / "Targets 2026.csv").write_text(sheet, encoding="utf-8")
    asked = Ask((str(tmp_path),), Surroundings(tmp_path, {}))

    before = read(workspace(asked)).loaded.bundle.tables["targets"].frame
    proposal(asked).save(overwrite=False)
    after = read(workspace(asked)).loaded.bundle.tables["targets"].frame

    assert before.height
    assert after.equals(before)
