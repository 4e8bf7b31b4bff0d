"""Names of people as names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.file_names import file_name, file_names, name_in

_BAD_ON_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_NAMES = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="aAbB. ~%:/\\CONconß\N{KELVIN SIGN}e\N{COMBINING ACUTE ACCENT}é王😀", max_size=12),
    st.sampled_from(["CON", "con.txt", "LPT1", "COM¹", "..", ".", "", " ", "NUL.", "../../etc", "a" * 300, "王" * 300]),
)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Mei Lin", "Mei Lin"),
        ("王晓燕", "王晓燕"),
        ("J. Smith (East)", "J. Smith (East)"),
        ("Maria O'Neill", "Maria O'Neill"),
        ("../../etc", "%2E.%2F..%2Fetc"),
        ("CON", "%43ON"),
        ("aux.old", "%61ux.old"),
        ("a:b", "a%3Ab"),
        ("Sam Whitfield Jr.", "Sam Whitfield Jr."),
        ("end ", "end%20"),
        (" front", "%20front"),
        ("100%", "100%25"),
        ("a~b", "a%7Eb"),
        ("😀", "%F0%9F%98%80"),
        ("", "~"),
    ],
)
def test_a_name_is_written_by_the_rule(name: str, written: str) -> None:
    assert file_name(name) == written
    assert name_in(written) == name


def test_a_long_name_is_cut_and_told_apart_by_its_digest() -> None:
    one, other = file_name("a" * 300), file_name("a" * 301)

    assert one != other
    assert len(one.encode()) == len(other.encode()) == 120
    assert one[:107] == "a" * 107
    assert name_in(one) is None


def test_names_that_differ_in_case_alone_are_told_apart() -> None:
    assert file_names(["Anna", "ANNA", "anna", "Bob", "Anna"]) == {
        "Anna": "Anna",
        "ANNA": "ANNA~2",
        "anna": "anna~3",
        "Bob": "Bob",
    }


@given(_NAMES)
def test_every_name_is_safe_and_comes_back(name: str) -> None:
    written = file_name(name)

    assert 0 < len(written.encode()) <= 120
    assert not _BAD_ON_WINDOWS.search(written)
    assert written[0] not in " ."
    assert written[-1] != " "
    assert written.partition(".")[0].rstrip().upper() not in {"CON", "PRN", "AUX", "NUL"}
    assert not re.fullmatch(r"(COM|LPT)[0-9¹²³]", written.partition(".")[0].upper())
    assert unicodedata.normalize("NFC", written) == written
    assert name_in(written) in {name, None}


@given(st.lists(_NAMES, max_size=8))
def test_no_two_names_meet_on_a_system_that_does_not_tell_case_apart(names: list[str]) -> None:
    written = file_names(names)

    assert set(written) == set(names)
    assert len({unicodedata.normalize("NFC", one).casefold() for one in written.values()}) == len(written)
    assert len({one.upper() for one in written.values()}) == len(written)
