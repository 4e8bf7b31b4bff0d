"""The demo's door: which companies there are, and their files on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from salesperf.app.demo.acme import ACME
from salesperf.app.demo.acme_files import acme_files
from salesperf.app.demo.company import Company
from salesperf.app.demo.generate import generate
from salesperf.app.demo.hengyuan import HENGYUAN
from salesperf.app.demo.hengyuan_files import hengyuan_files
from salesperf.app.demo.setting import Setting
from salesperf.app.output import refuse_existing, write
from salesperf.core.errors import OutputError, UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing

_NO_FOLDER = Text("cannot make folder {folder!r}: {why}", "无法创建文件夹「{folder}」：{why}")
_KNOWN = Text("known: {names}", "可用的有：{names}")
_Exporter = Callable[[Company], dict[str, bytes]]

COMPANIES: Mapping[str, tuple[Setting, _Exporter]] = MappingProxyType(
    {"acme_en": (ACME, acme_files), "hengyuan_zh": (HENGYUAN, hengyuan_files)}
)


def write_demo(
    folder: Path, *, companies: tuple[str, ...] = ("acme_en", "hengyuan_zh"), overwrite: bool = False
) -> tuple[Path, ...]:
    """Write a folder of exports for each company and name the files written.

    The bytes are the same every time. Raises `UsageError` for a company there is not, and `OutputError`, before
    anything is written, when one of the files exists and `overwrite` was not said.
    """
    files = {
        folder / name / file: content for name in dict.fromkeys(companies) for file, content in demo_files(name).items()
    }
    for parent in dict.fromkeys(path.parent for path in files):
        try:
            parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise OutputError(_NO_FOLDER.fill(folder=str(parent), why=fault.strerror or fault)) from fault
    for path in files:
        refuse_existing(path, overwrite=overwrite)
    for path, content in files.items():
        write(path, content, overwrite=overwrite)
    return tuple(files)


def demo_files(name: str) -> dict[str, bytes]:
    """One company's files by name; an unknown company is a usage error that suggests."""
    if name not in COMPANIES:
        hint = did_you_mean(name, COMPANIES) or _KNOWN.fill(names=listing(COMPANIES))
        raise UsageError(Text(f"unknown company {name!r}", f"没有示例公司「{name}」"), hint)
    setting, export = COMPANIES[name]
    return export(generate(setting))
