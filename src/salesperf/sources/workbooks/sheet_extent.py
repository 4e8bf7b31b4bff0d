"""How far the cells in the XML of a sheet reach: never less than they do, whatever the XML looks like.

Plain cells (`<c r="A1"`) within what is known already are the rule, and cost one scan of a piece. What that scan does
not know by sight is looked at closely: the native reader takes cells without an address, in small letters and under
any prefix, and follows the address of a cell even where it contradicts its row.
"""

from __future__ import annotations

import re
from functools import lru_cache

from salesperf.sources.workbooks.sheet_facts import SheetFacts, column_letters, column_number
from salesperf.sources.workbooks.sheet_styles import Habit

WHOLE_PIECE = 1 << 17
"""Bytes from which scanning a piece is worth it; a smaller one is looked at cell by cell."""
SURELY_FEW = 30_000_000
"""Cells that no limit in use refuses, and that need not be counted closely."""
_LETTERS = 26
_DIGITS = 10
"""Digits and letters of an address that are looked at: more is beyond every limit."""
PREFIXED = re.compile(rb":(?:[cf][\s>/]|row)")
"""Cells, rows or formulas under a prefix. What begins with one byte is found twice as fast as a word."""
ANY = Habit()
"""The habit of a sheet whose styles tell nothing."""
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr=[\"'](\d+)[\"']")
_ROW_OR_CELL = re.compile(rb"<(?:[^\s<>/:]+:)?(row|c)(?=[\s/>])([^>]*)>")
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)(\d*)")
_NOT_PLAIN = re.compile(rb'<c(?! r="[A-Z]{1,3}+\d{1,7}+")(?=[\s>/])')
_WIDE_LETTERS = re.compile(rb' r="([A-Z]{2,3})\d')
_PLAIN_ROWS = re.compile(rb' r="[A-Z]{1,3}(\d{1,7})"')


def extend(facts: SheetFacts, piece: bytes, *, habit: Habit) -> bool:
    """Let the last row and column reach to the cells of a piece, which begins and ends between cells.

    Says whether all its cells are surely plain and keep to the habit; where the answer is no they still may.
    """
    if len(piece) < WHOLE_PIECE or (b":" in piece and PREFIXED.search(piece) is not None):
        _reach_of_each(piece, facts)
        return False
    last = piece.rfind(b"<row ")
    found = _ROW.search(piece, last) if last >= 0 else None
    if found is not None:
        facts.last_row = max(facts.last_row, int(found[1]))
    facts.last_column = max(facts.last_column, _LETTERS)
    if _is_known(piece, facts, habit):
        return True
    if habit != ANY and _is_known(piece, facts, ANY):
        return False
    if _NOT_PLAIN.search(piece) is not None:
        _reach_of_each(piece, facts)
        return False
    wide = {column_number(letters.decode()) for letters in set(_WIDE_LETTERS.findall(piece))}
    facts.last_column = max({facts.last_column, *wide})
    if not _is_known(piece, facts, ANY):
        facts.last_row = max({facts.last_row, *map(int, _PLAIN_ROWS.findall(piece))})
    return False


def _is_known(piece: bytes, facts: SheetFacts, habit: Habit) -> bool:
    """Whether all cells of a piece are plain, keep to a habit and lie in known columns, and about in known rows.

    Rows are known up to the number of their digits, or up to the first of them: where that would leave more cells
    uncounted than a limit could tell from the known ones, the answer is no.
    """
    known = str(facts.last_row)
    for rows, bound in ((rb"\d{1,%d}+\"" % len(known), 10 ** len(known)), _rows_to_first_digit(known)):
        if bound * facts.last_column <= SURELY_FEW:
            return _surprise(facts.last_column, rows, habit).search(piece) is None
    return False


def _rows_to_first_digit(known: str) -> tuple[bytes, int]:
    """The numbers of rows whose first digit is that of a known row or less, and the first that is none of them."""
    rest = len(known) - 1
    shorter = rb"|\d{1,%d}+\"" % rest if rest else b""
    return rb"[0-%b]\d{%d}\"" % (known[:1].encode(), rest) + shorter, (int(known[0]) + 1) * 10**rest


@lru_cache(maxsize=256)
def _surprise(column: int, rows: bytes, habit: Habit) -> re.Pattern[bytes]:
    """Finds a cell that is not plain, lies behind a column or in none of these rows, or does not keep to a habit.

    A number's style stands right behind its address, or the cell is a surprise.
    """
    usual = rb"(?:%b)(?:%b)" % (_columns_to(column_letters(column)), rows)
    if habit.telling:
        usual += rb'(?! (?:s="(?:%b)"|t="n" |[^st]))' % b"|".join(b"%d" % style for style in habit.telling)
    if not habit.steady:
        return re.compile(rb'<c(?! r="%b)(?=[\s>/])' % usual)
    steady = b"|".join(letters for letters, _ in habit.steady)
    styled = b"|".join(rb'%b(?:%b) s="%d"' % (letters, rows, style) for letters, style in habit.steady)
    return re.compile(rb'<c(?! r="(?!(?:%b)\d)%b)(?! r="(?:%b))(?=[\s>/])' % (steady, usual, styled))


def _columns_to(last: str) -> bytes:
    """The letters of all columns up to one, as alternatives of an expression.

    >>> _columns_to("AN")
    b'[A-Z]{1,1}+|A[A-N]'
    """
    found = [f"[A-Z]{{1,{len(last) - 1}}}+"] if len(last) > 1 else []
    for at, letter in enumerate(last):
        rest = len(last) - at - 1
        upto = letter if rest == 0 else chr(ord(letter) - 1)
        if upto >= "A":
            found.append(f"{last[:at]}[A-{upto}]" + f"[A-Z]{{{rest}}}" * (rest > 0))
    return "|".join(found).encode()


def _reach_of_each(piece: bytes, facts: SheetFacts) -> None:
    """Look at tag by tag; a row or cell without an address follows the one before it."""
    for found in _ROW_OR_CELL.finditer(piece):
        address = _REFERENCE.search(found[2])
        letters, digits = (address[1][:_DIGITS], address[2][:_DIGITS]) if address else (b"", b"")
        if found[1] == b"row":
            facts.at_row, facts.at_column = int(digits or facts.at_row + 1), 0
        else:
            facts.at_row = int(digits or facts.at_row)
            facts.at_column = column_number(letters.decode().upper()) if letters else facts.at_column + 1
        facts.last_row = max(facts.last_row, facts.at_row)
        facts.last_column = max(facts.last_column, facts.at_column)
