from __future__ import annotations

from hashlib import sha256

from salesperf.app.packs.anchors import anchor


def test_a_plain_key_is_seen_as_it_is() -> None:
    assert anchor("rep", "Tom Becker") == "rep-Tom_Becker"
    assert anchor("rep", "A004") == "rep-A004"


def test_keys_that_would_look_alike_stay_apart() -> None:
    alike = ("Tom Becker", "Tom_Becker", "Tom-Becker", "Tom  Becker", "张伟", "李娜", "", "x" * 60, "x" * 61)

    assert len({anchor("rep", key) for key in alike}) == len(alike)


def test_a_key_of_other_letters_ends_in_digits_of_its_own() -> None:
    assert anchor("rep", "张伟") == f"rep-{sha256('张伟'.encode()).hexdigest()[:8]}"
    assert anchor("rep", "Maria O'Neill") == "rep-Maria_O_Neill_ce4d4a3a"
