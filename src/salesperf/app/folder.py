"""Reports into a folder: a page and a workbook of one, or of each team or rep, with an index of whose is which."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from salesperf.app.answer import Answer
from salesperf.app.chart_files import chart_files
from salesperf.app.manifest import manifest_bytes
from salesperf.app.output import refuse_existing, refuse_folder, write, write_all
from salesperf.app.report import Of
from salesperf.core.errors import UsageError
from salesperf.core.file_names import file_names
from salesperf.core.text import Text, printable
from salesperf.render.formats import DrawOptions, draw, find_format

SCHEMA = "salesperf.reports/1"
INDEX = "index.json"
_FORMATS = ("html", "xlsx")
"""What is written where no format is named: a page to read, a workbook to go on with."""
_NO_FOLDER = Text("--each writes several files", "--each 会写出多个文件")
_ONE_FILE = Text("{file!r} is one file, and --each writes several", "「{file}」是单个文件，而 --each 会写出多个文件")
_MANY_MANIFESTS = Text(
    "--manifest writes one manifest, and --each has several", "--manifest 只写一份清单，而 --each 有多份报告"
)
_IN_THEM = Text("each report tells at its end what it was made from", "每份报告末尾都注明了数据来源")
_NAME_FOLDER = Text("name a folder with -o, such as -o reports", "请用 -o 指定文件夹，例如 -o reports")


class Folder(Struct, frozen=True):
    """Where reports go, and how: `format` None is a page and a workbook."""

    path: Path
    format: str | None = None
    overwrite: bool = False
    manifest: Path | None = None
    """Where the manifest of one report goes, apart from what its page and workbook tell."""


def is_folder(output: Path | None) -> bool:
    """Whether an output names a folder: one that is there, or a name without an ending."""
    return output is not None and (output.is_dir() or not output.suffix)


def check_folder(folder: Folder, pack: str) -> None:
    """Say before the work what would stop it after it: a folder that cannot be written, files that exist."""
    for one in _formats(folder):
        find_format(one)
    refuse_folder(folder.path)
    if folder.manifest is not None:
        refuse_existing(folder.manifest, overwrite=folder.overwrite)
    if folder.path.is_dir():
        for name in (*(_ending(pack, one) for one in _formats(folder)), INDEX):
            refuse_existing(folder.path / name, overwrite=folder.overwrite)


def folder_of(output: Path | None, *, format: str | None, overwrite: bool) -> Folder:  # noqa: A002 -- the flag's name
    """The folder that an output names; raises `UsageError` where it names none."""
    if output is None:
        raise UsageError(_NO_FOLDER, _NAME_FOLDER)
    if not is_folder(output):
        raise UsageError(_ONE_FILE.fill(file=str(output)), _NAME_FOLDER)
    return Folder(output, format, overwrite)


def with_manifest(folder: Folder, manifest: Path | None, *, is_each: bool) -> Folder:
    """The folder with a file for the manifest; raises `UsageError` where there would be a manifest for each."""
    if manifest is not None and is_each:
        raise UsageError(_MANY_MANIFESTS, _IN_THEM)
    return replace(folder, manifest=manifest)


def write_one(folder: Folder, pack: str, answer: Answer) -> tuple[Path, ...]:
    """Write one report in every format; beside a page and a workbook its charts as pictures."""
    name = file_names([pack])[pack]
    files = _drawn(folder, name, answer)
    if folder.format is None:
        files |= chart_files(answer.report)
    write_all(folder.path, files, overwrite=folder.overwrite)
    if folder.manifest is None:
        return tuple(folder.path / name for name in files)
    write(folder.manifest, manifest_bytes(answer.report.meta.manifest), overwrite=folder.overwrite)
    return (*(folder.path / name for name in files), folder.manifest)


def write_each(folder: Folder, pack: str, several: Sequence[Of]) -> tuple[Path, ...]:
    """Write the report of each under its name, and the index that tells the names; all of them or none."""
    files: dict[str, bytes] = {}
    listed: list[Mapping[str, object]] = []
    for name, of in _named(several):
        own = {
            _ending(name, one): draw(of.answer.report, format=one, options=DrawOptions()) for one in _formats(folder)
        }
        listed.append(_entry(of, own))
        files |= own
    index = {"schema": SCHEMA, "pack": pack, "reports": listed}
    files[INDEX] = (json.dumps(index, ensure_ascii=False, indent=2) + "\n").encode()
    write_all(folder.path, files, overwrite=folder.overwrite)
    return tuple(folder.path / name for name in files)


def _drawn(folder: Folder, name: str, answer: Answer) -> dict[str, bytes]:
    return {_ending(name, one): draw(answer.report, format=one, options=DrawOptions()) for one in _formats(folder)}


def _named(several: Sequence[Of]) -> Iterator[tuple[str, Of]]:
    """Each with the name of its files: two people of one name are told apart by their keys."""
    names = [of.whom.name for of in several]
    words = [of.whom.name if names.count(of.whom.name) == 1 else f"{of.whom.name} ({of.whom.key})" for of in several]
    safe = file_names(words)
    for word, of in zip(words, several, strict=True):
        yield safe[word], of


def _entry(of: Of, files: Mapping[str, bytes]) -> Mapping[str, object]:
    return {
        "dimension": of.whom.dimension,
        "key": printable(of.whom.key),
        "name": printable(of.whom.name),
        "files": [{"file": name, "sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()],
        "result_sha256": of.answer.report.meta.manifest.get("result_sha256"),
    }


def _formats(folder: Folder) -> tuple[str, ...]:
    return _FORMATS if folder.format is None else (folder.format,)


def _ending(name: str, format: str) -> str:  # noqa: A002 -- the flag's name
    return name + find_format(format).suffixes[0]
