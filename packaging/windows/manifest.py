"""Where every file of a built folder comes from; a file without an origin stops the build."""

from __future__ import annotations

import base64
import csv
import hashlib
import sys
import tempfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

NAME = "MANIFEST.txt"
HEADER = (
    "# 讲稿：文件夹里的每一个文件。列：文件、字节数、SHA-256、来源。\n"
    "# 免安装版另有 讲稿.cmd 和 数据\\说明.txt，由打包时写入。\n"
)
MADE_HERE = "made by the build"
COMPILED = "compiled from "
ARCHIVES = {".zip", ".docx"}


class Unaccounted(Exception):  # noqa: N818 - told in one line
    """A file has no origin, or is not what its origin says."""


def read_records(site: Path) -> dict[str, tuple[str, str]]:
    """Return ``path in site → (package and version, sha256 or "")`` as the wheels record it.

    Call it right after the installation: trimming takes the records away.
    """
    origins: dict[str, tuple[str, str]] = {}
    for metadata in sorted(site.glob("*.dist-info")):
        header = HeaderParser().parsestr((metadata / "METADATA").read_text(encoding="utf-8"))
        package = f"{header['Name']} {header['Version']}"
        with (metadata / "RECORD").open(encoding="utf-8", newline="") as stream:
            for row in csv.reader(stream):
                origins[row[0]] = (package, _hexadecimal(row[1]))
    return origins


def _hexadecimal(recorded: str) -> str:
    kind, _, value = recorded.partition("=")
    if kind != "sha256":
        return ""
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)).hex()


def origin_of(name: str, digest: str, origins: dict[str, tuple[str, str]]) -> str:
    """Return where the file ``name`` of the folder comes from.

    A compiled module takes its source's origin.

    Raises:
        Unaccounted: nowhere, or its content is not what was recorded.
    """
    source = compiled_from(name)
    if source is not None:
        return COMPILED + origin_of(source, "", origins)
    if name not in origins:
        raise Unaccounted(f"{name}: no origin")
    origin, recorded = origins[name]
    if digest and recorded and recorded != digest:
        raise Unaccounted(f"{name}: not what {origin} recorded")
    return origin


def compiled_from(name: str) -> str | None:
    """Return the source of ``…/__pycache__/x.cpython-313.pyc``, None for any other name."""
    path = Path(name)
    if path.suffix != ".pyc" or path.parent.name != "__pycache__":
        return None
    return (path.parent.parent / f"{path.name.split('.')[0]}.py").as_posix()


def iter_files(folder: Path) -> list[tuple[str, Path]]:
    """Return ``(name with slashes, path)`` of all files, sorted by name, whatever the system."""
    files = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return sorted((path.relative_to(folder).as_posix(), path) for path in files)


def manifest_text(folder: Path, origins: dict[str, tuple[str, str]]) -> str:
    """Return the manifest of ``folder``: one line for each file but itself.

    Raises:
        Unaccounted: a file has no origin or is not what was recorded (all of them are named).
    """
    lines, faults = [], []
    for name, path in iter_files(folder):
        if name == NAME:
            continue
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        try:
            origin = origin_of(name, digest, origins)
        except Unaccounted as fault:
            faults.append(str(fault))
        else:
            lines.append(f"{name}\t{len(data)}\t{digest}\t{origin}\n")
    if faults:
        raise Unaccounted("; ".join(faults))
    return HEADER + "".join(lines)


def differences(folder: Path) -> list[str]:
    """Return what in ``folder`` is not as its own manifest says; empty if all is."""
    told: dict[str, str] = {}
    for line in (folder / NAME).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, digest, _ = line.split("\t")
            told[name] = digest
    found = _digests(folder)
    found.pop(NAME, None)
    return _unlike(told, found)


def unlike_files(one: Path, other: Path) -> list[str]:
    """Return the names of the files that two folders do not have alike."""
    return _unlike(_digests(one), _digests(other))


def _digests(folder: Path) -> dict[str, str]:
    files = iter_files(folder)
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files}


def _unlike(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def folder_hash(folder: Path) -> str:
    """Return one hash over the names and contents of a folder."""
    total = hashlib.sha256()
    for name, path in iter_files(folder):
        total.update(name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def marks_of_this_machine(project: Path) -> list[str]:
    """Return the paths that no shipped file may hold: project, home, Python, temporary folders."""
    folders = {project, Path.home(), Path(sys.prefix), Path(sys.base_prefix)}
    marks = {f"{one}{end}" for one in folders for end in ("/", "\\")}
    marks.update(f"{tempfile.gettempdir()}/{start}" for start in ("pip-", "tmp", "build"))
    # A prefix such as /usr is everybody's and says nothing about this machine.
    return sorted(mark for mark in marks if mark.rstrip("/\\") not in {"", "/usr", "/usr/local"})


def leaked_paths(folder: Path, marks: list[str]) -> list[str]:
    """Return the files that hold one of ``marks``, in UTF-8 or UTF-16, also inside archives."""
    wanted = [mark.encode(code) for mark in marks for code in ("utf-8", "utf-16-le")]
    leaks = []
    for name, path in iter_files(folder):
        if any(mark in data for data in _contents(path) for mark in wanted):
            leaks.append(name)
    return leaks


def _contents(path: Path) -> list[bytes]:
    """Return a file's bytes, and those of its members where it is an archive."""
    contents = [path.read_bytes()]
    if path.suffix in ARCHIVES:
        with zipfile.ZipFile(path) as archive:
            contents += [archive.read(name) for name in archive.namelist()]
    return contents
