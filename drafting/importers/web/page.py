"""Read .html: decoded first, then parsed, so that no character is lost on the way."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from drafting.errors import ImportProblem
from drafting.importers.decoding import DecodedText, decode_text
from drafting.importers.likelihood import REPLACEMENT
from drafting.importers.omissions import AROUND, HIDDEN
from drafting.importers.plain_text import MAX_TEXT_BYTES
from drafting.importers.signatures import kind_of
from drafting.importers.text_builder import TextBuilder
from drafting.importers.web.article import Article
from drafting.importers.web.walk import INNER_PAGES, PageWalker
from drafting.model.imported import ImportedText, Omission

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from selectolax.lexbor import LexborNode

    from drafting.importers.web.blocks import PageLine
    from drafting.model.imported import SourceRun

UNVEILED = "网页把正文设为隐藏，已读入，请对照原网页核对。"
ELSEWHERE = "网页里没有成段的文字，讲话可能在内嵌的网页里，请点开那一页另存后再打开。"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARED_WITHIN = 8192
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:-]{1,40})",
    re.IGNORECASE,
)
# The web's names for what pages here are written in (WHATWG Encoding, 4.2); gb2312 means all of it.
_ENCODINGS = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gb_2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb18030": "gb18030",
    "chinese": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}


def read_web_page(data: bytes, name: str) -> ImportedText:
    """Return the visible text of a web page, one block a line, a cell a line, ``<br>`` a line.

    Numbers of lists are written out. What a reader of the page does not see (hidden text, pinyin
    over characters, pictures, form controls) is listed with its count; so is ``<nav>``, and what
    stands around the article of a site where that is sure.

    Raises:
        ImportProblem: ``empty``, ``too-large``, ``wrong-type`` or ``unknown-encoding``.
    """
    if not data:
        raise ImportProblem(name, "empty", "文件是空的", "请检查是否保存成功或换一个文件")
    if len(data) > MAX_TEXT_BYTES:
        raise ImportProblem(name, "too-large", "网页超过 20 MB", "请把文字复制出来粘贴到讲稿里")
    kind = kind_of(data)
    if kind is not None:
        advice = "请核对扩展名，改对后再打开"
        raise ImportProblem(name, "wrong-type", f"它其实是{kind.behind_text}，扩展名不对", advice)
    return read_page(data, name)


def read_page(data: bytes, name: str, charset: str | None = None) -> ImportedText:
    """Return the text of a page's bytes; ``charset`` is what an outer heading says of them.

    Raises:
        ImportProblem: ``empty`` or ``unknown-encoding``.
    """
    decoded = decode_page(data, charset)
    if decoded is None:
        reason = "认不出它的文字编码"
        advice = "请用浏览器打开，把文字复制出来粘贴到讲稿里"
        raise ImportProblem(name, "unknown-encoding", reason, advice)
    page = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    nuls = page.count("\0")
    walker, article, doubts = _walked(page.replace("\0", ""))
    text, runs = _text_of(walker.lines[index] for index in article.kept)
    if not text.strip():
        reason = "网页里没有文字，内容可能在别的网页里或由脚本生成"
        advice = "请用浏览器打开，把文字复制出来粘贴到讲稿里"
        raise ImportProblem(name, "empty", reason, advice)
    counts = (("无法辨认的字节", decoded.bad_bytes), ("空字节", nuls))
    omissions = [Omission(kind, count) for kind, count in counts if count]
    omissions += [
        Omission(kind, count, walker.characters[kind]) for kind, count in walker.left_out.items()
    ]
    imported = ImportedText(text, runs, tuple(omissions), decoded.encoding, doubts=doubts)
    if len(article.kept) == len(walker.lines):
        return imported
    around = _around(walker.lines, article.kept)
    whole_text, whole_runs = _text_of(walker.lines)
    whole = replace(imported, text=whole_text, runs=whole_runs)
    return replace(imported, omissions=(around, *omissions), whole=whole)


def _walked(page: str) -> tuple[PageWalker, Article, tuple[str, ...]]:
    """Return a page's lines, its article, and what is to be told of them.

    A page whose script has not run shows nothing yet (WeChat hides its text until then): where no
    running text is seen and hidden text is some, that is what the page is about.
    """
    root = LexborHTMLParser(page).root
    walker, article = _walk(root)
    if article.has_prose:
        return walker, article, ()
    if walker.left_out[HIDDEN]:
        unveiled, whole = _walk(root, takes_hidden=True)
        if whole.has_prose:
            return unveiled, whole, (UNVEILED,)
    elsewhere = any(walker.left_out[kind] for kind in INNER_PAGES)
    return walker, article, (ELSEWHERE,) if elsewhere else ()


def _walk(root: LexborNode | None, *, takes_hidden: bool = False) -> tuple[PageWalker, Article]:
    walker = PageWalker(takes_hidden=takes_hidden)
    if root is not None:
        walker.walk(root)
    return walker, Article(walker.lines, walker.page, walker.title, walker.pictures)


def _text_of(lines: Iterable[PageLine]) -> tuple[str, tuple[SourceRun, ...]]:
    builder = TextBuilder()
    for line in lines:
        builder.put_before(line.number)
        builder.add(line.text, line.paragraph, 0, 0)
        builder.end_line()
    return builder.finish()


def _around(lines: Sequence[PageLine], kept: Iterable[int]) -> Omission:
    """Return what stands around the article: how many lines, how many characters."""
    inside = frozenset(kept)
    out = [line.text.split() for index, line in enumerate(lines) if index not in inside]
    return Omission(AROUND, len(out), sum(len(piece) for pieces in out for piece in pieces))


def decode_page(data: bytes, charset: str | None = None) -> DecodedText | None:
    """Return a page's source, None where it is no text in any encoding.

    A byte-order mark and text that is UTF-8 beyond doubt win over what the page says of itself;
    what it says wins over guessing, unless it does not fit.
    """
    guessed = decode_text(data)
    if data.startswith(_BOMS):
        return guessed
    if guessed is not None and guessed.encoding == "utf-8" and not guessed.bad_bytes:
        return guessed
    named = _declared(data, charset)
    if named is None:
        return guessed
    try:
        return DecodedText(data.decode(named), named)
    except UnicodeDecodeError:
        text = data.decode(named, "replace")
    bad_bytes = text.count(REPLACEMENT)
    if guessed is not None and guessed.bad_bytes <= bad_bytes:
        return guessed
    return DecodedText(text, named, bad_bytes)


def _declared(data: bytes, charset: str | None) -> str | None:
    if charset is None:
        found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
        charset = found.group(1).decode("ascii", "replace") if found else ""
    return _ENCODINGS.get(charset.strip().lower())
