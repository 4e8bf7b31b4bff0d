"""Segment maps read: those that are shipped by name, the user's own from TOML files, each looked through before use."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

from salesperf.analyses.rfm.map_lint import Linted, linted
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.app.toml_files import Refusal, model_of
from salesperf.core.errors import ConfigError, UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Count, Text, listing

SHIPPED = ("rf10", "r-rfm", "cn8", "b2b4")
_CANNOT_READ = Text("the segment map {file} cannot be read", "分群文件 {file} 无法读取")
_CANNOT_USE = Text("the segment map {file} has {count:fault|faults}", "分群文件 {file} 有 {count} 处错误")
_SEE_BELOW = Text("correct what is listed", "请修正所列各项")
_NO_MAP = Text("there is no segment map {name!r}", "没有名为「{name}」的分群")
_THERE = Text("there are {names}; a file of your own ends in .toml", "可用的有：{names}；自编的分群文件以 .toml 结尾")
_DOCS = Text("docs/guide/customers.md shows how a map is written", "docs/guide/customers.md 说明分群的写法")


def segment_map(name: str, *, folder: Path) -> tuple[SegmentMap, Linted]:
    """A map by its name, or from a file that ends in `.toml` and is relative to a folder, with what the linter found.

    Raises `UsageError` for a name that no map has, `ConfigError` with every fault of a file.
    """
    if name.lower().endswith(".toml"):
        return _read(folder / name)
    if name not in SHIPPED:
        hint = did_you_mean(name, SHIPPED) or _THERE.fill(names=listing(SHIPPED))
        raise UsageError(_NO_MAP.fill(name=name), hint)
    text = (files("salesperf.app.rfm") / "maps" / f"{name}.toml").read_text(encoding="utf-8")
    found = SegmentMap.model_validate(tomllib.loads(text))
    return found, linted(found)


def _read(path: Path) -> tuple[SegmentMap, Linted]:
    found = model_of(path, SegmentMap, Refusal(_CANNOT_READ, _CANNOT_USE, _SEE_BELOW, _DOCS))
    looked = linted(found, file=path.name)
    if looked.faults:
        told_of = _CANNOT_USE.fill(file=path.name, count=Count(len(looked.faults)))
        raise ConfigError(told_of, _SEE_BELOW, looked.faults)
    return found, looked
