"""Proof of the installer: installs, refuses, keeps data over an upgrade, leaves nothing behind."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from complex_math import stand_in_for_wine
from manifest import differences
from proof_session import (
    COMMAND,
    DATA,
    PROGRAM,
    PROJECT,
    SAMPLE,
    SHORTCUT,
    WINDOWS_SAMPLE,
    contents,
    waited_for,
)

if TYPE_CHECKING:
    from pathlib import Path

    from proof_session import Proof

WINDOWS_FONTS = "prefix/drive_c/windows/Fonts"
UNWRITTEN = 4  # the installer's exit code where the disk is full
# What the installer writes beside the files of the manifest.
BESIDE = {"uninstall.exe", "install.log"}
OLD_VERSION = "0.0.9"
UNINSTALL_KEY = r"HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Jianggao"


def install(proof: Proof) -> None:
    """Silent installation into a fresh Windows."""
    proof.system.run("wineboot -i 2>&1 | cat", seconds=300)
    code, _ = proof.wine("installer.exe /S")
    program = proof.system.proof / PROGRAM
    changed = [one for one in differences(program) if one not in BESIDE]
    proof.expect("装好的文件与清单一致", not changed, "、".join(changed[:4]))
    proof.expect("静默安装", code == 0 and (program / "app/main.py").exists(), f"退出码 {code}")
    proof.expect("安装日志写明完成", "安装完成" in log_of(program))
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
    sample = proof.system.proof / SAMPLE
    sample.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(PROJECT / "resources/samples/sample_mobilisation.txt", sample)


def log_of(program: Path) -> str:
    """Return what the installer told of itself."""
    log = program / "install.log"
    return log.read_text(encoding="utf-16") if log.exists() else ""


def fill_disk(proof: Proof) -> None:
    """Too small a disk: told before anything is written where Windows knows, else at the end."""
    with proof.system.small_disk("small", megabytes=60) as small:
        letter = proof.system.proof / "prefix/dosdevices/y:"
        letter.symlink_to("/proof/small")
        code, _ = proof.wine("installer.exe /S '/D=Y:\\讲稿'")
        held = "磁盘空间不足" in log_of(small / "讲稿") and not (small / "讲稿/app").exists()
        proof.expect("磁盘太小，未动手就说明", code == UNWRITTEN and held, f"退出码 {code}")
        letter.unlink()
        code, _ = proof.wine("installer.exe /S '/D=Z:\\proof\\small\\讲稿'")
        proof.expect("写到一半磁盘满，退出码说明", code == UNWRITTEN, f"退出码 {code}")


def upgrade(proof: Proof) -> None:
    """Installing over an old version keeps library, profile and settings, wherever they lie."""
    program = proof.system.proof / PROGRAM
    data = proof.system.proof / DATA
    before = fill_data(proof, data)
    make_old(proof, program)
    code, _ = proof.wine("installer.exe /S")
    changed = [one for one in differences(program) if one not in BESIDE]
    stand_in_for_wine(program / "site", proof.system.proof / "complex")
    proof.expect("升级清掉旧文件", code == 0 and not (program / "app/stale.py").exists())
    proof.expect("升级写进日志", f"移除旧版本 {OLD_VERSION}" in log_of(program))
    changed = [
        one for one in differences(program) if one not in BESIDE and "numpy/_core" not in one
    ]
    proof.expect("升级后的文件与清单一致", not changed, "、".join(changed[:4]))
    expect_kept(proof, "升级保留素材库和单位档案", before, told_by(proof, data))

    # An office that keeps everything beside the program, on a stick or a second disk.
    beside = program / "数据"
    shutil.copytree(data, beside)
    shutil.move(data, data.with_name("away"))
    before = told_by(proof, beside)
    make_old(proof, program)
    proof.wine("installer.exe /S")
    stand_in_for_wine(program / "site", proof.system.proof / "complex")
    expect_kept(proof, "升级保留“数据”里的素材库和单位档案", before, told_by(proof, beside))
    shutil.rmtree(beside)
    shutil.rmtree(data, ignore_errors=True)
    shutil.move(data.with_name("away"), data)


def fill_data(proof: Proof, data: Path) -> dict[str, object]:
    """Put a library and a profile into the user's folder; return what the program tells of them."""
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    shutil.copyfile(PROJECT / "resources/samples/office.toml", data / "单位档案.toml")
    proof.wine(f"{COMMAND} library add --starter '{WINDOWS_SAMPLE}'")
    told = told_by(proof, data)
    listed = str(told["library list"])
    proof.expect("素材库和单位档案已放入", "在全县秋冬农田水利建设动员会上的讲话" in listed)
    return told


def told_by(proof: Proof, data: Path) -> dict[str, object]:
    """Return the user's own files, what the library lists, and a check with the profile."""
    told: dict[str, object] = {"单位档案.toml": contents(data).get("单位档案.toml")}
    for words in ("library list", "library verify", f"check '{WINDOWS_SAMPLE}'"):
        told[words] = proof.wine(f"{COMMAND} {words}")
    told["files"] = "素材库.db" in contents(data)
    return told


def expect_kept(
    proof: Proof, name: str, before: dict[str, object], after: dict[str, object]
) -> None:
    """Expect that nothing of what was told before is told otherwise."""
    changed = [f"{one}: {after[one]!r}"[:300] for one in before if before[one] != after[one]]
    proof.expect(name, not changed, "；".join(changed))


def make_old(proof: Proof, program: Path) -> None:
    """Let the installed program be an old version: a file that is gone, and another number."""
    (program / "app" / "stale.py").write_text("", encoding="utf-8")
    version = f"/v DisplayVersion /t REG_SZ /d {OLD_VERSION} /f"
    proof.wine(f"reg add {UNINSTALL_KEY} {version}")


def uninstall(proof: Proof) -> None:
    """Removal leaves nothing but the user's data; asked or told so, not even these."""
    program, data = proof.system.proof / PROGRAM, proof.system.proof / DATA
    data.mkdir(parents=True, exist_ok=True)
    (data / "设置.toml").write_text("", encoding="utf-8")
    kept = contents(data)
    proof.wine(f"'{PROGRAM}/uninstall.exe' /S")
    waited_for(lambda: not program.exists(), 120)  # a copy of the remover goes on by itself
    time.sleep(5)
    _, found = proof.wine(r"reg query HKCU\\Software\\Classes\\Jianggao.Draft")
    left = [one for one in (program, proof.system.proof / SHORTCUT) if one.exists()]
    proof.expect("静默卸载不留痕", not left and "Jianggao" not in found, str(left))
    proof.expect("静默卸载保留数据", contents(data) == kept)
    for answer, keys in (("否", ("Return",)), ("是", ("Tab", "Return"))):
        proof.wine("installer.exe /S")
        proof.start(f"wine '{PROGRAM}/uninstall.exe'")
        proof.expect("卸载窗口", proof.wait_for_window("卸载"))
        proof.press("Return")
        waited_for(lambda: not (program / "uninstall.exe").exists(), 180)
        time.sleep(5)  # the question follows
        proof.picture("uninstall")
        proof.press(*keys, pause=5)
        proof.close_windows()
        held = contents(data) == kept if answer == "否" else not data.exists()
        proof.expect(f"卸载时询问，答“{answer}”", not program.exists() and held)
    data.mkdir(parents=True, exist_ok=True)
    proof.wine("installer.exe /S")
    proof.wine(f"'{PROGRAM}/uninstall.exe' /S /DELETEDATA")
    waited_for(lambda: not program.exists() and not data.exists(), 120)
    proof.expect("按要求卸载并删除数据", not program.exists() and not data.exists())
