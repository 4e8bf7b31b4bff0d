"""What is said of leaders whose target is of own sales alone, and of those whose target may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.leading import Beside, Leading
from salesperf.core.text import Text, listing
from salesperf.report.model import Note

_Beside = Mapping[str, Beside]


def own_targets(led: Leading, names: Mapping[str | None, str]) -> Iterator[Note]:
    """A note for each reason; every target beside the sum of those of the people led, in the first period."""
    added = {key: one for key, one in led.sellers.items() if one.is_added}
    below = {key: one for key, one in led.sellers.items() if not one.is_added}
    for kind, phrase, held in (
        ("sellers", phrases.ADDED_NOTE, added),
        ("sellers", phrases.BELOW_NOTE, below),
        ("perhaps_sellers", phrases.DOUBT_NOTE, led.doubts),
    ):
        if held:
            yield Note(kind, _said(phrase, held, names), warning=True)


def _said(phrase: Text, held: _Beside, names: Mapping[str | None, str]) -> Text:
    each = [
        phrases.BESIDE.fill(
            name=names.get(key) or key,
            period=one.goal.period.key,
            amount=one.goal.amount.normalize(),
            sum=one.together.normalize(),
        )
        for key, one in held.items()
    ]
    return phrase.fill(targets=listing(each), list=", ".join(f'"{names.get(key) or key}"' for key in held))
