"""The head of a sheet of an .xlsb workbook: how far it says that its cells reach."""

from __future__ import annotations

import struct

BINARY_HEAD = 65_536
"""Bytes from a sheet's start in which it declares its reach."""
_DIMENSION = 148


def declared_reach(head: bytes) -> tuple[int, int]:
    """Last row and column that a binary sheet declares (record BrtWsDim of [MS-XLSB] 2.4.844); 0, 0 without one."""
    at = 0
    while at + 2 < len(head):
        kind, at = _variable(head, at, most=2)
        size, at = _variable(head, at, most=4)
        if kind == _DIMENSION and len(head) >= at + 16:
            _, last_row, _, last_column = struct.unpack_from("<4I", head, at)
            return last_row + 1, last_column + 1
        at += size
    return 0, 0


def _variable(head: bytes, at: int, *, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, lowest first, and where the next one begins."""
    number = 0
    for place in range(most):
        if at >= len(head):
            break
        byte = head[at]
        at += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:  # noqa: PLR2004 - the mark says that more follows
            break
    return number, at
