from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from salesperf.app import output
from salesperf.app.output import write, write_all, write_in_turn
from salesperf.core.errors import OutputError


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", b"x,y\n1,2\n")

    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"x,y\n1,2\n"


def test_an_existing_file_stays_unless_told(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")

    with pytest.raises(OutputError, match="exists") as caught:
        write(target, b"new")

    assert "--overwrite" in caught.value.hint
    assert target.read_bytes() == b"old"
    write(target, b"new", overwrite=True)
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_link_is_not_followed_out_of_the_folder(tmp_path: Path, *, overwrite: bool) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"precious")
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.csv").symlink_to(outside)

    with pytest.raises(OutputError, match="symbolic link"):
        write(folder / "a.csv", b"new", overwrite=overwrite)

    assert outside.read_bytes() == b"precious"


def test_a_dangling_link_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "nowhere")

    with pytest.raises(OutputError, match="symbolic link"):
        write(tmp_path / "a.csv", b"new")

    assert not (tmp_path / "nowhere").exists()


def test_a_missing_folder_and_a_folder_as_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        write(tmp_path / "no" / "a.csv", b"")
    with pytest.raises(OutputError, match="is a folder"):
        write(tmp_path, b"")


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_stop_half_way_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException | type[BaseException]
) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")

    def broken(_descriptor: int) -> None:
        raise stop

    monkeypatch.setattr(output.os, "fsync", broken)

    with pytest.raises((KeyboardInterrupt, OutputError)):
        write(target, b"new", overwrite=True)

    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert target.read_bytes() == b"old"


def test_the_file_has_the_rights_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()

    write(tmp_path / "a.csv", b"x")

    assert os.stat(tmp_path / "a.csv").st_mode == os.stat(tmp_path / "plain").st_mode  # noqa: PTH116 -- modes compared


def test_what_is_private_is_for_its_owner_alone_however_it_is_written(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", b"x", private=True)
    write_all(tmp_path / "pay", {"b.csv": b"x", "in/c.csv": b"x"}, private=True)
    write(tmp_path / "d.csv", b"x")
    write(tmp_path / "d.csv", b"y", overwrite=True, private=True)

    for name in ("a.csv", "pay/b.csv", "pay/in/c.csv", "d.csv"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_of_several_files_none_is_written_where_one_exists(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")

    with pytest.raises(OutputError):
        write_all(tmp_path, {"a": b"1", "b": b"2"})

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"b": b"old"}


def test_several_files_go_into_a_folder_that_is_made(tmp_path: Path) -> None:
    write_all(tmp_path / "new", {"a": b"1", "b": b"2"})

    assert {file.name: file.read_bytes() for file in (tmp_path / "new").iterdir()} == {"a": b"1", "b": b"2"}


def test_what_stands_in_the_way_is_said_before_the_first_content_is_made(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")

    def contents() -> Iterator[bytes]:
        pytest.fail("a content was made")
        yield b""

    with pytest.raises(OutputError):
        write_in_turn(tmp_path, ("a", "b"), contents())


def test_a_content_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def contents() -> Iterator[bytes]:
        yield b"1"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_in_turn(tmp_path / "new", ("a", "b"), contents())

    assert list(tmp_path.iterdir()) == []


def test_files_of_a_folder_in_the_folder_are_written_and_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    write_all(tmp_path / "out", {"a.html": b"a", "charts/b.png": b"b"})

    assert (tmp_path / "out" / "charts" / "b.png").read_bytes() == b"b"
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "charts").symlink_to(outside)
    with pytest.raises(OutputError, match="symbolic link"):
        write_all(tmp_path / "two", {"a.html": b"a", "charts/b.png": b"b"})
    assert list(outside.iterdir()) == []
    assert not (tmp_path / "two" / "a.html").exists()


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.EROFS, "name a folder that can be written"),
        (errno.EACCES, "name a folder that can be written"),
        (errno.ENOSPC, "free space there"),
        (errno.EDQUOT, "free space there"),
        (errno.ENAMETOOLONG, "shorter name"),
    ],
)
def test_whatever_stops_the_writing_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, hint: str
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    # A file system that may only be read refuses to remove what is not there, too.
    monkeypatch.setattr(output.os, "open", stopped)
    monkeypatch.setattr(Path, "unlink", stopped)

    with pytest.raises(OutputError, match=os.strerror(number)) as one:
        write(tmp_path / "a.csv", b"new")
    with pytest.raises(OutputError, match=os.strerror(number)) as several:
        write_all(tmp_path / "reports", {"a.html": b"a", "charts/b.png": b"b"})

    assert hint in one.value.hint
    assert hint in several.value.hint
    assert "nothing was written" in several.value.hint
    assert not (tmp_path / "reports").exists()


def test_a_name_as_long_as_the_system_lets_it_is_written(tmp_path: Path) -> None:
    name = "n" * 251 + ".csv"

    write(tmp_path / name, b"new")

    assert (tmp_path / name).read_bytes() == b"new"
    with pytest.raises(OutputError) as caught:
        write(tmp_path / f"n{name}", b"new")
    assert "shorter name" in caught.value.hint


def test_a_folder_that_was_there_stays_when_its_files_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(output.os, "open", full)
    with pytest.raises(OutputError):
        write_all(tmp_path, {"a.html": b"a", "charts/b.png": b"b"})

    assert list(tmp_path.iterdir()) == []
