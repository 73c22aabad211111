"""Build the Linux folder for desktops such as UOS and Kylin (x86-64) with PyInstaller.

    python packaging/dev.py build-linux

Build on the oldest system that it has to run on: PyInstaller takes Python and the system's
libraries from this machine, and the report names every file that asks for a newer glibc.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import distribution
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent / "windows")]  # what both builds share lies there

from manifest import folder_hash, iter_files, leaked_paths, marks_of_this_machine  # noqa: E402
from notice import notice_text  # noqa: E402
from trial import faults_of  # noqa: E402
from version import FIXED_TIME, read_version  # noqa: E402
from wheels import shipped_lines  # noqa: E402

OUT = PROJECT / "dist"
WORK = PROJECT / "build" / "linux"
SAMPLE = PROJECT / "resources" / "samples" / "sample_mobilisation.txt"
OLDEST_GLIBC = (2, 28)  # UOS 20, Kylin V10
BESIDE = ("install.sh", "uninstall.sh", "jianggao.desktop", "jianggao.xml")
# What nothing imports, the yardsticks of measuring among it.
LEFT_OUT = (
    *("PySide6.QtNetwork", "PySide6.QtTest", "PySide6.QtQml", "tkinter", "pytest"),
    *("jieba", "rjieba", "docx", "openpyxl"),
)
# Data that the packages read beside their modules.
WITH_DATA = ("opencc",)
REQUIREMENTS = PROJECT / "packaging" / "requirements.txt"
SYSTEM_WORDS = """\
These libraries of the system that the folder was built on lie in program/files, unmodified. Where
a package of the system names its licences, its text follows.
"""
# Of Qt's plugins and translations: what a desktop with X11 or Wayland needs.
QT_AREAS = ("PySide6/Qt/plugins/", "PySide6/Qt/translations/")
QT_KEPT = (
    *("platforms/libqxcb.so", "platforms/libqwayland-generic.so", "platforms/libqoffscreen.so"),
    *("platforms/libqwayland-egl.so", "libxdg-shell.so", "libibusplatforminputcontextplugin.so"),
    *("libcomposeplatforminputcontextplugin.so", "platformthemes/libqxdgdesktopportal.so"),
    *("imageformats/libqico.so", "imageformats/libqjpeg.so", "imageformats/libqsvg.so"),
    *("iconengines/libqsvgicon.so", "printsupport/libcupsprintersupport.so"),
    *("xcbglintegrations/libqxcb-glx-integration.so", "qtbase_zh_CN.qm"),
)
# Of this machine's libraries: what Python's modules load, and what Qt needs and not all have.
LIBRARIES_KEPT = (
    *("libpython3", "libffi", "libsqlite3", "liblzma", "libbz2", "libz.", "libuuid", "libexpat"),
    *("libssl", "libcrypto"),
    *("libQt6", "libicu", "libpyside6", "libshiboken6", "libxcb-", "libxkbcommon"),
)
MODULES_OUT = ("readline.", "_curses", "_tkinter", "_crypt.", "nis.")
_GLIBC = re.compile(rb"GLIBC_(\d+)\.(\d+)")


def build() -> int:
    """Build the folder and the archive into ``dist``; return the exit code."""
    version = read_version()
    shutil.rmtree(WORK, ignore_errors=True)
    name = f"讲稿-{version}-linux-x86_64"
    folder = WORK / name
    folder.mkdir(parents=True)
    freeze(folder)
    for one in BESIDE:
        shutil.copy(HERE / one, folder / one)
    shutil.copy(PROJECT / "resources" / "icons" / "jianggao.svg", folder / "jianggao.svg")
    shutil.copy(PROJECT / "README.md", folder / "README.md")
    write_notice(folder)
    write_manifest(folder)
    OUT.mkdir(exist_ok=True)
    target = pack(folder, OUT / f"{name}.tar.gz")
    return tell(folder, target)


def freeze(folder: Path) -> None:
    """Let PyInstaller make ``folder/program``."""
    options = [
        *("--noconfirm", "--clean", "--log-level", "ERROR", "--onedir", "--name", "program"),
        *("--distpath", str(folder), "--workpath", str(WORK / "work"), "--specpath", str(WORK)),
        *("--paths", str(PROJECT), "--contents-directory", "files"),
        *("--add-data", f"{PROJECT / 'resources'}:resources"),
        *("--collect-submodules", "drafting", "--collect-submodules", "ui"),
    ]
    for package in WITH_DATA:
        options += ["--collect-data", package]
    for module in LEFT_OUT:
        options += ["--exclude-module", module]
    for line in shipped_lines(REQUIREMENTS):  # their licences, which the window shows
        options += ["--copy-metadata", line.split("==")[0]]
    command = [sys.executable, "-m", "PyInstaller", *options, str(PROJECT / "main.py")]
    environment = dict(os.environ, PYTHONHASHSEED="1", SOURCE_DATE_EPOCH=str(FIXED_TIME))
    subprocess.run(command, check=True, env=environment)
    (folder / "program" / "program").rename(folder / "program" / "jianggao")
    for path in list(folder.rglob("__pycache__")):
        shutil.rmtree(path)
    trim(folder / "program" / "files")
    make_neutral(folder / "program")


def trim(files: Path) -> None:
    """Take out what the program never loads, and libraries that every desktop has in its own age.

    A library of the system that is newer than the user's asks for a newer glibc and quarrels with
    what the user's own drivers and themes load.
    """
    qt = files / "PySide6" / "Qt"
    for path in [*qt.rglob("*"), *files.glob("python3.*/lib-dynload/*")]:
        inside = path.relative_to(files).as_posix()
        unwanted = inside.startswith(QT_AREAS) and not inside.endswith(QT_KEPT)
        if path.is_file() and (unwanted or path.name.startswith(MODULES_OUT)):
            path.unlink()
    for path in sorted(files.glob("*.so*")):
        gone = path.is_symlink() and not path.exists()
        if gone or (path.name.startswith("lib") and not path.name.startswith(LIBRARIES_KEPT)):
            path.unlink()


def make_neutral(program: Path) -> None:
    """Take the place where this machine's Python lies out of its libraries.

    The frozen program asks for neither; a path of the same length keeps the files whole.
    """
    python = [*program.glob("files/libpython*"), *program.glob("files/python3.*/**/*.so")]
    subprocess.run(["strip", "--strip-debug", *map(str, python)], check=True)
    place = sys.base_prefix
    neutral = "/opt/python".ljust(len(place), "/")[: len(place)]
    if place == "/usr":
        return
    for path in python:
        data = path.read_bytes()
        for code in ("utf-8", "utf-32-le"):
            data = data.replace(place.encode(code), neutral.encode(code))
        path.write_bytes(data)


def write_notice(folder: Path) -> None:
    """Write NOTICE.txt over the pinned packages and the system's libraries, as installed here."""
    site = WORK / "licences" / "site"
    for line in shipped_lines(REQUIREMENTS):
        copy_metadata(line.split("==")[0], site)
    python = Path(os.__file__).parent / "LICENSE.txt"
    text = notice_text(
        WORK / "licences",
        PROJECT,
        place="program/files/PySide6/Qt/lib",
        app="源码仓库",
        python_licence=python,
        system=system_words(folder / "program" / "files"),
    )
    (folder / "NOTICE.txt").write_text(text, encoding="utf-8")


def system_words(files: Path) -> str:
    """Return the names and licences of those libraries in ``files`` that the system brought."""
    places = quiet_lines("ldconfig", "-p")
    owners: dict[str, list[str]] = {}
    brought = (one for one in sorted(files.glob("lib*.so*")) if not one.is_symlink())
    for path in brought:
        place = next((one.split()[-1] for one in places if one.split()[:1] == [path.name]), "")
        owners.setdefault(owner_of(place), []).append(path.name)
    parts = [SYSTEM_WORDS]
    for owner, names in owners.items():
        text = Path("/usr/share/doc", owner, "copyright")
        told = text.read_text(encoding="utf-8", errors="replace") if owner and text.exists() else ""
        parts.append(f"{owner} ({', '.join(names)})\n\n{told}".strip())
    return "\n\n".join(parts)


def owner_of(place: str) -> str:
    """Return the Debian package that a library belongs to, empty if none is known."""
    real = os.path.realpath(place) if place else ""
    for path in (real, real.removeprefix("/usr")):  # as it was packed before /lib became /usr/lib
        owned = quiet_lines("dpkg-query", "-S", path) if path else []
        if owned:
            return owned[0].split(":")[0]
    return ""


def quiet_lines(*command: str) -> list[str]:
    """Return what a command prints, nothing where it fails or is not there."""
    if shutil.which(command[0]) is None:
        return []
    done = subprocess.run(command, check=False, capture_output=True)
    return done.stdout.decode("utf-8", errors="replace").splitlines() if not done.returncode else []


def copy_metadata(name: str, site: Path) -> None:
    """Copy the metadata of an installed package, where its licence lies."""
    for path in distribution(name).files or ():
        folder = next((one for one in path.parts if one.endswith(".dist-info")), None)
        if folder is not None and path.locate().is_file():
            target = site / Path(*path.parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path.locate(), target)


def write_manifest(folder: Path) -> None:
    """Write name, size and hash of every file."""
    lines = ["# 讲稿：文件夹里的每一个文件。列：文件、字节数、SHA-256。\n"]
    for name, path in iter_files(folder):
        data = path.read_bytes()
        lines.append(f"{name}\t{len(data)}\t{hashlib.sha256(data).hexdigest()}\n")
    (folder / "MANIFEST.txt").write_text("".join(lines), encoding="utf-8")


def pack(folder: Path, target: Path) -> Path:
    """Pack the folder with fixed order, times and owners."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, path in iter_files(folder):
            info = archive.gettarinfo(path, f"{folder.name}/{name}")
            info.uid = info.gid = 0
            info.uname = info.gname = ""
            info.mtime = FIXED_TIME
            info.mode = 0o755 if info.mode & 0o100 else 0o644
            if info.isreg():
                with path.open("rb") as stream:
                    archive.addfile(info, stream)
            else:
                archive.addfile(info)
    with target.open("wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=FIXED_TIME) as packed:
        packed.write(raw.getvalue())
    return target


def newest_glibc(dump: bytes) -> tuple[int, int]:
    """Return the newest glibc that a dump of ``objdump -T`` asks for, (0, 0) for none."""
    found = [(int(major), int(minor)) for major, minor in _GLIBC.findall(dump)]
    return max(found, default=(0, 0))


def too_new(folder: Path) -> dict[str, str]:
    """Return the binaries that need a glibc newer than the oldest one meant, and which."""
    needs = {}
    for name, path in iter_files(folder):
        if path.is_symlink() or path.read_bytes()[:4] != b"\x7fELF":
            continue
        dump = subprocess.run(["objdump", "-T", str(path)], check=False, capture_output=True)
        version = newest_glibc(dump.stdout)
        if version > OLDEST_GLIBC:
            needs[name] = ".".join(map(str, version))
    return needs


def own_marks() -> list[str]:
    """Return the paths to look for; /root alone is the home of those too who built the wheels."""
    return [mark for mark in marks_of_this_machine(PROJECT) if mark not in {"/root/", "\\root\\"}]


def tell(folder: Path, target: Path) -> int:
    """Print size, hash and what needs a newer glibc; return 1 where a path leaked or it fails."""
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    beside = target.with_name(target.name + ".sha256")
    beside.write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    size = sum(path.lstat().st_size for _, path in iter_files(folder))
    print(f"{folder.name}\t{size / 1e6:.1f} MB on disk\t{folder_hash(folder)}")
    print(f"{target.name}\t{target.stat().st_size / 1e6:.1f} MB\t{digest}")
    needs = too_new(folder)
    for name, version in needs.items():
        print(f"needs glibc {version}\t{name}")
    oldest = max(needs.values(), key=lambda one: [int(part) for part in one.split(".")], default="")
    print(f"runs from glibc {oldest or '2.28'} on")
    leaks = leaked_paths(folder, own_marks())
    for leak in leaks:
        print(f"path of this machine in {leak}")
    faults = faults_of(folder / "program" / "jianggao", SAMPLE)
    for fault in faults:
        print(f"does not work: {fault}")
    return int(bool(leaks or faults))


if __name__ == "__main__":
    sys.exit(build())
