"""Cells: how numbers, dates, flags, ids, units and blanks are written, decided over whole columns."""
