"""Files of cut-offs: read back only where they are whole and belong to the question."""

from __future__ import annotations

from pathlib import Path

from salesperf.analyses.rfm.kept import KeptCutoffs
from salesperf.app.toml_files import Refusal, model_of
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, Where
from salesperf.core.text import Text

_CANNOT_READ = Text("the cut-offs {file} cannot be read", "分界文件 {file} 无法读取")
_CANNOT_USE = Text("the cut-offs {file} cannot be used", "分界文件 {file} 不能使用")
_FAULTS = Text("the cut-offs {file} have {count:fault|faults}", "分界文件 {file} 有 {count} 处错误")
_AGAIN = Text("save them again with --save-cutoffs", "请用 --save-cutoffs 重新保存")
_UNORDERED = Text("the edges of {axis} are not from low to high", "{axis} 的分界未从小到大排列")


def kept_cutoffs(path: Path) -> KeptCutoffs:
    """The cut-offs of a file; raises `ConfigError` with all that is wrong with it."""
    found = model_of(path, KeptCutoffs, Refusal(_CANNOT_READ, _FAULTS, _AGAIN, _AGAIN))
    for axis, edges in found.cutoffs.edges.items():
        if list(edges.at) != sorted(edges.at):
            told = issue("C609", _UNORDERED.fill(axis=axis), Where(file=path.name))
            raise ConfigError(_CANNOT_USE.fill(file=path.name), _AGAIN, (told,))
    return found
