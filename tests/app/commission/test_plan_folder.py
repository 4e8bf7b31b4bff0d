from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.app.commission.plan_folder import plan_files_of
from salesperf.core.errors import UsageError


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder of a project with one plan, something that is no plan, and a folder that is called like one."""
    folder = tmp_path / "acme" / "plans"
    (folder / "old.toml").mkdir(parents=True)
    for name in ("sales.toml", "notes.txt"):
        (folder / name).write_text("", encoding="utf-8")
    return folder


def test_the_plans_that_are_named_are_taken_as_they_are_each_once(plans: Path, tmp_path: Path) -> None:
    named = [Path("other.toml"), Path("more.toml"), Path("other.toml")]

    found = plan_files_of(named, project_file=plans.parent / "salesperf.toml", cwd=tmp_path)

    assert found == (Path("other.toml"), Path("more.toml"))


def test_the_plans_beside_the_project_file_are_found_in_order_of_their_names(plans: Path, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "here.toml").write_text("", encoding="utf-8")
    (plans / "field.toml").write_text("", encoding="utf-8")

    found = plan_files_of([], project_file=plans.parent / "salesperf.toml", cwd=tmp_path)

    assert found == (plans / "field.toml", plans / "sales.toml")


def test_without_a_project_file_the_working_folder_is_looked_in(plans: Path) -> None:
    assert plan_files_of([], project_file=None, cwd=plans.parent) == (plans / "sales.toml",)


def test_where_there_is_none_it_is_told_where_one_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=rf"{tmp_path.name}/plans has none"):
        plan_files_of([], project_file=None, cwd=tmp_path)


def test_a_project_file_named_by_a_relative_path_is_of_the_working_folder(plans: Path, tmp_path: Path) -> None:
    found = plan_files_of([], project_file=Path("acme/salesperf.toml"), cwd=tmp_path)

    assert found == (plans / "sales.toml",)
    with pytest.raises(UsageError, match=rf"{tmp_path.name}/plans has none"):
        plan_files_of([], project_file=Path("salesperf.toml"), cwd=tmp_path)
