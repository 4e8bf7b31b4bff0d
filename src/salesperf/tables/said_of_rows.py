"""What the name of a sheet or file says its rows are, going by its whole words and by those that undo them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator

from msgspec import Struct

from salesperf.core.han import is_han
from salesperf.core.late import late
from salesperf.tables.row_words import (
    ACTUALS,
    ASIDE,
    BUYERS,
    DEMONSTRATIONS,
    FEES,
    NEUTRAL,
    OF_COMPANIES,
    ORDERED,
    OTHER_DOCUMENTS,
    ROLE_WORDS,
    SALES_WORDS,
    SURE,
    TERMS,
    UNDOING_BEFORE,
    UNDOING_BEHIND,
    RowRole,
)


class Said(Struct, frozen=True):
    """What a name says: a role by a word (None: no role), and whether its other words leave no doubt.

    `says_sales` where it speaks of sales as well, or of nothing else.
    """

    role: RowRole | None
    word: str = ""
    is_sure: bool = False
    says_sales: bool = False


_HAN = r"\u4e00-\u9fff"
_PIECES = late(rf"[^\W\d_{_HAN}]+|[{_HAN}]+|[&+/、]")
_ASCII_PIECES = late(r"[A-Za-z]+|[&+/]")
"""The same for names in ASCII, compiled in no time."""
_CAMEL = late(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ALL_WORDS = {word: role for role, words in ROLE_WORDS.items() for word in words}
_PHRASES = {tuple(word.split()): word for word in _ALL_WORDS}
_LONGEST = max(map(len, _PHRASES))
_IN_HAN = late(
    "|".join(
        sorted(
            (
                word
                for word in {*_ALL_WORDS, *SALES_WORDS, *UNDOING_BEFORE, *UNDOING_BEHIND, *NEUTRAL, *OF_COMPANIES}
                if is_han(word[0])
            ),
            key=lambda word: (-len(word), word),
        )
    )
)


def said_by(name: str, *, beside: Collection[str] = ()) -> Said:
    """What a name says its rows are; `beside` are words of other names, which say nothing of this table alone.

    >>> said_by("sales_returns_2025"), said_by("Return on sales").role, said_by("Budget Rent").is_sure
    (Said(role=<RowRole.RETURNS: 'returns'>, word='returns', is_sure=True, says_sales=False), None, False)
    """
    words = words_of(name)
    found = list(_roles_in(words))
    roles = {_ALL_WORDS[words_in] for _, _, words_in in found}
    roles = _leading(roles)
    used = {at for start, end, _ in found for at in range(start, end)}
    others = [(at, word) for at, word in enumerate(words) if at not in used]
    says_sales = any(word in SALES_WORDS and not _is_of_role(at, words, found) for at, word in others)
    if len(roles) != 1 or says_sales or any(word in OF_COMPANIES for word in words):
        return Said(None, says_sales=says_sales or any(word in SALES_WORDS for word in words))
    role = roles.pop()
    term = next(word for _, _, word in found if _ALL_WORDS[word] is role)
    left = {word for _, word in others if word not in SALES_WORDS and word not in NEUTRAL}
    if role is RowRole.PURCHASES and any(word in BUYERS for word in words):
        return Said(None)
    is_subscription = term in {"plan", "plans"} and any(word in TERMS for word in words)
    is_sure = term in SURE or (left <= set(beside) and not is_subscription)
    return Said(role, term, is_sure)


def speaks_of_actuals(name: str) -> bool:
    """Whether the words for sales in a name say what was sold in fact: `Actuals` of a book of budgets.

    >>> speaks_of_actuals("Actual sales"), speaks_of_actuals("Sales")
    (True, False)
    """
    return any(word in ACTUALS for word in words_of(name))


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, Chinese cut at the words that are known; numbers are none.

    >>> words_of("SalesReturns_2025-01"), words_of("2025年退货明细")
    (('sales', 'returns'), ('年', '退货', '明细'))
    """
    text = _CAMEL.sub(" ", unicodedata.normalize("NFKC", name))
    pieces = _ASCII_PIECES if text.isascii() else _PIECES
    return tuple(word for piece in pieces.findall(text) for word in _cut(piece.lower()))


def _cut(piece: str) -> Iterator[str]:
    """A run of letters as one word, a run of Chinese as the known words in it and what lies between them."""
    end = 0
    if is_han(piece[0]):
        for found in _IN_HAN.finditer(piece):
            if found.start() > end:
                yield piece[end : found.start()]
            yield found[0]
            end = found.end()
    if end < len(piece):
        yield piece[end:]


def _leading(roles: set[RowRole]) -> set[RowRole]:
    """The roles without those that another one in the same name explains: a plan of expenses is a plan."""
    roles = roles - ASIDE or roles
    if RowRole.PURCHASES in roles:
        roles = roles - {RowRole.RETURNS}
    others = [role for role in OTHER_DOCUMENTS if role in roles]
    return roles - set(others) or set(others[:1])


def _roles_in(words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The phrases of roles in the words, the longest first, by start and end; those that others undo left out."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = _PHRASES.get(words[at : at + length])
            if phrase is not None:
                if not _is_undone(words, at, at + length):
                    yield at, at + length, phrase
                at += length
                break
        else:
            at += 1


def _is_undone(words: tuple[str, ...], start: int, end: int) -> bool:
    before = words[:start]
    behind = words[end : end + 1]
    return any(word in UNDOING_BEFORE for word in before) or any(word in UNDOING_BEHIND for word in behind)


def _is_of_role(at: int, words: tuple[str, ...], found: list[tuple[int, int, str]]) -> bool:
    """Whether a word for sales only tells of which returns or plan the name speaks: sales returns, purchase orders."""
    starts = {start for start, _, word in found if _ALL_WORDS[word] not in DEMONSTRATIONS}
    ends = {end for _, end, word in found if _ALL_WORDS[word] in {RowRole.RETURNS, RowRole.PURCHASES} | ASIDE}
    is_before = at + 1 in starts and words[at] not in ACTUALS | FEES
    return is_before or (at in ends and words[at] in ORDERED)
