"""Regular expressions that are compiled when they are first used.

Most of those that know odd rows, headers and words meet none of them in a run, and compiling all of them took longer
than reading a small file.
"""

from __future__ import annotations

import re
from typing import cast


class _Late:
    """Stands for an expression until the first question; from then on it answers as the expression does."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        asked: object = getattr(re.compile(self._source, self._flags), name)
        # Found here the next time, without this detour.
        setattr(self, name, asked)
        return asked


def late(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """An expression of text that is compiled when it is first asked something.

    It can be asked whatever a pattern can (`search`, `sub`, `pattern`, ...), but not be handed to the functions of
    `re`. A faulty expression raises `re.error` at its first question: each needs a test that asks it one.

    >>> late("[0-9]+").search("no. 12")[0]
    '12'
    """
    return cast("re.Pattern[str]", _Late(source, flags))
