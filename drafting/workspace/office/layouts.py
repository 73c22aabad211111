"""The layouts that an office can choose from: the shipped ones and its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.errors import DraftingError, ImportProblem, ResourceError, StorageError, UsageError
from drafting.files.atomic import atomic_write
from drafting.files.folders import make_folder
from drafting.files.names import safe_file_name
from drafting.files.reading import read_bytes
from drafting.pagination.layout_files import (
    LAYOUT_IDS,
    LAYOUT_SUFFIX,
    layouts_folder,
    load_layout,
    own_layout_files,
    parse_layout,
    read_layout,
)
from drafting.pagination.layout_toml import layout_toml
from resources import resource_path

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout


@dataclass(frozen=True, slots=True)
class Layouts:
    """What can be chosen, the shipped ones first; ``problems`` name faulty files to the user."""

    found: tuple[PageLayout, ...]
    problems: tuple[str, ...] = ()


def list_layouts() -> Layouts:
    """Return all layouts; the office's file replaces a shipped layout of the same id.

    For a faulty file stands the shipped one, if there is one of its name.
    """
    found = {layout_id: load_layout(layout_id) for layout_id in LAYOUT_IDS}
    problems: list[str] = []
    for path in own_layout_files():
        try:
            layout = read_layout(path)
        except ResourceError as error:
            problems.append(str(error))
        else:
            found[layout.id] = layout
    return Layouts(tuple(found.values()), tuple(problems))


def find_layout(layout_id: str) -> PageLayout:
    """Return a layout by its id or its name.

    Raises:
        UsageError: there is none.
        ResourceError: the office's own file of that name is faulty.
    """
    own = _own_path(layout_id)
    if own.exists():
        return read_layout(own)
    found = list_layouts().found
    for layout in found:
        if layout_id in {layout.id, layout.name}:
            return layout
    known = "、".join(layout.id for layout in found)
    raise UsageError(f"没有版式“{layout_id}”，可选：{known}。")


def layout_in_use(layout_id: str) -> tuple[PageLayout, str]:
    """Return a layout, and why it is another one than was asked for; empty where it is not.

    What is missing or faulty stands for itself as it was shipped, or for 公文版.
    """
    try:
        return find_layout(layout_id), ""
    except DraftingError as error:
        instead = load_layout(layout_id if layout_id in LAYOUT_IDS else "official")
        is_missing = isinstance(error, UsageError)
        why = f"版式“{layout_id}”不在这台电脑上" if is_missing else str(error).rstrip("。")
        return instead, f"{why}，先按自带的{instead.name}排版。"


def is_own(layout: PageLayout) -> bool:
    """Return whether the office has a file of its own for the layout, which can be changed."""
    return _own_path(layout.id).exists()


def copy_layout(layout_id: str, new_id: str, name: str) -> Path:
    """Write an editable copy of a layout, its explanations with it, and return its file.

    With the same id the copy replaces the shipped layout.

    Raises:
        UsageError: there is no such layout, or the new id is taken or unfit.
        StorageError: it could not be written.
    """
    layout = find_layout(layout_id)
    target = _checked_path(new_id)
    if target.exists():
        raise UsageError(f"已经有版式“{new_id}”，请换一个编号，或先删除它。")
    if layout_id in LAYOUT_IDS and not _own_path(layout_id).exists():
        text = resource_path("layouts", f"{layout_id}{LAYOUT_SUFFIX}").read_text(encoding="utf-8")
        text = re.sub(r"(?m)^id = .*$", lambda _: f"id = {_quoted(new_id)}", text, count=1)
        text = re.sub(r"(?m)^name = .*$", lambda _: f"name = {_quoted(name)}", text, count=1)
        _write(target, text)
        return target
    return save_layout(layout._replace(id=new_id, name=name))


def save_layout(layout: PageLayout) -> Path:
    """Write one of the office's own layouts and return its file.

    Raises:
        UsageError: its id is unfit for a file.
        ResourceError: its measures do not fit the page.
        StorageError: it could not be written.
    """
    target = _checked_path(layout.id)
    text = layout_toml(layout)
    parse_layout(text, target.name)
    _write(target, text)
    return target


def save_layout_as(layout: PageLayout, path: Path) -> None:
    """Write a layout into any file.

    Raises:
        ResourceError: its measures do not fit the page.
        StorageError: it could not be written.
    """
    text = layout_toml(layout)
    parse_layout(text, path.name)
    atomic_write(path, text.encode("utf-8"))


def layout_from_word(path: Path | str, *, name: str | None = None) -> PageLayout:
    """Return the layout that a Word file is set in; its id and name are the file's.

    Raises:
        ImportProblem: the file cannot be read, is no .docx or has no body text.
        ResourceError: its measures make no page.
    """
    from drafting.importers.word_xml.page_design import read_page_design

    path = Path(path)
    if path.suffix.lower() != ".docx":
        raise ImportProblem(path, "wrong-type", "它不是 .docx 文件", "请在 Word 中另存为 .docx")
    base = load_layout("official")
    design = read_page_design(read_bytes(path), path.name, base)
    own_id = safe_file_name(path.stem)
    layout = design._replace(id=own_id, name=name or path.stem)
    return parse_layout(layout_toml(layout), path.name)


def delete_layout(layout_id: str) -> None:
    """Remove one of the office's own layouts; a shipped one of that id holds again.

    Raises:
        UsageError: the office has none of that id.
        StorageError: it could not be removed.
    """
    path = _own_path(layout_id)
    if not path.exists():
        reason = "是程序自带的，不能删除" if layout_id in LAYOUT_IDS else "不是本单位的版式"
        raise UsageError(f"版式“{layout_id}”{reason}。")
    try:
        path.unlink()
    except OSError as error:
        raise StorageError(path, "这个文件无法删除", "请关闭正在使用它的程序后再试") from error


def installed_faces() -> frozenset[str]:
    """Return the names of the machine's fonts."""
    from drafting.files.font_files import installed_families

    return frozenset(installed_families())


def _own_path(layout_id: str) -> Path:
    return layouts_folder() / f"{safe_file_name(layout_id)}{LAYOUT_SUFFIX}"


def _checked_path(layout_id: str) -> Path:
    if not layout_id or safe_file_name(layout_id) != layout_id:
        raise UsageError(f"“{layout_id}”不能作版式的编号，请只用文字、字母和数字。")
    return _own_path(layout_id)


def _write(target: Path, text: str) -> None:
    make_folder(target.parent)
    atomic_write(target, text.encode("utf-8"))


def _quoted(text: str) -> str:
    import tomli_w

    return tomli_w.dumps({"x": text}).removeprefix("x = ").strip()
