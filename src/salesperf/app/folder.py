"""Reports into a folder: a page and a workbook of one, or of each team or rep, with an index of whose is which."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from salesperf.app.answer import Answer
from salesperf.app.chart_files import chart_files
from salesperf.app.deliver import Delivery, check_drawing, drawn
from salesperf.app.manifest import manifest_bytes
from salesperf.app.output import refuse_existing, refuse_folder, write, write_all, write_in_turn
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.report import Of
from salesperf.core.errors import UsageError
from salesperf.core.file_names import file_names
from salesperf.core.text import Text, printable
from salesperf.render.formats import find_format
from salesperf.report.model import Report

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
    """Where reports go, and how each file is written: as it would be alone.

    A `format` of None is a page and a workbook; `manifest` is where that of one report goes, apart from what its page
    and workbook tell.
    """

    path: Path
    asked: Delivery = Delivery()


def is_folder(output: Path | None) -> bool:
    """Whether an output names a folder: one that is there, or a name without an ending."""
    return output is not None and (output.is_dir() or not output.suffix)


def check_folder(folder: Folder, pack: str) -> None:
    """Say before the work what would stop it after it: a folder that cannot be written, files that exist."""
    names = [_ending(pack, one) for one in _formats(folder)]
    for name in names:
        check_drawing(_alone(folder, name))
    refuse_folder(folder.path)
    if folder.asked.manifest is not None:
        refuse_existing(folder.asked.manifest, overwrite=folder.asked.overwrite)
    if folder.path.is_dir():
        for name in (*names, INDEX):
            refuse_existing(folder.path / name, overwrite=folder.asked.overwrite)


def folder_of(asked: Delivery, *, is_each: bool = False) -> Folder:
    """The folder that an output names; raises `UsageError` where it names none, or a manifest for several reports."""
    if asked.file is None:
        raise UsageError(_NO_FOLDER, _NAME_FOLDER)
    if not is_folder(asked.file):
        raise UsageError(_ONE_FILE.fill(file=str(asked.file)), _NAME_FOLDER)
    if asked.manifest is not None and is_each:
        raise UsageError(_MANY_MANIFESTS, _IN_THEM)
    return Folder(asked.file, asked)


def write_one(folder: Folder, pack: str, answer: Answer) -> tuple[Path, ...]:
    """Write one report in every format; beside a page and a workbook its charts as pictures."""
    name = file_names([pack])[pack]
    files = _drawn(folder, name, answer.report)
    if folder.asked.format is None:
        files |= chart_files(answer.report)
    asked = folder.asked
    write_all(folder.path, files, overwrite=asked.overwrite, private=asked.private)
    if asked.manifest is None:
        return tuple(folder.path / name for name in files)
    made_from = manifest_bytes(answer.report.meta.manifest)
    write(asked.manifest, made_from, overwrite=asked.overwrite, private=asked.private)
    return (*(folder.path / name for name in files), asked.manifest)


def write_each(folder: Folder, pack: str, several: Sequence[Of]) -> tuple[Path, ...]:
    """Write the report of each under its name, and the index that tells the names; all of them or none."""
    answers = {of.whom: of.answer for of in several}
    return write_each_of(folder, pack, list(answers), answers.__getitem__)


def write_each_of(
    folder: Folder, pack: str, whose: Sequence[Whom], answer_of: Callable[[Whom], Answer]
) -> tuple[Path, ...]:
    """As `write_each`, of answers that are asked for one after the other and forgotten as soon as they are drawn."""
    named = tuple(_named(whose))
    names = (*(_ending(name, one) for name, _ in named for one in _formats(folder)), INDEX)
    contents, asked = _contents(folder, pack, named, answer_of), folder.asked
    write_in_turn(folder.path, names, contents, overwrite=asked.overwrite, private=asked.private)
    return tuple(folder.path / name for name in names)


def _contents(
    folder: Folder, pack: str, named: Sequence[tuple[str, Whom]], answer_of: Callable[[Whom], Answer]
) -> Iterator[bytes]:
    """The files of each, then the index, which knows what they hold."""
    listed: list[Mapping[str, object]] = []
    for name, whom in named:
        report = answer_of(whom).report
        files = _drawn(folder, name, report)
        listed.append(_entry(whom, report, files))
        yield from files.values()
    index = {"schema": SCHEMA, "pack": pack, "reports": listed}
    yield (json.dumps(index, ensure_ascii=False, indent=2) + "\n").encode()


def _drawn(folder: Folder, name: str, report: Report) -> dict[str, bytes]:
    names = (_ending(name, one) for one in _formats(folder))
    return {file: drawn(report, _alone(folder, file)) for file in names}


def _alone(folder: Folder, file: str) -> Delivery:
    """How one file of the folder would be written alone: its name tells the format."""
    return replace(folder.asked, format=None, file=folder.path / file)


def _named(whose: Sequence[Whom]) -> Iterator[tuple[str, Whom]]:
    """Each with the name of its files: two people of one name are told apart by their keys."""
    often = Counter(whom.name for whom in whose)
    words = [whom.name if often[whom.name] == 1 else f"{whom.name} ({whom.key})" for whom in whose]
    safe = file_names(words)
    for word, whom in zip(words, whose, strict=True):
        yield safe[word], whom


def _entry(whom: Whom, report: Report, files: Mapping[str, bytes]) -> Mapping[str, object]:
    return {
        "dimension": whom.dimension,
        "key": printable(whom.key),
        "name": printable(whom.name),
        "files": [{"file": name, "sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()],
        "result_sha256": report.meta.manifest.get("result_sha256"),
    }


def _formats(folder: Folder) -> tuple[str, ...]:
    return _FORMATS if folder.asked.format is None else (folder.asked.format,)


def _ending(name: str, format: str) -> str:  # noqa: A002 -- the flag's name
    return name + find_format(format).suffixes[0]
