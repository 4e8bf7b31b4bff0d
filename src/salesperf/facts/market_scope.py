"""What a row of market sizes is of: the whole market, or that of one region, category, product or channel."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, folded, listing
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.tables.bundle import Bundle

WHOLE = ""
"""The scope of the whole company."""
SCOPES = ("region", "category", "product", "channel")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "region": ("region",),
    "category": ("category",),
    "product": ("product_id", "product_name"),
    "channel": ("channel",),
}
_WORDS = {
    WHOLE: r"company|(grand )?total|all|whole|overall|global|national|market|industry|"
    r"(total |addressable )?market (size|volume|value|revenue|total)|tam|"
    r"total (addressable )?market|industry (sales|revenue)|"
    r"(整体)?市场(总)?(规模|容量|总量|总额)|行业(总)?(规模|销售额)|市场|大盘|"
    r"公司|全公司|整体|全部|合计|总计|总体|全国|全球|全市场|整体市场|行业",
    "region": r"(sales )?region|area|territory|(销售)?区域|大区|地区|片区",
    "category": r"(product )?category|product line|segment|品类|(产品)?类别|产品线|品种",
    "product": r"product|sku|item|产品|商品|单品",
    "channel": r"(sales )?channel|(销售)?渠道",
}
_NO_SCOPE = Text(
    "market of {word!r}, which is neither the company nor a region, category, product or channel of the sales",
    "市场范围「{word}」既不是全公司，也不是销售中的区域、品类、产品或渠道",
)
_SEVERAL = Text(
    "market of {names} at once: sizes are of the company or of one of them",
    "市场规模同时限定{names}：只能针对全公司或其中一项",
)
_NO_KEY = Text("market of a {scope}, and the row does not say of which", "市场范围为{scope}，但该行未说明是哪一个")
_SALES_HAVE = Text("the sales have {names}", "销售中有：{names}")


class Known(Struct, frozen=True):
    """The keys that the sales and their lists have by scope (a scope nobody read is not there), and keys by name."""

    keys: Mapping[str, frozenset[str]]
    by_name: Mapping[str, str]

    def hint(self, word: str, scope: str | None = None) -> Text:
        """What may be meant."""
        names = sorted({key for one, keys in self.keys.items() if scope in {None, one} for key in keys})
        return did_you_mean(word, names) or (_SALES_HAVE.fill(names=listing(names[:10])) if names else Text("", ""))


class Scope(Struct, frozen=True):
    """`told_for` names the dimension, or the whole company; `key` is one of it."""

    told_for: str
    key: str | None = None


class NoScope(Struct, frozen=True):
    """Why a row is of nothing that is sold."""

    message: Text
    hint: Text


def scope_words(scope: str) -> Text:
    """What a scope is called: a dimension of the sales."""
    return Text(scope, DIMENSIONS[scope].label.zh)


def known_keys(bundle: Bundle) -> Known:
    """What regions, categories, products and channels the tables name."""
    found: dict[str, set[str]] = {}
    by_name: dict[str, str] = {}
    for table in bundle.tables.values():
        if table.name in {"market", "costs", "campaigns", "targets"}:
            continue
        columns = set(table.frame.columns)
        for scope, names in _COLUMNS.items():
            for name in columns.intersection(names):
                found.setdefault(scope, set()).update(table.frame[name].drop_nulls().unique().to_list())
        if {"product_id", "product_name"} <= columns:
            pairs = table.frame.select("product_name", "product_id").drop_nulls().unique(maintain_order=True)
            by_name.update(dict(pairs.iter_rows()))
    return Known({scope: frozenset(keys) for scope, keys in found.items()}, by_name)


def scope_of_row(row: Mapping[str, object], known: Known) -> Scope | NoScope:
    """What a row is of, by the word of its scope, else by the one column it fills, else by a key that is known."""
    word, identity = _text(row.get("scope")), _text(row.get("scope_id"))
    filled = {scope: value for scope in SCOPES for value in [_first(row, _COLUMNS[scope])] if value is not None}
    # A list by region has its total under 全国, which is a region only where the sales have one of that name.
    filled = {
        scope: value for scope, value in filled.items() if _named(value) != WHOLE or _is_known(scope, value, known)
    }
    named = _named(word) if word is not None else None
    if named is not None and named != WHOLE:
        return _keyed(named, identity or filled.get(named), known)
    if len(filled) > 1:
        return NoScope(_SEVERAL.fill(names=listing(map(scope_words, filled))), Text("", ""))
    if filled:
        (scope, key), *_ = filled.items()
        return _keyed(scope, key, known)
    if word is not None and named is None:
        return _by_key(word, known)
    return Scope(WHOLE) if identity is None or _named(identity) == WHOLE else _by_key(identity, known)


def _is_known(scope: str, key: str, known: Known) -> bool:
    return key in known.keys.get(scope, frozenset())


def _keyed(scope: str, key: str | None, known: Known) -> Scope | NoScope:
    if key is None:
        return NoScope(_NO_KEY.fill(scope=scope_words(scope)), known.hint("", scope))
    if scope == "product" and key not in known.keys.get("product", frozenset()):
        key = known.by_name.get(key, key)
    return Scope(scope, key)


def _by_key(word: str, known: Known) -> Scope | NoScope:
    """A row that names a region or the like where its kind should stand: that of which it is a key, if of one only."""
    named = {"product"} if word in known.by_name else set()
    fitting = sorted(named | {scope for scope, keys in known.keys.items() if word in keys})
    if len(fitting) == 1:
        return _keyed(fitting[0], word, known)
    return NoScope(_NO_SCOPE.fill(word=word), known.hint(word))


def _named(word: str) -> str | None:
    text = folded(word).casefold()
    return next((scope for scope, pattern in _WORDS.items() if re.fullmatch(pattern, text)), None)


def _first(row: Mapping[str, object], columns: Sequence[str]) -> str | None:
    return next((value for column in columns for value in [_text(row.get(column))] if value is not None), None)


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
