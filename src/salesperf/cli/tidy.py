"""`salesperf tidy`: one file's table as clean CSV."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from salesperf.cli.groups import group, grouped
from salesperf.cli.options import ExplainLayout, Talk
from salesperf.core.errors import Exit

File = Annotated[str, Argument(metavar="FILE", help="The file to read; - is standard input.")]
Target = Annotated[Path | None, Option("--output", "-o", help="Write to this file instead of standard output.")]
Overwrite = Annotated[bool, Option("--overwrite", help="Replace a file that exists.")]
Lang = Annotated[Literal["en", "zh"] | None, Option("--lang", help="Language of the answer.")]
Raw = Annotated[bool, Option("--raw", help="Keep every row below the header, each cell as the file has it.")]


@group
class Lie:
    """Where the table lies and how it was written, where looking at the file does not decide it."""

    sheet: Annotated[str | None, Option("--sheet", help="Read this sheet of a workbook.")] = None
    header_row: Annotated[int | None, Option("--header-row", min=1, help="The row of the header, counted from 1.")] = (
        None
    )
    delimiter: Annotated[str | None, Option("--delimiter", help="What stands between cells, such as ; or ||.")] = None
    encoding: Annotated[str | None, Option("--encoding", help="Text encoding, such as gb18030.")] = None
    explain_layout: ExplainLayout = False


@grouped
def tidy(
    *,
    file: File,
    lie: Lie,
    talk: Talk,
    output: Target = None,
    overwrite: Overwrite = False,
    raw: Raw = False,
    lang: Lang = None,
) -> int:
    """Write the table of one file as clean CSV, whatever lies around it.

    Cells are written as text, so dates and decimals need no --date-order and no --decimal here.

    Example:
      salesperf tidy export.csv -o clean.csv
      salesperf tidy export.csv --raw --explain-layout
    """
    from salesperf.app import tidy as tidying  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app.output import write  # noqa: PLC0415 -- as above
    from salesperf.app.workspace import Ask  # noqa: PLC0415 -- as above
    from salesperf.cli.first_look import surroundings  # noqa: PLC0415 -- as above
    from salesperf.cli.talk import issue_lines, say  # noqa: PLC0415 -- as above
    from salesperf.cli.terminal import put  # noqa: PLC0415 -- as above

    output = None if output == Path("-") else output
    if output is not None:
        tidying.check_target(output, overwrite=overwrite)
    told = ("sheet", "header_row", "delimiter", "encoding")
    flags: dict[tuple[str, ...], object] = {("reading", key): getattr(lie, key) for key in told}
    flags["workspace", "lang"] = lang
    asked = Ask((file,), surroundings(), flags=flags)
    tidied = tidying.tidy(asked, raw=raw)
    if output is None:
        put(tidied.content)
    else:
        write(output, tidied.content, overwrite=overwrite)
    if not talk.quiet:
        for line in (
            *(text.say(tidied.lang) for text in tidied.told),
            *(text.say(tidied.lang) for text in tidied.evidence if lie.explain_layout),
        ):
            say(line)
        for line in issue_lines(tidied.findings, lang=tidied.lang):
            say(line)
    return Exit.OK
