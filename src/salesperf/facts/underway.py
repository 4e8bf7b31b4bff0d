"""Orders that count as sold while they are still in work: said with their status, their lines and their sum.

Nothing is left out by it: an order is sold when it is placed and paid, and only the user knows whether it counts later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesperf.core.text import Count, Text, listing
from salesperf.facts.closed_words import Carried
from salesperf.facts.section import SalesSection
from salesperf.tables.line_words import LineKind, parts_of, word_key
from salesperf.tables.paste import quoted
from salesperf.tables.underway_words import UNDERWAY

_UNDERWAY = frozenset(map(word_key, UNDERWAY))
_SAID = Text(
    "counted as sold, though the goods may not be sent or delivered yet: {words}; open = [{listed}] under [kpi] leaves "
    "them out",
    "以下状态按已售计入，但货物可能尚未发出或送达：{words}；如不应计入，请在 [kpi] 中写 open = [{listed}]",
)
_WORD = Text("{word!r} ({rows:line|lines}, {total})", "「{word}」（{rows} 行，合计 {total}）")


def underway(
    carried: Mapping[str, Carried], kinds: Mapping[str, LineKind | None], *, section: SalesSection
) -> tuple[tuple[str, Text], ...]:
    """The note on sold lines in work, where other lines are sold and done; nothing on a word that the user declared."""
    sold = [word for word, kind in kinds.items() if kind is LineKind.SOLD]
    declared = {word_key(word) for word in section.sold}
    found = [word for word in sold if not _UNDERWAY.isdisjoint(map(word_key, parts_of(word)))]
    words = [word for word in found if word_key(word) not in declared]
    if not words or len(found) == len(sold):
        return ()
    return (("underway", _SAID.fill(words=listing(_each(words, carried)), listed=", ".join(map(quoted, words)))),)


def _each(words: list[str], carried: Mapping[str, Carried]) -> Iterator[Text]:
    for word in words:
        yield _WORD.fill(word=word, rows=Count(carried[word].rows), total=f"{carried[word].total:,.2f}")
