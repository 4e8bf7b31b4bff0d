"""What folding does to names and ids: which are spelled out, which become one, and which say nothing."""

from __future__ import annotations

import unicodedata

import polars as pl
from msgspec import Struct

WHO_AND_WHAT = frozenset({"customer_id", "customer_name", "rep_id", "rep_name", "product_id", "product_name"})
"""The columns whose texts name somebody or something that figures are told of."""
_OF_WIDTH = frozenset({"<wide>", "<narrow>"})


class FoldedNames(Struct, frozen=True):
    """The names of one column that are read as others.

    `merged` has the names that were written in several forms, each with these, by name; `respelt` the names whose
    characters stand for others (a ligature, a sign), written and read; `rows` counts the rows of both kinds that read
    otherwise than written. `empty` are the texts taken for no name.
    """

    merged: tuple[tuple[str, tuple[str, ...]], ...]
    respelt: tuple[tuple[str, str], ...]
    rows: int
    empty: tuple[str, ...]


def folded_names(texts: pl.Series, distinct: pl.Series, changed: pl.DataFrame) -> FoldedNames | None:
    """What becomes of a column's names; None where blanks are trimmed at most.

    `distinct` are its texts, `changed` those that folding changes (`written`, `folded`).
    """
    empty = sorted(text for text in changed.filter(pl.col("folded").is_null())["written"].to_list() if text.strip())
    pairs = [(old, new) for old, new in changed.drop_nulls().iter_rows() if " ".join(old.split()) != new]
    if not pairs:
        return FoldedNames((), (), 0, tuple(empty)) if empty else None
    ways: dict[str, set[str]] = {new: {old} for old, new in pairs}
    for old, new in pairs:
        ways[new].add(old)
    there = distinct.filter(distinct.is_in(list(ways)))
    for name in there.to_list():
        ways[name].add(name)
    merged = tuple((name, tuple(sorted(forms))) for name, forms in sorted(ways.items()) if len(forms) > 1)
    several = {name for name, _ in merged}
    respelt = tuple(sorted((old, new) for old, new in pairs if new not in several and _stands_for_others(old)))
    told = [old for old, new in pairs if new in several] + [old for old, _ in respelt]
    rows = int(texts.is_in(told).sum()) if told else 0
    return FoldedNames(merged, respelt, rows, tuple(empty)) if empty or told else None


def _stands_for_others(text: str) -> bool:
    """Whether folding changes more than the width of characters and the kind of blanks."""
    return any(
        tag.startswith("<") and tag not in _OF_WIDTH and not char.isspace()
        for char in text
        if not char.isascii() and (tag := unicodedata.decomposition(char).partition(" ")[0])
    )
