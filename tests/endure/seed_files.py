"""Good files of every kind, of our own making, from which the damaged ones come."""

from __future__ import annotations

import base64
import quopri
from typing import TYPE_CHECKING

from drafting.cleaning.opencc_dictionaries import load_dictionary
from tests.importers.old_word import OldWord
from tests.importers.packages import paragraph, root, run, word_file
from tests.importers.pdf_files import line, pdf_file

if TYPE_CHECKING:
    from collections.abc import Callable

    Convert = Callable[[bytes, str, str], bytes]

LINES = (
    "在云岭县护林防火工作会议上的讲话",
    "同志们：",
    "入秋以来，全县三个月没下透雨，山上的草一点就着。下面，我讲两点意见。",
    "一、看住人，管住火",
    "各乡镇要把护林员的名册再对一遍，做到山口有人守、坟头有人看。",
    "二、备好队伍，备足物资",
    "县里的应急队要24小时待命，风力灭火机、油料、对讲机逐件检查。",
    "谢谢大家。",
)
TEXT = "\n".join(LINES)


def traditional(text: str) -> str:
    """The text with every character in its first traditional form."""
    table = {old: new for old, new in load_dictionary("STCharacters").items() if len(old) == 1}
    return text.translate(str.maketrans(table))


def word_files(made: bytes) -> list[bytes]:
    """One with everything that Word has, one as our own export writes it."""
    changed = "<w:del><w:r><w:delText>三千</w:delText></w:r></w:del>"
    numbering = root(
        "numbering",
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        "<w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>",
    )
    in_list = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='5'/></w:numPr>"
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框内')}</w:txbxContent></w:pict></w:r>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('乡镇')}</w:tc></w:tr></w:tbl>"
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        + run("3")
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    body = "".join(paragraph(one, properties=in_list) for one in LINES)
    body += paragraph("收购", changed, f"<w:ins>{run('四千')}</w:ins>", box, field)
    body += table + paragraph(
        "<w:commentRangeStart w:id='0'/>", "注", "<w:commentRangeEnd w:id='0'/>",
        "<w:r><w:footnoteReference w:id='1'/></w:r>",
    )  # fmt: skip
    rich = word_file(
        body,
        numbering=numbering,
        comments=root("comments", f"<w:comment w:id='0'>{paragraph('核实')}</w:comment>"),
        footnotes=root("footnotes", f"<w:footnote w:id='1'>{paragraph('脚注')}</w:footnote>"),
    )
    return [rich, made]


def old_word_files(made: bytes, convert: Convert) -> list[bytes]:
    """Pieces of both widths, and what LibreOffice writes."""
    ended = TEXT.replace("\n", "\r") + "\r"
    own = OldWord(
        pieces=[(ended.encode("utf-16-le"), False), (b"plain ASCII\r", True)],
        counts=[len(ended) + 12],
    )
    return [own.data(), convert(made, "docx", "doc")]


def rich_text_files(made: bytes, convert: Convert) -> list[bytes]:
    """Escaped bytes and code points, and what LibreOffice writes."""
    quoted = "".join(f"\\'{byte:02x}" for byte in "同志们：".encode("gb18030"))
    body = (
        rf"\pard {quoted}\par\intbl {quoted}\cell\row{{\footnote A}}\u21516??"
        rf"{{\pict 00ff}}{{\*\unknown x}}"
    )
    own = r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\f0 " + body * 8 + "}"
    return [own.encode("ascii"), convert(made, "docx", "rtf")]


def pdf_files(made: bytes, convert: Convert) -> list[bytes]:
    """Unpacked streams with a heading on each page, and what LibreOffice writes."""
    pages = [
        line("清河湾县人民政府办公室", 200, 800, 9)
        + "".join(line(one, 90, 700 - 28 * row) for row, one in enumerate(LINES))
        + line(f"— {number} —", 280, 60, 14)
        for number in (1, 2)
    ]
    return [pdf_file(pages), convert(made, "docx", "pdf")]


def web_pages() -> list[bytes]:
    """Pages that name their encoding and pages that do not."""
    body = "".join(f"<p>{one}</p>\n" for one in LINES)
    body += "<table><tr><td>乡镇<td>产量</table><ol><li>甲<li>乙</ol><script>var a='<p>'</script>"
    page = f"<html><head><meta charset='{{}}'><title>讲话</title></head><body>{body}</body></html>"
    return [page.format("utf-8").encode(), page.format("gb2312").encode("gb18030")]


def web_archives() -> list[bytes]:
    """The pages in both transfer encodings, with a picture behind them."""
    found = []
    for transfer, encode in (
        ("base64", base64.encodebytes),
        ("quoted-printable", quopri.encodestring),
    ):
        head = (
            "From: <Saved by Browser>\nMIME-Version: 1.0\n"
            'Content-Type: multipart/related; type="text/html"; boundary="----=_Part"\n\n'
            f"------=_Part\nContent-Type: text/html; charset=utf-8\n"
            f"Content-Transfer-Encoding: {transfer}\n\n"
        ).encode()
        tail = b"\n------=_Part\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
        tail += base64.encodebytes(bytes(range(256))) + b"\n------=_Part--\n"
        found.append((head + encode(web_pages()[0]) + tail).replace(b"\n", b"\r\n"))
    return found


def plain_texts() -> list[bytes]:
    """The text in the encodings that occur."""
    simplified = [TEXT.encode(one) for one in ("utf-8", "utf-8-sig", "gb18030", "utf-16")]
    return [*simplified, traditional(TEXT).encode("big5hkscs", "replace")]
