"""`salesperf demo`: two small companies to try everything on."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from salesperf.cli.groups import grouped
from salesperf.cli.options import Talk, words
from salesperf.core.errors import Exit

Folder = Annotated[Path, Argument(metavar="DIR", help="The folder to write to; it is created.")]
Companies = Annotated[
    list[str] | None, Option("--company", help="Only acme_en (English) or hengyuan_zh (Chinese).", show_default=False)
]
Overwrite = Annotated[bool, Option("--overwrite", help="Replace files that exist.")]


@grouped
def demo(folder: Folder, talk: Talk, company: Companies = None, overwrite: Overwrite = False) -> int:  # noqa: FBT002 -- a flag
    """Write the raw exports of two sample companies, always the same.

    Example:
      salesperf demo sample
    """
    from salesperf.app.demo import write_demo  # noqa: PLC0415 -- only this command writes workbooks
    from salesperf.cli.talk import say  # noqa: PLC0415 -- help has nothing to say

    wanted = {"companies": words(company)} if company else {}
    files = write_demo(folder, overwrite=overwrite, **wanted)
    if not talk.quiet:
        company_folder = files[0].parent
        say(f"wrote {len(files)} files; look at them with: salesperf kpi {company_folder}")
    return Exit.OK
