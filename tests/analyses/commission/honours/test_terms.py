"""What an honour must say."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from commission_ground import plan

BASE = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
HONOUR = '[[honour]]\nname = "champion"\nmeasure = "net_revenue"\namount = 500\n'


def test_an_honour_says_what_equals_get() -> None:
    assert plan(BASE + HONOUR + 'ties = "all"\n').honour[0].label.en == "champion"
    with pytest.raises(ValidationError, match="ties"):
        plan(BASE + HONOUR)


@pytest.mark.parametrize(
    "more", ['by = "team"', 'heads = "each"', 'by = "team"\nheads = "each"\nnewcomer_months = 3', 'name = "base"']
)
def test_what_does_not_go_together_is_refused(more: str) -> None:
    written = HONOUR.replace('name = "champion"\n', "") if more.startswith("name") else HONOUR

    with pytest.raises(ValidationError):
        plan(f'{BASE}{written}ties = "all"\n{more}\n')
