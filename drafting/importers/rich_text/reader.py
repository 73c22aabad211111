"""Read .rtf: the text that Word would show, everything else listed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem
from drafting.importers.omissions import (
    DELETED,
    FIELD_CODE,
    HIDDEN,
    OBJECT,
    PICTURE,
    PINYIN,
    SYMBOL,
)
from drafting.importers.rich_text.fonts import FontTable
from drafting.importers.rich_text.output import RichTextOutput
from drafting.importers.rich_text.tokens import Token, TokenKind, iter_tokens
from drafting.importers.signatures import kind_of
from drafting.importers.text_builder import TextBuilder
from drafting.model.imported import ImportedText, Omission

if TYPE_CHECKING:
    from collections.abc import Callable

_MAX_DEPTH = 5_000
_RTF = b"{\\rtf"
_SAVE_AGAIN = "请用 Word 打开并另存一份后再试"
# A field that sets pinyin over a character: EQ \* jc2 … \o\ad(\s\up 9(shū),书)
_RUBY = re.compile(r"\\s\\up\s?\d{1,4}\(([^()]{0,200})\),([^()]{0,200})\)")
_PRIVATE = range(0xF000, 0xF100)


class _Target(Enum):
    """Where the text of a group goes."""

    BODY = auto()
    SKIP = auto()
    FONTS = auto()
    BOX = auto()
    NOTE = auto()
    NUMBER = auto()
    FIELD = auto()
    LISTED = auto()


_TARGETS = {
    "fonttbl": _Target.FONTS,
    "shptxt": _Target.BOX,
    "dptxbxtext": _Target.BOX,
    "footnote": _Target.NOTE,
    "listtext": _Target.NUMBER,
    "pntext": _Target.NUMBER,
    "fldinst": _Target.FIELD,
}
_LISTED = {
    "header": "页眉", "headerl": "页眉", "headerr": "页眉", "headerf": "页眉",
    "footer": "页脚", "footerl": "页脚", "footerr": "页脚", "footerf": "页脚",
    "annotation": "批注",
}  # fmt: skip
# fmt: off
_SKIPPED = frozenset((
    "colortbl", "stylesheet", "info", "filetbl", "listtable", "listoverridetable", "revtbl",
    "pict", "nonshppict", "shprslt", "sp", "objdata", "objclass", "objname", "nonesttables",
    "xe", "tc", "rxe", "txe", "pnseclvl", "upr", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    "aftnsepc", "aftncn", "object", "comment", "datafield", "formfield", "picprop",
))
# Known destinations behind \* that hold text or lead to it.
_LOOKED_THROUGH = frozenset(("shppict", "shpinst", "do", "ud", "result", "nestgroup"))
# fmt: on
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}"}


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside an open group; changed by its control words, undone at its end."""

    target: _Target = _Target.BODY
    outer: _Target = _Target.BODY  # where \upr stands
    kind: str = ""
    captured: tuple[list[str], ...] = ()
    font: int = 0
    skipped_behind: int = 1  # \uc
    deleted: bool = False
    hidden: bool = False
    in_table: bool = False


def read_rich_text(data: bytes, name: str) -> ImportedText:
    """Return the text of an RTF file, notes last (注1：…), a cell of a table a line.

    Raises:
        ImportProblem: ``empty``, ``wrong-type``, ``refused`` or ``damaged``.
    """
    if not data:
        raise ImportProblem(name, "empty", "文件是空的", "请检查是否保存成功或换一个文件")
    start = data.find(_RTF, 0, 512)
    kind = kind_of(data)
    if start < 0 or kind not in (None, kind_of(_RTF)):
        what = "不是 RTF 文档" if kind is None else f"其实是{kind.behind_text}，扩展名不对"
        raise ImportProblem(name, "wrong-type", f"它{what}", "请核对扩展名，改对后再打开")
    builder = TextBuilder()
    reader = _Reader(RichTextOutput(builder), name)
    complete = reader.read(data[start:])
    text, runs = builder.finish()
    if not text.strip():
        reason = "文件里没有文字" if complete else "文件不完整或已损坏"
        raise ImportProblem(name, "empty" if complete else "damaged", reason, "请换一个文件")
    omissions = reader.out.omissions()
    if not complete:
        omissions.append(Omission("文件末尾的缺损", 1))
    return ImportedText(text, runs, tuple(omissions))


class _Reader:
    """One pass over the tokens of a file."""

    def __init__(self, out: RichTextOutput, name: str) -> None:
        self.out = out
        self._name = name
        self._fonts = FontTable()
        self._group = _Group()
        self._stack: list[_Group] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._ignorable = False
        self._high = 0  # the first half of a character beyond U+FFFF
        self._words: dict[str, Callable[[int | None], None]] = {
            "ansicpg": self._fonts.set_page,
            "deff": self._set_default_font,
            "f": self._set_font,
            "fcharset": self._set_charset,
            "plain": self._set_plain,
            "uc": self._set_uc,
            "u": self._add_unicode,
            "par": lambda _: self._end_line(),
            "cell": lambda _: self._end_cell(),
            "nestcell": lambda _: self._end_cell(),
            "row": lambda _: self._end_cell(),
            "nestrow": lambda _: self._end_cell(),
            "sect": lambda _: self._end_cell(),
            "page": lambda _: self._end_cell(),
            "column": lambda _: self._end_cell(),
            "pard": lambda _: self._set(in_table=False),
            "intbl": lambda _: self._set(in_table=True),
            "deleted": lambda number: self._set(deleted=number != 0),
            "v": lambda number: self._set(hidden=number != 0),
            "ud": lambda _: self._set(target=self._group.outer),
        }

    def read(self, data: bytes) -> bool:
        """Read all; return whether the file was whole."""
        for token in iter_tokens(data):
            if token.kind is TokenKind.BYTES:
                self._take_bytes(token)
                continue
            self._flush()
            if token.kind is TokenKind.OPEN:
                self._open()
            elif token.kind is TokenKind.CLOSE:
                self._close()
                if not self._stack:
                    self.out.finish()
                    return True
            elif token.kind is TokenKind.WORD:
                self._take_word(token)
            else:
                self._take_symbol(token.word)
        self._flush()
        while self._stack:
            self._close()
        self.out.finish()
        return False

    def _set(self, **changes: bool | int | _Target) -> None:
        self._group = replace(self._group, **changes)  # type: ignore[arg-type]  # fields of _Group

    def _open(self) -> None:
        if len(self._stack) >= _MAX_DEPTH:
            reason = "其中的嵌套层次过多，为安全起见没有打开"
            raise ImportProblem(self._name, "refused", reason, _SAVE_AGAIN)
        self._to_skip = 0
        self._ignorable = False
        self._stack.append(self._group)

    def _close(self) -> None:
        inner, self._group = self._group, self._stack.pop()
        self._to_skip = 0
        self._ignorable = False
        if len(inner.captured) > len(self._group.captured):
            self._deliver(inner, "".join(inner.captured[-1]))

    def _deliver(self, group: _Group, text: str) -> None:
        """Hand on what a group outside the flow of text held."""
        target = group.target
        if target is _Target.BOX:
            self.out.boxes.append(text)
        elif target is _Target.NOTE:
            self.out.notes.append(text)
        elif target is _Target.NUMBER:
            if self._group.target is _Target.BODY:
                self.out.put_before(text.strip())
        elif target is _Target.FIELD:
            self._take_field(text)
        elif text.strip():
            self.out.leave_out(group.kind, text)

    def _take_field(self, code: str) -> None:
        found = _RUBY.search(code) if code.lstrip().upper().startswith("EQ") else None
        if found is not None:
            self.out.leave_out(PINYIN, found.group(1))
            self._write(found.group(2))
        elif code.lstrip().upper().startswith("EQ"):
            self.out.leave_out(FIELD_CODE, code)

    def _take_word(self, token: Token) -> None:
        word = token.word
        ignorable, self._ignorable = self._ignorable, False
        if self._to_skip and word != "u":  # a control word counts as one character behind \u
            self._to_skip -= 1
            return
        character = _CHARACTERS.get(word)
        step = self._words.get(word)
        if character is not None:
            self._write(character)
        elif step is not None:
            step(token.number)
        elif word in _TARGETS or word in _LISTED:
            self._redirect(word)
        elif word in _SKIPPED or (ignorable and word not in _LOOKED_THROUGH):
            self._skip_group(word)

    def _redirect(self, word: str) -> None:
        if self._group.target is _Target.SKIP:
            return
        target = _TARGETS.get(word, _Target.LISTED)
        captured = self._group.captured
        if target is not _Target.FONTS:
            captured = (*captured, [])
        self._group = replace(
            self._group,
            target=target,
            kind=_LISTED.get(word, ""),
            captured=captured,
            deleted=False,
            hidden=False,
        )

    def _skip_group(self, word: str) -> None:
        group = self._group
        if group.target is not _Target.SKIP:
            if word == "pict":
                self.out.count(PICTURE)
            elif word == "object":
                self.out.count(OBJECT)
        self._group = replace(group, target=_Target.SKIP, outer=group.target)

    def _take_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._ignorable = True
        elif self._to_skip:
            self._to_skip -= 1
        elif symbol in "\r\n":
            self._end_line()
        elif symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _take_bytes(self, token: Token) -> None:
        data = token.data
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if self._group.target not in (_Target.SKIP, _Target.FONTS):
            self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            text, bad = self._fonts.decode(data, self._group.font)
            self.out.bad_bytes += bad
            self._write(text, symbols=self._fonts.is_symbol(self._group.font))

    def _add_unicode(self, number: int | None) -> None:
        self._to_skip = self._group.skipped_behind
        code = (number or 0) & 0xFFFF
        if self._group.target in (_Target.SKIP, _Target.FONTS) or not code:
            return
        if 0xD800 <= code < 0xDC00:
            self._lose_half()
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if not self._high:
                self._high = code
                self._lose_half()
                return
            high, self._high = self._high, 0
            self._write(chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00))
        else:
            self._write(chr(code), symbols=code in _PRIVATE)

    def _lose_half(self) -> None:
        if self._high:
            self._high = 0
            self.out.bad_bytes += 1
            self._write("\ufffd")

    def _write(self, text: str, *, symbols: bool = False) -> None:
        self._lose_half()
        group = self._group
        if group.target in (_Target.SKIP, _Target.FONTS):
            return
        if group.deleted or group.hidden:
            self.out.leave_out(DELETED if group.deleted else HIDDEN, text)
        elif symbols and text.strip():
            self.out.leave_out(SYMBOL, text)
        elif group.captured:
            group.captured[-1].append(text)
        else:
            self.out.add(text)

    def _end_line(self) -> None:
        group = self._group
        if group.target in (_Target.SKIP, _Target.FONTS):
            return
        if group.captured:
            group.captured[-1].append("\n")
        else:
            self.out.end_line(keep_empty=not group.in_table)

    def _end_cell(self) -> None:
        group = self._group
        if group.captured:
            group.captured[-1].append("\n")
        elif group.target is _Target.BODY:
            self.out.end_line(keep_empty=False)

    def _set_default_font(self, number: int | None) -> None:
        self._fonts.default = number or 0
        self._set(font=number or 0)

    def _set_font(self, number: int | None) -> None:
        if self._group.target is _Target.FONTS:
            self._fonts.current = number or 0
        else:
            self._set(font=number or 0)

    def _set_charset(self, number: int | None) -> None:
        if self._group.target is _Target.FONTS:
            self._fonts.set_charset(number)

    def _set_plain(self, _: int | None) -> None:
        self._set(font=self._fonts.default, deleted=False, hidden=False)

    def _set_uc(self, number: int | None) -> None:
        self._set(skipped_behind=min(max(number or 0, 0), 32))
