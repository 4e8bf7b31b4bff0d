"""Names of people as names of files that every system takes, and back again.

The rule, which holds on Windows and Linux alike:

* Letters and digits of any script, blanks, `-`, `_`, `'`, `(`, `)` and dots stay. Every other character is written as
  its UTF-8 bytes, each as `%` and two hexadecimal digits: `../../etc` is `%2E.%2F..%2Fetc`.
* A blank at either end and a dot in front are written so too: systems drop or hide them there. A dot at the end stays,
  for `.html` or the like follows it. The first character of a name that Windows keeps for devices (`CON`, `aux.old`,
  `LPT1`) is written so: `%43ON`.
* What takes more than 120 bytes is cut and ends in `~` and the first twelve hexadecimal digits of the name's SHA-256.
* Of names that differ in upper and lower case alone the second ends in `~2`, the third in `~3`.

`~` is never left as it is, so that a name without one can be read back by itself.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

_KEPT = frozenset(" -_'().")
_EDGES = frozenset(" .")
_MOST_BYTES = 120
_DIGITS = 12
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"})
_NUMBERED_DEVICE = re.compile(r"(COM|LPT)[0-9¹²³]")
_EMPTY = "~"
"""Stands for a name of no characters."""


def file_name(name: str) -> str:
    """A name as the name of a file, without its ending.

    >>> file_name("a:b"), file_name("CON"), file_name("王晓燕"), file_name("Sam Jr.")
    ('a%3Ab', '%43ON', '王晓燕', 'Sam Jr.')
    """
    parts = [_written(char) for char in name]
    if parts and name[0] in _EDGES:
        parts[0] = _escaped(name[0])
    if parts and name[-1] == " ":
        parts[-1] = _escaped(" ")
    if _is_device(name):
        parts[0] = _escaped(name[0])
    return _shortened(parts, name) if parts else _EMPTY


def file_names(names: Iterable[str]) -> dict[str, str]:
    """Each name once, with a file name that no other of them has on a system that does not tell case apart."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        plain = file_name(name)
        own, count = plain, 1
        while _folded(own) in taken:
            count += 1
            own = f"{plain}~{count}"
        taken.add(_folded(own))
        found[name] = own
    return found


def name_in(file_name: str) -> str | None:
    """The name behind a file name; None where it was cut or told apart, so that the index alone knows.

    >>> name_in("a%3Ab"), name_in("anna~2")
    ('a:b', None)
    """
    if file_name == _EMPTY:
        return ""
    return None if "~" in file_name else unquote_to_bytes(file_name).decode("utf-8", "surrogatepass")


def _written(char: str) -> str:
    # What a system may store in another form of the same character is spelled out.
    is_settled = char.isalnum() and unicodedata.normalize("NFKC", char) == char
    return char if is_settled or char in _KEPT else _escaped(char)


def _escaped(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _is_device(name: str) -> bool:
    stem = name.partition(".")[0].rstrip().upper()
    return stem in _DEVICES or bool(_NUMBERED_DEVICE.fullmatch(stem))


def _shortened(parts: list[str], name: str) -> str:
    if sum(len(part.encode()) for part in parts) <= _MOST_BYTES:
        return "".join(parts)
    kept, size = "", 0
    for part in parts:
        size += len(part.encode())
        if size > _MOST_BYTES - _DIGITS - 1:
            break
        kept += part
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kept}~{digest[:_DIGITS]}"


def _folded(name: str) -> str:
    """As a system that does not tell case apart compares it."""
    return unicodedata.normalize("NFKC", name.upper().casefold())
