"""The packages of the Windows folder: pinned wheels, trimmed to what the program uses."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Yardsticks that measuring and the tests need and the program never imports.
MEASURING_ONLY = {"jieba", "rjieba", "python-docx", "typing-extensions"}
PLATFORM = [
    *("--platform", "win_amd64", "--implementation", "cp", "--python-version", "3.13"),
    *("--abi", "cp313", "--abi", "abi3", "--abi", "none"),
]
# Of Qt: the modules that are imported, and the plugins that a desktop needs.
QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg"}
QT_LIBRARIES = {"Qt6Core", "Qt6Gui", "Qt6Widgets", "Qt6PrintSupport", "Qt6Svg"}
QT_PLUGINS = {
    "platforms/qwindows.dll",
    "styles/qmodernwindowsstyle.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
    "iconengines/qsvgicon.dll",
}
QT_TRANSLATIONS = {"qtbase_zh_CN.qm"}
# Of the others: parts that nothing imports.
LEFT_OUT = (
    "bin",
    "share",  # manual pages
    "numpy/f2py",
    "lxml/includes",
    "lxml/isoschematron",
    "chardet/cli",
    "olefile/olefile2.py",  # Python 2
    *(f"Crypto/{room}" for room in ("SelfTest", "PublicKey", "Math", "Signature", "IO")),
)
# A codec of pictures, eight megabytes; its plug-in does without.
LEFT_OUT_PATTERNS = ("PIL/_avif*.pyd",)
LEFT_OUT_SUFFIXES = {".pyi", ".pyx", ".pxd", ".pxi", ".h", ".c", ".lib", ".exe"}
KEPT_METADATA = {"METADATA", "LICENSE", "LICENSE.txt", "COPYING", "NOTICE"}


def install_packages(requirements: Path, downloads: Path, target: Path) -> None:
    """Install the pinned list for Windows into ``target``, every file checked against its hash."""
    listing = downloads / "wheels.txt"
    listing.write_text("\n".join(shipped_lines(requirements)) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-compile"]
    proved = ["--only-binary=:all:", "--require-hashes", "-r", str(listing)]
    subprocess.run([*command, "--target", str(target), *PLATFORM, *proved], check=True)


def shipped_lines(requirements: Path) -> list[str]:
    """Return the pinned list, one line for each package that is shipped, with all its hashes."""
    entries = requirements.read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    return [line for line in entries if line.strip() and line.split("==")[0] not in MEASURING_ONLY]


def trim_packages(site: Path) -> None:
    """Take out of ``site`` whatever the program never loads."""
    for name in LEFT_OUT:
        if (site / name).is_file():
            (site / name).unlink()
        else:
            shutil.rmtree(site / name, ignore_errors=True)
    for pattern in LEFT_OUT_PATTERNS:
        for path in site.glob(pattern):
            path.unlink()
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_dir():
            if path.name in {"tests", "test", "__pycache__"}:
                shutil.rmtree(path)
        elif path.suffix in LEFT_OUT_SUFFIXES:
            path.unlink()
    for metadata in site.glob("*.dist-info"):
        _trim_metadata(metadata)
    _trim_qt(site / "PySide6")


def _trim_metadata(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        licence = path.parent != folder or path.name.upper().startswith("LICEN")
        if path.is_file() and path.name not in KEPT_METADATA and not licence:
            path.unlink()


def _trim_qt(qt: Path) -> None:
    for path in sorted(qt.iterdir()):
        if path.is_dir():
            if path.name not in {"plugins", "translations"}:
                shutil.rmtree(path)
        elif not _stays(path):
            path.unlink()
    _keep_only(qt / "plugins", QT_PLUGINS)
    _keep_only(qt / "translations", QT_TRANSLATIONS)


def _stays(path: Path) -> bool:
    name = path.stem
    if path.suffix == ".pyd":
        return name in QT_MODULES
    if name.startswith("Qt6"):
        return name in QT_LIBRARIES
    if path.suffix == ".dll":  # the bindings and Microsoft's C++ runtime, no software OpenGL
        return name.startswith(("pyside6.", "msvcp140", "vcruntime140", "concrt140"))
    return path.suffix == ".py"


def _keep_only(folder: Path, names: set[str]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in names:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
