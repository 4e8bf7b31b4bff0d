"""The commands that the documents show: read them, run them, and write down anew what they print.

Run as a script it rewrites every console block and gallery folder that no longer shows what its command prints.
Read the difference before you commit it: it is what users will read.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [path for name in ("README.md", "README.zh.md", "docs/guide/*.md") for path in sorted(ROOT.glob(name))]
GALLERY = ROOT / "tests" / "gallery"
SETTINGS = {"cmd", "expected.txt", "exit", "env"}
"""What a folder of the gallery holds beside the input files."""

FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXIT = re.compile(r"\s+# exit (\d+)$")
CUT = "..."


@dataclass(frozen=True)
class Step:
    """One command of a document, its exit code, and what the document shows of its output."""

    command: str
    exit_code: int
    shown: str


def steps(text: str) -> Iterator[Step]:
    """The commands of all console blocks of a document, in order."""
    for match in FENCE.finditer(text):
        for part in re.split(r"^\$ ", match[1], flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            told = EXIT.search(line)
            yield Step(EXIT.sub("", line), int(told[1]) if told else 0, shown)


def matches(shown: str, printed: str) -> bool:
    """Whether the output is what the document shows, blanks at line ends and empty lines at the end left aside."""
    wanted = [line.rstrip() for line in shown.rstrip().splitlines()]
    pattern = "".join(
        r"(?:.*\n)*?" if line == CUT else ".*?".join(map(re.escape, line.split(CUT))) + r"\n" for line in wanted
    )
    found = "".join(f"{line.rstrip()}\n" for line in printed.rstrip().splitlines())
    return re.fullmatch(pattern, found) is not None


def cut_alike(shown: str, printed: str) -> str:
    """The output, cut where the document cut it before."""
    old, new = shown.rstrip().splitlines(), [line.rstrip() for line in printed.rstrip().splitlines()]
    if CUT in old:
        head = old.index(CUT)
        tail = len(old) - head - 1
        if len(new) > head + tail:
            new = [*new[:head], CUT, *new[len(new) - tail :]]
    return "\n".join(new) + "\n" if new else ""


def environment(home: Path) -> dict[str, str]:
    """An environment in which nothing is configured."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SALESPERF_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    fixed = {"COLUMNS": "120", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC", "XDG_CONFIG_HOME": str(home)}
    return {**kept, **fixed, "PATH": path, "HOME": str(home)}


def run(command: str, *, here: Path, home: Path, extra: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Exit code, everything a terminal would show, and standard error alone."""
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=here,
        env={**environment(home), **(extra or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if extra is None else subprocess.PIPE,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8"), (done.stderr or b"").decode("utf-8")


def rewrite_document(document: Path) -> bool:
    """Bring the console blocks of one document up to date; tells whether anything changed."""
    text = old = document.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "examples"
        shutil.copytree(ROOT / "examples", here)
        for step in steps(old):
            code, printed, _ = run(step.command, here=here, home=Path(folder))
            if code == step.exit_code and matches(step.shown, printed):
                continue
            first = f"$ {step.command}{f'  # exit {step.exit_code}' if step.exit_code else ''}\n"
            now = f"$ {step.command}{f'  # exit {code}' if code else ''}\n"
            text = text.replace(first + step.shown, now + cut_alike(step.shown, printed), 1)
    document.write_text(text, encoding="utf-8")
    return text != old


def variables(folder: Path) -> dict[str, str]:
    """The environment variables that a folder of the gallery sets."""
    path = folder / "env"
    lines = path.read_text(encoding="utf-8").split() if path.exists() else []
    return dict(line.split("=", 1) for line in lines)


def lay_out(folder: Path, here: Path) -> None:
    """Copy the input files of a folder of the gallery to where its command runs."""
    for path in sorted(folder.iterdir()):
        if path.name not in SETTINGS:
            (shutil.copytree if path.is_dir() else shutil.copy)(path, here / path.name)


def rewrite_gallery(folder: Path) -> bool:
    """Write down anew what one folder of the gallery says; tells whether anything changed."""
    expected = folder / "expected.txt"
    old = expected.read_text(encoding="utf-8") if expected.exists() else ""
    with tempfile.TemporaryDirectory() as place:
        here = Path(place) / "here"
        here.mkdir()
        lay_out(folder, here)
        command = f"salesperf {(folder / 'cmd').read_text(encoding='utf-8').strip()}"
        code, _, said = run(command, here=here, home=Path(place), extra=variables(folder))
    expected.write_text(said, encoding="utf-8")
    (folder / "exit").unlink(missing_ok=True)
    if code:
        (folder / "exit").write_text(f"{code}\n", encoding="utf-8")
    return said != old


def main() -> None:
    """Rewrite all documents and folders, and name those that changed."""
    for document in DOCUMENTS:
        if rewrite_document(document):
            print(f"rewrote {document.relative_to(ROOT)}")
    for folder in sorted(path for path in GALLERY.iterdir() if path.is_dir()):
        if rewrite_gallery(folder):
            print(f"rewrote {folder.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
