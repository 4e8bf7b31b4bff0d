"""Words for people in English and Chinese, and the one gate every string passes before it is shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """A language that reports speak."""

    EN = "en"
    ZH = "zh"
    BOTH = "both"
    """Chinese and English side by side, for readers of either."""


@dataclass(frozen=True, slots=True)
class Text:
    """One phrase in every language; both are required."""

    en: str
    zh: str

    def say(self, lang: Lang) -> str:
        """The phrase in one language, or in both, Chinese first; a name that is the same in both is said once."""
        if lang is Lang.BOTH and self.zh != self.en:
            return f"{self.zh} / {self.en}"
        return self.zh if lang is Lang.ZH else self.en

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.en)

    def fill(self, **values: object) -> Text:
        """The phrase with its `{names}` replaced in every language; a value that is a phrase speaks each of them.

        >>> Text("{where} is empty", "{where}为空").fill(where=Text("row 2", "第 2 行")).zh
        '第 2 行为空'
        """
        return Text(self.en.format(**_said(values, Lang.EN)), self.zh.format(**_said(values, Lang.ZH)))


def plural(label: Text) -> Text:
    """The name of one thing as that of several, in English; Chinese says both alike.

    >>> plural(Text("category", "产品类别")).en, plural(Text("customer", "客户")).en
    ('categories', 'customers')
    """
    return Text(f"{label.en[:-1]}ies" if label.en.endswith("y") else f"{label.en}s", label.zh)


def keeping(words: Text, **said: Text) -> Text:
    """The phrase with some of its places filled, and the others left for figures.

    >>> keeping(Text("{what}: {count}", "{what}：{count}"), what=Text("orders", "订单")).en
    'orders: {count}'
    """
    en, zh = words.en, words.zh
    for name, text in said.items():
        en, zh = en.replace(f"{{{name}}}", text.en), zh.replace(f"{{{name}}}", text.zh)
    return Text(en, zh)


def _said(values: Mapping[str, object], lang: Lang) -> dict[str, object]:
    return {name: value.say(lang) if isinstance(value, Text) else value for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things within a phrase: English has two forms, Chinese one.

    >>> Text("{rows:line has|lines have} no rep", "{rows}行没有销售员").fill(rows=Count(1)).en
    '1 line has no rep'
    """

    number: int

    def __format__(self, forms: str) -> str:
        """The number with thousands set apart; given `one|many`, with the form that fits."""
        one, _, many = forms.partition("|")
        return counted(self.number, one, many) if forms else f"{self.number:,}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its English noun; `many` when an s does not make the plural.

    >>> counted(1, "row"), counted(1200, "row"), counted(2, "row has", "rows have")
    ('1 row', '1,200 rows', '2 rows have')
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def same(text: str) -> Text:
    """A phrase that reads the same in every language, such as a name from the data."""
    return Text(text, text)


def phrase(words: str | Text) -> Text:
    """Words as a phrase; a bare string reads the same in every language."""
    return words if isinstance(words, Text) else same(words)


_COMMA = Text(", ", "、")


def listing(parts: Iterable[str | Text], between: Text = _COMMA) -> Text:
    """Phrases one after the other.

    >>> listing([Text("two rows", "两行"), "A-1"])
    Text(en='two rows, A-1', zh='两行、A-1')
    """
    phrases = [phrase(part) for part in parts]
    return Text(between.en.join(one.en for one in phrases), between.zh.join(one.zh for one in phrases))


def in_quotes(names: Iterable[object], between: Text = _COMMA) -> Text:
    """What the user's file says, each in the quotation marks of the language.

    >>> in_quotes(["net", "税"])
    Text(en="'net', '税'", zh='「net」、「税」')
    """
    return listing((Text(repr(name), f"「{name}」") for name in names), between)


_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_KEPT_CONTROLS = frozenset("\t\n")
_NONCHARACTERS = frozenset("￾￿")
_STEERING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""What makes the rest of a line run the other way: a name that holds one reads as another."""


def _is_unprintable(char: str) -> bool:
    if char in _KEPT_CONTROLS:
        return False
    return char in _NONCHARACTERS or char in _STEERING or unicodedata.category(char) in {"Cc", "Cs"}


def printable(text: str) -> str:
    r"""Replace control characters, overrides of direction, noncharacters and lone surrogates by U+FFFD.

    TAB and LF stay. Every string that enters a report passes here once: such a character can drive a
    terminal, turn a line round, break a workbook or abort the chart library.

    >>> printable("Acme\x1b[31m Ltd")
    'Acme�[31m Ltd'
    """
    if text.isprintable():
        return text
    return "".join(_REPLACEMENT if _is_unprintable(char) else char for char in text)


def unprintable_count(text: str) -> int:
    """How many characters `printable` would replace."""
    return 0 if text.isprintable() else sum(_is_unprintable(char) for char in text)


def folded(text: str) -> str:
    """A name for comparison: full-width folded to half-width, blanks trimmed and collapsed, case kept.

    >>> folded("  ＡＢＣ　有限公司 ")
    'ABC 有限公司'
    """
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFKC", text).split())
