"""Prove the Windows build as its user meets it, under Wine 10. Slow; outside the usual tests.

    python packaging/dev.py test-windows [STEP ...]

Installs silently, starts from the shortcut, opens a sample from a path with Chinese and a blank,
takes pictures, exports, runs the core's tests under the Windows Python, upgrades, uninstalls.
With names of steps only these run, on what an earlier run installed (``install`` begins afresh).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from complex_math import stand_in_for_wine
from foreign_system import ForeignSystem, Missing
from manifest import differences

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
DIST = PROJECT / "dist"
ROOT = PROJECT / "build" / "windows-proof"
HOME = "prefix/drive_c/users/root"
PROGRAM = f"{HOME}/AppData/Local/Programs/讲稿"
SHORTCUT = f"{HOME}/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/讲稿.lnk"
SAMPLE = f"{HOME}/Documents/我的 讲稿/示例 一.txt"
SCREEN = "Xvfb :98 -screen 0 1366x768x24 & sleep 2; DISPLAY=:98 openbox & wait"
WINDOWS_FONTS = "prefix/drive_c/windows/Fonts"
WINDOWS_SAMPLE = f"Z:/proof/{SAMPLE}"
TEST_PACKAGES = ["pytest", "pytest-timeout", "hypothesis", "openxml-audit", "docx-integrity"]


class Proof:
    """Goes through the steps and counts what failed."""

    def __init__(self, system: ForeignSystem) -> None:
        self.system = system
        self.failed: list[str] = []

    def expect(self, name: str, held: object, detail: str = "") -> None:
        """Note one observation."""
        print(f"{'通过' if held else '未通过'}\t{name}\t{detail}", flush=True)
        if not held:
            self.failed.append(name)

    def wine(self, line: str, *, seconds: float = 300) -> tuple[int, str]:
        """Run one Wine command in the proof folder; return its exit code and output."""
        script = f"cd /proof; wine {line} 2>&1 | cat; exit ${{PIPESTATUS[0]}}"
        return self.system.run(script, seconds=seconds)

    def start(self, line: str) -> None:
        """Start a program and go on; its output goes nowhere."""
        self.system.run(f"cd /proof; ({line} 2>&1 | cat) >/dev/null 2>&1 & sleep 1")

    def picture(self, name: str) -> Path:
        """Take a picture of the screen into ``dist``."""
        self.system.run(f"import -window root /proof/{name}.png")
        target = DIST / f"windows-{name}.png"
        source = self.system.proof / f"{name}.png"
        if source.exists():
            shutil.copyfile(source, target)
        return target

    def windows(self) -> str:
        """Return the titles of all windows on the screen."""
        script = (
            "for w in $(xdotool search --onlyvisible --name .); do xdotool getwindowname $w; done"
        )
        return self.system.run(script)[1]

    def wait_for_window(self, title: str, seconds: float = 60) -> bool:
        """Wait until a window whose title holds ``title`` is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if title in self.windows():
                time.sleep(4)  # the first paint and what follows it
                return True
            time.sleep(1)
        return False

    def close_windows(self) -> None:
        """End all Windows programs."""
        self.system.run("wineserver -k; true")
        time.sleep(1)


def prove(wanted: list[str]) -> int:
    """Go through all steps, or those wanted; return 0 if all held."""
    unknown = [name for name in wanted if name not in STEPS]
    if unknown:
        print(f"没有这一步：{'、'.join(unknown)}；可选：{'、'.join(STEPS)}")
        return 2
    installers = sorted(DIST.glob("讲稿-*-安装.exe"))
    if not installers:
        print("先执行 python packaging/dev.py build-windows")
        return 2
    system = ForeignSystem(ROOT)
    try:
        system.make()
    except Missing as missing:
        print(f"无法在此机器上验证：{missing}。")
        return 2
    if not wanted or "install" in wanted:
        shutil.rmtree(system.proof, ignore_errors=True)
        (system.proof / "runtime").mkdir(parents=True, mode=0o700)
        shutil.copyfile(installers[-1], system.proof / "installer.exe")
    proof = Proof(system)
    with system.mounted():
        screen = subprocess.Popen(
            ["chroot", str(ROOT), "bash", "-c", SCREEN],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            time.sleep(3)
            for name in wanted or STEPS:
                STEPS[name](proof)
        finally:
            proof.close_windows()
            os.killpg(screen.pid, signal.SIGTERM)
            screen.wait(timeout=20)
    print(f"{'全部通过' if not proof.failed else '未通过：' + '、'.join(proof.failed)}")
    return int(bool(proof.failed))


def install(proof: Proof) -> None:
    """Silent installation into a fresh Windows."""
    proof.system.run("wineboot -i 2>&1 | cat", seconds=300)
    code, _ = proof.wine("installer.exe /S")
    program = proof.system.proof / PROGRAM
    changed = [one for one in differences(program) if one != "uninstall.exe"]
    proof.expect("装好的文件与清单一致", not changed, "、".join(changed[:4]))
    proof.expect("静默安装", code == 0 and (program / "app/main.py").exists())
    proof.expect("开始菜单快捷方式", (proof.system.proof / SHORTCUT).exists())
    _, found = proof.wine(r"reg query HKCU\\Software\\Classes\\.jianggao /ve")
    proof.expect("关联 .jianggao", "Jianggao.Draft" in found)
    _, found = proof.wine(r"reg query HKCU\\Software\\Classes\\.docx\\OpenWithProgids")
    proof.expect("“用讲稿打开”", "Jianggao.Import" in found)
    stand_in_for_wine(program / "site", proof.system.proof / "complex")
    # A Chinese Windows has Chinese faces in its folder; Wine's is empty.
    faces = proof.system.root / "usr/share/fonts/opentype/noto"
    for face in faces.glob("Noto*CJK-Regular.ttc"):
        shutil.copyfile(face, proof.system.proof / WINDOWS_FONTS / face.name)


def start_window(proof: Proof) -> None:
    """Start from the shortcut, then with a file whose path holds Chinese and a blank."""
    proof.start(f"wine start /unix '/proof/{SHORTCUT}'")
    proof.expect("从快捷方式启动", proof.wait_for_window("讲稿"))
    proof.picture("start")
    code, _ = proof.wine("installer.exe /S")
    proof.expect("运行时拒绝安装", code == 2, f"退出码 {code}")
    proof.close_windows()
    sample = proof.system.proof / SAMPLE
    sample.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(PROJECT / "resources/samples/sample_mobilisation.txt", sample)
    proof.start(f"wine '{PROGRAM}/runtime/pythonw.exe' '{PROGRAM}/app/main.py' '{WINDOWS_SAMPLE}'")
    proof.expect("从命令行打开中文与空格路径", proof.wait_for_window("示例 一"))
    time.sleep(5)
    proof.picture("sample")
    proof.close_windows()


def use_console(proof: Proof) -> None:
    """The commands on the console, with UTF-8 output and a Word file that opens."""
    command = f"'{PROGRAM}/runtime/python.exe' '{PROGRAM}/app/main.py'"
    code, printed = proof.wine(f"{command} check '{WINDOWS_SAMPLE}'")
    proof.expect("命令行校核，输出为 UTF-8", code == 1 and "错误" in printed, f"退出码 {code}")
    code, _ = proof.wine(f"{command} export '{WINDOWS_SAMPLE}' 'Z:/proof/导出 稿.docx'")
    exported = proof.system.proof / "导出 稿.docx"
    is_word = exported.exists() and "word/document.xml" in zipfile.ZipFile(exported).namelist()
    proof.expect("命令行导出 .docx", code == 0 and is_word)
    code, _ = proof.wine(f"{command} export '{WINDOWS_SAMPLE}' 'Z:/proof/导出 稿.pdf'")
    printed_page = proof.system.proof / "导出 稿.pdf"
    is_pdf = printed_page.exists() and printed_page.read_bytes().startswith(b"%PDF")
    proof.expect("命令行导出 .pdf", code == 0 and is_pdf)

    script = f"wine cmd /c 'Z:\\proof\\{windows_path(PROGRAM)}\\jianggao-cli.cmd' rules ST004"
    _, printed = proof.system.run(f"cd /proof; {script} > cli.txt 2>&1; cat cli.txt")
    proof.expect("jianggao-cli 转存为 UTF-8", "ST004" in printed and "预告" in printed)


def windows_path(path: str) -> str:
    """Return a path with Windows' separators."""
    return path.replace("/", "\\")


def run_portable(proof: Proof) -> None:
    """The portable archive in a folder with Chinese and a blank keeps everything beside itself."""
    home = proof.system.proof / HOME / "AppData/Local/jianggao"
    before = listing(home)
    place = proof.system.proof / "便携 盘"
    shutil.rmtree(place, ignore_errors=True)
    archive = sorted(DIST.glob("讲稿-*-免安装.zip"))[-1]
    with zipfile.ZipFile(archive) as unpacked:
        unpacked.extractall(place)
    folder = next(place.iterdir())
    proof.start(f"wine cmd /c 'Z:\\proof\\{place.name}\\{folder.name}\\讲稿.cmd'")
    proof.expect("免安装版启动", proof.wait_for_window("讲稿"))
    time.sleep(3)
    proof.picture("portable")
    proof.system.run("xdotool search --onlyvisible --name 讲稿 windowclose; sleep 3")
    proof.close_windows()
    kept = listing(folder / "数据") - {"说明.txt"}
    proof.expect("免安装版的数据都在“数据”里", bool(kept), "、".join(sorted(kept)[:4]))
    proof.expect("免安装版不写用户目录", listing(home) == before)
    changed = differences_of(folder)
    proof.expect("与清单一致", not changed, "、".join(changed[:4]))


def listing(folder: Path) -> set[str]:
    """Return the names of all files under a folder, none where it is missing."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in files}


def differences_of(folder: Path) -> list[str]:
    """Return what is not as the manifest says, without what makes the folder portable."""
    return [one for one in differences(folder) if one != "讲稿.cmd" and one[:3] != "数据/"]


def run_core_tests(proof: Proof) -> None:
    """The core's tests under the Windows Python that was installed."""
    packages = proof.system.proof / "test-packages"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--target", str(packages)]
    platform = ["--platform", "win_amd64", "--python-version", "3.13", "--only-binary=:all:"]
    constraints = PROJECT / "packaging" / "requirements-dev.txt"
    wanted = proof.system.proof / "wanted.txt"
    wanted.write_text("\n".join(pinned(TEST_PACKAGES, constraints)) + "\n", encoding="utf-8")
    if not packages.exists():
        subprocess.run([*pip, *platform, "colorama", "-r", str(wanted)], check=True)
    checkout = proof.system.proof / "checkout"
    shutil.rmtree(checkout, ignore_errors=True)
    for part in ("main.py", "pyproject.toml", "drafting", "ui", "resources", "tests", "packaging"):
        source, target = PROJECT / part, checkout / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    python = f"/proof/{PROGRAM}/runtime/python.exe"
    shutil.copyfile(HERE / "core_tests.py", proof.system.proof / "core_tests.py")
    line = f"wine {python} -X utf8=0 Z:/proof/core_tests.py Z:/proof/test-packages"
    script = f"cd /proof/checkout; {line} 2>&1 | cat"
    _, printed = proof.system.run(script, seconds=1500)
    (DIST / "windows-tests.txt").write_text(printed, encoding="utf-8")
    last = printed.strip().splitlines()[-1] if printed.strip() else "没有输出"
    proof.expect("核心测试（Windows 的 Python）", "passed" in last and "failed" not in last, last)


def pinned(names: list[str], listing: Path) -> list[str]:
    """Return ``name==version`` for each name as the pinned list has it."""
    lines = listing.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line.split("==")[0] in names]


def upgrade(proof: Proof) -> None:
    """Installing over an old version keeps the user's data and drops old files."""
    program = proof.system.proof / PROGRAM
    stale = program / "app" / "stale.py"
    stale.write_text("", encoding="utf-8")
    data = proof.system.proof / HOME / "AppData/Local/jianggao"
    data.mkdir(parents=True, exist_ok=True)
    kept = data / "keep.txt"
    kept.write_text("keep", encoding="utf-8")
    code, _ = proof.wine("installer.exe /S")
    proof.expect("升级保留数据、清掉旧文件", code == 0 and kept.exists() and not stale.exists())


def uninstall(proof: Proof) -> None:
    """Silent removal leaves nothing but the user's data; with the option not even these."""
    program = proof.system.proof / PROGRAM
    data = proof.system.proof / HOME / "AppData/Local/jianggao"
    proof.wine(f"'{PROGRAM}/uninstall.exe' /S")
    time.sleep(5)
    _, found = proof.wine(r"reg query HKCU\\Software\\Classes\\Jianggao.Draft")
    left = [one for one in (program, proof.system.proof / SHORTCUT) if one.exists()]
    proof.expect("静默卸载不留痕", not left and "Jianggao" not in found, str(left))
    proof.expect("静默卸载保留数据", data.exists())
    proof.wine("installer.exe /S")
    proof.wine(f"'{PROGRAM}/uninstall.exe' /S /DELETEDATA")
    time.sleep(5)
    proof.expect("按要求卸载并删除数据", not program.exists() and not data.exists())


STEPS: dict[str, Callable[[Proof], None]] = {
    "install": install,
    "window": start_window,
    "console": use_console,
    "portable": run_portable,
    "tests": run_core_tests,
    "upgrade": upgrade,
    "uninstall": uninstall,
}

if __name__ == "__main__":
    sys.exit(prove(sys.argv[1:]))
