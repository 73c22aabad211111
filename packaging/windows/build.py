"""Build the Windows folder, the portable archive and the installer on Linux.

    python packaging/dev.py build-windows [--twice]

The same inputs give the same folder: pinned and hashed packages, fixed times, sorted order.
With ``--twice`` this is proved: the folder is made anew and compared file by file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from manifest import (
    MADE_HERE,
    Unaccounted,
    folder_hash,
    iter_files,
    leaked_paths,
    manifest_text,
    marks_of_this_machine,
    read_records,
    unlike_files,
)
from manifest import NAME as MANIFEST
from notice import notice_text, unlicensed_packages
from runtime import BuildFault, drop_unused, prove_signatures, unpack_runtime
from version import FIXED_TIME, read_version
from wheels import install_packages, trim_packages

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
OUT = PROJECT / "dist"
WORK = PROJECT / "build" / "windows"
PYODIDE = "pyodide@0.28.3"  # CPython 3.13.2, the version of the runtime
PYODIDE_HASH = "d097b56885ec5b09fb411f4332a61447d70ba84a7740d5f160ab1d1c0216c830"
APP_PARTS = ("main.py", "ui", "drafting", "resources")
MOST_ON_DISK, MOST_INSTALLER = 190_000_000, 60_000_000
SEARCH_PATH = "python313.zip\n.\n..\\site\n..\\app\n"
CONSOLE = '@"%~dp0runtime\\python.exe" "%~dp0app\\main.py" %*\r\n'


def build(*, twice: bool) -> int:
    """Build everything into ``dist``; return the exit code.

    Raises:
        BuildFault: an input or the folder is not what it should be.
    """
    version = read_version()
    folder = make_folder(WORK, version)
    if twice:
        unlike = unlike_files(folder, make_folder(WORK.with_name("windows-again"), version))
        if unlike:
            raise BuildFault(f"built twice, not alike: {', '.join(unlike)}")
        say("再建一次，逐个文件相同")
    report = [
        pack_portable(folder, OUT / f"讲稿-{version}-免安装.zip"),
        make_installer(folder, OUT / f"讲稿-{version}-安装.exe", version),
    ]
    return tell(folder, report)


def make_folder(work: Path, version: str) -> Path:
    """Make the folder of the program below ``work``, which is emptied first; return it.

    Raises:
        BuildFault: an input or the folder is not what it should be.
    """
    shutil.rmtree(work, ignore_errors=True)
    downloads = work / "downloads"
    downloads.mkdir(parents=True)
    folder = work / f"讲稿-{version}"
    say("运行环境：下载、验哈希、验签名")
    origins = unpack_runtime(downloads, folder / "runtime")
    say(f"签名有效：{prove_signatures(folder / 'runtime')} 个文件")
    drop_unused(folder / "runtime")
    (folder / "runtime" / "python313._pth").write_bytes(SEARCH_PATH.encode("ascii"))
    origins["runtime/python313._pth"] = (MADE_HERE, "")
    say("软件包：按哈希安装、精简")
    install_packages(PROJECT / "packaging" / "requirements.txt", downloads, folder / "site")
    records = read_records(folder / "site")
    origins.update({f"site/{name}": origin for name, origin in records.items()})
    trim_packages(folder / "site")
    origins.update(copy_app(folder, version))
    byte_compile(folder, work / "tools")
    finish(folder, origins)
    return folder


def copy_app(folder: Path, version: str) -> dict[str, tuple[str, str]]:
    """Copy the program's own parts; return their origins for the manifest."""
    for part in APP_PARTS:
        source, target = PROJECT / part, folder / "app" / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    return {
        name: (f"讲稿 {version}", hashlib.sha256(path.read_bytes()).hexdigest())
        for name, path in iter_files(folder)
        if name.startswith("app/")
    }


def byte_compile(folder: Path, tools: Path) -> None:
    """Compile site and app for CPython 3.13, so that the first start is as fast as any.

    Raises:
        BuildFault: the compiler is not the one that is pinned.
    """
    say("预编译")
    tools.mkdir()
    shutil.copyfile(HERE / "byte_compile.mjs", tools / "byte_compile.mjs")
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(tools)]
    subprocess.run([*command, PYODIDE], check=True)
    found = folder_hash(tools / "node_modules" / "pyodide")
    if found != PYODIDE_HASH:
        raise BuildFault(f"{PYODIDE} has another hash than the one pinned: {found}")
    targets = [str(folder / "site"), str(folder / "app")]
    subprocess.run(["node", str(tools / "byte_compile.mjs"), *targets], check=True, cwd=tools)


def finish(folder: Path, origins: dict[str, tuple[str, str]]) -> None:
    """Add what stands beside the program, and give every file the same time.

    Raises:
        BuildFault: a package brings no licence, or a file has no origin.
    """
    nameless = unlicensed_packages(folder)
    if nameless:
        raise BuildFault(f"no text of the licence: {', '.join(nameless)}")
    notice = notice_text(folder, PROJECT)
    (folder / "NOTICE.txt").write_text(notice, encoding="utf-8")
    shutil.copyfile(PROJECT / "README.md", folder / "README.md")
    (folder / "jianggao-cli.cmd").write_bytes(CONSOLE.encode("ascii"))
    beside = ("NOTICE.txt", "README.md", "jianggao-cli.cmd")
    try:
        text = manifest_text(folder, {**origins, **dict.fromkeys(beside, (MADE_HERE, ""))})
    except Unaccounted as fault:
        raise BuildFault(f"files unaccounted for: {fault}") from fault
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    for path in folder.rglob("*"):
        os.utime(path, (FIXED_TIME, FIXED_TIME))


def pack_portable(folder: Path, target: Path) -> Path:
    """Pack the folder with an empty 数据 beside the program, which makes it portable."""
    OUT.mkdir(exist_ok=True)
    start = '@start "" "%~dp0runtime\\pythonw.exe" "%~dp0app\\main.py" %*\r\n'
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
                _add(archive, name, path.read_bytes())
        _add(archive, f"{folder.name}/讲稿.cmd", start.encode("ascii"))
        note = "稿件以外的一切（设置、恢复副本）都存放在这个文件夹里。\r\n"
        _add(archive, f"{folder.name}/数据/说明.txt", note.encode("utf-8-sig"))
    return target


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


def make_installer(folder: Path, target: Path, version: str) -> Path:
    """Make the per-user installer with NSIS."""
    say("安装程序")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
    unfinished = folder.parent / target.name
    values = {"VERSION": version, "FOLDER": folder, "OUTPUT": unfinished, "SIZE": size}
    defines = [f"-D{name}={value}" for name, value in values.items()]
    command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defines, str(HERE / "jianggao.nsi")]
    subprocess.run(command, check=True)
    return Path(shutil.move(unfinished, target))


def tell(folder: Path, products: list[Path]) -> int:
    """Print the sizes, write a sha256 beside each product; return 1 where one is too large."""
    on_disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    files = sum(1 for path in folder.rglob("*") if path.is_file())
    print(f"{folder.name}\t{on_disk / 1e6:.1f} MB on disk\t{files} files\t{folder_hash(folder)}")
    for product in products:
        digest = hashlib.sha256(product.read_bytes()).hexdigest()
        line = f"{digest}  {product.name}\n"
        product.with_name(product.name + ".sha256").write_text(line, encoding="utf-8")
        print(f"{product.name}\t{product.stat().st_size / 1e6:.1f} MB\t{digest}")
    leaks = leaked_paths(folder, marks_of_this_machine(PROJECT))
    for leak in leaks:
        print(f"path of this machine in {leak}")
    installer = products[-1].stat().st_size
    return int(bool(leaks) or on_disk > MOST_ON_DISK or installer > MOST_INSTALLER)


def say(text: str) -> None:
    """Print what is being done, in order with what the tools print."""
    print(f"[windows] {text}", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(build(twice="--twice" in sys.argv[1:]))
    except BuildFault as fault:
        sys.exit(f"[windows] 构建中止：{fault}")
