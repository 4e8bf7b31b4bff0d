"""`salesperf init`: look at the files, write `salesperf.toml`."""

from typing import Annotated

from typer import Option

from salesperf.cli.groups import grouped
from salesperf.cli.options import Inputs, Output, Talk
from salesperf.core.errors import Exit

DryRun = Annotated[bool, Option("--dry-run", help="Show what was found, write nothing.")]
FixKeys = Annotated[
    bool,
    Option("--fix-keys", help="Find keys that no list of products, customers or people has; draft what they mean."),
]


@grouped
def init(*, inputs: Inputs, output: Output, talk: Talk, dry_run: DryRun = False, fix_keys: FixKeys = False) -> int:
    """Show what files and columns were taken for; write salesperf.toml.

    Example:
      salesperf init acme_en --dry-run
      salesperf init acme_en --fix-keys --dry-run
    """
    from salesperf.cli.first_look import look_first  # noqa: PLC0415 -- help needs no settings

    look_first(inputs, output)
    from salesperf.app import fix_keys as fixing  # noqa: PLC0415 -- help must not load the engine
    from salesperf.app import scaffold  # noqa: PLC0415 -- as above
    from salesperf.cli.asking import ask, bar, delivery, show  # noqa: PLC0415 -- as above
    from salesperf.cli.talk import issue_lines, say, say_wrote  # noqa: PLC0415 -- as above

    wanted = delivery(output)
    with bar(talk, output) as progress:
        asked = ask(inputs, output, bar=progress)
        proposed = fixing.fix_keys(asked) if fix_keys else scaffold.proposal(asked)
    for line in issue_lines(proposed.findings, lang=proposed.report.lang):
        say(line)
    show(proposed.report, wanted, talk)
    if not dry_run and proposed.toml:
        path = proposed.save(overwrite=output.overwrite)
        if not talk.quiet:
            say_wrote(path, proposed.report.lang)
    return Exit.OK
