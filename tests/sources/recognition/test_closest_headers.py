from __future__ import annotations

from salesperf.sources.profile import profiles
from salesperf.sources.recognition.closest_headers import closest_headers

KNOWN = profiles()


def test_the_headers_most_like_a_column_are_named() -> None:
    aliases = [entry for profile in KNOWN for entry in profile.aliases("orders")]

    assert closest_headers("amount", ["Amuont", "colour", "weight"], aliases) == ("Amuont",)
