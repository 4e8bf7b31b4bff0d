"""From the words of a command to input files: paths, globs, folders and `-`; copies count once, and are named."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from glob import glob, has_magic
from pathlib import Path, PurePath
from threading import Thread

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, UsageError, Where
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text
from salesperf.sources.files.folders import folders_inside, listed, not_read
from salesperf.sources.rows.raw import LeftOut, SourceFile

STDIN = "-"

_COPY = Text("copy of {file}", "与 {file} 内容相同")
_UNSUPPORTED = Text("file type not supported ({suffix})", "不支持的文件类型（{suffix}）")
_FOR_PEOPLE = Text("written for people", "说明文档")
_COUNTS_ONCE = Text("the file is a copy of {file}; it counts once", "文件与 {file} 内容相同；只计一次")
_NOT_READ = Text("left out: files of type {suffix} are not read", "未读取：不支持的文件类型（{suffix}）")
_NO_FILE = Text("there is no file {word!r}", "找不到文件「{word}」")
_NO_FOLDER = Text("there is no folder {folder!r} either", "文件夹「{folder}」也不存在")
_CHECK_PATH = Text("check the path", "请检查路径")
_CLOSED = Text("the folder {folder!r} cannot be opened", "文件夹「{folder}」无法打开")
_EMPTY_FOLDER = Text("the folder {folder!r} holds no files", "文件夹「{folder}」中没有文件")
_NAME_FILES = Text("name the files, or another folder", "请指定文件，或换一个文件夹")
_FOLDERS_ONLY = Text(
    "the folder {folder!r} holds no files itself; files that may be tables are in {inside}",
    "文件夹「{folder}」本身没有文件；可能是数据表的文件在{inside}中",
)
_NAME_ONE = Text(
    "name one of them, such as {first}; several that are named are read as one export",
    "请指定其中一个，如 {first}；指定多个时按同一份导出读取",
)

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".tab", ".psv"})
WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
PARQUET_SUFFIXES = frozenset({".parquet", ".pq"})
SUPPORTED = TEXT_SUFFIXES | WORKBOOK_SUFFIXES | PARQUET_SUFFIXES

_PASSED_OVER = (".", "~$")
"""How hidden files and lock files begin."""
_OURS = "salesperf.toml"
"""The project file lies among the files it describes and is none of them."""
_HASH_LATER = 8_000_000
"""A hash of more bytes than this runs beside the reading (SHA-256 takes about 0.8 s a gigabyte)."""


class Found(Struct, frozen=True):
    """The files to read, sorted by name, and those left out with the reason."""

    files: tuple[SourceFile, ...]
    left_out: tuple[LeftOut, ...]
    issues: tuple[Issue, ...]


class _Candidate(Struct, frozen=True):
    path: Path
    named: bool


def discover(inputs: Sequence[str], *, digests: bool = True, stdin: bytes | None = None) -> Found:
    """The input files behind `inputs`, in an order that does not depend on theirs.

    A path that does not exist and a glob that matches nothing are usage errors. Without `digests` only files of
    equal size are hashed, to tell copies. `stdin` stands for standard input in tests.
    """
    candidates = _candidates(word for word in inputs if word != STDIN)
    supported, foreign = _by_support(candidates)
    names = _names([candidate.path for candidate in (*supported, *foreign)])
    files = [_source_file(candidate, names[candidate.path], digests=digests) for candidate in supported]
    if STDIN in inputs:
        files.append(_standard_input(sys.stdin.buffer.read() if stdin is None else stdin))
    files.sort(key=lambda file: (file.name, str(file.path)))
    files, copies = _without_copies(files)
    others = [_unsupported(candidate, names[candidate.path], digests=digests) for candidate in foreign]
    return Found(
        tuple(files),
        tuple(left for left, _ in (*copies, *others)),
        (*(fault for _, fault in (*copies, *others)), *_beside(inputs)),
    )


def _candidates(words: Iterable[str]) -> list[_Candidate]:
    by_path: dict[Path, bool] = {}
    for word in words:
        for path, named in _expanded(word):
            # What a pipe resolves to cannot be opened by that name.
            whole = path.resolve() if path.is_file() else path.absolute()
            by_path[whole] = by_path.get(whole, False) or named
    return [_Candidate(path, by_path[path]) for path in sorted(by_path)]


def _expanded(word: str) -> list[tuple[Path, bool]]:
    path = Path(word).expanduser()
    if path.is_dir():
        return [(inside, False) for inside in _inside(path)]
    if path.exists():
        return [(path, True)]
    if has_magic(word):
        # Path.glob takes no absolute pattern and no pattern in a folder's name.
        matches = [Path(match) for match in glob(str(path), recursive=True)]  # noqa: PTH207
        found = [match for match in matches if _is_input(match)]
        if found:
            return [(match, False) for match in found]
        told = Text(f"no file matches {word!r}", f"没有文件与「{word}」匹配")
        hint = Text("quote the pattern, or name the folder instead", "请给通配符加引号，或改为指定文件夹")
        raise UsageError(told, hint)
    raise UsageError(_NO_FILE.fill(word=word), _suggestion(path))


def _inside(folder: Path) -> list[Path]:
    try:
        found = [path for path in folder.iterdir() if _is_input(path)]
    except OSError as error:
        raise UsageError(_CLOSED.fill(folder=str(folder)), str(error.strerror or error)) from error
    if not found:
        inside = folders_inside(folder, suffixes=SUPPORTED, hidden=_PASSED_OVER)
        if inside:
            told = _FOLDERS_ONLY.fill(folder=str(folder), inside=listed(inside))
            raise UsageError(told, _NAME_ONE.fill(first=str(inside[0].path)))
        raise UsageError(_EMPTY_FOLDER.fill(folder=str(folder)), _NAME_FILES)
    return found


def _beside(words: Iterable[str]) -> Iterator[Issue]:
    """What lies in folders inside those that are named."""
    folders = [path for word in words if word != STDIN and (path := Path(word).expanduser()).is_dir()]
    return not_read(folders, suffixes=SUPPORTED, hidden=_PASSED_OVER)


def _is_input(path: Path) -> bool:
    return path.is_file() and path.name != _OURS and not path.name.startswith(_PASSED_OVER)


def _suggestion(path: Path) -> Text:
    if not path.parent.is_dir():
        return _NO_FOLDER.fill(folder=str(path.parent))
    siblings = [sibling.name for sibling in path.parent.iterdir() if not sibling.name.startswith(".")]
    return did_you_mean(path.name, siblings) or _CHECK_PATH


def _by_support(candidates: list[_Candidate]) -> tuple[list[_Candidate], list[_Candidate]]:
    supported: list[_Candidate] = []
    foreign: list[_Candidate] = []
    for one in candidates:
        (supported if one.named or _may_be_table(one.path) else foreign).append(one)
    return supported, foreign


def _may_be_table(path: Path) -> bool:
    return path.suffix.lower() in SUPPORTED and not _is_readme(path)


def _is_readme(path: Path) -> bool:
    """Whether the file is prose by its name: a `.txt` may be an export as well."""
    return path.name.lower().startswith("readme") and path.suffix.lower() in {"", ".txt", ".md"}


def _names(paths: list[Path]) -> dict[Path, str]:
    """The base name of each path, with as many folders before it as make it unique."""
    names = {path: path.name for path in paths}
    for depth in range(2, max((len(path.parts) for path in paths), default=0) + 1):
        counts = Counter(names.values())
        repeated = [path for path, name in names.items() if counts[name] > 1]
        if not repeated:
            break
        names.update({path: "/".join(path.parts[-depth:]) for path in repeated})
    return names


def _source_file(candidate: _Candidate, name: str, *, digests: bool) -> SourceFile:
    if not candidate.path.is_file():
        # A pipe (`<(...)`) can be read once only, and has no size before.
        content = candidate.path.read_bytes()
        return SourceFile(None, name, hashlib.sha256(content).hexdigest(), len(content), content)
    try:
        size = candidate.path.stat().st_size
    except OSError:
        size = 0
    digest = _hash_of(candidate.path, size) if digests else ""
    return SourceFile(candidate.path, name, digest, size, named=candidate.named)


def _hash_of(path: Path, size: int) -> str | Future[str]:
    if size <= _HASH_LATER:
        return _sha256(path)
    later: Future[str] = Future()
    Thread(target=lambda: later.set_result(_sha256(path)), daemon=True).start()
    return later


def _sha256(path: Path) -> str:
    """The hash of the file's bytes; empty when they cannot be read, which reading then reports."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _standard_input(content: bytes) -> SourceFile:
    return SourceFile(None, "standard input", hashlib.sha256(content).hexdigest(), len(content), content)


def _without_copies(files: list[SourceFile]) -> tuple[list[SourceFile], list[tuple[LeftOut, Issue]]]:
    """The files without exact copies: of equal files the original stays. Only equal sizes are hashed for it."""
    by_size: dict[int, list[SourceFile]] = defaultdict(list)
    for file in files:
        by_size[file.size].append(file)
    equal: dict[tuple[int, str], list[SourceFile]] = defaultdict(list)
    for size, alike in by_size.items():
        # Empty files are equal to each other, but each of them is a fault of its own.
        if size and len(alike) > 1:
            for file in alike:
                digest = file.sha256 or ("" if file.path is None else _sha256(file.path))
                equal[size, digest].append(file)
    copies = {copy: _original(group) for group in equal.values() for copy in group if copy is not _original(group)}
    kept = [file for file in files if file not in copies]
    return kept, [_copy(file, of=copies[file]) for file in files if file in copies]


def _original(equal: Iterable[SourceFile]) -> SourceFile:
    """The shortest name, for whoever copies a file lengthens it (`orders (1).csv`); then the first one."""
    return min(equal, key=lambda file: (len(PurePath(file.name).name), file.name, str(file.path)))


def _copy(file: SourceFile, *, of: SourceFile) -> tuple[LeftOut, Issue]:
    fault = issue("R103", _COUNTS_ONCE.fill(file=of.name), Where(file.name))
    return LeftOut(file, None, "copy", _COPY.fill(file=of.name)), fault


def _unsupported(candidate: _Candidate, name: str, *, digests: bool) -> tuple[LeftOut, Issue]:
    suffix = candidate.path.suffix or Text("no suffix", "无后缀")
    note, message = _UNSUPPORTED.fill(suffix=suffix), _NOT_READ.fill(suffix=suffix)
    if _is_readme(candidate.path):
        note, message = _FOR_PEOPLE, Text("left out: it is written for people", "未读取：这是说明文档")
    left = LeftOut(_source_file(candidate, name, digests=digests), None, "unsupported", note)
    return left, issue("R102", message, Where(name))
