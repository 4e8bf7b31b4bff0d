from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from salesperf.core.errors import Severity, UsageError
from salesperf.sources.files.discover import discover


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text)


def test_a_folder_gives_its_own_files_sorted_by_name(tmp_path: Path) -> None:
    _write(tmp_path, b__csv="2", a__csv="1")
    (tmp_path / "inner").mkdir()
    _write(tmp_path / "inner", c__csv="3")

    found = discover([str(tmp_path)])

    assert [file.name for file in found.files] == ["a.csv", "b.csv"]
    assert not any(file.named for file in found.files)


def test_the_order_of_the_words_does_not_matter(tmp_path: Path) -> None:
    _write(tmp_path, b__csv="2", a__csv="1", c__csv="3")
    words = [str(tmp_path / name) for name in ("a.csv", "b.csv", "c.csv")]

    assert discover(words).files == discover(words[::-1]).files


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    _write(tmp_path, a__csv="1")
    name = str(tmp_path / "a.csv")

    found = discover([name, str(tmp_path), name])

    assert [(file.name, file.named) for file in found.files] == [("a.csv", True)]
    assert found.left_out == ()


def test_copies_count_once_and_are_named(tmp_path: Path) -> None:
    _write(tmp_path, a__csv="same", b__csv="same", c__csv="else")

    found = discover([str(tmp_path)])

    assert [file.name for file in found.files] == ["a.csv", "c.csv"]
    assert [(left.file.name, left.reason, left.note.en) for left in found.left_out] == [
        ("b.csv", "copy", "copy of a.csv")
    ]
    assert [(issue.code, issue.where.file) for issue in found.issues] == [("R103", "b.csv")]


def test_of_equal_files_the_one_with_the_plain_name_is_the_original(tmp_path: Path) -> None:
    _write(
        tmp_path, **{"orders (1)__csv": "same", "orders__csv": "same", "orders - Copy__csv": "same", "zz__csv": "else"}
    )

    found = discover([str(tmp_path)])

    assert [file.name for file in found.files] == ["orders.csv", "zz.csv"]
    assert [(left.file.name, left.note.en) for left in found.left_out] == [
        ("orders (1).csv", "copy of orders.csv"),
        ("orders - Copy.csv", "copy of orders.csv"),
    ]


def test_a_file_is_identified_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    _write(tmp_path, a__csv="hello")

    (file,) = discover([str(tmp_path / "a.csv")]).files

    assert file.sha256 == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    assert file.size == 5


def test_the_hash_of_a_large_file_runs_beside_and_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesperf.sources.files.discover._HASH_LATER", 3)
    _write(tmp_path, a__csv="hello")

    (file,) = discover([str(tmp_path / "a.csv")]).files

    assert file.sha256 == hashlib.sha256(b"hello").hexdigest()


def test_files_of_one_base_name_stay_apart(tmp_path: Path) -> None:
    for folder in ("east", "west"):
        (tmp_path / folder).mkdir()
        _write(tmp_path / folder, orders__csv=folder)

    found = discover([str(tmp_path / "east"), str(tmp_path / "west")])

    assert [file.name for file in found.files] == ["east/orders.csv", "west/orders.csv"]


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    _write(tmp_path, orders__csv="1")

    with pytest.raises(UsageError) as caught:
        discover([str(tmp_path / "order.csv")])

    assert caught.value.hint == "did you mean 'orders.csv'?"


def test_a_glob_takes_what_matches_and_complains_when_nothing_does(tmp_path: Path) -> None:
    _write(tmp_path, o1__csv="1", o2__csv="2", x__csv="3")

    assert [file.name for file in discover([str(tmp_path / "o*.csv")]).files] == ["o1.csv", "o2.csv"]
    with pytest.raises(UsageError, match="no file matches"):
        discover([str(tmp_path / "q*.csv")])


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "q[1].csv").write_text("a")

    assert [file.name for file in discover([str(tmp_path / "q[1].csv")]).files] == ["q[1].csv"]


def test_lock_files_and_hidden_files_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in ("~$book.xlsx", ".hidden.csv", "a.csv"):
        (tmp_path / name).write_text(name)

    assert [file.name for file in discover([str(tmp_path)]).files] == ["a.csv"]


def test_files_of_other_types_in_a_folder_are_left_out_and_named(tmp_path: Path) -> None:
    _write(tmp_path, a__csv="1", logo__png="2")

    found = discover([str(tmp_path)])

    assert [(left.file.name, left.reason) for left in found.left_out] == [("logo.png", "unsupported")]
    assert [(issue.code, issue.where.file) for issue in found.issues] == [("R102", "logo.png")]


def test_the_project_file_is_none_of_the_files_it_describes(tmp_path: Path) -> None:
    _write(tmp_path, a__csv="1", salesperf__toml="")

    for words in ([str(tmp_path)], [str(tmp_path / "*")]):
        found = discover(words)
        assert ([file.name for file in found.files], found.left_out, found.issues) == (["a.csv"], (), ())


@pytest.mark.parametrize("name", ["README", "README.md", "README.txt", "readme.zh.txt"])
def test_what_is_written_for_people_is_a_note_unless_somebody_names_it(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Exports, of May, from the ERP\n")

    found = discover([str(tmp_path)])

    assert [(left.file.name, left.note.en) for left in found.left_out] == [(name, "written for people")]
    assert [(issue.code, issue.severity) for issue in found.issues] == [("R102", Severity.NOTE)]
    assert [file.name for file in discover([str(tmp_path / name)]).files] == [name]


def test_a_table_that_is_called_readme_is_read(tmp_path: Path) -> None:
    _write(tmp_path, readme__csv="1")

    assert [file.name for file in discover([str(tmp_path)]).files] == ["readme.csv"]


def test_an_empty_folder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no files"):
        discover([str(tmp_path)])


def test_standard_input_is_a_file_of_its_own() -> None:
    (file,) = discover(["-"], stdin=b"a,b\n").files

    assert (file.name, file.path, file.content) == ("standard input", None, b"a,b\n")


def test_copies_are_found_where_nobody_wants_a_hash(tmp_path: Path) -> None:
    for name in ("orders.csv", "orders (1).csv"):
        (tmp_path / name).write_text("a,b\n1,2\n")
    (tmp_path / "other.csv").write_text("a,b\n1,3\n")

    found = discover([str(tmp_path)], digests=False)

    assert [file.name for file in found.files] == ["orders.csv", "other.csv"]
    assert [file.sha256 for file in found.files] == ["", ""]
    assert [left.note.en for left in found.left_out] == ["copy of orders.csv"]
