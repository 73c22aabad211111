"""PDF: the paragraphs come back as they were written; page furniture is listed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import docx.shared
import pypdf
import pytest

from drafting.errors import ImportProblem
from drafting.importers.pdf import reader as pdf_text
from drafting.importers.pdf.reader import read_pdf
from drafting.importers.registry import import_bytes
from tests.importers.mutants import MUTANTS, count_ends
from tests.importers.pdf_files import line, pdf_file, picture_file, stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.draft import Draft
    from drafting.model.imported import ImportedText

    Convert = Callable[[bytes, str, str], bytes]

LEFT, FULL = 80, 28  # points, characters
SPEECH = (
    "同志们：",
    "入冬以后，各乡镇水渠清淤进度不一，有的村已经见底，有的村还没有动一锹土，这样下去，开春浇不上水。今天就是要当面把话说透，把账算清。",
    "一、把人组织起来",
    "每村一支清淤队，队长由村主任担任。GPS 定位的 38.6 公里干渠由县里负责。",
    "谢谢大家。",
)


def set_lines(paragraphs: tuple[str, ...], size: float = 16) -> list[tuple[str, float]]:
    """Lines of 28 characters and how far each is indented, as a page shows them."""
    lines = []
    for one in paragraphs:
        indent = 0 if one.endswith("：") and len(one) < 8 else 2
        width = FULL - indent
        lines.append((one[:width], indent * size))
        rest = one[width:]
        lines += [(rest[at : at + FULL], 0.0) for at in range(0, len(rest), FULL)]
    return lines


def pages_of(
    lines: list[tuple[str, float]], per_page: int = 6, head: str = "", foot: str = "— {} —"
) -> list[str]:
    pages = []
    for number, start in enumerate(range(0, len(lines), per_page), 1):
        commands = line(head, 200, 800, 10) if head else ""
        for row, (text, indent) in enumerate(lines[start : start + per_page]):
            commands += line(text, LEFT + indent, 740 - 29 * row)
        pages.append(commands + (line(foot.format(number), 260, 60, 14) if foot else ""))
    return pages


def listed(imported: ImportedText) -> dict[str, tuple[int, int]]:
    return {one.kind: (one.count, one.characters) for one in imported.omissions}


@pytest.mark.parametrize("layout", ["official", "reading", "review"])
def test_the_speech_comes_back(
    layout: str, speech: Draft, speech_file: Callable[[str], bytes], convert: Convert
) -> None:
    """Our own Word file as LibreOffice prints it: every paragraph equal, page numbers listed."""
    imported = import_bytes(convert(speech_file(layout), "docx", "pdf"), "讲话.pdf")
    assert imported.text.split("\n") == [one for one in speech.text.split("\n") if one]
    kinds = set(listed(imported))
    assert kinds == ({"页码", "行号", "页眉页脚"} if layout == "review" else {"页码"})
    assert imported.runs[0].part == "pages/1"


def test_pages_printed_without_indents(convert: Convert) -> None:
    """Paragraphs set apart by space alone, left-aligned."""
    document = docx.Document()
    for one in SPEECH:
        document.add_paragraph(one).paragraph_format.space_after = docx.shared.Pt(14)
    stream_ = io.BytesIO()
    document.save(stream_)
    assert read_pdf(convert(stream_.getvalue(), "docx", "pdf"), "a.pdf").text == "\n".join(SPEECH)


@pytest.mark.parametrize("space", [4, 6, 14])
def test_a_full_last_line_ends_its_paragraph_by_the_space_below(space: int) -> None:
    """Without indents; a line that ends a sentence within a paragraph has no space below."""
    rows = [f"{(words * 9)[: FULL - 1]}。" for words in ("先修干渠，", "账要算清，", "料要备足，")]
    texts = [
        "同志们：",
        rows[0],
        "抓紧办。",
        rows[1],
        rows[0] + rows[1] + "再催一遍。",
        rows[2] + rows[2],
        "工要派够，" * 27 + "一天也不能停。",
        rows[1],
        rows[2],
        "谢谢大家。",
    ]
    page, baseline = "", 780.0
    for text in texts:
        for at in range(0, len(text), FULL):
            page += line(text[at : at + FULL], LEFT, baseline)
            baseline -= 24
        baseline -= space
    assert read_pdf(pdf_file([page]), "a.pdf").text.split("\n") == texts


def test_an_address_behind_a_full_line_begins_a_paragraph() -> None:
    row = f"{'先修干渠，' * 5}再。"
    rows = [
        row[1:],
        "同志们，渠道通不通，全看今冬。",
        row,
        row[1:],
        "各位代表到会听一听，再议一议。",
    ]
    page = "".join(line(one, LEFT, 780 - 24 * at) for at, one in enumerate(rows))
    text = read_pdf(pdf_file([page]), "a.pdf").text
    assert text.split("\n") == [rows[0], rows[1], rows[2] + rows[3] + rows[4]]


@pytest.mark.parametrize("foot", ["— {} —", "- {} -", "第{}页", "第 {} 页 共 3 页", "{}", "·{}·"])
def test_heads_and_page_numbers(foot: str) -> None:
    pages = pages_of(set_lines(SPEECH), per_page=3, head="云岭县人民政府办公室", foot=foot)
    imported = read_pdf(pdf_file(pages), "a.pdf")
    assert imported.text == "\n".join(SPEECH)
    assert listed(imported)["页码"][0] == len(pages) == 3
    assert listed(imported)["页眉页脚"] == (3, 30)


def test_pages_without_furniture() -> None:
    imported = read_pdf(pdf_file(pages_of(set_lines(SPEECH), foot="")), "a.pdf")
    assert imported.text == "\n".join(SPEECH)
    assert imported.omissions == ()


def test_a_figure_that_ends_a_page_is_text() -> None:
    lines = [*set_lines(SPEECH[:2]), ("其中：", 0.0), ("2026", 32.0)]
    imported = read_pdf(pdf_file(pages_of(lines, per_page=20, foot="")), "a.pdf")
    assert imported.text.endswith("其中：\n2026")


def test_latin_words_keep_their_blank() -> None:
    page = line("the county", LEFT, 700) + line("and well-", LEFT, 671) + line("known", LEFT, 642)
    assert read_pdf(pdf_file([page]), "a.pdf").text == "the county and well-known"


def test_a_figure_takes_the_character_before_it_to_the_next_line() -> None:
    """LibreOffice parts neither 盼。 nor what stands behind it from a year in figures."""
    lines = [
        ("改造供水管网是云岭县三十四万人民的共同期", 32.0),
        ("盼。2021年以来先后投入资金", 0.0),
    ]
    rest = "二十三公里旧管换成了新管，沿线五个村的群众都喝上了放心水。"
    lines += set_lines((SPEECH[1], rest))
    read = read_pdf(pdf_file(pages_of(lines, per_page=20, foot="")), "a.pdf").text.split("\n")
    assert read == [lines[0][0] + lines[1][0], SPEECH[1], rest]


def test_a_title_of_two_lines_and_a_character_drawn_twice() -> None:
    page = line("在云岭县冬季清淤现场会", 220, 760, 22) + line("上的讲话", 297, 728, 22)
    page += line("（2026年11月3日）", 250, 690)
    for text, y in (("同志们：", 640), *(("水", 611) for _ in range(2))):
        page += line(text, LEFT, y)
    page += line("在" * FULL, LEFT, 580)
    text = read_pdf(pdf_file([page]), "a.pdf").text
    assert text.startswith("在云岭县冬季清淤现场会上的讲话\n（2026年11月3日）\n同志们：\n水\n在在")


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [("GBK-EUC-H", "gbk"), ("GBKp-EUC-H", "gbk"), ("GBK2K-H", "gbk"),
     ("UniGB-UTF16-H", "utf-16-be"),
     ("ETen-B5-H", "big5"), ("UniCNS-UCS2-H", "utf-16-be")],
)  # fmt: skip
def test_encodings_of_old_fonts(encoding: str, codec: str) -> None:
    font = (
        f"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/{encoding}/DescendantFonts[<<"
        "/Subtype/CIDFontType0/BaseFont/Song/DW 1000>>]>>"
    )
    text = "會議abc水渠" if "5" in codec else "朱镕基会议abc水渠"
    if codec == "utf-16-be":
        text = "朱镕基會議abc水渠"
    page = line(text, LEFT, 700, encoding=codec)
    assert read_pdf(pdf_file([page], font=font), "a.pdf").text == text


def test_characters_that_a_map_names() -> None:
    source = (
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <540C> "
        b"<0002> <D840DC00> endbfchar 2 beginbfrange <0010> <0012> <4E00> "
        b"<0020> <0021> [<5FD7> <4EEC>] endbfrange"
    )
    font = (
        "<</Subtype/Type0/Encoding/Identity-H/ToUnicode 50 0 R/DescendantFonts[<<"
        "/W [1 [500 600] 16 18 900]>>]>>"
    )
    page = f"BT /F1 16 Tf {LEFT} 700 Td [<0001> -20 <0020> 30 <0021>] TJ <001000110012> Tj "
    page += "<0002> Tj ET"
    data = pdf_file([page], font=font, extra={50: stream(source)})
    assert read_pdf(data, "a.pdf").text == "同志们一丁丂\U00020000"


def test_widths_go_by_the_glyphs_that_a_map_in_the_file_chooses() -> None:
    """Code 1 shows glyph 700, which is wide; a narrow one of that number is another's."""
    choices = b"1 begincidchar <0001> 700 endcidchar 1 begincidrange <0002> <0003> 800 endcidrange"
    names = b"3 beginbfchar <0001> <5C71> <0002> <0035> <0003> <4E2A> endbfchar"
    font = (
        "<</Subtype/Type0/Encoding 50 0 R/ToUnicode 51 0 R/DescendantFonts[<<"
        "/DW 1000/W [1 3 100 800 800 500]>>]>>"
    )
    page = f"BT /F1 16 Tf {LEFT} 700 Td <0001> Tj 20 0 Td <00020003> Tj ET"
    extra = {50: stream(choices), 51: stream(names)}
    assert read_pdf(pdf_file([page], font=font, extra=extra), "a.pdf").text == "山5个"


def test_letters_that_are_one_shape() -> None:
    page = line("oﬃce ﬁrst", LEFT, 700)
    assert read_pdf(pdf_file([page]), "a.pdf").text == "office first"


def test_pages_that_end_with_a_sentence() -> None:
    """A reading copy turns the page where a sentence ends; the indent tells the paragraphs."""
    first = (*SPEECH, SPEECH[1], SPEECH[1])
    second = "接着讲第二件事，把去年留下的尾巴收干净，该补的补，该修的修，一件一件过。"
    next_page = [(second[:FULL], 0.0), (second[FULL:], 0.0), *set_lines((SPEECH[1], "谢谢大家。"))]
    pages = [*pages_of(set_lines(first), per_page=20), *pages_of(next_page, per_page=20)]
    read = read_pdf(pdf_file(pages), "a.pdf").text.split("\n")
    assert read == [*first[:-1], first[-1] + second, SPEECH[1], "谢谢大家。"]


def test_a_salutation_begins_a_page() -> None:
    pages = [
        *pages_of(set_lines((*SPEECH[1:], SPEECH[1], SPEECH[1])), per_page=20),
        *pages_of(set_lines(SPEECH), per_page=20),
    ]
    read = read_pdf(pdf_file(pages), "a.pdf").text.split("\n")
    assert read == [*SPEECH[1:], SPEECH[1], SPEECH[1], *SPEECH]


def test_pinyin_above_hard_words_is_listed() -> None:
    lines = set_lines(SPEECH)
    page = line("xiáng", LEFT + 40, 740 + 22 - 29, 7) + pages_of(lines, per_page=20)[0]
    imported = read_pdf(pdf_file([page]), "a.pdf")
    assert imported.text.split("\n") == list(SPEECH)
    assert listed(imported)["拼音注音"] == (1, 5)


def test_the_last_line_beside_its_number_keeps_its_size() -> None:
    """One character beside a line number of two figures is a line of text still."""
    short = SPEECH[1][: FULL * 2 - 1]
    lines = set_lines((*SPEECH[1:], short, *SPEECH[1:], short))
    pages = [""]
    for row, (text, indent) in enumerate(lines):
        number = line(str(10 + row), LEFT - 30, 740 - 29 * row, 10.5)
        pages[0] += number + line(text, LEFT + indent, 740 - 29 * row)
    read = read_pdf(pdf_file(pages), "a.pdf").text.split("\n")
    assert read == [*SPEECH[1:], short, *SPEECH[1:], short]


def test_simple_fonts() -> None:
    font = "<</Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[1/A/comma/uni540C/g99]>>>>"
    page = f"BT /F1 16 Tf {LEFT} 700 Td (B\\001\\002\\003) Tj 0 -20 TD (next) ' ET"
    assert read_pdf(pdf_file([page], font=font), "a.pdf").text.replace("\n", "") == "BA,同next"


def test_slanted_text_is_listed() -> None:
    page = line("同志们", LEFT, 700)
    page += "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <51858D448D4465996587> Tj ET"
    imported = read_pdf(pdf_file([page]), "a.pdf")
    assert imported.text == "同志们"
    assert listed(imported) == {"竖排或倾斜的文字": (5, 5)}


def test_text_in_a_form() -> None:
    form = stream(line("渠水", 0, 0).encode(), "/Type/XObject/Subtype/Form/Matrix[1 0 0 1 80 500]")
    page = line("同志们", LEFT, 700) + "q 1 0 0 1 0 100 cm /X1 Do Q"
    data = pdf_file([page], more="/XObject<</X1 50 0 R>>", extra={50: form})
    imported = read_pdf(data, "a.pdf")
    assert imported.text == "同志们\n渠水"
    own = stream(b"/X1 Do", "/Type/XObject/Subtype/Form/Resources<</XObject<</X1 50 0 R>>>>")
    data = pdf_file([page], more="/XObject<</X1 50 0 R>>", extra={50: own})
    assert read_pdf(data, "a.pdf").text == "同志们"


def code_of(data: bytes) -> str:
    with pytest.raises(ImportProblem) as caught:
        import_bytes(data, "a.pdf")
    assert str(caught.value).count("。") == 1
    return caught.value.code


def test_scanned_pages() -> None:
    assert code_of(picture_file()) == "unsupported"
    with pytest.raises(ImportProblem, match="没有文字层，请先用文字识别（OCR）软件转成文字"):
        import_bytes(picture_file(), "a.pdf")
    imported = import_bytes(picture_file(line("同志们", LEFT, 700)), "a.pdf")
    assert listed(imported) == {"图片": (1, 0), "没有文字层的页": (1, 0)}


def test_a_font_that_hides_its_characters() -> None:
    font = "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]>>"
    assert code_of(pdf_file([line("同志们", LEFT, 700)], font=font)) == "unsupported"


def test_passwords() -> None:
    for password, opens in (("", True), ("秘密", False)):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file([line("同志们", LEFT, 700)])))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        stream_ = io.BytesIO()
        writer.write(stream_)
        if opens:
            assert read_pdf(stream_.getvalue(), "a.pdf").text == "同志们"
        else:
            assert code_of(stream_.getvalue()) == "encrypted"


def test_passwords_of_a_newer_kind(speech_file: Callable[[str], bytes], convert: Convert) -> None:
    target = (
        'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
        '"DocumentOpenPassword":{"type":"string","value":"x"}}'
    )
    assert code_of(convert(speech_file("official"), "docx", target)) == "encrypted"


def test_a_cipher_that_is_not_known() -> None:
    """It may well open without a password elsewhere; nobody is told to take one away."""
    locked = pdf_file([line("同志们", LEFT, 700)]).replace(
        b"trailer<<", b"trailer<</ID[<00><00>]/Encrypt<</Filter/Own.Cipher/V 1>>"
    )
    with pytest.raises(ImportProblem, match="加密的方式程序解不开，请在 PDF 阅读器里打开"):
        read_pdf(locked, "a.pdf")


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "MAX_PAGES", 2)
    assert code_of(pdf_file([line("同", LEFT, 700)] * 3)) == "too-large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"text", "wrong-type"),
        (b"\xff\xd8\xff\xe0", "wrong-type"),
        (b"%PDF-1.4", "damaged"),
        (b"%PDF-1.4\n" + b"1 0 obj" * 999, "damaged"),
        (pdf_file([""]), "empty"),
        (pdf_file([]), "empty"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_under_another_name() -> None:
    data = pdf_file([line("同志们", LEFT, 700)])
    for name in ("a.doc", "a.wps", "-"):
        assert import_bytes(data, name).text == "同志们"
    told = ("扩展名不对，其实是 PDF 文档，已照里面的内容读入。",)
    assert import_bytes(data, "a.docx").doubts == told


def test_mutants_end_in_text_or_a_message(
    speech_file: Callable[[str], bytes], convert: Convert
) -> None:
    own = pdf_file(pages_of(set_lines(SPEECH)))
    samples = [own, own, own, convert(speech_file("official"), "docx", "pdf")]
    texts, messages = count_ends(samples, "a.pdf", seed=34)
    assert texts + messages == MUTANTS
    assert texts > MUTANTS // 2
