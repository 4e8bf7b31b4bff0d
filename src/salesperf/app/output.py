"""Bytes to a file, whole or not at all: nothing half-written, nothing overwritten unasked, no link followed."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from salesperf.core.errors import OutputError
from salesperf.core.text import Text, listing

_UNWRITTEN = Text("cannot write {file!r}: {why}", "无法写入「{file}」：{why}")
_LINK, _NAME_TARGET = (
    Text("{file!r} is a symbolic link", "「{file}」是符号链接"),
    Text("name the file it points to", "请指定它所指向的文件"),
)
_FOLDER = Text("{file!r} is a folder", "「{file}」是文件夹")
_NAME_FILE = Text("name a file in it", "请指定其中的文件")
_NO_FOLDER = Text("folder {folder!r} does not exist", "文件夹「{folder}」不存在")
_CREATE = Text("create it first", "请先创建")
_EXISTS = Text("{file!r} exists", "「{file}」已存在")
_NO_DIR = Text("{file!r} is not a folder", "「{file}」不是文件夹")
_NAME_FOLDER = Text("name another folder", "请指定其他文件夹")
_WRITTEN = Text("already written: {files}", "已写入：{files}")
_NOTHING = Text("nothing was written", "未写入任何文件")
_AND_CURE = Text("{after}; {cure}", "{after}；{cure}")
_FREE = Text("free space there, or name a place on another disk", "请释放空间，或指定其他磁盘上的位置")
_SHORTER = Text("choose a shorter name", "请使用更短的名称")
_ELSEWHERE = Text("name a folder that can be written", "请指定可写入的文件夹")
_CURES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FREE),
    errno.ENAMETOOLONG: _SHORTER,
}
_OVERWRITE = Text("--overwrite replaces it", "加上 --overwrite 可覆盖")


def write(path: Path, content: bytes, *, overwrite: bool = False, private: bool = False) -> None:
    """Write a file so that it is either the old one or the new one, never a part.

    The bytes go to a temporary file in the same folder, are flushed to disk, and take the name at the end. What is
    `private` is for its owner alone (0600), as far as the system knows of owners.
    Raises `OutputError` when the file exists and `overwrite` was not said, when it is a link, or when the folder
    does not let us.
    """
    # The name is not part of the temporary one: a name may be as long as the system lets it.
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _refuse(path, overwrite=overwrite)
        _write_whole(temporary, content, private=private)
        temporary.replace(path)
        _flush_folder(path.parent)
    except OSError as fault:
        raise _unwritten(path, fault) from fault
    finally:
        _remove(temporary)


def write_all(folder: Path, files: Mapping[str, bytes], *, overwrite: bool = False, private: bool = False) -> None:
    """Write files into a folder, which is made where it is not there: all of them, or none as far as it lies with us.

    A name may have one folder before it: `charts/a.png`. All are written under temporary names first, and take their
    own at the end; where a system stops that half-way, the error says which have taken theirs.
    """
    write_in_turn(folder, tuple(files), files.values(), overwrite=overwrite, private=private)


def write_in_turn(
    folder: Path, names: Sequence[str], contents: Iterable[bytes], *, overwrite: bool = False, private: bool = False
) -> None:
    """As `write_all`, of contents that are made one after the other in the order of their names; none of them is kept.

    What stands in the way of any name is said before the first content is asked for.
    """
    refuse_folder(folder)
    for inner in dict.fromkeys((folder / name).parent for name in names if folder.is_dir()):
        refuse_folder(inner)
    for name in names:
        _refuse_in(folder / name, overwrite=overwrite)
    waiting: list[tuple[Path, Path]] = []
    done: list[str] = []
    made: list[Path] = []
    try:
        for inner in dict.fromkeys((folder, *((folder / name).parent for name in names))):
            if not inner.exists():
                inner.mkdir()
                made.append(inner)
        for number, (name, content) in enumerate(zip(names, contents, strict=True)):
            temporary = folder / f".{number}.{secrets.token_hex(4)}.tmp"
            waiting.append((temporary, folder / name))
            _write_whole(temporary, content, private=private)
        for temporary, path in waiting:
            temporary.replace(path)
            done.append(path.relative_to(folder).as_posix())
        _flush_folder(folder)
    except OSError as fault:
        raise _unwritten(folder, fault, after=_half(done)) from fault
    finally:
        for temporary, _ in waiting:
            _remove(temporary)
        if not done:
            _remove_folders(made)


def _half(done: Sequence[str]) -> Text:
    return _WRITTEN.fill(files=listing(done)) if done else _NOTHING


def _unwritten(path: Path, fault: OSError, *, after: Text | None = None) -> OutputError:
    """What stopped the writing, what is there of it, and what to do."""
    cure = _CURES.get(fault.errno or 0, _ELSEWHERE)
    hint = cure if after is None else _AND_CURE.fill(after=after, cure=cure)
    return OutputError(_UNWRITTEN.fill(file=str(path), why=fault.strerror or fault), hint)


def _remove(temporary: Path) -> None:
    # A system that may not be written says so of what is not there, too; the fault that came first is the one to tell.
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


def _remove_folders(made: Sequence[Path]) -> None:
    """Remove the folders that were made for files that could not be written, as far as they are empty."""
    with suppress(OSError):
        for folder in reversed(made):
            folder.rmdir()


def refuse_folder(folder: Path) -> None:
    """Say before the work that files cannot be written into a folder: it is a link, a file, or not ours to write in."""
    try:
        _refuse_folder(folder)
    except OSError as fault:
        raise _unwritten(folder, fault) from fault


def _refuse_folder(folder: Path) -> None:
    if folder.is_symlink():
        raise OutputError(_LINK.fill(file=str(folder)), _NAME_FOLDER)
    if folder.exists() and not folder.is_dir():
        raise OutputError(_NO_DIR.fill(file=str(folder)), _NAME_FOLDER)
    if not folder.exists() and not folder.parent.is_dir():
        raise OutputError(_NO_FOLDER.fill(folder=str(folder.parent)), _CREATE)
    place = folder if folder.exists() else folder.parent
    if not os.access(place, os.W_OK | os.X_OK):
        raise OutputError(_UNWRITTEN.fill(file=str(folder), why=os.strerror(errno.EACCES)), _NAME_FOLDER)


def _refuse_in(path: Path, *, overwrite: bool) -> None:
    """As `_refuse`, but the folder may still have to be made."""
    if path.parent.is_dir():
        _refuse(path, overwrite=overwrite)


def refuse_existing(path: Path, *, overwrite: bool) -> None:
    """Say before the work what `write` would say after it."""
    try:
        _refuse(path, overwrite=overwrite)
    except OSError as fault:
        raise _unwritten(path, fault) from fault


def _refuse(path: Path, *, overwrite: bool) -> None:
    if path.is_symlink():
        raise OutputError(_LINK.fill(file=str(path)), _NAME_TARGET)
    if path.is_dir():
        raise OutputError(_FOLDER.fill(file=str(path)), _NAME_FILE)
    if not path.parent.is_dir():
        raise OutputError(_NO_FOLDER.fill(folder=str(path.parent)), _CREATE)
    if path.exists() and not overwrite:
        raise OutputError(_EXISTS.fill(file=str(path)), _OVERWRITE)


def _write_whole(path: Path, content: bytes, *, private: bool) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; not every system lets a folder be opened, and there the name is durable already."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
