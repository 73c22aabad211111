"""Walk over a web page: what a reader of the page sees becomes text, the rest is listed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.omissions import (
    ALTERNATIVE,
    DELETED,
    HIDDEN,
    PICTURE,
    PINYIN,
    SYMBOL,
    UNSHOWN,
)
from drafting.importers.web.blocks import Block, PageLine
from drafting.importers.web.hidden import kind_hidden
from drafting.importers.web.lists import PageList, list_style
from drafting.text.characters import WIDE

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

CONTROL, MEDIA = "表单控件", "音频或视频"
WORD_SETTINGS = "Word 的设置"
INNER_PAGES = ("内嵌页面", "框架页")

# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
    "li", "listing", "main", "menu", "ol", "p", "plaintext", "pre", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
))
_PREFORMATTED = frozenset(("pre", "listing", "plaintext", "xmp"))
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_SILENT = frozenset((
    "script", "style", "template", "link", "meta", "base", "col", "colgroup", "param", "source",
    "track", "area", "map", "basefont", "bgsound",
))
# fmt: on
_LISTED = {
    "title": "网页标题",
    "nav": "导航栏",
    "rt": PINYIN,
    "rp": PINYIN,
    "rtc": PINYIN,
    "del": DELETED,
    "img": PICTURE,
    "image": PICTURE,
    "svg": PICTURE,
    "canvas": PICTURE,
    "noscript": ALTERNATIVE,
    "noframes": ALTERNATIVE,
    "iframe": "内嵌页面",
    "frame": "框架页",
    "object": "嵌入对象",
    "embed": "嵌入对象",
    "applet": "嵌入对象",
    "video": MEDIA,
    "audio": MEDIA,
    "button": CONTROL,
    "select": CONTROL,
    "textarea": CONTROL,
    "input": CONTROL,
    "datalist": CONTROL,
    "w:worddocument": WORD_SETTINGS,
    "w:latentstyles": WORD_SETTINGS,
    "o:officedocumentsettings": WORD_SETTINGS,
    "o:documentproperties": WORD_SETTINGS,
}
_BLOCK_STYLE = re.compile(r"display:(?:block|table|flex|grid|list-item)")
_PRE_STYLE = re.compile(r"white-space:(?:pre|break-spaces)")
_SYMBOL_FACE = re.compile(r"font-family:[\"']?(?:wingdings|webdings|symbol)")
_BLANKS = " \t\n\f"
_BLANK_RUN = re.compile(r"[ \t\n\f]+")
# A line break in the source between Chinese characters is no blank (CSS Text 4, 4.1.3).
_WRAPPED = re.compile(f"(?<=[{WIDE}])[ \t\f]*\n[ \t\n\f]*(?=[{WIDE}])")
_WIDE_CHARACTER = re.compile(f"[{WIDE}]")


@dataclass(slots=True)
class _Frame:
    """What an open element changes for what stands in it."""

    tag: str
    block: bool
    preformatted: bool
    symbol: bool
    ignored: bool = False
    link: bool = False


class PageWalker:
    """Collects the visible lines of a page; counts what it leaves out.

    ``page`` is the block around all of them, ``title`` what the page calls itself, ``pictures`` the
    lines that a picture stands right before. What the page
    hides is left out unless ``takes_hidden``.
    """

    def __init__(self, *, takes_hidden: bool = False) -> None:
        self._takes_hidden = takes_hidden
        self.left_out: Counter[str] = Counter()
        self.characters: Counter[str] = Counter()
        self.lines: list[PageLine] = []
        self.pictures: set[int] = set()
        self.page = Block("", "", 0)
        self.title = ""
        self._block = self.page
        self._linked = 0
        self._frames = [_Frame("", block=True, preformatted=False, symbol=False)]
        self._lists: list[PageList] = []
        self._line: list[str] = []
        self._pending = ""  # blanks that count only if text follows
        self._number: list[str] | None = None  # collects the number that Word wrote out
        self._prefix = ""
        self._kept = False

    def walk(self, root: LexborNode) -> None:
        """Add everything below ``root``; depth costs no stack."""
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self._leave()
                continue
            following = node.next
            if following is not None and len(stack) > 0:
                stack.append((following, False))
            if node.is_text_node:
                self._add(node.text_content or "")
            elif node.is_element_node and self._enter(node):
                stack.append((node, True))
                inner = node.child
                if inner is not None:
                    stack.append((inner, False))
        self._end_paragraph()
        self.page.end = len(self.lines)

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        attributes = node.attributes
        style = "".join((attributes.get("style") or "").lower().split())
        if tag in _SILENT:
            return False
        kind = _LISTED.get(tag) or kind_hidden(node, attributes, style)
        if kind is not None and not (kind == HIDDEN and self._takes_hidden):
            self._leave_out(kind, tag, node, attributes)
            return False
        if tag == "br":
            self._break_line()
            return False
        if tag == "wbr":
            return False
        self._open(tag, style, attributes)
        if tag in _LISTS:
            self._lists.append(PageList.of(node, tag, style))
        elif tag == "li" and self._lists:
            self._prefix = self._lists[-1].label(attributes.get("value"), list_style(style))
        elif tag == "q":
            self._put("“")
        return True

    def _open(self, tag: str, style: str, attributes: dict[str, str | None]) -> None:
        outer = self._frames[-1]
        block = tag in _BLOCKS or _BLOCK_STYLE.search(style) is not None
        preformatted = (
            tag in _PREFORMATTED or _PRE_STYLE.search(style) is not None or outer.preformatted
        ) and "white-space:normal" not in style
        symbol = outer.symbol
        if "font-family:" in style:
            symbol = _SYMBOL_FACE.search(style) is not None
        link = outer.link or (tag == "a" and _leads_elsewhere(attributes))
        frame = _Frame(tag, block, preformatted, symbol, link=link)
        if block:
            self._end_paragraph()
            name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
            inner = Block(tag, name, len(self.lines), self._block)
            self._block.inner.append(inner)
            self._block = inner
        if "mso-list:ignore" in style and self._number is None and not self._line:
            self._number = []
            frame.ignored = True
        self._frames.append(frame)

    def _leave(self) -> None:
        frame = self._frames.pop()
        if frame.ignored:
            self._prefix = "".join(self._number or ()).strip(_BLANKS + "\xa0") or self._prefix
            self._number = None
        if frame.tag == "q":
            self._put("”")
        if frame.block:
            self._end_paragraph()
            self._block.end = len(self.lines)
            self._block = self._block.outer or self.page
        if frame.tag in _LISTS and self._lists:
            self._lists.pop()
        if frame.tag == "li":
            self._prefix = ""

    def _leave_out(
        self, kind: str, tag: str, node: LexborNode, attributes: dict[str, str | None]
    ) -> None:
        if tag == "input" and (attributes.get("type") or "").lower() == "hidden":
            return
        if kind == PICTURE and not self._line:
            self.pictures.add(len(self.lines))
        text = (attributes.get("alt") or "") if kind == PICTURE else ""
        text += node.text(deep=True)
        if kind == HIDDEN and "。" not in text:
            kind = UNSHOWN
        if tag == "title":
            self.title = self.title or " ".join(text.split())
        self.characters[kind] += sum(map(len, text.split()))
        if tag not in ("rp", "rtc"):
            self.left_out[kind] += 1
        if tag in _BLOCKS:
            self._end_paragraph()

    def _add(self, text: str) -> None:
        frame = self._frames[-1]
        if frame.symbol:
            symbols = sum(map(len, text.replace("\xa0", " ").split()))
            self.left_out[SYMBOL] += symbols
            self.characters[SYMBOL] += symbols
        elif self._number is not None:
            self._number.append(text)
        elif frame.preformatted:
            self._kept = True
            self._put(text)
        else:
            self._add_flowing(text)

    def _add_flowing(self, text: str) -> None:
        """Add text whose blanks collapse, as a browser does."""
        body = text.strip(_BLANKS)
        if not body:
            self._add_blank(text)
            return
        start = text.index(body[0])
        self._add_blank(text[:start])
        self._put(_BLANK_RUN.sub(" ", _WRAPPED.sub("", body)))
        self._add_blank(text[start + len(body) :])

    def _add_blank(self, blank: str) -> None:
        if "\n" in blank:
            self._pending = "\n"
        elif blank and not self._pending:
            self._pending = " "

    def _put(self, text: str) -> None:
        last = self._line[-1][-1:] if self._line else "\n"
        if self._pending and last not in ("\n", " ", "") and text:
            wrapped = (
                self._pending == "\n"
                and _WIDE_CHARACTER.match(last)
                and _WIDE_CHARACTER.match(text)
            )
            if not wrapped:
                self._line.append(" ")
        self._pending = ""
        if text:
            self._line.append(text)
            if self._frames[-1].link:
                self._linked += sum(map(len, text.split()))

    def _break_line(self) -> None:
        self._pending = ""
        self._line.append("\n")

    def _end_paragraph(self) -> None:
        text = "".join(self._line)
        self._line.clear()
        self._pending = ""
        kept, self._kept = self._kept, False
        linked, self._linked = self._linked, 0
        if self._number is not None or not text.strip(_BLANKS + "\xa0\u3000"):
            self._line_in_number(text)
            return
        if not kept:
            text = re.sub(r"\n{3,}", "\n\n", text)
        text = text.strip("\n") if kept else text.strip(_BLANKS)
        self.lines.append(PageLine(text, self._prefix, len(self.lines), linked, self._block))
        self._prefix = ""

    def _line_in_number(self, text: str) -> None:
        # A block inside Word's number would be odd; its text is kept all the same.
        if self._number is not None:
            self._number.append(text)


def _leads_elsewhere(attributes: dict[str, str | None]) -> bool:
    """Return whether an anchor is a link out of the text; places in it have names."""
    address = attributes.get("href")
    if address is None:
        return "name" not in attributes and "id" not in attributes
    return not (address.startswith("#") and len(address) > 1)
