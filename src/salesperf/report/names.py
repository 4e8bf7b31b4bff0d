"""Names of figures that formulas and templates of workbooks can use: legal ones, and no two the same."""

from __future__ import annotations

import re

_MOST_NAME = 250
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]+")
_LIKE_A_CELL = re.compile(r"[a-z]{1,3}\d+|[rc]|r\d*c\d*|r\d+|c\d+|true|false", re.IGNORECASE)


class Taken:
    """The names given so far; Excel does not tell capitals from small letters."""

    def __init__(self) -> None:
        """No name is taken."""
        self._keys: set[str] = set()

    def take(self, name: str) -> bool:
        """Whether the name was free; it is taken from now on."""
        if name.casefold() in self._keys:
            return False
        self._keys.add(name.casefold())
        return True

    def numbered(self, name: str) -> str:
        """The name, with the first free number where it is taken."""
        found, number = name, 1
        while not self.take(found):
            number += 1
            found = f"{name}_{number}"
        return found


def legal(wanted: str) -> str:
    """A text as a name, as far as it has letters and digits of ASCII; never like a cell (`Q1`) or a truth value.

    >>> legal("q1"), legal("vs. last year"), legal("2026 plan"), legal("净额")
    ('q1_', 'vs_last_year', '_2026_plan', 'name')
    """
    plain = _NOT_IN_NAMES.sub("_", wanted).strip("_")[:_MOST_NAME] or "name"
    if plain[0].isdigit():
        plain = f"_{plain}"
    return f"{plain}_" if _LIKE_A_CELL.fullmatch(plain) else plain
