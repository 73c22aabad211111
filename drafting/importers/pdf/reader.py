"""Read .pdf with a text layer: lines joined into paragraphs, page furniture listed."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

import pypdf
from pypdf.errors import FileNotDecryptedError, LimitReachedError

from drafting.errors import ImportProblem
from drafting.importers.omissions import HIDDEN, OVERPRINTED, PINYIN
from drafting.importers.pdf.annotations import FIELDS, REMARKS, iter_notes
from drafting.importers.pdf.fonts import UNKNOWN
from drafting.importers.pdf.furniture import (
    ENDLESS,
    Sheet,
    drop_furniture,
    drop_line_numbers,
    drop_notes,
)
from drafting.importers.pdf.glyphs import GlyphReader
from drafting.importers.pdf.page_lines import PageLines
from drafting.importers.pdf.paragraphs import join_lines, paragraphs_of
from drafting.importers.signatures import FileKind, kind_of
from drafting.importers.text_builder import TextBuilder
from drafting.model.imported import ImportedText, Omission

if TYPE_CHECKING:
    from drafting.importers.pdf.lines import Line

MAX_PAGES = 1_000
_MAX_GLYPHS = 2_000_000
_MAX_UNKNOWN_SHARE = 0.3
_SHOWN_PAGES = 8
_HEAD = 1_024  # what other readers allow before the signature
_MEGABYTE = 1024 * 1024
_LIMITS = pypdf.Configuration(
    maximum_declared_stream_length=64 * _MEGABYTE,
    array_based_stream_maximum_output_length=32 * _MEGABYTE,
    zlib_maximum_output_length=32 * _MEGABYTE,
    lzw_maximum_output_length=32 * _MEGABYTE,
    run_length_maximum_output_length=32 * _MEGABYTE,
    brotli_maximum_output_length=32 * _MEGABYTE,
    stream_decoding_work_maximum_length=64 * _MEGABYTE,
    stream_parsing_work_maximum_count=1_000_000,
)
_BY_OCR = "请先用文字识别（OCR）软件转成文字，存为 Word 文档后再打开"
_AGAIN = "请重新复制或下载该文件，或在 PDF 阅读器里另存一份"

# The library tells of each oddity; what matters to the user stands in the import's own list.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def read_pdf(data: bytes, name: str) -> ImportedText:
    """Return the text of a PDF, one paragraph a line; a run is a line, its part the page.

    Raises:
        ImportProblem: ``empty``, ``wrong-type``, ``encrypted``, ``damaged``, ``too-large`` or
            ``unsupported`` for pages that are pictures.
    """
    if not data:
        raise ImportProblem(name, "empty", "文件是空的", "请检查是否保存成功或换一个文件")
    kind = kind_of(data)
    if kind is not None and kind is not FileKind.PDF:
        what = f"它其实是{kind.behind_text}，扩展名不对"
        raise ImportProblem(name, "wrong-type", what, "请核对扩展名，改对后再打开")
    if b"%PDF" not in data[:_HEAD]:
        raise ImportProblem(name, "wrong-type", "它不是 PDF 文档", "请核对扩展名，改对后再打开")
    try:
        with pypdf.apply_configuration(_LIMITS):
            return _read(data, name)
    except ImportProblem:
        raise
    except FileNotDecryptedError as error:
        raise _encrypted(name) from error
    except LimitReachedError as error:
        raise ImportProblem(name, "too-large", "其中有过于庞大的内容", _AGAIN) from error
    except MemoryError:
        raise  # the child's own affair
    except Exception as error:  # the library does not say what faulty files raise
        raise ImportProblem(name, "damaged", "文件不完整或已损坏", _AGAIN) from error


def _read(data: bytes, name: str) -> ImportedText:
    reader = _opened(data, name)
    count = len(reader.pages)
    if count > MAX_PAGES:
        reason = f"超过 {MAX_PAGES:,} 页"
        raise ImportProblem(name, "too-large", reason, "请拆成几个文件后再打开")
    glyphs = GlyphReader(reader)
    reading = PageLines()
    pages: list[list[Line]] = []
    sheets: list[Sheet] = []
    laid_over: list[tuple[str, str]] = []
    damaged = total = unknown = blank = 0
    for number in range(count):
        before = glyphs.pictures
        try:
            page = reader.pages[number]
            found = glyphs.read(page)
            laid_over += iter_notes(page)
        except (MemoryError, LimitReachedError, FileNotDecryptedError):
            raise
        except Exception:  # noqa: BLE001 - as above; the other pages may be whole
            damaged += 1
            continue
        lines = reading.read(found, glyphs.rules, number)
        total += sum(len(line.text) for line in lines)
        unknown += sum(line.text.count(UNKNOWN) for line in lines)
        blank += not lines and glyphs.pictures > before
        if total > _MAX_GLYPHS:
            raise ImportProblem(name, "too-large", "文字过多", "请拆成几个文件后再打开")
        pages.append(lines)
        sheets.append(ENDLESS if reading.is_vertical else glyphs.sheet)
    _check(name, total, unknown, damaged, glyphs.pictures)
    pages, counted = drop_line_numbers(pages)
    pages, notes = drop_notes(pages)
    body, numbers, heads = drop_furniture(pages, sheets)
    builder = TextBuilder()
    _write(body or [*heads, *numbers], builder)
    text, runs = builder.finish()
    kinds = (
        ("页码", len(numbers), _length(numbers) if body else 0),
        ("行号", len(counted), sum(map(len, counted))),
        ("页眉页脚", len(heads), _length(heads) if body else 0),
        (PINYIN, len(notes), _length(notes)),
        *((kind, *_counts(laid_over, kind)) for kind in (REMARKS, FIELDS)),
        ("页边的旁注", reading.notes, reading.note_characters),
        (OVERPRINTED, reading.overprinted, reading.overprinted),
        ("图片", glyphs.pictures, 0),
        ("没有文字层的页", blank, 0),
        ("竖排或倾斜的文字", glyphs.tilted, glyphs.tilted),
        (HIDDEN, glyphs.hidden, glyphs.hidden),
        ("无法辨认的字", unknown, 0),
        ("损坏的页", damaged, 0),
    )
    omissions = tuple(Omission(*one) for one in kinds if one[1])
    return ImportedText(text, runs, omissions, doubts=_doubts(reading.doubtful, glyphs.recognised))


def _opened(data: bytes, name: str) -> pypdf.PdfReader:
    """Return the library's reader, which tries to open the file without a password."""
    try:
        return pypdf.PdfReader(io.BytesIO(data), root_object_recovery_limit=2_000)
    except NotImplementedError as error:  # certificates, or what a company made for itself
        advice = "请在 PDF 阅读器里打开，用打印功能另存成一份没有加密的 PDF 后再试"
        reason = "文件加了密，加密的方式程序解不开"
        raise ImportProblem(name, "encrypted", reason, advice) from error


def _doubts(mixed: list[int], recognised: list[int]) -> tuple[str, ...]:
    """Return sentences on the pages, from 0, whose order or whose characters may be wrong."""
    doubts = []
    if mixed:
        what = "像是分栏或表格，文字的先后次序可能有误"
        doubts.append(f"{_shown_pages(mixed)}{what}，请对照原件核对。")
    if recognised:
        what = "是扫描件，文字是识别出来的，可能有错字"
        doubts.append(f"{_shown_pages(recognised)}{what}，请对照原件核对。")
    return tuple(doubts)


def _shown_pages(pages: list[int]) -> str:
    shown = "、".join(str(page + 1) for page in pages[:_SHOWN_PAGES])
    return f"第 {shown} 页" + ("等" if len(pages) > _SHOWN_PAGES else "")


def _check(name: str, total: int, unknown: int, damaged: int, pictures: int) -> None:
    """Refuse what has no text to speak of, with the reason."""
    if total and unknown > _MAX_UNKNOWN_SHARE * total:
        raise ImportProblem(name, "unsupported", "文字层没有字符编码，无法还原成文字", _BY_OCR)
    if total:
        return
    if damaged:
        raise ImportProblem(name, "damaged", "文件不完整或已损坏", _AGAIN)
    if pictures:
        raise ImportProblem(name, "unsupported", "它是扫描图像，没有文字层", _BY_OCR)
    raise ImportProblem(name, "empty", "文件里没有文字", "若是图形文字，" + _BY_OCR)


def _write(lines: list[Line], builder: TextBuilder) -> None:
    for number, paragraph in enumerate(paragraphs_of(lines)):
        before = ""
        for line in paragraph:
            builder.part = f"pages/{line.page + 1}"
            # What joins two words of Latin has no place in the file; it goes with the second.
            joined = join_lines(before, line.text)
            builder.add(joined + line.text, number, line.number, 0)
            before = line.text
        builder.end_line()


def _counts(notes: list[tuple[str, str]], wanted: str) -> tuple[int, int]:
    texts = [text for kind, text in notes if kind == wanted]
    return len(texts), sum(map(len, texts))


def _length(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _encrypted(name: str) -> ImportProblem:
    advice = "请在 PDF 阅读器里取消密码，另存一份后再试"
    return ImportProblem(name, "encrypted", "文件设有打开密码", advice)
