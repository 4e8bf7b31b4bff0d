"""Where the command line stands, and the look at workbooks that comes before the engine is loaded.

Commands import this first: what it refuses must cost neither the time nor the memory of loading frames.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from salesperf.app.layers import Surroundings, configured, quarantine_file
from salesperf.cli.options import Inputs, Output
from salesperf.core.errors import UsageError
from salesperf.core.text import Text

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def look_first(inputs: Inputs, output: Output) -> None:
    """Raise `DataError` when the inputs are workbooks and none of them may be read."""
    words = inputs.files or []
    if words and all(_is_workbook(Path(word)) for word in words):
        from salesperf.app.first_look import refuse_harmful  # noqa: PLC0415 -- text files need no such look

        refuse_harmful(words, surroundings(), config=inputs.config, flags=flags(inputs, output))


def setting_aside(inputs: Inputs, output: Output, *, to: Path | None) -> tuple[Inputs, Path | None]:
    """The inputs with bad rows set aside where a file for them is named, and that file, the flag's or the settings'.

    Refuses one that could not be written.
    """
    if to is not None and inputs.on_bad_rows == "fail":
        raise UsageError(
            Text(
                "--quarantine-to sets rows aside, --on-bad-rows fail stops on them",
                "--quarantine-to 会隔离这些行，--on-bad-rows fail 遇到它们则停止",
            ),
            Text("keep one of them", "请只保留其中一项"),
        )
    around = surroundings()
    file = to or quarantine_file(
        configured(tuple(inputs.files or ()), around, config=inputs.config, flags=flags(inputs, output)), around.cwd
    )
    if file is None:
        return inputs, None
    if file.suffix.lower() != ".csv":
        told = Text("rows set aside are written as CSV, not to {file!r}", "隔离行写为 CSV，不能写入「{file}」")
        raise UsageError(told.fill(file=str(file)), Text("name a file that ends in .csv", "请指定以 .csv 结尾的文件"))
    if output.output is not None and file.absolute() == output.output.absolute():
        told = Text("the answer and the rows set aside cannot both be {file!r}", "结果与隔离行不能都写入「{file}」")
        raise UsageError(told.fill(file=str(file)))
    from salesperf.app.output import refuse_existing  # noqa: PLC0415 -- help writes nothing

    refuse_existing(file, overwrite=output.overwrite)
    return replace(inputs, on_bad_rows="quarantine"), file


def surroundings() -> Surroundings:
    """The current folder, the environment, and where the user's own settings lie."""
    base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Surroundings(Path.cwd(), dict(os.environ), Path(base) / "salesperf" / "config.toml")


def flags(inputs: Inputs, output: Output) -> Mapping[tuple[str, ...], object]:
    """Settings by key path; None where no flag was given."""
    return {
        ("workspace", "lang"): output.lang,
        ("workspace", "currency"): inputs.currency,
        ("workspace", "timezone"): inputs.timezone,
        ("workspace", "on_bad_rows"): inputs.on_bad_rows,
        ("reading", "corrections"): tuple(inputs.corrections) if inputs.corrections else None,
        ("reading", "encoding"): inputs.encoding,
        ("reading", "sheet"): inputs.sheet,
        ("reading", "header_row"): inputs.header_row,
        ("reading", "delimiter"): inputs.delimiter,
        ("reading", "date_order"): inputs.date_order,
        ("reading", "decimal"): inputs.decimal,
    }


def _is_workbook(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return file.is_file() and stream.read(4) in _WORKBOOKS
    except OSError:
        return False
