from __future__ import annotations

import re
from decimal import Decimal

import pytest

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.phrases import figure, percent
from salesperf.core.text import Text

SAID = {name: one for name, one in vars(phrases).items() if isinstance(one, Text)}
PLACE = re.compile(r"\{(\w+)")


@pytest.mark.parametrize("name", SAID)
def test_both_languages_have_the_same_places(name: str) -> None:
    one = SAID[name]

    assert set(PLACE.findall(one.en)) == set(PLACE.findall(one.zh))
    assert re.search(r"[\u4e00-\u9fff]", one.zh)


@pytest.mark.parametrize(
    ("amount", "said"),
    [("1190.500000", "1,190.5"), ("300.00", "300"), ("0.00", "0"), ("-0.01", "-0.01"), ("1E+6", "1,000,000")],
)
def test_amounts_in_sentences_have_no_zeros_at_their_end(amount: str, said: str) -> None:
    assert figure(Decimal(amount)) == said


@pytest.mark.parametrize(
    ("share", "said"), [("0.3", "30 %"), ("0.099999", "9.99 %"), ("-0.00001", "-0.01 %"), ("0.3333333", "33.33 %")]
)
def test_shares_in_sentences_never_look_larger_than_they_are(share: str, said: str) -> None:
    assert percent(Decimal(share)) == said
