"""What the section of a team or rep is called: by its own key, so that nothing changes when others come and go."""

from __future__ import annotations

import re
from hashlib import sha256

_PLAIN = re.compile(r"[A-Za-z0-9]+( [A-Za-z0-9]+)*")
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")
_DIGITS = 8
_MOST = 40


def anchor(dimension: str, key: str) -> str:
    """The key of a section; a key of other than plain letters, digits and single blanks gets digits of its SHA-256.

    >>> anchor("rep", "Tom Becker"), anchor("rep", "Maria O'Neill"), anchor("team", "华东")
    ('rep-Tom_Becker', 'rep-Maria_O_Neill_ce4d4a3a', 'team-142461b1')
    """
    if _PLAIN.fullmatch(key) and len(key) <= _MOST:
        return f"{dimension}-{key.replace(' ', '_')}"
    plain = _NOT_PLAIN.sub("_", key).strip("_")[:_MOST]
    digits = sha256(key.encode()).hexdigest()[:_DIGITS]
    return f"{dimension}-{plain}_{digits}" if plain else f"{dimension}-{digits}"
