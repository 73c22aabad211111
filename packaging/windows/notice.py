"""NOTICE: the licence of everything that lies in the folder."""

from __future__ import annotations

from email.parser import HeaderParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def notice_text(folder: Path, own_licence: Path) -> str:
    """Return one text with our licence, Python's, and that of every package in ``site``."""
    parts = [
        "讲稿所用软件的许可\nLicences of everything in this folder\n",
        _part("讲稿", own_licence.read_text(encoding="utf-8")),
        _part("Python", (folder / "runtime" / "LICENSE.txt").read_text(encoding="utf-8")),
    ]
    packages = sorted((folder / "site").glob("*.dist-info"))
    parts += [_part(*_package(metadata)) for metadata in packages]
    return "\n".join(parts)


def unlicensed_packages(folder: Path) -> list[str]:
    """Return the packages that name no licence at all (there must be none)."""
    packages = sorted((folder / "site").glob("*.dist-info"))
    return [one.name for one in packages if not _package(one)[1].strip()]


def _package(metadata: Path) -> tuple[str, str]:
    header = HeaderParser().parsestr((metadata / "METADATA").read_text(encoding="utf-8"))
    named = header.get("License-Expression") or header.get("License") or ""
    classified = [
        one.rsplit("::", 1)[-1].strip()
        for one in header.get_all("Classifier", [])
        if one.startswith("License")
    ]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in _licences(metadata)]
    lines = [named.strip(), *classified, *texts]
    name = f"{header['Name']} {header['Version']}"
    return name, "\n\n".join(line for line in lines if line)


def _licences(metadata: Path) -> Iterator[Path]:
    for path in sorted(metadata.rglob("*")):
        if path.is_file() and path.name != "METADATA":
            yield path


def _part(name: str, text: str) -> str:
    return f"{'=' * 72}\n{name}\n{'=' * 72}\n\n{text.strip()}\n"
