from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest
from typer.models import OptionInfo

from salesperf.cli.options import Inputs, Output, Question, Talk, words


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (None, ()),
        ([], ()),
        (["rep"], ("rep",)),
        (["rep, region", "product"], ("rep", "region", "product")),
        ([",", " "], ()),
    ],
)
def test_words_may_be_repeated_or_separated_by_commas(values: list[str] | None, expected: tuple[str, ...]) -> None:
    assert words(values) == expected


def test_every_shared_option_has_a_long_name_a_help_and_one_meaning() -> None:
    names: list[str] = []
    for group in (Inputs, Question, Output, Talk):
        for field in fields(group):  # type: ignore[arg-type]
            for declared in (one for one in get_args(field.type) if isinstance(one, OptionInfo)):
                assert declared.help
                # Inside Annotated the first name stands where a default stood in older declarations.
                own = [str(declared.default), *(declared.param_decls or ())]
                assert any(name.startswith("--") for name in own)
                names += own

    assert {"--period", "--by", "-o", "--quiet", "--encoding"} <= set(names)
    assert len(names) == len(set(names))
