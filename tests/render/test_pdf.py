from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from salesperf.core.errors import UsageError
from salesperf.render import formats
from salesperf.render.formats import draw
from salesperf.report.model import Report

HOSTILE = b'<p>x</p><img src="file:///etc/passwd"><link rel="stylesheet" href="http://example.com/x.css">'
PROBE = """
import sys
sys.path.insert(0, sys.argv[1])
from company_pack import company_pack
from salesperf.render.formats import draw
sys.stdout.buffer.write(draw(company_pack(), format="pdf"))
"""


@pytest.fixture(scope="module")
def laid_out() -> None:
    try:
        import weasyprint  # noqa: F401, PLC0415 -- an extra that needs a library of the system
    except (ImportError, OSError):
        pytest.skip("the extra pdf, or its library of the system, is absent")


@pytest.mark.usefixtures("laid_out")
def test_a_pack_becomes_sheets_with_its_words_in_them(pack_report: Report, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext absent")
    file = tmp_path / "pack.pdf"

    file.write_bytes(draw(pack_report, format="pdf"))

    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert "Executive report" in text
    assert "1,200.50" in text
    assert "恒源建材" in text
    assert "26 rows in = 23 loaded" in text


@pytest.mark.usefixtures("laid_out")
def test_two_processes_make_the_same_bytes(root: Path) -> None:
    made = [
        subprocess.run(
            [sys.executable, "-c", PROBE, str(root / "tests" / "samples")],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(root / "src"), "HOME": "/tmp"},  # noqa: S108
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    ]

    assert made[0].startswith(b"%PDF-")
    assert made[0] == made[1]


@pytest.mark.usefixtures("laid_out")
def test_an_address_in_a_page_stops_the_drawing() -> None:
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 -- an extra

    from salesperf.render import pdf  # noqa: PLC0415 -- loads the extra

    with pytest.raises(FatalURLFetchingError, match="Error fetching"):
        pdf.draw(HOSTILE)


def test_without_the_library_the_extra_is_named(pack_report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda _name: None)

    with pytest.raises(UsageError, match="format 'pdf' needs weasyprint, which is not installed") as caught:
        draw(pack_report, format="pdf")

    assert caught.value.hint == "pip install 'salesperf[pdf]'"
