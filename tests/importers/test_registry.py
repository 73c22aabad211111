"""Each kind of file is read or answered for, with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.errors import ImportProblem
from drafting.importers.registry import IMPORTERS, import_bytes, importer_for
from drafting.model.imported import ImportedText, Omission, SourceRun
from tests.importers.old_word import OldWord
from tests.importers.packages import paragraph, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
WORD = word_file(paragraph("同志们："))
WORD_2003 = (
    '<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?>\r\n'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    "<w:p><w:r><w:t>同志们：</w:t></w:r></w:p></w:body></w:wordDocument>"
).encode()


def problem(data: bytes, name: str) -> ImportProblem:
    with pytest.raises(ImportProblem) as caught:
        import_bytes(data, name)
    message = str(caught.value)
    assert message.startswith(f"无法打开“{name}”：")
    assert message.count("。") == 1
    assert message.endswith("。")
    return caught.value


def test_suffixes_are_not_shared() -> None:
    suffixes = [suffix for one in IMPORTERS for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert importer_for("讲话.DOCX") is IMPORTERS[0]
    assert importer_for("讲话") is None


def test_plain_text_with_all_line_ends() -> None:
    imported = import_bytes("标题\r\n同志们：\r正文\n\n完\x07".encode("gb18030"), "a.txt")
    text = "标题\n同志们：\n正文\n\n完\x07"
    assert imported == ImportedText(text, (SourceRun(0, len(text)),), (), "gb18030")


def test_bad_bytes_and_nuls_are_listed() -> None:
    data = "收购点延长时间。".encode() * 20 + b"\xff\xff" + "完".encode() + b"\0" * 512
    imported = import_bytes(data, "a.md")
    assert imported.text.endswith("。\ufffd\ufffd完")
    assert imported.omissions == (Omission("无法辨认的字节", 2), Omission("空字节", 512))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t\n", "empty"),
        ("a.txt", b"\0" * 9000, "empty"),
        ("a.txt", b"\xff" * 900, "unknown-encoding"),
        ("a.txt", b"\xff\xd8\xff\xe0 JFIF", "wrong-type"),
        ("a.txt", b"%PDF-1.4", "damaged"),
        ("a.txt", b"x" * (20 * 1024 * 1024 + 1), "too-large"),
        ("a.docx", b"", "empty"),
        ("a.doc", OLE, "damaged"),
        ("a.wps", OLE, "damaged"),
        ("a.pdf", b"%PDF-1.4", "damaged"),
        ("a.odt", WORD, "unsupported"),
        ("a.xlsx", WORD, "unsupported"),
        ("a.ofd", b"PK\x03\x04", "unsupported"),
        ("a.doc", b"", "empty"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "unsupported"),
        ("-", b"%PDF-1.4", "damaged"),
    ],
)
def test_files_that_cannot_be_read(name: str, data: bytes, code: str) -> None:
    assert problem(data, name).code == code


@pytest.mark.parametrize(
    ("name", "data", "reason", "advice"),
    [
        ("a.odt", WORD, "暂不能直接读取 ODT 文档", "请用 Word 或 WPS 另存为"),
        ("a.ofd", b"PK\x03\x04", "暂不能直接读取 OFD 版式文档", "请用打开它的阅读软件转成"),
        ("a.CEB", b"Founder", "暂不能直接读取方正 CEB 版式文档", "请用打开它的阅读软件转成"),
        ("a.pptx", WORD, "暂不能直接读取演示文稿", "请把要用的文字复制到"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "它是图片，暂不能直接读取", "请先用文字识别（OCR）软件"),
        ("a.mp3", b"ID3\x03", "它是音频或视频，暂不能直接读取", "请先把录音整理成文字"),
        ("a.docx.lnk", b"L\0\0\0", "暂不能直接读取快捷方式", "请打开它所指的那个文件"),
        ("a.doc", WORD_2003, "它是 Word XML 文档，暂不能直接读取", "请用 Word 或 WPS 另存为"),
        ("a.xml", b"<pkg:package>", "它是 Word XML 文档，暂不能直接读取", "请用 Word"),
        ("a.rar", b"Rar!\x1a\x07", "暂不能直接读取压缩文件", "请先解压"),
        ("a.txt", b"ID3\x03", "它其实是音频或视频，扩展名不对", "请核对扩展名"),
    ],
)
def test_the_next_step_is_one_that_can_be_taken(
    name: str, data: bytes, reason: str, advice: str
) -> None:
    found = problem(data, name)
    assert found.reason == reason
    assert found.advice.startswith(advice)


def test_lines_in_two_encodings() -> None:
    """Notes put together out of several files; a pure file with a damaged line is none."""
    lines = ["在云岭县冬修水利会上的讲话", "同志们：", "要抓紧清淤。", "谢谢大家！再见！"]
    told = "文件里混着 UTF-8 和 GBK 两种编码，已逐行辨认，请对照原文核对。"
    for encodings in (("gbk", "gbk", "utf-8", "utf-8"), ("utf-8", "utf-8", "utf-8", "gbk")):
        rows = (one.encode(name) for one, name in zip(lines, encodings, strict=True))
        imported = import_bytes(b"\n".join(rows), "a.txt")
        assert imported.text.split("\n") == lines
        assert imported.doubts == (told,)
        assert imported.omissions == ()
    for encoding in ("utf-8", "gbk"):
        data = "\n".join(lines * 9).encode(encoding)
        damaged = import_bytes(data[:40] + data[41:], "a.txt")
        assert damaged.doubts == ()
        assert damaged.encoding in (encoding, "gb18030")
        assert damaged.text.count("谢谢大家！再见！") == 9


_CONTENTS = {
    "Word 文档": WORD,
    "旧版 Word 和 WPS 文档": OldWord([("同志们：\r".encode("utf-16-le"), False)]).data(),
    "RTF 文档": b"{\\rtf1 \\u21516?\\u24535?\\u20204?\\u65306?}",
    "网页": "<html><body><p>同志们：</p></body></html>".encode(),
    "纯文本": "同志们：".encode(),
}


@pytest.mark.parametrize("kind", _CONTENTS)
@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.wps", "a.rtf", "a.pdf", "a.txt", "-", "稿"])
def test_content_wins_over_the_suffix(name: str, kind: str) -> None:
    imported = import_bytes(_CONTENTS[kind], name)
    assert imported.text == "同志们："
    named = importer_for(name)
    is_silent = named is None or named.name == kind
    if name in ("a.doc", "a.wps") and kind != "纯文本":
        is_silent = True  # Word and WPS open it under this name, too
    gap = " " if kind[0].isascii() else ""
    told = f"扩展名不对，其实是{gap}{kind}，已照里面的内容读入。"
    assert imported.doubts == (() if is_silent else (told,))


def test_markdown_may_hold_marks_of_a_page() -> None:
    data = "<div align=center>\n\n同志们：\n\n</div>\n".encode()
    assert "<div" in import_bytes(data, "a.md").text
    assert import_bytes(WORD, "a.md").text == "同志们："


@pytest.mark.parametrize("data", [b"no speech", "表".encode() + b"\0" * 9, "甲\x01乙".encode()])
def test_what_is_hardly_a_text_is_not_read_as_one(data: bytes) -> None:
    assert problem(data, "a.docx").code == "wrong-type"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.docx", "-", "a.doc"]))
def test_any_bytes_end_in_text_or_a_message(data: bytes, name: str) -> None:
    check(data, name)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, len(WORD) - 1), st.binary(min_size=1, max_size=6))
def test_mutated_word_files(place: int, change: bytes) -> None:
    check(WORD[:place] + change + WORD[place + len(change) :], "a.docx")


def check(data: bytes, name: str) -> None:
    try:
        imported = import_bytes(data, name)
    except ImportProblem as problem:
        assert problem.code  # noqa: PT017 - either end is right
    else:
        assert "\r" not in imported.text
        assert "\0" not in imported.text
        imported.text.encode("utf-8")
        assert all(0 <= one.start < one.end <= len(imported.text) for one in imported.runs)


def test_a_page_saved_by_word_is_no_word_xml() -> None:
    page = (
        '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><!--[if gte mso 9]><xml>'
        "<w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>"
        "<body><p>同志们：</p><p>今天开会。</p></body></html>"
    )
    assert import_bytes(page.encode(), "讲话.doc").text == "同志们：\n今天开会。"
