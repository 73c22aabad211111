"""NOTICE: the licence of everything that lies in the folder, and how to replace Qt."""

from __future__ import annotations

from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

LICENCES = Path(__file__).resolve().parents[2] / "resources" / "licences"
QT = "PySide6_Essentials"  # as its METADATA spells it
# Under the LGPL, whose text stands at the end of the notice.
UNDER_LGPL = {"PySide6_Essentials", "shiboken6"}
# What a wheel contains of others and does not name.
OWN_TEXTS = {"selectolax": ("lexbor.txt",)}
QT_WORDS = """\
讲稿使用 Qt 6 和 PySide6（Qt for Python），按 GNU LGPL 第 3 版使用，没有作任何修改；
许可全文见本文件末尾。
Qt 库以独立的动态链接库随程序提供，您可以换成自己编译的、接口相容的版本：把 {place} 里的同名文件
替换掉即可，讲稿的其余部分不用改动；讲稿本身是 MIT 许可的 Python 源码，就在 {app} 里。
Qt 与 PySide6 的源码：https://download.qt.io/official_releases/ （qt/{short}/ 和
QtForPython/pyside6/PySide6-{version}-src/）。Qt 内含的第三方代码及其许可：
https://doc.qt.io/qt-6/licenses-used-in-qt.html

Qt and Qt for Python are used unmodified under the LGPL version 3, as separate shared libraries in
{place}. They may be replaced by compatible builds of your own under the same file names.
"""
OPENCC_WORDS = """\
The dictionaries and configurations of the package opencc come from OpenCC
(https://github.com/BYVoid/OpenCC), Apache License 2.0, whose text stands under
opencc-python-reimplemented.
"""
MICROSOFT_WORDS = """\
The files msvcp140*.dll, concrt140.dll and vcruntime140*.dll beside Qt, NumPy and RapidFuzz are
Microsoft's Visual C++ runtime, redistributed unmodified as it comes in their packages.
"""


def notice_text(
    folder: Path,
    project: Path,
    *,
    place: str = "site\\PySide6",
    app: str = "app",
    python_licence: Path | None = None,
    system: str = MICROSOFT_WORDS,
) -> str:
    """Return one text with our licence, Python's, and that of every package in ``site``.

    ``place`` and ``app`` are where the Qt libraries and our sources lie, as the reader types it;
    ``system`` tells of libraries that belong to no package.
    """
    packages = sorted((folder / "site").glob("*.dist-info"))
    python = python_licence or folder / "runtime" / "LICENSE.txt"
    parts = [
        "讲稿所用软件的许可\nLicences of everything in this folder\n",
        _part("讲稿", (project / "LICENSE").read_text(encoding="utf-8")),
        _part("Qt（LGPL-3.0）", qt_words(packages, place, app)),
        _part("Python", python.read_text(encoding="utf-8")),
        *(_part(*package_licence(metadata)) for metadata in packages),
        _part("OpenCC", OPENCC_WORDS),
        _part("系统组件", system),
    ]
    texts = {name: LICENCES / f"{name}.txt" for name in ("LGPL-3.0", "GPL-3.0")}
    parts += [_part(name, path.read_text(encoding="utf-8")) for name, path in texts.items()]
    return "\n".join(parts)


def qt_words(packages: list[Path], place: str, app: str) -> str:
    """Return what the LGPL asks to be said about Qt; a missing PySide6 is a KeyError."""
    versions = dict(one.name.removesuffix(".dist-info").split("-", 1) for one in packages)
    version = versions[QT.lower()]
    short = f"{version.rsplit('.', 1)[0]}/{version}"
    return QT_WORDS.format(place=place, app=app, version=version, short=short)


def unlicensed_packages(folder: Path) -> list[str]:
    """Return the packages that bring no text of their licence (there must be none)."""
    packages = sorted((folder / "site").glob("*.dist-info"))
    return [
        one.name
        for one in packages
        if _header(one)["Name"] not in UNDER_LGPL and not any(_texts(one))
    ]


def package_licence(metadata: Path) -> tuple[str, str]:
    """Return a package's name with its version, and all that it says about its licence."""
    header = _header(metadata)
    named = header.get("License-Expression") or header.get("License") or ""
    classified = [
        one.rsplit("::", 1)[-1].strip()
        for one in header.get_all("Classifier", [])
        if one.startswith("License")
    ]
    lines = [named.strip(), *dict.fromkeys(classified), *_texts(metadata)]
    name = f"{header['Name']} {header['Version']}"
    return name, "\n\n".join(line for line in lines if line)


def _header(metadata: Path) -> Message:
    return HeaderParser().parsestr((metadata / "METADATA").read_text(encoding="utf-8"))


def _texts(metadata: Path) -> list[str]:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in _licences(metadata)]
    return [text for text in texts if text.strip()]


def _licences(metadata: Path) -> Iterator[Path]:
    """Find licence files of a package, its notices, and those that we keep for it."""
    for path in sorted(metadata.rglob("*")):
        is_text = path.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))
        if path.is_file() and is_text and "Commercial" not in path.name:
            yield path
    package = metadata.name.split("-", 1)[0]
    for name in OWN_TEXTS.get(package, ()):
        yield LICENCES / name


def _part(name: str, text: str) -> str:
    return f"{'=' * 72}\n{name}\n{'=' * 72}\n\n{text.strip()}\n"
