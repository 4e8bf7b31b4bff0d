"""Chinese sentences call a column by its name in Chinese; the word that settings use stands in brackets behind it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from salesperf.core.codes import CODES
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.tables.catalog import TABLES

_GALLERY = Path(__file__).parents[1] / "gallery"
_CHINESE = re.compile(r"(?:[\u4e00-\u9fff].*){4}")
_ASIDE = re.compile(r"（[^（）]*）|「[^」]*」|\{[^{}]*\}|识别为 \w+|--as \w+|[\w.]+\.(?:csv|xlsx|toml)")
_OF_SETTINGS = re.compile(r"salesperf\.toml|\[\[?[a-z.]+\]?\]|columns")
_WORDS = {
    *(column.name for table in TABLES for column in table.columns),
    *TABLES.keys,
    *(dimension.key for dimension in DIMENSIONS),
}
_WORD = re.compile(rf"(?<![A-Za-z0-9_.-])(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![A-Za-z0-9_.=(])")


def _bare(sentence: str) -> list[str]:
    """The words of settings in a Chinese sentence that stand neither in brackets nor among lines of settings."""
    if not _CHINESE.search(_ASIDE.sub("", sentence)) or _OF_SETTINGS.search(sentence):
        return []
    return _WORD.findall(_ASIDE.sub("", sentence))


def test_a_bare_word_is_found_and_one_behind_its_name_is_not() -> None:
    assert _bare("市场规模针对category，期间为2025") == ["category"]
    assert _bare("3 行没有下单日期（order_date）：未计入") == []
    assert _bare("请在 [[table]] 中设置 scope") == []


def test_titles_and_cures_of_codes_have_no_bare_words() -> None:
    found = {code.key: words for code in CODES for text in (code.title, code.cure) if (words := _bare(text.zh))}

    assert found == {}


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in _GALLERY.glob("*/expected.txt")))
def test_what_the_gallery_prints_in_chinese_has_no_bare_words(folder: str) -> None:
    printed = (_GALLERY / folder / "expected.txt").read_text(encoding="utf-8")

    assert {sentence: words for sentence in re.split(r"\n|；", printed) if (words := _bare(sentence))} == {}
