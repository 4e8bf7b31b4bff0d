"""Reports into a folder: what can be said before the work, and names."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.app.answer import Answer
from salesperf.app.deliver import Delivery
from salesperf.app.folder import Folder, check_folder, folder_of, is_folder, write_each, write_each_of
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.report import Of
from salesperf.core.errors import OutputError, UsageError
from salesperf.core.text import Lang, same
from salesperf.report.model import Records, Report


def _of(key: str, name: str) -> Of:
    report = Report("salesperf.report/1", same("Test"), Lang.EN, (), Records((), ()))
    return Of(Whom("rep", key, name), Answer(report))


def test_a_name_without_an_ending_is_a_folder(tmp_path: Path) -> None:
    assert is_folder(tmp_path / "reports")
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / "report.html")
    assert not is_folder(None)
    with pytest.raises(UsageError):
        folder_of(Delivery())
    with pytest.raises(UsageError):
        folder_of(Delivery(file=tmp_path / "report.html"))


def test_what_would_stop_the_writing_is_said_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "board.html").write_text("old", encoding="utf-8")

    for name in ("file", "link", "there", "no/folder"):
        with pytest.raises(OutputError):
            check_folder(Folder(tmp_path / name), "board")
    check_folder(Folder(tmp_path / "there", Delivery(overwrite=True)), "board")
    for asked in (Delivery(format="htlm"), Delivery(encoding="gb18030")):
        with pytest.raises(UsageError):
            check_folder(Folder(tmp_path / "new", asked), "board")


def test_two_people_of_one_name_are_told_apart_by_their_keys(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "reps", Delivery(format="json"))

    written = write_each(folder, "rep", (_of("R1", "Ann"), _of("R2", "Ann"), _of("R3", "bob")))

    assert [file.name for file in written] == ["Ann (R1).json", "Ann (R2).json", "bob.json", "index.json"]


def test_each_answer_is_asked_for_when_the_one_before_is_written(tmp_path: Path) -> None:
    """Of three reports no more than one is kept."""
    folder = Folder(tmp_path / "reps", Delivery(format="json"))
    seen: list[int] = []

    def answer_of(whom: Whom) -> Answer:
        seen.append(len(list(folder.path.iterdir())))
        return _of(whom.key, whom.name).answer

    written = write_each_of(folder, "rep", [Whom("rep", key, key) for key in ("A", "B", "C")], answer_of)

    assert seen == [0, 1, 2]
    assert sorted(file.name for file in folder.path.iterdir()) == sorted(file.name for file in written)
