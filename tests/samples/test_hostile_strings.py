from __future__ import annotations


def test_there_are_some_five_hundred_each_once(naughty_strings: tuple[str, ...]) -> None:
    assert len(naughty_strings) > 500
    assert len(set(naughty_strings)) == len(naughty_strings)
    assert {"", "<script>alert(1)</script>", "=1+1", "undefined"} <= set(naughty_strings)
