"""Ids in sales that only a list beside them explains, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
ORDERS = (
    "Order ID,Order Date,_SalesTeamID,_ShelfID,Amount\n"
    "1,2025-01-03,1,7,500\n2,2025-01-10,2,7,300\n3,2025-01-11,9,8,20\n"
)
TEAMS = "_SalesTeamID,Sales Team,Region\n1,Adam Hernandez,Northeast\n2,Keith Griffin,West\n"


def teams(loaded: Loaded) -> list[str] | None:
    """The teams of the orders, None where none were read."""
    frame = loaded.bundle.tables["orders"].frame
    return frame["team"].to_list() if "team" in frame.columns else None


def notes(loaded: Loaded) -> str:
    return " ".join(note.en for note in loaded.bundle.notes)


def test_an_id_of_teams_is_the_team_under_the_names_of_its_list(write_text: Write, load_files: Load) -> None:
    path = write_text(ORDERS, "in/orders.csv")
    write_text(TEAMS, "in/teams.csv")

    loaded = load_files(path.parent)

    assert teams(loaded) == ["Adam Hernandez", "Keith Griffin", "9"]
    assert "'_SalesTeamID' is shown by the names of teams.csv; 1 value has no name there" in notes(loaded)
    assert "_SalesTeamID" not in loaded.bundle.unmapped


def test_an_id_without_a_list_stays_unread(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(ORDERS))

    assert teams(loaded) is None
    assert "_SalesTeamID" in loaded.bundle.unmapped


def test_a_list_with_other_words_than_those_of_its_key_names_nothing(write_text: Write, load_files: Load) -> None:
    path = write_text(ORDERS, "in/orders.csv")
    write_text("_SalesTeamID,Budget,Note\n1,500,x\n2,600,y\n", "in/teams.csv")

    assert teams(load_files(path.parent)) is None


def test_a_team_that_the_sales_name_is_not_replaced(write_text: Write, load_files: Load) -> None:
    rows = "Order ID,Order Date,Team,_SalesTeamID,Amount\n1,2025-01-03,Blue,1,500\n2,2025-01-10,Red,2,300\n"
    path = write_text(rows, "in/orders.csv")
    write_text(TEAMS, "in/teams.csv")

    assert teams(load_files(path.parent)) == ["Blue", "Red"]


def test_a_key_that_is_of_nothing_known_stays_unread(write_text: Write, load_files: Load) -> None:
    path = write_text(ORDERS, "in/orders.csv")
    write_text("_ShelfID,Shelf\n7,Left\n8,Right\n", "in/shelves.csv")

    assert "_ShelfID" in load_files(path.parent).bundle.unmapped
