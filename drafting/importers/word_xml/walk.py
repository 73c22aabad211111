"""Walk over the XML of a Word part: every character becomes text or is listed as left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.omissions import (
    ALTERNATIVE,
    FIELD_CODE,
    HIDDEN,
    OBJECT,
    PICTURE,
    PINYIN,
    SYMBOL,
)
from drafting.importers.word_xml.changes import changes_view
from drafting.importers.word_xml.package import child, short_name, short_tag, tags_of, value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from drafting.importers.text_builder import TextBuilder
    from drafting.importers.word_xml.changes import ChangesView
    from drafting.importers.word_xml.numbering import Numbering

    Step = Callable[[_Element], None]

CHART, DIAGRAM = "图表", "图示"
SHAPE_TEXT = "图形中的文字"
OTHER_FILE = "插入的其他文件"

_VANISH = tags_of("w:vanish")
_OFF = ("0", "false", "off", "none")
# fmt: off
_PROPERTIES = frozenset((
    "w:pPr", "m:ctrlPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr",
    "w:sdtEndPr", "w:tblPrEx", "w:rubyPr", "w:smartTagPr", "w:customXmlPr", "w:fldData",
    "w:instrText", "w:delInstrText", "w:footnoteRef", "w:endnoteRef", "w:separator",
    "w:continuationSeparator", "w:annotationRef", "w:lastRenderedPageBreak", "w:softHyphen",
))
# fmt: on
_COUNTED = {
    "a:blip": PICTURE,
    "v:imagedata": PICTURE,
    "c:chart": CHART,
    "dgm:relIds": DIAGRAM,
    "w:altChunk": OTHER_FILE,
    "w:subDoc": OTHER_FILE,
}
_RUNS = ("w:r", "m:r")  # text and formulas
_ANCHORS = {
    "w:commentRangeStart": "start",
    "w:commentRangeEnd": "end",
    "w:commentReference": "mark",
}
_NOTE_MARKS = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
# Check boxes of Wingdings and its kin, the symbols that official forms use.
_SYMBOLS = {
    "f0fe": "☑", "f0fc": "✓", "f0a8": "□", "f06f": "□", "f071": "□", "f0a3": "□", "f052": "☑",
    "f0fd": "☒", "f054": "☒", "f06c": "●", "f06e": "■", "f0b7": "•", "f0d8": "➢", "f0e0": "→",
}  # fmt: skip


@dataclass(slots=True)
class Anchor:
    """Where a comment's range begins and ends, and where its mark stands, in the text."""

    start: int | None = None
    end: int | None = None
    mark: int | None = None

    def span(self, length: int) -> tuple[int, int]:
        """Return the range, empty where only one place is known, inside ``length``."""
        places = [one for one in (self.start, self.end, self.mark) if one is not None]
        start = places[0] if self.start is None or self.end is None else self.start
        end = start if self.start is None or self.end is None else max(self.end, start)
        return min(start, length), min(end, length)


class _Steps(dict[str, "Step"]):
    """What is done with each kind of element: a file has few, each is looked up by name once."""

    def __init__(self, step_for: Callable[[str], Step]) -> None:
        super().__init__()
        self._step_for = step_for

    def __missing__(self, tag: str) -> Step:
        step = self[tag] = self._step_for(short_tag(tag))
        return step


class Walker:
    """Adds the text of one part after another to a builder; counts what it leaves out."""

    def __init__(
        self, builder: TextBuilder, numbering: Numbering, view: ChangesView | None = None
    ) -> None:
        self.left_out: Counter[str] = Counter()
        self.characters: Counter[str] = Counter()
        self.notes: list[tuple[str, str]] = []
        self.void_notes: dict[tuple[str, str], str] = {}  # their marks stand in what is left out
        self.anchors: defaultdict[str, Anchor] = defaultdict(Anchor)
        self._view = view = view or changes_view("accepted")
        self._out = builder
        self._numbering = numbering
        self._paragraphs: dict[_Element, int] = {}
        self._runs: dict[_Element, int] = {}
        self._paragraph = self._run = self._offset = 0
        self._boxes: list[_Element] = []
        self._fields: list[bool] = []  # for each open field: is its result being read
        self._nested = 0  # in a table or a text box empty paragraphs are no empty lines
        self._joins = False
        self._note_mark = ""
        self._hidden = False
        self._in_object = False
        self._by_tag = _Steps(self._step_for)
        self._steps: dict[str, Step] = {
            "w:p": self._visit_paragraph,
            **dict.fromkeys(_RUNS, self._visit_run),
            "w:t": self._visit_text,
            "m:t": self._visit_text,
            "a:t": self._visit_shape_text,
            "w:rPr": self._visit_run_properties,
            "w:tab": lambda _: self._add("\t"),
            "w:ptab": lambda _: self._add("\t"),
            "w:cr": lambda _: self._add("\n"),
            "w:br": self._visit_break,
            "w:noBreakHyphen": lambda _: self._add("-"),
            "w:sym": self._visit_symbol,
            "w:tbl": self._visit_nested,
            "w:tr": self._visit_row,
            "w:tc": self._visit_cell,
            "w:delText": self._visit_text,
            "w:rt": lambda one: self._leave_out(PINYIN, one),
            "w:fldChar": self._visit_field,
            "w:footnoteReference": self._visit_note,
            "w:endnoteReference": self._visit_note,
            "w:txbxContent": self._visit_box,
            "w:object": self._visit_object,
            "mc:AlternateContent": self._visit_alternatives,
        } | dict.fromkeys(_ANCHORS, self._visit_anchor)
        self._steps |= dict.fromkeys(view.left_out, self._visit_change)

    def start_part(self, part: str, root: _Element) -> None:
        """Number the paragraphs of ``root`` and the runs of each, in document order."""
        self._out.part = part
        self._fields.clear()
        self._paragraphs, self._runs = number_elements(root)

    def walk(self, element: _Element) -> None:
        """Add everything below ``element``."""
        steps = self._by_tag
        for one in element:
            steps[one.tag](one)
        self._add_boxes()

    def leave_out(self, kind: str, count: int, characters: int = 0) -> None:
        """Note something that does not become text."""
        self.left_out[kind] += count
        self.characters[kind] += characters

    def _visit(self, element: _Element) -> None:
        self._by_tag[element.tag](element)

    def _step_for(self, name: str) -> Step:
        if name in _PROPERTIES:
            return _skip
        return self._steps.get(name, self._look_through)

    def _look_through(self, element: _Element) -> None:
        name = short_name(element)
        kind = _COUNTED.get(name)
        if kind is not None and not self._in_object:
            self.leave_out(kind, 1)
        # Whatever wraps text (links, tags, content controls, insertions) is looked through.
        steps = self._by_tag
        for one in element:
            steps[one.tag](one)

    def walk_note(self, note: _Element, mark: str) -> None:
        """Add a foot- or endnote with ``mark`` before its text."""
        self._note_mark = mark
        self._visit_nested(note)
        self._note_mark = ""

    def _visit_paragraph(self, element: _Element) -> None:
        outer = self._paragraph
        self._paragraph = self._paragraphs.get(element, 0)
        # A deleted paragraph mark joins what is left of the paragraph with the next one.
        properties = child(element, "w:pPr")
        joins_next = self._view.joins_next(properties)
        gone = joins_next and not self._view.has_text(element)
        before = self._out.length
        if not self._joins and not gone:
            label = self._numbering.label(self._view.former_of(properties, "w:pPr"))
            self._out.put_before(self._note_mark + label)
        steps = self._by_tag
        for one in element:
            steps[one.tag](one)
        # A field whose result never begins would swallow the rest of the document.
        self._fields = [True for _ in self._fields]
        written = self._out.length > before
        if written:
            self._note_mark = ""
        filled = written or self._joins
        self._joins = joins_next and filled
        if not joins_next and (filled or not self._nested):
            self._out.end_line(self._paragraph)
        self._paragraph = outer
        self._add_boxes()

    def _visit_box(self, element: _Element) -> None:
        self._boxes.append(element)

    def _add_boxes(self) -> None:
        """Add the text boxes anchored in a paragraph, each as paragraphs of its own after it."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            fields, self._fields = self._fields, []
            self._visit_nested(box)
            self._fields = fields

    def _visit_nested(self, element: _Element) -> None:
        self._nested += 1
        self.walk(element)
        self._nested -= 1

    def _visit_run(self, element: _Element) -> None:
        outer = self._run, self._offset, self._hidden  # the base of ruby text holds runs in a run
        self._run, self._offset = self._runs.get(element, 0), 0
        self._hidden = False
        steps = self._by_tag
        for one in element:
            steps[one.tag](one)
        self._run, self._offset, self._hidden = outer

    def _visit_run_properties(self, element: _Element) -> None:
        """Stands before all else in a run, and elsewhere where it means no text."""
        former = self._view.former_of(element, "w:rPr")
        mark = None if former is None else next(former.iterchildren(*_VANISH), None)
        if mark is not None:
            self._hidden = value(mark) not in _OFF

    def _visit_text(self, element: _Element) -> None:
        self._add((element.text or "").replace("\n", " ").replace("\r", " "))

    def _add(self, text: str) -> None:
        if self._hidden:
            self.leave_out(HIDDEN, 1, len(text))
        elif not all(self._fields):
            self.leave_out(FIELD_CODE, 1, len(text))
        else:
            self._out.add(text, self._paragraph, self._run, self._offset)
        self._offset += len(text)

    def _visit_break(self, element: _Element) -> None:
        if value(element, "type") in (None, "textWrapping"):
            self._add("\n")

    def _visit_symbol(self, element: _Element) -> None:
        known = _SYMBOLS.get((value(element, "char") or "").lower())
        if known is None:
            self.leave_out(SYMBOL, 1)
        else:
            self._add(known)

    def _visit_field(self, element: _Element) -> None:
        step = value(element, "fldCharType")
        if step == "begin":
            self._fields.append(False)
        elif step == "separate" and self._fields:
            self._fields[-1] = True
        elif step == "end" and self._fields:
            self._fields.pop()

    def _visit_note(self, element: _Element) -> None:
        self.notes.append((_NOTE_MARKS[short_name(element)], value(element, "id") or ""))

    def _visit_object(self, element: _Element) -> None:
        self.leave_out(OBJECT, 1)
        self._in_object = True
        steps = self._by_tag
        for one in element:
            steps[one.tag](one)
        self._in_object = False

    def _visit_shape_text(self, element: _Element) -> None:
        if element.text:
            self.leave_out(SHAPE_TEXT, 1, len(element.text))

    def _leave_out(self, kind: str, element: _Element) -> None:
        count = characters_in(element)
        if count:
            self.leave_out(kind, 1, count)

    def _visit_change(self, element: _Element) -> None:
        self._leave_out_change(self._view.left_out[short_name(element)], element)

    def _leave_out_change(self, kind: str, element: _Element) -> None:
        count = characters_in(element)
        self.leave_out(kind, 1, count)
        if short_name(element) == "w:delText":
            self._offset += count
        for one in element.iter("{*}*"):
            name = short_name(one)
            if name in _ANCHORS:
                self._visit_anchor(one)
            elif name in _NOTE_MARKS:
                self.void_notes[_NOTE_MARKS[name], value(one, "id") or ""] = kind

    def _visit_row(self, element: _Element) -> None:
        self._visit_part_of_table(element, is_there=self._view.has_row(element))

    def _visit_cell(self, element: _Element) -> None:
        self._visit_part_of_table(element, is_there=self._view.has_cell(element))

    def _visit_part_of_table(self, element: _Element, *, is_there: bool) -> None:
        if not is_there:
            self._leave_out_change(self._view.kind, element)
            return
        steps = self._by_tag
        for one in element:
            steps[one.tag](one)

    def _visit_anchor(self, element: _Element) -> None:
        anchor = self.anchors[value(element, "id") or ""]
        setattr(anchor, _ANCHORS[short_name(element)], self._out.length)

    def _visit_alternatives(self, element: _Element) -> None:
        """Take one of several forms of the same thing: the first that has text."""
        options = [one for one in element if short_name(one) in ("mc:Choice", "mc:Fallback")]
        if not options:
            return
        chosen = next((one for one in options if characters_in(one)), options[0])
        for option in options:
            if option is not chosen and text_in(option) != text_in(chosen):
                characters = characters_in(option)
                if characters:
                    self.leave_out(ALTERNATIVE, 1, characters)
        for one in chosen:
            self._visit(one)


def number_elements(root: _Element) -> tuple[dict[_Element, int], dict[_Element, int]]:
    """Return the numbers of a part's paragraphs, and those of the runs within their paragraph."""
    paragraphs: dict[_Element, int] = {}
    runs: dict[_Element, int] = {}
    counts: dict[_Element | None, int] = {}
    for element in root.iter(*tags_of("w:p"), *tags_of("w:r"), *tags_of("m:r")):
        if short_name(element) == "w:p":
            paragraphs[element] = len(paragraphs)
        else:
            owner = owner_of(element, paragraphs)
            runs[element] = counts.get(owner, 0)
            counts[owner] = runs[element] + 1
    return paragraphs, runs


def owner_of(run: _Element, paragraphs: Mapping[_Element, int]) -> _Element | None:
    """Return the paragraph in which a run stands, None for one outside of all."""
    owner = run.getparent()
    if owner in paragraphs:
        return owner
    # Inside a link or the like.
    return next((one for one in run.iterancestors("{*}p") if short_name(one) == "w:p"), None)


def _skip(_: _Element) -> None:
    """Properties hold no text."""


def text_in(element: _Element) -> str:
    """Return all text below an element, deleted text too, whatever it is part of."""
    return "".join(
        one.text or ""
        for one in element.iter("{*}t", "{*}delText")
        if short_name(one) in ("w:t", "w:delText")
    )


def characters_in(element: _Element) -> int:
    """Return how many characters of text stand below an element."""
    return len(text_in(element))
