"""Every shared option, declared once: the same flag has the same meaning in every command."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from salesperf.cli.groups import group

Files = Annotated[
    list[str] | None,
    Argument(
        metavar="FILES",
        help="Files, patterns or folders; - is standard input. None: the project's own.",
        show_default=False,
    ),
]
Config = Annotated[Path | None, Option("--config", help="Take the settings from this file.", show_default=False)]


@group
class Inputs:
    """What is read, and how."""

    files: Files = None
    config: Config = None
    as_table: Annotated[str | None, Option("--as", help="Read the files as this table, such as orders.")] = None
    sheet: Annotated[str | None, Option("--sheet", help="Read this sheet of a workbook.")] = None
    header_row: Annotated[int | None, Option("--header-row", min=1, help="The row of the header, counted from 1.")] = (
        None
    )
    delimiter: Annotated[str | None, Option("--delimiter", help="What stands between cells, such as ; or ||.")] = None
    encoding: Annotated[str | None, Option("--encoding", help="Text encoding, such as gb18030.")] = None
    date_order: Annotated[
        Literal["ymd", "dmy", "mdy"] | None, Option("--date-order", help="What 03/04/2026 means.")
    ] = None
    decimal: Annotated[Literal[".", ","] | None, Option("--decimal", help="The decimal mark.")] = None
    timezone: Annotated[
        str | None, Option("--timezone", help="Convert times with an offset to this zone, such as Asia/Shanghai.")
    ] = None
    currency: Annotated[str | None, Option("--currency", help="ISO code of amounts that carry none, such as CNY.")] = (
        None
    )
    on_bad_rows: Annotated[
        Literal["fail", "quarantine"] | None,
        Option("--on-bad-rows", help="Stop on rows that cannot be read (the default), or set them aside and say so."),
    ] = None
    corrections: Annotated[
        list[str] | None,
        Option("--corrections", help="Put the rows of this corrected file in their place (repeated: several files)."),
    ] = None


ExplainLayout = Annotated[
    bool, Option("--explain-layout", help="Say how the table lies in each file, and why.", show_default=False)
]


OfRows = Annotated[list[str] | None, Option("--where", help="Only rows that meet this: region=East,West.")]
Where = Annotated[
    list[str] | None,
    Option("--where", help="Only rows that meet this: region=East,West or amount>=100 (repeated: all must hold)."),
]
AsOf = Annotated[str | None, Option("--as-of", help="The day to look from; the last day of the data when not set.")]


@group
class Question:
    """What is asked of the sales."""

    period: Annotated[
        str | None, Option("--period", help="2026-03, 2026-Q1, 2026, last-month or 2026-01-01..2026-03-15.")
    ] = None
    grain: Annotated[
        Literal["day", "week", "month", "quarter", "year"] | None, Option("--grain", help="One row for each of these.")
    ] = None
    by: Annotated[
        list[str] | None,
        Option("--by", help="One row for each rep, team, region, product, customer, ... (a,b or repeated)."),
    ] = None
    where: Where = None
    compare: Annotated[list[str] | None, Option("--compare", help="Compare with prev, yoy, ytd (a,b or repeated).")] = (
        None
    )
    metrics: Annotated[
        list[str] | None, Option("--metrics", help="Only these metrics, in this order (a,b or repeated).")
    ] = None
    as_of: AsOf = None


@group
class Output:
    """How the answer looks and where it goes."""

    lang: Annotated[
        Literal["en", "zh", "both"] | None, Option("--lang", help="Language of the answer; both says it in two.")
    ] = None
    format: Annotated[
        str | None,
        Option("--format", help="table, json, jsonl, csv, tsv, md, html, pdf, parquet or xlsx.", show_default=False),
    ] = None
    output: Annotated[
        Path | None, Option("--output", "-o", help="Write to this file; its suffix decides the format.")
    ] = None
    template: Annotated[
        Path | None, Option("--template", help="Fill the named cells of this workbook; -o is the filled copy.")
    ] = None
    overwrite: Annotated[bool, Option("--overwrite", help="Replace files that exist.")] = False
    columns: Annotated[list[str] | None, Option("--columns", help="Only these columns, in this order.")] = None
    sort: Annotated[
        list[str] | None, Option("--sort", help="Order by these columns; -net_revenue is from high to low.")
    ] = None
    limit: Annotated[int | None, Option("--limit", min=1, help="At most so many rows.")] = None
    total: Annotated[bool, Option("--total", help="Add the total row to csv, tsv, jsonl and parquet.")] = False
    output_encoding: Annotated[
        str | None, Option("--output-encoding", help="Encoding of csv files: utf-8-sig (the default), utf-8, gb18030.")
    ] = None
    csv_safe: Annotated[bool, Option("--csv-safe", help="Put ' before csv cells that a spreadsheet would run.")] = False
    no_color: Annotated[bool, Option("--no-color", help="No colour, also on a terminal.")] = False


Manifest = Annotated[
    Path | None, Option("--manifest", help="Write what the numbers were made from to this file (JSON).")
]


QuarantineTo = Annotated[
    Path | None,
    Option("--quarantine-to", help="Set rows that cannot be read aside and write them to this CSV, to be corrected."),
]


@group
class Talk:
    """How much is said on standard error."""

    quiet: Annotated[bool, Option("--quiet", "-q", help="Say nothing but errors.")] = False
    verbose: Annotated[
        bool, Option("--verbose", "-v", help="Say what was read from each file, and list the findings.")
    ] = False
    debug: Annotated[bool, Option("--debug", help="Show the traceback of a fault of salesperf itself.")] = False


def words(values: list[str] | None) -> tuple[str, ...]:
    """The words of a repeated, comma-separated option.

    >>> words(["rep,region", "product"])
    ('rep', 'region', 'product')
    """
    return tuple(word.strip() for value in values or () for word in value.split(",") if word.strip())
