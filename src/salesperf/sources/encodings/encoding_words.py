"""What is said of the encoding of a text: why it was taken, and what else it could be, with a word to judge by."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.text import Count, Text, listing, same
from salesperf.sources.encodings.legacy import Reading

NOTHING = same("")
EVERY_BYTE = Text("every byte fits UTF-8", "每个字节都符合 UTF-8")
EVERY_SECOND = Text("only every second byte is ever zero", "只有隔位的字节为零")
REST_IS_UTF8 = Text("the rest of the file is UTF-8", "文件其余部分是 UTF-8")
_NONE_FITS = Text("no known encoding fits", "没有相符的已知编码")
_OLDER = Text("an older encoding", "某种旧编码")
_FEW = Text(
    "few characters to tell by: read as {read}; {possible} is possible",
    "可供判断的字符很少：按 {read} 读取；也可能是 {possible}",
)
_NO_WORDS = Text("read as {read}, but most of it does not read like words", "按 {read} 读取，但大部分内容不像正常文字")
_OTHER_WORDS = Text(
    "{count:of the words seems|of the words seem} to be in another encoding: {word}{may_be}",
    "有 {count} 处文字似乎是另一种编码：{word}{may_be}",
)
_MAY_BE = Text(" may be {meant}", "，可能是 {meant}")


def tried(scored: Sequence[Reading]) -> Text:
    """The encodings that came closest, with their scores."""
    return listing(f"{one.name} {one.score:.2f}" for one in scored[:3]) if scored else _NONE_FITS


_ANOTHER = Text("another encoding", "其他编码")


def could_be(best: Reading, rivals: Sequence[Reading]) -> Text:
    """That few characters decide, with a word as read and as the others have it."""
    others = [_named(rival.name, rival.word) for rival in rivals[:2]] or [_ANOTHER]
    possible = listing(others, Text(" or ", "或"))
    return _FEW.fill(read=_named(best.name, best.word), possible=possible)


def utf8_perhaps_not(word: str, best: Reading | None) -> Text:
    """That a text read as UTF-8 may be in another encoding."""
    possible = _OLDER if best is None else _named(best.name, best.word)
    return _FEW.fill(read=_named("utf-8", word), possible=possible)


def utf8_perhaps(word: str, best: Reading) -> Text:
    """That a text read in another encoding may be UTF-8."""
    return _FEW.fill(read=_named(best.name, best.word), possible=_named("utf-8", word))


def hardly_words(best: Reading) -> Text:
    """That the best reading is no good one."""
    return _NO_WORDS.fill(read=_named(best.name, best.word))


def other_words(words: Sequence[tuple[str, str]]) -> Text:
    """That words of a text seem to be in another encoding: each as it stands, and what it may mean."""
    if not words:
        return NOTHING
    word, meant = words[0]
    may_be = _MAY_BE.fill(meant=meant) if meant else ""
    return _OTHER_WORDS.fill(count=Count(len(words)), word=word, may_be=may_be)


def _named(name: str, word: str) -> Text:
    return Text(f"{name} ({word})", f"{name}（{word}）")
