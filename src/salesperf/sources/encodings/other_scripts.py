"""How natural Korean, Cyrillic and Greek text reads where it stands, and which language letters with accents are of.

An encoding of the East of Europe differs from that of the West in some letters only, and most of those are letters in
both: only whether one language has all of them tells the two apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_OFTEN, _LESS, _SELDOM, _RARE = 1.0, 0.7, 0.3, 0.0


def _table(often: str, less: str, seldom: str, rare: str) -> dict[str, float]:
    pairs = ((often, _OFTEN), (less, _LESS), (seldom, _SELDOM), (rare, _RARE))
    return {letter: weight for letters, weight in pairs for letter in letters}


_LETTERS: Mapping[str, Mapping[str, float]] = {
    "cp1251": _table("оеаинтсрвлі", "кмдпуяыьгз", "бчйхжшюцщїє", "ёэфъґў"),
    "cp1253": _table("αοιετσνρηυπκς", "μλάόίέήύώωδγ", "χθφβϊ", "ξζψϋΐΰ"),
}
"""The letters of a script by how often words hold them."""
_MARKS = frozenset("«»„“”‘’–—…•№€©®™°·\u00a0")
_OF_THE_STANDARD = 2
"""Bytes of a syllable that the Korean standard has."""
_SIGMA, _LAST_SIGMA = "σ", "ς"

ALPHABETS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "cp1252": {
        "French": frozenset("àâæçéèêëîïôœùûüÿ"),
        "German": frozenset("äöüßé"),
        "Spanish": frozenset("áéíóúñüºª"),
        "Portuguese": frozenset("áâãàçéêíóôõúüºª"),
        "Italian": frozenset("àèéìíîòóùúºª"),
        "Catalan": frozenset("àçèéíïòóúüºª"),
        "Dutch": frozenset("áéíóúàèëïöü"),
        "Swedish": frozenset("åäöé"),
        "Danish": frozenset("æøåé"),
        "Icelandic": frozenset("áéíóúýþæöð"),
        "Estonian": frozenset("äöõüšž"),
    },
    "cp1250": {
        "Polish": frozenset("ąćęłńóśźż"),
        "Czech": frozenset("áčďéěíňóřšťúůýž"),
        "Slovak": frozenset("áäčďéíĺľňóôŕšťúýž"),
        "Hungarian": frozenset("áéíóöőúüű"),
        "Romanian": frozenset("ăâîşţ"),
        "Croatian": frozenset("čćđšž"),
    },
    "cp1254": {"Turkish": frozenset("çğıöşüâîûİ")},
}
"""The letters beyond ASCII of each language that an encoding is written for."""
REGIONAL = {"cp1250": "cp1250", "iso8859_2": "cp1250", "cp1254": "cp1254"}
"""Encodings that differ from cp1252 in some letters, and whose alphabets they are for."""


def script_weight(text: str, at: int, name: str) -> float:
    """1 for a common letter of the script between others, 0 for a rare one, below 0 for what its words lack."""
    char = text[at]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    letters = _LETTERS[name]
    is_inside = [one.lower() in letters for one in (before, after)]
    if char in _MARKS:
        return 0.5 if not all(is_inside) else -0.2
    weight = letters.get(char.lower())
    if weight is None or any(one.isascii() and one.isalpha() for one in (before, after)):
        return -0.8
    if (char.isupper() and before.islower()) or (
        char.islower() and before.isupper() and text[at - 2 : at - 1].isupper()
    ):
        return -0.8
    if (char == _SIGMA and not is_inside[1]) or (char == _LAST_SIGMA and is_inside[1]):
        return -0.8
    return weight if any(is_inside) else 0.2


def is_korean_or_chinese(char: str) -> bool:
    """Whether Korean words may hold the character: a syllable, or one of the Chinese ones that it once used."""
    return "\uac00" <= char <= "\ud7a3" or "\u4e00" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


def hangul_weight(char: str) -> float:
    """1 for a syllable that Korean words hold, below 0 for one they never do and for Chinese characters."""
    if not "\uac00" <= char <= "\ud7a3":
        return -0.5
    # The standard spells the syllables that it lacks letter by letter.
    return 1.0 if len(char.encode("euc_kr")) == _OF_THE_STANDARD else -0.5


def alphabet_of(chars: Iterable[str], name: str) -> tuple[frozenset[str], float]:
    """The alphabet of the language that has most of these letters, and the share it has; marks do not count."""
    letters = [char if char == "İ" else char.lower() for char in chars if char.isalpha()]
    if not letters:
        return frozenset(), 1.0
    found = [(sum(one in own for one in letters) / len(letters), own) for own in ALPHABETS[name].values()]
    share, own = max(found, key=lambda pair: pair[0])
    return own, share
