"""Which files of a folder are speeches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafting.workspace.drafts.opening import file_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def iter_speech_files(paths: Iterable[Path | str]) -> Iterator[Path]:
    """Yield files named, and in folders all of a kind that can be read, in order of names."""
    suffixes = {suffix for _, some in file_kinds() for suffix in some}
    seen: set[Path] = set()
    for path in map(Path, paths):
        found = [path]
        if path.is_dir():
            found = sorted(one for one in path.rglob("*") if _is_speech_file(one, suffixes))
        for one in found:
            if one not in seen:
                seen.add(one)
                yield one


def _is_speech_file(path: Path, suffixes: set[str]) -> bool:
    # Word's own lock files (~$…) and hidden files are no speeches.
    return (
        path.suffix.lower() in suffixes and not path.name.startswith(("~$", ".")) and path.is_file()
    )
