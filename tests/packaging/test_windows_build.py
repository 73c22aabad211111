"""The pure parts of the builds: lists, trimming, manifest, notice, paths that must not ship."""

from __future__ import annotations

import ast
import base64
import hashlib
import os
import sys
import zipfile
from importlib.metadata import packages_distributions, requires
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from drafting.version import VERSION

if TYPE_CHECKING:
    from types import ModuleType

Scripts = dict[str, "ModuleType"]
UNDER_WINDOWS = {"python_version": "3.13", "python_full_version": "3.13.2", "extra": ""}


def put(root: Path, *names: str, data: bytes = b"x") -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def names_in(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def metadata(site: Path, name: str, *lines: str) -> Path:
    folder = site / f"{name}-1.0.dist-info"
    text = "\n".join([f"Name: {name}", "Version: 1.0", *lines, "", "body"])
    put(folder, "METADATA", data=text.encode())
    return folder


def test_the_version_has_one_place(scripts: Scripts, tmp_path: Path) -> None:
    read_version = scripts["version"].read_version
    assert read_version() == VERSION
    put(tmp_path, "drafting/version.py", data=b'"""x"""\nNAME = "y"\n')
    with pytest.raises(ValueError, match="VERSION"):
        read_version(tmp_path)


def test_the_shipped_list_leaves_the_yardsticks_out(scripts: Scripts, tmp_path: Path) -> None:
    listing = tmp_path / "requirements.txt"
    listing.write_text(
        "jieba==0.42.1 \\\n    --hash=sha256:aa\nlxml==6.1 ; python_version < '4' \\\n"
        "    --hash=sha256:bb \\\n    --hash=sha256:cc\njieba-fork==1 \\\n    --hash=sha256:dd\n",
        encoding="utf-8",
    )
    lines = scripts["wheels"].shipped_lines(listing)
    assert [line.split()[0] for line in lines] == ["lxml==6.1", "jieba-fork==1"]
    assert lines[0].count("--hash=") == 2


def test_what_is_shipped_is_what_the_program_imports(scripts: Scripts, project: Path) -> None:
    shipped = {
        line.split("==")[0].strip()
        for line in scripts["wheels"].shipped_lines(project / "packaging" / "requirements.txt")
    }
    imported = distributions_imported(project)
    for name in sorted(imported):
        imported |= {canonical(one) for one in needed_by(name)}
    # The one is read as data files beside its modules, the other pypdf takes where it is there.
    assert shipped == imported | {"opencc-python-reimplemented", "pycryptodome"}


def distributions_imported(project: Path) -> set[str]:
    """The distributions that a module of the program names in an import."""
    known = packages_distributions()
    sources = [project / "main.py", *(project / "drafting").rglob("*.py")]
    sources += (project / "ui").rglob("*.py")
    names: set[str] = set()
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    names -= sys.stdlib_module_names
    return {canonical(one) for name in names for one in known.get(name, ()) if name != "PIL"}


def needed_by(name: str) -> list[str]:
    """What a distribution needs under the Python that is shipped, one level deep."""
    found = []
    for line in requires(name) or ():
        wish = Requirement(line)
        if wish.marker is None or wish.marker.evaluate(UNDER_WINDOWS):
            found.append(wish.name)
    return found


def canonical(name: str) -> str:
    return canonicalize_name(name)


def test_trimming(scripts: Scripts, tmp_path: Path) -> None:
    qt = "PySide6/"
    kept = {
        "lxml/etree.pyd",
        "docx/templates/default.docx",
        "lxml-6.1.dist-info/METADATA",
        "lxml-6.1.dist-info/licenses/LICENSES.txt",
        "olefile/olefile.py",
        f"{qt}QtCore.pyd",
        f"{qt}Qt6Core.dll",
        f"{qt}pyside6.abi3.dll",
        f"{qt}msvcp140.dll",
        f"{qt}__init__.py",
        f"{qt}plugins/platforms/qwindows.dll",
        f"{qt}translations/qtbase_zh_CN.qm",
    }
    gone = {
        "bin/tool.exe",
        "lxml/etree.pyx",
        "lxml/includes/tree.pxd",
        "lxml/tests/test_x.py",
        "olefile/olefile2.py",
        "lxml-6.1.dist-info/RECORD",
        "lxml-6.1.dist-info/WHEEL",
        f"{qt}QtQml.pyd",
        f"{qt}Qt6Network.dll",
        f"{qt}opengl32sw.dll",
        f"{qt}designer.exe",
        f"{qt}qml/QtQuick/x.qml",
        f"{qt}plugins/tls/qschannelbackend.dll",
        f"{qt}translations/qtbase_de.qm",
    }
    put(tmp_path, *kept, *gone)
    scripts["wheels"].trim_packages(tmp_path)
    assert names_in(tmp_path) == kept
    assert not (tmp_path / qt / "plugins" / "tls").exists()


def record(name: str, data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    return f"{name},sha256={digest},{len(data)}\n"


def test_every_file_has_an_origin(scripts: Scripts, tmp_path: Path) -> None:
    manifest = scripts["manifest"]
    site = tmp_path / "site"
    put(site, "one/a.py", data=b"print()\n")
    folder = metadata(site, "one")
    rows = record("one/a.py", b"print()\n") + "one-1.0.dist-info/METADATA,,\n"
    put(folder, "RECORD", data=rows.encode())
    origins = {f"site/{name}": one for name, one in manifest.read_records(site).items()}
    (folder / "RECORD").unlink()
    put(site, "one/__pycache__/a.cpython-313.pyc", data=b"code")
    text = manifest.manifest_text(tmp_path, origins)
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert [line[0] for line in lines] == [
        "site/one-1.0.dist-info/METADATA",
        "site/one/__pycache__/a.cpython-313.pyc",
        "site/one/a.py",
    ]
    assert lines[1][3] == "compiled from one 1.0"
    assert lines[2][1:] == ["8", hashlib.sha256(b"print()\n").hexdigest(), "one 1.0"]

    put(tmp_path, "site/one/strange.py", "site/two/__pycache__/b.cpython-313.pyc")
    put(site, "one/a.py", data=b"changed\n")
    with pytest.raises(manifest.Unaccounted) as caught:
        manifest.manifest_text(tmp_path, origins)
    told = str(caught.value)
    assert "site/one/strange.py: no origin" in told
    assert "site/two/b.py: no origin" in told
    assert "site/one/a.py: not what one 1.0 recorded" in told


def test_a_folder_is_compared_with_its_manifest(scripts: Scripts, tmp_path: Path) -> None:
    manifest = scripts["manifest"]
    put(tmp_path, "a.txt", "b/c.txt", "b/d.txt")
    origins = dict.fromkeys(("a.txt", "b/c.txt", "b/d.txt"), ("test", ""))
    text = manifest.manifest_text(tmp_path, origins)
    put(tmp_path, manifest.NAME, data=text.encode())
    assert manifest.differences(tmp_path) == []
    put(tmp_path, "b/c.txt", data=b"y")
    put(tmp_path, "new.txt")
    (tmp_path / "a.txt").unlink()
    assert manifest.differences(tmp_path) == ["a.txt", "b/c.txt", "new.txt"]


def test_two_builds_are_compared_file_by_file(scripts: Scripts, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        put(folder, "a.txt", "b/c.txt")
    assert scripts["manifest"].unlike_files(one, other) == []
    put(other, "b/c.txt", data=b"y")
    put(one, "only.txt")
    assert scripts["manifest"].unlike_files(one, other) == ["b/c.txt", "only.txt"]


def test_the_hash_of_a_folder_rests_on_names_and_contents(scripts: Scripts, tmp_path: Path) -> None:
    folder_hash = scripts["manifest"].folder_hash
    for name in ("one", "two", "three"):
        put(tmp_path / name, "甲.txt", "b/c.txt")
    os.utime(tmp_path / "two" / "甲.txt", (1, 1))
    put(tmp_path / "three", "甲.txt", data=b"y")
    one, two, three = (folder_hash(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two != three


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le"])
def test_paths_of_the_machine_are_found(scripts: Scripts, tmp_path: Path, code: str) -> None:
    manifest = scripts["manifest"]
    mark = "/somewhere/项目/"
    put(tmp_path, "clean.pyc", data=b"/somewhere/else/main.py")
    put(tmp_path, "leak.pyc", data=b"\0\1" + f"{mark}main.py".encode(code))
    with zipfile.ZipFile(tmp_path / "packed.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.pyc", f"{mark}x".encode(code) * 50)
    assert manifest.leaked_paths(tmp_path, [mark]) == ["leak.pyc", "packed.zip"]


def test_the_marks_cover_project_home_and_temporary_folders(
    scripts: Scripts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts["manifest"].Path, "home", lambda: Path("/home/somebody"))
    marks = scripts["manifest"].marks_of_this_machine(tmp_path)
    assert f"{tmp_path}/" in marks
    assert any(mark.startswith(str(Path("/home/somebody"))) for mark in marks)
    assert any(mark.endswith("pip-") for mark in marks)
    assert not {"/usr/", "/"} & set(marks)


def test_the_notice_names_every_licence(scripts: Scripts, tmp_path: Path, project: Path) -> None:
    site = tmp_path / "site"
    put(tmp_path, "runtime/LICENSE.txt", data=b"PSF text")
    qt = tmp_path / "site" / "pyside6_essentials-6.9.3.dist-info"
    put(qt, "METADATA", data=b"Name: PySide6_Essentials\nVersion: 6.9.3\nLicense: LGPL\n\n")
    put(qt, "licenses/LicenseRef-Qt-Commercial.txt", data=b"commercial words")
    put(metadata(site, "selectolax", "License-Expression: MIT"), "LICENSE", data=b"its own")
    bare = metadata(site, "bare", "Classifier: License :: OSI Approved :: MIT License")
    put(metadata(site, "plain", "License: BSD"), "licenses/LICENSE", data=b"plain's own text")
    notice = scripts["notice"]
    assert notice.unlicensed_packages(tmp_path) == ["bare-1.0.dist-info"]
    (bare / "METADATA").unlink()
    bare.rmdir()
    text = notice.notice_text(tmp_path, project)
    for words in (
        "PSF text",
        "plain's own text",
        "Copyright 2018-2020 Alexander Borisov",  # of Lexbor, which selectolax contains
        "msvcp140",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "site\\PySide6",
        "PySide6-6.9.3-src",
        "BYVoid/OpenCC",
        "Apache License 2.0",
    ):
        assert words in text
    assert "commercial words" not in text


def test_glibc_is_read_as_numbers(scripts: Scripts) -> None:
    newest = scripts["linux_build"].newest_glibc
    assert newest(b"x GLIBC_2.9 y (GLIBC_2.28) z GLIBC_PRIVATE") == (2, 28)
    assert newest(b"no symbols") == (0, 0)


def test_what_wine_lacks_are_real_tests(scripts: Scripts, project: Path) -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in (project / "tests").rglob("test_*.py")
    )
    for name in scripts["core_tests"].WINE_LACKS:
        assert f"def {name.split('::')[1].split('[')[0]}(" in sources


def test_the_cores_tests_are_all_wanted(scripts: Scripts, project: Path) -> None:
    files = scripts["proof_core"].wanted_files(project)
    assert "tests/corpus/test_faults.py" in files
    assert not [one for one in files if one.startswith(("tests/ui/", "tests/house/"))]
