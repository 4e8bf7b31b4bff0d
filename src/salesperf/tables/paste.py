"""Lines of salesperf.toml that can be copied as they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def table_lines(
    table: str,
    files: Sequence[str],
    columns: Mapping[str, str],
    *,
    sheet: str | None = None,
    beside: Sequence[tuple[str, str]] = (),
) -> str:
    r"""One `[[table]]` on lines of its own, and one for each table `beside` it in another sheet.

    A sheet that is named alone keeps the others of its workbook out.

    >>> print(table_lines("orders", ["a.csv"], {"amount": 'Sum "net"'}))
    <BLANKLINE>
    [[table]]
    name = "orders"
    files = ["a.csv"]
    columns = { amount = "Sum \"net\"" }
    """
    named = ", ".join(map(quoted, files))
    of_sheet = f"sheet = {quoted(sheet)}\n" if sheet else ""
    lines = f'\n[[table]]\nname = "{table}"\nfiles = [{named}]\n{of_sheet}{column_line(columns)}'
    return lines + "".join(sister_lines(other, files, {"sheet": place}) for other, place in beside if sheet)


def sister_lines(table: str, files: Sequence[str], settings: Mapping[str, str]) -> str:
    r"""One `[[table]]` with settings of its files.

    >>> print(sister_lines("orders", ["a.xlsx"], {"sheet_is": "region"}))
    <BLANKLINE>
    [[table]]
    name = "orders"
    files = ["a.xlsx"]
    sheet_is = "region"
    """
    named = ", ".join(map(quoted, files))
    lines = "\n".join(f"{key} = {quoted(value)}" for key, value in settings.items())
    return f'\n[[table]]\nname = "{table}"\nfiles = [{named}]\n{lines}'


def column_line(columns: Mapping[str, str]) -> str:
    """The line that names the header of each column."""
    pairs = ", ".join(f"{column} = {quoted(header)}" for column, header in columns.items())
    return f"columns = {{ {pairs} }}"


def quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
