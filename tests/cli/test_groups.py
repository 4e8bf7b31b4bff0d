from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from salesperf.cli.groups import group, grouped, with_example


@group
class Colours:
    red: Annotated[int, typer.Option("--red", help="How red.")] = 1
    blue: Annotated[str | None, typer.Option("--blue")] = None


def _app(seen: list[Colours]) -> typer.Typer:
    app = typer.Typer(rich_markup_mode=None)

    @app.command()
    @grouped
    def paint(
        what: Annotated[str, typer.Argument()],
        colours: Colours,
        *,
        wet: Annotated[bool, typer.Option("--wet")] = False,
    ) -> int:
        """Paint something.

        Example:
          paint house
          paint fence --red 2
        """
        seen.append(colours)
        typer.echo(f"{what} {colours.red} {colours.blue} {wet}")
        return 0

    return app


def test_the_fields_of_a_group_become_options_and_come_back_whole() -> None:
    seen: list[Colours] = []

    result = CliRunner().invoke(_app(seen), ["house", "--red", "3", "--wet"])

    assert result.stdout == "house 3 None True\n"
    assert isinstance(seen[0], Colours)


def test_the_lines_of_the_example_stay_lines() -> None:
    help_page = CliRunner().invoke(_app([]), ["--help"]).stdout

    assert "  Example:\n    paint house\n    paint fence --red 2\n" in help_page
    assert "--red <int>" in help_page


def test_a_group_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Colours().red = 2  # type: ignore[misc]


def test_a_function_without_words_stays_without() -> None:
    def silent() -> None: ...

    assert with_example(silent).__doc__ == ""


def test_a_field_without_a_default_is_an_option_that_must_be_given() -> None:
    @group
    class Size:
        wide: Annotated[int, typer.Option("--wide")]

    app = typer.Typer(rich_markup_mode=None)

    @app.command()
    @grouped
    def cut(*, size: Size) -> int:
        typer.echo(f"{size.wide}")
        return 0

    assert CliRunner().invoke(app, ["--wide", "3"]).stdout == "3\n"
    assert CliRunner().invoke(app, []).exit_code == 2
