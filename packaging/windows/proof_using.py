"""Proof of the program in use: window, console, and the portable archive."""

from __future__ import annotations

import shutil
import time
import zipfile
from typing import TYPE_CHECKING

from complex_math import stand_in_for_wine
from manifest import differences
from proof_session import (
    COMMAND,
    DATA,
    DIST,
    PROGRAM,
    SAMPLE,
    SHORTCUT,
    WINDOWS_SAMPLE,
    Proof,
    contents,
    windows_path,
)

if TYPE_CHECKING:
    from pathlib import Path

RUNS = 2  # the installer's exit code while the program runs
# Where the cards of the findings stand in a window that fills the screen.
FINDINGS = "360x500+1002+215"
LISTED = "在全县秋冬农田水利建设动员会上的讲话"


def start_window(proof: Proof) -> None:
    """Start from the shortcut, then with a file whose path holds Chinese and a blank."""
    proof.start(f"wine start /unix '/proof/{SHORTCUT}'")
    proof.expect("从快捷方式启动", proof.wait_for_window("讲稿"))
    proof.picture("start")
    code, _ = proof.wine("installer.exe /S")
    proof.expect("运行时拒绝安装", code == RUNS, f"退出码 {code}")
    code, _ = proof.wine(f"'{PROGRAM}/uninstall.exe' /S '_?={windows_program()}'")
    proof.expect("运行时拒绝卸载", code == RUNS, f"退出码 {code}")
    proof.close_windows()
    proof.start(f"wine '{PROGRAM}/runtime/pythonw.exe' '{PROGRAM}/app/main.py' '{WINDOWS_SAMPLE}'")
    proof.expect("从命令行打开中文与空格路径", proof.wait_for_window("示例 一"))
    proof.expect("问题列出", proof.wait_for_colours(FINDINGS, 200))
    proof.press("F7", pause=4)
    proof.picture("sample")
    proof.press("ctrl+comma", pause=4)
    proof.expect("设置窗口", "设置" in proof.windows())
    proof.picture("dialog")
    proof.expect("设置窗口关得上", proof.ask_to_close("设置"))
    proof.expect("窗口关得上", proof.ask_to_close("示例 一"))
    proof.close_windows()


def windows_program() -> str:
    """Return the program's folder as Windows names it."""
    return windows_path(PROGRAM.replace("prefix/drive_c", "C:"))


def use_console(proof: Proof) -> None:
    """The commands on the console, with UTF-8 output and a Word file that opens."""
    code, printed = proof.wine(f"{COMMAND} check '{WINDOWS_SAMPLE}'")
    proof.expect("命令行校核，输出为 UTF-8", code == 1 and "错误" in printed, f"退出码 {code}")
    code, _ = proof.wine(f"{COMMAND} export '{WINDOWS_SAMPLE}' 'Z:/proof/导出 稿.docx'")
    exported = proof.system.proof / "导出 稿.docx"
    is_word = exported.exists() and "word/document.xml" in zipfile.ZipFile(exported).namelist()
    proof.expect("命令行导出 .docx", code == 0 and is_word)
    code, _ = proof.wine(f"{COMMAND} export '{WINDOWS_SAMPLE}' 'Z:/proof/导出 稿.pdf'")
    printed_page = proof.system.proof / "导出 稿.pdf"
    is_pdf = printed_page.exists() and printed_page.read_bytes().startswith(b"%PDF")
    proof.expect("命令行导出 .pdf", code == 0 and is_pdf)
    printed = console_of(proof, windows_path(PROGRAM), "rules ST004")
    proof.expect("jianggao-cli 转存为 UTF-8", "ST004" in printed and "预告" in printed)


def console_of(proof: Proof, folder: str, words: str) -> str:
    """Return what ``jianggao-cli`` of a folder prints into a file."""
    script = f"wine cmd /c 'Z:\\proof\\{folder}\\jianggao-cli.cmd' {words}"
    return proof.system.run(f"cd /proof; {script} > cli.txt 2>&1; cat cli.txt")[1]


def run_portable(proof: Proof) -> None:
    """The portable archive in a folder with Chinese and a blank keeps everything beside itself."""
    home = proof.system.proof / DATA
    before = contents(home)
    folder = unpack(proof, "便携 盘")
    proof.start(f"wine cmd /c 'Z:\\proof\\便携 盘\\{folder.name}\\讲稿.cmd'")
    proof.expect("免安装版启动", proof.wait_for_window("讲稿"))
    time.sleep(3)
    proof.picture("portable")
    proof.expect("免安装版关得上", proof.ask_to_close("讲稿"))
    proof.close_windows()
    stand_in_for_wine(folder / "site", proof.system.proof / "complex")
    place = f"便携 盘\\{folder.name}"
    shutil.copyfile(proof.system.proof / SAMPLE, proof.system.proof / "sample.txt")
    console_of(proof, place, "library add Z:/proof/sample.txt")
    kept = set(contents(folder / "数据")) - {"说明.txt"}
    proof.expect("免安装版的数据都在“数据”里", "素材库.db" in kept, "、".join(sorted(kept)[:6]))
    proof.expect("免安装版不写用户目录", contents(home) == before)
    changed = changed_in(folder)
    proof.expect("免安装版与清单一致", not changed, "、".join(changed[:4]))
    newer = unpack(proof, "新 盘")
    shutil.rmtree(newer / "数据")
    shutil.copytree(folder / "数据", newer / "数据")
    stand_in_for_wine(newer / "site", proof.system.proof / "complex")
    listed = console_of(proof, f"新 盘\\{newer.name}", "library list")
    proof.expect("新的免安装版接着用旧的“数据”", LISTED in listed)


def unpack(proof: Proof, name: str) -> Path:
    """Unpack the portable archive into a new folder; return the program's own folder."""
    place = proof.system.proof / name
    shutil.rmtree(place, ignore_errors=True)
    with zipfile.ZipFile(sorted(DIST.glob("讲稿-*-免安装.zip"))[-1]) as unpacked:
        unpacked.extractall(place)
    return next(place.iterdir())


def changed_in(folder: Path) -> list[str]:
    """Return what is not as the manifest says, without what makes the folder portable."""
    stood_in = "site/numpy/_core/"
    return [
        one
        for one in differences(folder)
        if one != "讲稿.cmd" and not one.startswith(("数据/", stood_in))
    ]
