"""What the names of sister sheets or files say that the others' do not; months and years are no part of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.sources.values.english_months import NAME

_DATES = late(
    rf"(?i)(?<!\d)(?:19|20)\d\d ?年?[-/. _]?(?:(?:0?[1-9]|1[0-2])(?!\d)(?:[-/. _]?[0-3]?\d(?!\d))?)?(?: ?月份?)?"
    rf"(?:\d\d?日)?|"
    rf"(?<!\d)\d{{1,2}} ?月份?|(?<!\d)\d{{1,2}} ?日|第?[一二三四1-4] ?季度|(?<![a-z])q[1-4](?!\d)|"
    rf"(?<![a-z])(?!(?:may|jan|june|april|august)(?![a-z])){NAME}(?![a-z])"
)
_DEFAULT = late(r"(?i)^(?:sheet|工作表|table|data|export)? ?_?\d*$")
"""Names that programs give, and numbers."""
_GAPS = late(r"[\s_,;·()（）\[\]【】—–-]+")
_UNIT = late(r"分公司|办事处|大区|片区|区域|团队|小组")
_LEAST = 2
"""Characters that are left of a name, and that are taken off it, when what all of them have goes."""


def without_dates(name: str) -> str:
    """A name without the months and years in it.

    >>> without_dates("North Oct 2026"), without_dates("2026年10月 华东"), without_dates("Store 12")
    ('North', '华东', 'Store 12')
    """
    return _GAPS.sub(" ", _DATES.sub(" ", folded(name).replace("_", " "))).strip()


def is_said(part: str) -> bool:
    """Whether what is left of a name says something: no name that programs give, no number alone."""
    return not _DEFAULT.search(part)


def own_parts(names: Collection[str]) -> Mapping[str, str]:
    """What each file's name says beside months, years and what all of them say.

    >>> own_parts(["上海分公司2026年10月销售", "广州分公司2026年10月销售"])
    {'上海分公司2026年10月销售': '上海分公司', '广州分公司2026年10月销售': '广州分公司'}
    >>> own_parts(["Sales Maria Gomez Oct 2026", "Sales Tom Becker Nov 2026"]).values()
    dict_values(['Maria Gomez', 'Tom Becker'])
    """
    words = {name: without_dates(name).split() for name in names}
    if len(words) < _LEAST:
        return {name: " ".join(said) for name, said in words.items()}
    everywhere = set.intersection(*(set(said) for said in words.values()))
    left = {name: " ".join(word for word in said if word not in everywhere) for name, said in words.items()}
    return _without_ends(left) if all(map(has_han, left.values())) else left


def _without_ends(parts: Mapping[str, str]) -> Mapping[str, str]:
    """Chinese names without the characters that all of them begin or end with, where enough is left of each."""
    texts = tuple(dict.fromkeys(parts.values()))
    if len(texts) < _LEAST:
        return parts
    end = _cut(texts, _same_start([text[::-1] for text in texts]))
    rest = [text[: len(text) - end] for text in texts]
    start = _cut(rest, _same_start(rest))
    end -= _kept(texts[0][-end:]) if end else 0
    return {name: text[start : len(text) - end].strip() for name, text in parts.items()}


def _same_start(texts: Sequence[str]) -> int:
    """How many characters all texts begin with."""
    columns = zip(*texts, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def _kept(end: str) -> int:
    """How many characters of what all end with say what kind of part it is: a branch stays one."""
    match = _UNIT.match(end)
    return match.end() if match else 0


def _cut(texts: Sequence[str], common: int) -> int:
    """How many characters at an end all have and can spare."""
    spare = min(common, min(map(len, texts)) - _LEAST)
    return spare if spare >= _LEAST else 0
