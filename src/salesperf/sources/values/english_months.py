"""The months of the year in English, whole and short: `March`, `mar`, `Sept`."""

from __future__ import annotations

SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""By their first three letters, in order."""
NUMBERS = {name: number for number, name in enumerate(SHORT, start=1)}
NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
"""An expression of one of them in small letters."""


def month_number(word: str) -> int | None:
    """The number of a month by its English name; None for any other word.

    >>> month_number("Sept."), month_number("FEBRUARY"), month_number("Q1")
    (9, 2, None)
    """
    return NUMBERS.get(word.strip(" .").lower()[:3])
