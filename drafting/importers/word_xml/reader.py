"""Read .docx: all text in order, numbers made visible, everything else listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.text_builder import TextBuilder
from drafting.importers.word_xml.changes import changes_view
from drafting.importers.word_xml.comments import read_comments
from drafting.importers.word_xml.numbering import Numbering
from drafting.importers.word_xml.package import Relationship, WordPackage, short_name, value
from drafting.importers.word_xml.plain import walk_plain
from drafting.importers.word_xml.tracked import Reading, tracked_changes
from drafting.importers.word_xml.walk import Walker, characters_in
from drafting.model.imported import ImportedText, Omission

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from drafting.importers.word_xml.changes import ChangesView
    from drafting.model.imported import Changes

_UNREAD = "无法读取的部件"
_NOTES = ("footnotes", "endnotes")
# Parts whose text is no part of the speech: shown as counts.
_LISTED = {
    "comments": "批注",
    "header": "页眉",
    "footer": "页脚",
    "glossaryDocument": "构建基块",
    "vbaProject": "宏",
    "aFChunk": "插入的其他文件",
}


def read_word(data: bytes, name: str, changes: Changes = "accepted") -> ImportedText:
    """Return the text of a Word file, body first, then foot- and endnotes (注1：…).

    Tables give a line for each paragraph of a cell, text boxes follow the paragraph that they
    are anchored in. Tracked changes are taken as accepted, or left aside so that the text stands
    as it was before them; what that leaves out is listed, and the changes stand beside the text.
    So do comments.

    Raises:
        ImportProblem: see ``open_package``; ``wrong-type`` for a package that is no Word file;
            ``empty`` where there is no text at all; ``damaged``.
    """
    package = WordPackage(data, name)
    try:
        imported, reading = _read(package, changes_view(changes))
        if changes == "original":
            accepted = _read(package, changes_view("accepted"))[1]
            tracked = tracked_changes(package, reading, accepted)
            imported = replace(imported, changes=tracked)
    except RecursionError as error:
        reason = "文件内容已损坏"
        raise ImportProblem(name, "damaged", reason, "请用 Word 打开并另存一份后再试") from error
    if not imported.text.strip():
        held = "、".join(f"{one.kind} {one.count} 处" for one in imported.omissions)
        reason = f"里面没有可读的正文（只有{held}）" if held else "里面没有文字"
        raise ImportProblem(name, "empty", reason, "请换一个有文字的文件")
    return imported


def _read(package: WordPackage, view: ChangesView) -> tuple[ImportedText, Reading]:
    main = package.main_part()
    links = package.relationships(main)
    data = package.bytes_of(main)
    unread: list[str] = []
    lists = _linked(package, links, "numbering", unread)
    # Styles, often the largest part of all, matter to the text by their numbers only.
    read = package.numbering_styles
    styles = None if lists is None else _linked(package, links, "styles", unread, read)
    builder, numbering = TextBuilder(main), Numbering(styles, lists)
    is_plain = walk_plain(data, builder, numbering)
    if not is_plain:
        builder, numbering = TextBuilder(main), Numbering(styles, lists)
    walker = Walker(builder, numbering, view)
    if not is_plain:
        root = package.parsed(data)
        walker.start_part(main, root)
        walker.walk(root)
    _add_notes(package, links, walker, unread)
    _list_other_parts(package, links, walker, unread)
    if unread:
        walker.leave_out(_UNREAD, len(unread))
    text, runs = builder.finish()
    omissions = tuple(
        Omission(kind, count, walker.characters[kind]) for kind, count in walker.left_out.items()
    )
    remarks = _linked(package, links, "comments", [])
    comments = () if remarks is None else read_comments(remarks, walker.anchors, runs, len(text))
    imported = ImportedText(text, runs, omissions, comments=comments)
    return imported, Reading(text, runs, builder.ends)


def _linked(
    package: WordPackage,
    links: list[Relationship],
    kind: str,
    unread: list[str],
    read: Callable[[str], _Element] | None = None,
) -> _Element | None:
    part = next((one.part for one in links if one.kind == kind and package.has(one.part)), None)
    return None if part is None else _optional(read or package.xml, part, unread)


def _optional(read: Callable[[str], _Element], part: str, unread: list[str]) -> _Element | None:
    """Return a part without which the speech can still be read; a faulty one is noted."""
    try:
        return read(part)
    except ImportProblem as problem:
        if problem.code != "damaged":
            raise
        unread.append(part)
        return None


def _add_notes(
    package: WordPackage, links: list[Relationship], walker: Walker, unread: list[str]
) -> None:
    """Append the notes in the order of their references, then those that nothing refers to."""
    order = list(walker.notes)
    number = 0
    for link in links:
        if link.kind not in _NOTES or not package.has(link.part):
            continue
        root = _optional(package.xml, link.part, unread)
        if root is None:
            continue
        found = {value(one, "id") or "": one for one in root if characters_in(one)}
        referred = [identity for kind, identity in order if kind == link.kind]
        walker.start_part(link.part, root)
        for identity in dict.fromkeys([*referred, *found]):
            note = found.get(identity)
            if note is None:
                continue
            void = walker.void_notes.get((link.kind, identity))
            if void is not None and identity not in referred:
                walker.leave_out(void, 1, characters_in(note))
                continue
            number += 1
            walker.walk_note(note, f"注{number}：")


def _list_other_parts(
    package: WordPackage, links: list[Relationship], walker: Walker, unread: list[str]
) -> None:
    seen: set[str] = set()
    for link in links:
        kind = _LISTED.get(link.kind)
        if kind is None or link.part in seen or not package.has(link.part):
            continue
        seen.add(link.part)
        if link.kind in ("vbaProject", "aFChunk"):
            walker.leave_out(kind, 1)
            continue
        root = _optional(package.xml, link.part, unread)
        characters = 0 if root is None else characters_in(root)
        if root is None:
            count = 0
        elif link.kind == "comments":
            count = sum(short_name(one) == "w:comment" for one in root)
        else:
            count = 1 if characters else 0
        if count:
            walker.leave_out(kind, count, characters)
