"""Exports in every encoding, language and line end that offices write: read as written, or not without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.errors import Severity
from salesperf.sources.encodings.vocabulary import WORDS as KNOWN
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts.delimited import read_text
from salesperf.sources.texts.text_file import open_text

if TYPE_CHECKING:
    from conftest import MakeExport

LEGACY = (
    *((name, "zh") for name in ("gb18030", "gbk", "gb2312")),
    ("gb18030", "rare"),
    ("big5", "tw"),
    *((name, "ja") for name in ("cp932", "shift_jis")),
    ("cp932", "half"),
    *((name, words) for name in ("cp1252", "mac_roman") for words in ("fr", "de", "es", "pt")),
)
NARROW = (
    *((name, "ko") for name in ("cp949", "euc_kr")),
    *(("cp1251", words) for words in ("ru", "uk", "bg")),
    *((name, "el") for name in ("cp1253", "iso8859_7")),
    *(("cp1250", words) for words in ("pl", "cs", "hu", "ro")),
    *(("iso8859_2", words) for words in ("pl", "cs", "hu")),
    *((name, "tr") for name in ("cp1254", "iso8859_9")),
)
"""Encodings of one language or script."""
UNKNOWN = (("koi8_r", "ru"), ("cp866", "ru"), ("mac_cyrillic", "ru"), ("cp852", "pl"), ("cp737", "el"))
"""Encodings that are not among the candidates."""
UNICODE = tuple(
    (name, words)
    for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
    for words in ("zh", "tw", "ja", "fr")
    if (name, words) != ("utf-32", "tw")
)
MATRIX = [
    (name, words, header, line_end)
    for place, (name, words) in enumerate((*LEGACY, *UNICODE))
    for header, line_end in (("own", ("\n", "\r\n")[place % 2]), ("en", ("\r\n", "\r", "\n")[place % 3]))
    if (name, line_end) != ("utf-32", "\r")
]

FEW = (
    *(
        ("gb18030", cell)
        for cell in ("华东", "王", "鑫", "喆", "陆", "小", "叶", "北京", "㐂", "石头械", "尉迟", "𠮷野")
    ),
    *(("big5", cell) for cell in ("萬", "灣", "鶯歌", "黃", "鹿港", "螢幕")),
    *(("cp932", cell) for cell in ("株", "ス", "キ", "ﾉｰﾄ", "東京", "ｶ")),
    *(("cp1252", cell) for cell in ("Café", "Zürich", "È vero", "Ñandú", "Groß", "L’eau", "Íñigo", "€ 5", "São")),
    *(("mac_roman", cell) for cell in ("Zürich", "Café", "Peña", "Maçã", "León", "Été", "A Coruña")),
    *(("utf-8", cell) for cell in ("Café", "中", "½", "С", "Łódź")),
)

ODD = (
    ("gb18030", "zh", "cp1252", "Müller"),
    ("gb18030", "zh", "utf-8", "Béziers"),
    ("gb18030", "zh", "big5", "全聯福利中心"),
    ("cp1252", "de", "gb18030", "华东"),
    ("cp1252", "fr", "utf-8", "Gagné"),
    ("cp1252", "es", "mac_roman", "Köln"),
    ("cp1252", "pt", "cp932", "東京"),
    ("mac_roman", "fr", "cp1252", "Málaga"),
    ("big5", "tw", "gb18030", "电子有限公司"),
    ("cp932", "ja", "mac_roman", "Würzburg"),
    ("utf-8", "zh", "gb18030", "华东"),
    ("utf-8", "fr", "cp1252", "Málaga"),
)
"""An export, and one cell of it that another program wrote."""


def _outcome(content: bytes, text: str) -> str:
    """`right`, `told` (right, with a doubt), `refused`, `wrong but told`, or `wrong`."""
    try:
        found = open_text(SourceFile(None, "orders.csv", "", len(content), content))
    except Refused:
        return "refused"
    if found.content().decode("utf-8-sig") != text:
        return "wrong but told" if found.doubt else "wrong"
    return "told" if found.doubt else "right"


def _header(header: str, words: str) -> str:
    return {"rare": "zh", "half": "ja"}.get(words, words) if header == "own" else header


def _counted(outcomes: Iterable[str]) -> Counter[str]:
    return Counter(outcomes)


def test_exports_in_many_encodings_are_read_as_written(make_export: MakeExport) -> None:
    exports = [
        make_export(name, words, seed=1, header=_header(header, words), line_end=line_end)
        for name, words, header, line_end in MATRIX
    ]

    outcomes = _counted(_outcome(export.content, export.text) for export in exports)

    assert len(MATRIX) >= 40
    assert all(export.exotic >= 20 for export in exports)
    assert outcomes["wrong"] == outcomes["wrong but told"] == 0
    assert outcomes["refused"] <= 1
    # Files of rare names alone are told; no other is.
    assert outcomes["told"] <= 2


def test_exports_of_one_language_or_script_are_read_as_written(make_export: MakeExport) -> None:
    exports = [
        make_export(name, words, seed=seed, header=_header(header, words), line_end=line_end)
        for name, words in NARROW
        for seed, header, line_end in ((1, "own", "\r\n"), (2, "en", "\n"), (3, "own", "\r"))
    ]

    outcomes = _counted(_outcome(export.content, export.text) for export in exports)

    assert all(export.exotic >= 20 for export in exports)
    assert outcomes["wrong"] == outcomes["wrong but told"] == 0
    assert outcomes["refused"] <= 1


@pytest.mark.parametrize(("name", "words"), UNKNOWN)
def test_an_encoding_that_is_no_candidate_is_refused_or_told(make_export: MakeExport, name: str, words: str) -> None:
    exports = [make_export(name, words, seed=seed) for seed in range(5)]

    assert {_outcome(export.content, export.text) for export in exports} <= {"refused", "wrong but told"}


@pytest.mark.parametrize(("name", "cell"), FEW)
def test_one_cell_beyond_ascii_is_not_misread_without_a_finding(name: str, cell: str) -> None:
    rows = "".join(
        f"{number},2024-01-{number:02},{cell if number == 4 else 'Acme'},10.50\r\n" for number in range(1, 10)
    )
    text = "Order No,Ordered,Buyer,Total\r\n" + rows

    assert _outcome(text.encode(name), text) != "wrong"


@given(
    seed=st.integers(0, 10**6),
    pair=st.sampled_from(LEGACY),
    header=st.sampled_from(["own", "en"]),
    end=st.sampled_from("\n\r"),
)
def test_no_export_is_misread(make_export: MakeExport, seed: int, pair: tuple[str, str], header: str, end: str) -> None:
    export = make_export(*pair, seed=seed, header=_header(header, pair[1]), line_end=end)

    assert _outcome(export.content, export.text) in {"right", "told"}


@given(seed=st.integers(0, 10**6), pair=st.sampled_from(NARROW), header=st.sampled_from(["own", "en"]))
def test_no_export_of_one_language_is_misread_without_a_finding(
    make_export: MakeExport, seed: int, pair: tuple[str, str], header: str
) -> None:
    export = make_export(*pair, seed=seed, header=_header(header, pair[1]))

    assert _outcome(export.content, export.text) != "wrong"


@given(seed=st.integers(0, 10**6), pair=st.sampled_from((*LEGACY, *NARROW)), few=st.integers(1, 8))
def test_no_export_with_few_characters_is_misread_without_a_finding(
    make_export: MakeExport, seed: int, pair: tuple[str, str], few: int
) -> None:
    export = make_export(*pair, seed=seed, few=few)

    assert _outcome(export.content, export.text) != "wrong"


@pytest.mark.parametrize(("name", "words", "other", "cell"), ODD)
def test_a_cell_in_another_encoding_than_its_file_is_told_or_refused(
    make_export: MakeExport, name: str, words: str, other: str, cell: str
) -> None:
    export = make_export(name, words, seed=3)
    lines = export.content.split(b"\r\n")
    lines[7] = b"SO1006;2024-02-02;" + cell.encode(other) + b";Lyon;Lamp;1;10.50"

    assert _outcome(b"\r\n".join(lines), "") in {"refused", "wrong but told"}


def test_the_finding_shows_the_word_as_read_and_names_the_option() -> None:
    content = "Order No,Buyer,Total\n1,华东,10\n".encode("gb18030")

    (table,) = read_text(SourceFile(None, "orders.csv", "", len(content), content))

    (finding,) = [issue for issue in table.issues if issue.code == "R107"]
    assert finding.severity is Severity.WARNING
    assert "read as gb18030 (华东)" in finding.message
    (told,) = read_text(SourceFile(None, "orders.csv", "", len(content), content), encoding="gb18030")
    assert [issue.code for issue in told.issues if issue.code == "R107"] == []


def test_the_words_of_these_exports_are_not_those_the_reader_knows(make_export: MakeExport) -> None:
    known = {word for words in KNOWN.values() for word in words}
    made = make_export("gb18030", "zh", seed=1, header="zh").text + make_export("cp932", "ja", seed=1, header="ja").text

    assert [word for word in known if word in made] == []
