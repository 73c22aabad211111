"""Compare our readers of Word files, old and new, with LibreOffice's.

Usage: python packaging/measure_doc.py [--show] [--kind docx] FILE_OR_FOLDER…

Each file is read in this process and converted to text by LibreOffice. For each file: the share
of LibreOffice's lines (blanks aside) that stand in ours, in the same number, and the seconds;
or the message. ``--show`` prints the lines that are missing. Needs soffice.

Not counted as missing: the figures of notes, which LibreOffice prints inside the sentence and we
do not (a speech is read aloud), and a line that we break where the file does. Files with tracked
deletions are listed and not counted, for LibreOffice prints what was deleted.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes

_FILTER = "txt:Text (encoded):UTF8"
_SUFFIXES = {
    "doc": (".doc", ".dot", ".wps", ".wpt"),
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
}
# LibreOffice shows signs of symbol fonts in codes of its own, and a mark where an object stands.
_BLANK = re.compile(r"[\s\u00a0\u00ad\u2011\u200b\ufffc\ue000-\uf8ff→]+")
_BULLETS = re.compile("^[●○◦▪▫■□·>-](?=[^\\d])")
_FIGURES = re.compile(r"\d+|[*†]")
_NOTE = "\n注1："
_DELETED = "修订中删除的文字"


def lines_of(text: str, *, figures: bool = True) -> Counter[str]:
    """Return the lines of a text without blanks, all bullets alike, and how often each comes."""
    lines = (_BULLETS.sub("•", _BLANK.sub("", line)) for line in text.splitlines())
    if not figures:
        lines = (_FIGURES.sub("", line) for line in lines)
    return Counter(line for line in lines if line)


def missing_lines(theirs: str, ours: str) -> tuple[Counter[str], int]:
    """Return the lines of ``theirs`` that do not stand in ``ours``, and the count of all."""
    figures = _NOTE not in ours
    expected, have = lines_of(theirs, figures=figures), lines_of(ours, figures=figures)
    joined = "".join(have)
    missing = expected - have
    return Counter({one: n for one, n in missing.items() if one not in joined}), expected.total()


def convert(paths: list[Path], folder: Path) -> None:
    """Write LibreOffice's text of each file into ``folder``."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", _FILTER, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def measure(path: Path, theirs: Path, *, show: bool) -> tuple[int, int]:
    """Print the figures of one file; return its missing lines and the count of all."""
    begun = time.perf_counter()
    try:
        imported = import_bytes(path.read_bytes(), path.name)
    except ImportProblem as problem:
        print(f"{path.name:40} {problem.code}: {problem.reason}")
        return 0, 0
    seconds = time.perf_counter() - begun
    if not theirs.exists():
        print(f"{path.name:40} {len(imported.text):6} characters, LibreOffice does not open it")
        return 0, 0
    missing, total = missing_lines(theirs.read_text(encoding="utf-8-sig"), imported.text)
    deleted = any(one.kind == _DELETED for one in imported.omissions)
    share = 1 - missing.total() / total if total else 1
    listed = "、".join(f"{one.kind} {one.count}" for one in imported.omissions)
    print(f"{path.name:40} {share:7.1%} of {total:4} lines {seconds:6.3f} s  {listed}")
    if show:
        for line in missing:
            print(f"    - {line[:100]}")
    return (0, 0) if deleted else (missing.total(), total)


def main() -> int:
    """Measure all files named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--kind", choices=list(_SUFFIXES), default="doc")
    options = parser.parse_args()
    paths = [
        path
        for place in options.places
        for path in (sorted(place.iterdir()) if place.is_dir() else [place])
        if path.suffix.lower() in _SUFFIXES[options.kind]
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        convert(paths, folder)
        results = [measure(path, folder / f"{path.stem}.txt", show=options.show) for path in paths]
    missing, total = (sum(column) for column in zip(*results, strict=True))
    print(f"{len(paths)} files: {1 - missing / max(total, 1):.2%} of {total} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
