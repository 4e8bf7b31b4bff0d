"""The lines of salesperf.toml that make the names of sheets or files what sales are split by."""

from __future__ import annotations

from salesperf.core.text import Text, listing
from salesperf.tables.bundle import Bundle
from salesperf.tables.paste import sister_lines

_DIMENSIONS = frozenset({"region", "rep", "team", "channel", "store", "product"})
_FEW = 8
"""Names that a hint shows."""
_WORDS = {"sheet_is": Text("sheets", "工作表"), "file_is": Text("files", "文件")}
_LINES = Text(
    "if the names of the {of} ({names}) say it, put into salesperf.toml:{toml}",
    "如果{of}名（{names}）即为{label}，请在 salesperf.toml 中写入：{toml}",
)


def named_by(dimension: str, label: Text, *, table: str, bundle: Bundle) -> Text | None:
    """What to write where sheets or files of one header may be named after a dimension; None where none are."""
    sisters = bundle.sisters.get(table)
    if sisters is None or dimension not in _DIMENSIONS:
        return None
    shown = listing((*sisters.names[:_FEW], *(["…"] if len(sisters.names) > _FEW else [])))
    toml = sister_lines(table, sisters.files, {sisters.key: dimension})
    return _LINES.fill(of=_WORDS[sisters.key], names=shown, label=label, toml=toml)
