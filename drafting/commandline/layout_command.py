"""``layout``: the page layouts that can be chosen, and the office's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafting.commandline.output import print_json, print_lines, say
from drafting.commandline.targets import output_path
from drafting.workspace.office.layouts import (
    copy_layout,
    delete_layout,
    layout_from_word,
    list_layouts,
    save_layout,
    save_layout_as,
)

if TYPE_CHECKING:
    import argparse

    from drafting.model.layout import PageLayout


def run(call: argparse.Namespace) -> int:
    """Carry out the command and return the exit code."""
    if call.word == "list":
        return _list(call)
    if call.word == "copy":
        path = copy_layout(call.id, call.new_id, call.name or call.new_id)
        _tell(call, path, f"已建立版式“{call.new_id}”：{path}")
    elif call.word == "delete":
        delete_layout(call.id)
        if call.json:
            print_json({"deleted": call.id})
        else:
            print_lines([f"已删除版式“{call.id}”。"])
    else:
        _derive(call)
    return 0


def _list(call: argparse.Namespace) -> int:
    layouts = list_layouts()
    for problem in layouts.problems:
        say(problem)
    if call.json:
        shapes = [{"id": one.id, "name": one.name} for one in layouts.found]
        print_json({"layouts": shapes})
    else:
        print_lines(f"{one.id}\t{one.name}\t{_measures(one)}" for one in layouts.found)
    return 0


def _derive(call: argparse.Namespace) -> None:
    layout = layout_from_word(call.file, name=call.name)
    if call.output is None:
        path = save_layout(layout)
    else:
        path = output_path(call.output, call.file)
        save_layout_as(layout, path)
    body = layout.style("body")
    told = f"已由“{Path(call.file).name}”得出版式“{layout.name}”（{_measures(layout)}，"
    _tell(call, path, f"{told}正文 {body.face} {body.size:g} 磅）：{path}")


def _measures(layout: PageLayout) -> str:
    return f"每页 {layout.lines_per_page} 行、每行 {layout.characters_per_line} 字"


def _tell(call: argparse.Namespace, path: Path, sentence: str) -> None:
    if call.json:
        print_json({"path": str(path)})
    else:
        print_lines([sentence])
