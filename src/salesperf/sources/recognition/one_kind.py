"""Activities without a column of kinds whose headers or names say that each row is a visit, or each a call."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import polars as pl
from msgspec import Struct

from salesperf.core.text import Text, folded
from salesperf.sources.titles.about import CALL, PLANNED, VISIT, said_in

_WORDS = {VISIT: Text("visit", "拜访"), CALL: Text("call", "电话")}
_NOT_THIS_ROW = re.compile(
    r"下次|下一次|上次|最近|计划|预计|次数|数$|数量|电话$|电话号|手机|时长|"
    r"(?<![a-z])(?:next|last|latest|planned|previous|count|number|no|total|duration|phone)(?![a-z])|#"
)
"""Headers that speak of another visit, of how many there were, or of the number to call."""
_SAYS_DONE = re.compile(r"完成|状态|结果|实际|签到|反馈|status|done|complete|actual|outcome|result")
"""Headers that tell what became of a plan."""
_BY_HEADER = Text("{header!r} says that each row is a {kind}", "「{header}」表明每行是一次{kind}")
_BY_NAME = Text("the name of the file or sheet says that each row is a {kind}", "文件或工作表名表明每行是一次{kind}")


class OneKind(Struct, frozen=True):
    """The kind of all rows, and what says so."""

    kind: Text
    told: Text


def one_kind(header: Iterable[str], names: Collection[str]) -> OneKind | None:
    """The kind that the headers agree on, else the names of the table (`about`); None where they say none or both.

    >>> one_kind(["日期", "业务员", "拜访客户"], ()).kind.en
    'visit'
    >>> one_kind(["日期", "业务员", "联系电话", "下次拜访"], ()) is None
    True

    What is planned was not done: a plan without a column that says so has no kind.
    """
    header = tuple(header)
    if PLANNED in names and not any(_SAYS_DONE.search(folded(text).lower()) for text in header):
        return None
    said = {text: said_in(text) & _WORDS.keys() for text in header if not _NOT_THIS_ROW.search(folded(text).lower())}
    kinds = {kind for found in said.values() for kind in found}
    if len(kinds) == 1:
        kind = kinds.pop()
        first = next(text for text, found in said.items() if kind in found)
        return OneKind(_WORDS[kind], _BY_HEADER.fill(header=first, kind=_WORDS[kind]))
    named = set(names) & _WORDS.keys()
    if kinds or len(named) != 1:
        return None
    word = _WORDS[named.pop()]
    return OneKind(word, _BY_NAME.fill(kind=word))


def with_one_kind(frame: pl.DataFrame, kind: OneKind | None) -> pl.DataFrame:
    """The activities, each of that kind; as they are where they have kinds of their own."""
    if kind is None or "kind" in frame.columns:
        return frame
    return frame.with_columns(pl.lit(kind.kind.en, dtype=pl.String).alias("kind"))
