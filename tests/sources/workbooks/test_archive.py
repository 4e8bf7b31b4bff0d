from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.archive import open_archive, plain


def _packed(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def test_an_ordinary_archive_is_opened_from_a_path_and_from_bytes(tmp_path: Path) -> None:
    path = _packed(tmp_path / "x.xlsx", a=b"1", b=b"2")

    for source in (path, path.read_bytes(), b"before the archive" + path.read_bytes()):
        with open_archive(source, name="x", limits=Limits()) as archive:
            assert archive.read("b") == b"2"


def test_a_part_may_inflate_as_far_as_the_limit(tmp_path: Path) -> None:
    path = _packed(tmp_path / "x.xlsx", a=b" " * 10_000_001)

    with pytest.raises(Refused, match="limit max_ratio is 300 times"):
        open_archive(path, name="x", limits=Limits())
    open_archive(path, name="x", limits=Limits(max_ratio=1032)).close()


def test_parts_are_counted_before_the_list_is_read(tmp_path: Path) -> None:
    path = _packed(tmp_path / "x.xlsx", a=b"1", b=b"2", c=b"3")

    with pytest.raises(Refused, match="3 parts, the limit max_parts is 2"):
        open_archive(path, name="x", limits=Limits(max_parts=2))


def test_a_list_of_parts_in_the_large_format_is_counted_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Beyond this count an archive is written with the end record of 64 bits.
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    path = _packed(tmp_path / "x.xlsx", a=b"1", b=b"2", c=b"3")
    assert b"PK\x06\x06" in path.read_bytes()

    with pytest.raises(Refused, match="max_parts is 2"):
        open_archive(path, name="x", limits=Limits(max_parts=2))
    open_archive(path, name="x", limits=Limits()).close()


def test_names_are_compared_as_the_reader_does() -> None:
    assert plain("\\XL\\Workbook.xml") == plain("/xl/workbook.xml") == "xl/workbook.xml"
