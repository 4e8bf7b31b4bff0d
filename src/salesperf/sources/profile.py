"""Export profiles: which headers mean which canonical column, declared in TOML, the user's own first."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from salesperf.core.errors import ConfigError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text
from salesperf.sources.encodings.vocabulary import IN_SIMPLIFIED
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind, TableSchema

PARTS = ("first_name", "last_name")
"""Columns that together make `rep_name` of `people`."""
LINE_FLAGS = ("was_cancelled", "was_valid", "was_returned", "was_confirmed")
"""Columns of yes and no that become the `status` of an order line or an invoice; of two the first counts."""
LINE_TYPE = "line_type"
"""A column of document types beside the status, of which those that take back or count nothing become the `status`."""
REFUND_STATUS = "refund_status"
"""A column of what became of refunds beside the status of order lines."""
_MARKS: dict[str, Kind] = dict.fromkeys(LINE_FLAGS, Kind.FLAG) | {LINE_TYPE: Kind.TEXT}
EXTRA: Mapping[str, Mapping[str, Kind]] = {
    "people": dict.fromkeys(PARTS, Kind.NAME),
    "orders": {"unit_cost": Kind.MONEY, "profit": Kind.MONEY, "tax_rate": Kind.RATE, REFUND_STATUS: Kind.TEXT} | _MARKS,
    "deals": {"line_amount": Kind.MONEY, "lost_date": Kind.DATE},
    "leads": dict.fromkeys(("response_minutes", "response_hours", "response_days"), Kind.RATE),
    "surveys": {"answer": Kind.TEXT},
    "invoices": {"tax": Kind.MONEY, "tax_rate": Kind.RATE} | _MARKS,
}
"""Columns that a file may have and a canonical table does not: others are derived from them."""
_SHIPPED = "salesperf.sources.profiles"
SHIPPED = "all.json"
"""The profiles of the package once more, folded and in order."""
_OURS = frozenset({"generic_en.toml", "generic_zh.toml"})
"""The languages that reports are written in: a header that others have too is told as theirs."""
_KEPT = "%#"
"""Marks that say what a column is: 折扣%, `#`."""
_NO_LETTERS = {mark: None for mark in range(128) if not chr(mark).isalnum() and chr(mark) not in _KEPT}
_ACCENTS = re.compile("[\u0300-\u036f]")
_SOME, _MOST = 2, 0.6
"""How many cells of a row, and what share of them, must be known headers for it to be one."""


class TableAliases(Struct, frozen=True):
    """The headers one profile knows for one table, folded, in order of preference.

    `weak` headers (`name`, `date`) mean the column only where nothing better is there, and count half as
    evidence. A `signature` are headers that must all be present for this entry to be used at all.
    """

    profile: str
    table: str
    signature: frozenset[str]
    strong: Mapping[str, tuple[str, ...]]
    weak: Mapping[str, tuple[str, ...]]


class Profile(Struct, frozen=True):
    """One kind of export; a `named` one counts only where a table's signature is met."""

    name: str
    lang: str
    source: str
    tables: tuple[TableAliases, ...]

    def aliases(self, table: str) -> tuple[TableAliases, ...]:
        """The profile's entries for one table."""
        return tuple(entry for entry in self.tables if entry.table == table)


def readable(schema: TableSchema) -> tuple[str, ...]:
    """The columns a file can give a table: its own, and those others are derived from."""
    return (*schema.names, *EXTRA.get(schema.name, ()))


def kind_of(schema: TableSchema, column: str) -> Kind:
    """What a readable column holds."""
    return schema.column(column).kind if column in schema.names else EXTRA[schema.name][column]


@lru_cache(maxsize=65_536)
def fold_header(header: str) -> str:
    """A header for comparison: case, blanks, width, punctuation, accents and traditional writing do not count.

    >>> fold_header("Order ID") == fold_header("order_id") == fold_header("orderID") == fold_header("ＯｒｄｅｒＩｄ ")
    True
    >>> fold_header("Quantité"), fold_header("Verkäufer"), fold_header("データ")
    ('quantite', 'verkaufer', 'データ')
    """
    if header.isascii():
        return header.lower().translate(_NO_LETTERS)
    text = unicodedata.normalize("NFKC", header).casefold().translate(IN_SIMPLIFIED)
    if not unicodedata.is_normalized("NFD", text):
        text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    return text if text.isalnum() else "".join(char for char in text if char.isalnum() or char in _KEPT)


def without_unit(header: str) -> str:
    """A header without what stands in brackets at its end, such as 金额(元), `Amount (USD)` or 金额(元)（必填）."""
    text = unicodedata.normalize("NFKC", header)
    return re.sub(r"(?:\s*[(\[][^()\[\]]*[)\]])+\s*$", "", text)


def profiles(folders: Sequence[Path] = ()) -> tuple[Profile, ...]:
    """All profiles: those of the user's folders first, then named exports, then the generic ones."""
    own = [_read(path.read_bytes(), path.name) for folder in folders for path in sorted(folder.glob("*.toml"))]
    return (*own, *_shipped())


def is_known_header(cells: Sequence[str]) -> bool:
    """Whether most of some cells, and two at least, are headers that a shipped profile knows.

    >>> is_known_header(("客户名称", "行业", "Sonstiges")), is_known_header(("甲", "建材", "华东"))
    (True, False)
    """
    names = [cell for cell in cells if cell.strip()]
    known = sum(fold_header(name) in _known_headers() for name in names)
    return known >= max(_SOME, _MOST * len(names))


def knows_header(name: str) -> bool:
    """Whether a shipped profile knows a header.

    >>> knows_header("Order Date"), knows_header("Order Mood")
    (True, False)
    """
    return fold_header(name) in _known_headers()


@lru_cache(maxsize=1)
def _known_headers() -> frozenset[str]:
    entries = [entry for profile in _shipped() for entry in profile.tables]
    return frozenset(
        header for entry in entries for aliases in (*entry.strong.values(), *entry.weak.values()) for header in aliases
    )


@lru_cache(maxsize=1)
def _shipped() -> tuple[Profile, ...]:
    """Those of the package, as `make docs` writes them down: reading the TOML files takes longer than most exports."""
    content = resources.files(_SHIPPED).joinpath(SHIPPED).read_bytes()
    return msgspec.json.decode(content, type=tuple[Profile, ...])


def shipped_in_full() -> tuple[Profile, ...]:
    """Those of the package, from their TOML files: the named exports first, then the generic ones."""
    files = sorted((entry for entry in resources.files(_SHIPPED).iterdir() if entry.name.endswith(".toml")), key=_last)
    return tuple(_read(entry.read_bytes(), entry.name) for entry in files)


def _last(entry: Any) -> tuple[bool, bool, str]:  # noqa: ANN401 - importlib's Traversable has no public name in 3.11
    return (entry.name.startswith("generic"), entry.name not in _OURS, entry.name)


def _read(content: bytes, file: str) -> Profile:
    try:
        tree = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        told = Text("profile {file} is not readable TOML: {fault}", "列名方案 {file} 不是有效的 TOML：{fault}")
        raise ConfigError(told.fill(file=file, fault=fault)) from fault
    name = str(tree.get("name", file.removesuffix(".toml")))
    entries = tuple(
        _entry(name, table, section)
        for table, sections in tree.get("tables", {}).items()
        for section in (sections if isinstance(sections, list) else [sections])
    )
    return Profile(name, str(tree.get("lang", "en")), str(tree.get("source", "")), entries)


def _entry(profile: str, table: str, section: Mapping[str, Any]) -> TableAliases:
    if table not in TABLES:
        told = Text(f"profile {profile}: unknown table {table!r}", f"列名方案 {profile}：未知的数据表「{table}」")
        raise ConfigError(told, did_you_mean(table, TABLES.keys))
    known = readable(TABLES[table])
    for kind in ("columns", "weak"):
        for column in section.get(kind, {}):
            if column not in known:
                told = Text(
                    f"profile {profile}: {table} has no column {column!r}",
                    f"列名方案 {profile}：{table} 没有「{column}」列",
                )
                raise ConfigError(told, did_you_mean(column, known))
    return TableAliases(
        profile,
        table,
        frozenset(_folded(section.get("signature", ()))),
        {column: _folded(headers) for column, headers in section.get("columns", {}).items()},
        {column: _folded(headers) for column, headers in section.get("weak", {}).items()},
    )


def _folded(headers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold_header(header) for header in headers))
