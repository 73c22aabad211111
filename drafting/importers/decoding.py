"""Which encoding a plain text has, and its characters, with every undecodable byte counted.

The candidates are compared by how likely their characters are in Chinese prose; chardet is asked
only where the text is hardly Chinese. One damaged byte neither cuts the text nor turns the rest
of its line into nonsense: the decoder finds its way back by the same measure, also where the
byte that took its place is one of ASCII and no error tells of it.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from dataclasses import dataclass, replace

from drafting.importers.likelihood import (
    BAD_BYTE,
    HIGHEST,
    IMPOSSIBLE,
    REPLACEMENT,
    likelihood_of,
    mean_of,
    sum_of,
    wide_of,
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_COMMONEST = "gb18030"
_COMMONEST_BONUS = 6.0  # where four characters of rare words decide
# A character of several bytes may be cut at the start of a piece of a file.
_DISPLACED = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_PAIRS = ("gb18030", "big5hkscs")

_UTF8_BONUS = 2.0  # so much structure hardly comes about by chance
_FOREIGN = -10.5
_NONSENSE = -13.0
# Nearly any pair of bytes is a character of UTF-16: without its mark it must be Chinese.
_LEAST = {
    "gb18030": _NONSENSE,
    "big5hkscs": _NONSENSE,
    "utf-16-le": _FOREIGN,
    "utf-16-be": _FOREIGN,
}
_MAX_BAD_SHARE = 0.1
_CUT_BYTES = 6

_SAMPLE_BYTES = 65_536
_FIRST_PART = 4  # this part of a sample mostly tells that another encoding is far likelier
_LOOK_AHEAD = 48  # bytes weighed behind a damaged place
_MANY_FAULTS = 2_000  # beyond this a text is not worth finding the way back in
_SURE_BYTES = 60
_NOTE = 0.1  # of the characters are Chinese, at most
_SURE_LINE_BYTES = 12
_CUT_START = -10.0  # a file that begins in the middle of a character
_MIN_LETTERS = 10
_MIN_BLANKS = 0.03  # no language that chardet knows is written without, but those known here

_SHORT = 2_000  # bytes of which one lost one can change what the whole looks like
# A pair that lost its first byte to one of ASCII: all that follows in its line reads shifted.
_BEHIND_ASCII = re.compile(r"(?<=[\x00-\x09\x0b-\x7e])[^\x00-\x7f]{4,12}")
_SHIFTED = -9.0  # mean likelihood of what is looked at again
_CLEARER = 3.0  # by which the other reading must be likelier
_MOST_SHIFTS = 20  # in one line

_NOT_ASCII = re.compile(rb"[\x80-\xff]")
# Inside this file a lost byte is a lone surrogate; no strict decoder yields one.
_LOST = "\udc80"
_ERRORS = "jianggao-mend"


MIXED = "utf-8+gb18030"  # line by line


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The characters, the encoding's Python name, and how many bytes could not be decoded.

    ``encoding`` is ``MIXED`` where lines have different ones.
    """

    text: str
    encoding: str
    bad_bytes: int = 0


def decode_text(data: bytes) -> DecodedText | None:
    """Return the text in ``data``, None where it is none in any encoding.

    Each undecodable byte becomes one U+FFFD and is counted. Line ends stay as they are; a
    byte-order mark does not.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            found = _unless_nonsense(_decode(data[len(mark) :], encoding), marked=True)
            if found is not None:
                return found
            break  # a text cut in the middle of a character may begin with these bytes
    certain = _certainly_utf8(data)
    if certain is not None:
        return _unless_nonsense(certain)
    by_lines = _by_lines(data)
    if by_lines is not None:
        return by_lines
    encoding, skipped = _most_likely(data)
    found = _decode(data[skipped:], encoding)
    if skipped:
        found = replace(
            found, text=REPLACEMENT * skipped + found.text, bad_bytes=found.bad_bytes + skipped
        )
    sampled = Counter(found.text[:_SAMPLE_BYTES])
    if mean_of(sampled) < _FOREIGN and not _is_note(found):
        return _unless_nonsense(_second_opinion(data, found))
    return _unless_nonsense(found, sampled)


def _certainly_utf8(data: bytes) -> DecodedText | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if b"\0" in data:
        return None  # it may be UTF-16
    beyond = len(data) - len(text)  # one byte or more for each character outside ASCII
    return DecodedText(text, "utf-8") if beyond == 0 or beyond > _SURE_BYTES else None


def _by_lines(data: bytes) -> DecodedText | None:
    """Return a text of which some lines are UTF-8 and others GB18030, None for every other.

    Such are notes put together out of several files.
    """
    sources = data.split(b"\n")
    if b"\0" in data or all(one.isascii() or _likely_line(one, "utf-8") is None for one in sources):
        return None
    lines: list[str] = []
    sizes: Counter[str] = Counter()
    for source in sources:
        encoding = "utf-8"
        line = _likely_line(source, encoding)
        if line is None:
            encoding = "gb18030"
            line = None if _is_cut_utf8(source) else _likely_line(source, encoding)
        if line is None:
            return None
        lines.append(line)
        if not source.isascii():
            sizes[encoding] += len(source)
    is_mixed = len(sizes) > 1 and min(sizes.values()) >= _SURE_LINE_BYTES
    return DecodedText("\n".join(lines), MIXED) if is_mixed else None


def _is_cut_utf8(source: bytes) -> bool:
    """Return whether a line is UTF-8 but for a character of which a part was cut off."""
    pieces = (piece for cut in (1, 2, 3) for piece in (source[cut:], source[:-cut]))
    return any(_likely_line(piece, "utf-8") is not None for piece in pieces)


def _likely_line(source: bytes, encoding: str) -> str | None:
    try:
        line = source.decode(encoding)
    except UnicodeDecodeError:
        return None
    return line if mean_of(Counter(line)) >= _FOREIGN else None


def _most_likely(data: bytes) -> tuple[str, int]:
    """Return the encoding and the count of bytes before its first whole character."""
    first = _NOT_ASCII.search(data)
    start = 0 if first is None or len(data) <= _SAMPLE_BYTES else first.start() // 4 * 4
    sample = data[start : start + _SAMPLE_BYTES]
    ways = [(name, 0) for name in _CANDIDATES]
    if start == 0:
        ways += [(name, 1) for name in _DISPLACED]
    # The commonest one goes first: it shows soon how far the others are behind.
    found: dict[tuple[str, int], float] = {}
    for way in sorted(ways, key=lambda way: way != (_COMMONEST, 0)):
        found[way] = _likelihood(sample, *way, max(found.values(), default=-math.inf))
    return max(ways, key=found.__getitem__)


def _likelihood(sample: bytes, encoding: str, skipped: int, least: float) -> float:
    """Return how likely a sample's characters are, or less than ``least`` where they are less so.

    Most ways of reading are given up after a part, as if the rest were as likely as can be.
    """
    if encoding in _PAIRS and len(sample) <= _SHORT:
        text = _decode(sample[skipped:], encoding).text
    else:
        text = sample[skipped:].decode(encoding, "replace")
    extra = skipped * _CUT_START
    if encoding == _COMMONEST:
        extra += _COMMONEST_BONUS
    if encoding == "utf-8":
        extra += _UTF8_BONUS * (len(text) - len(text.encode("ascii", "ignore")))
    part = text[: len(text) // _FIRST_PART]
    reachable = sum_of(part) + HIGHEST * (len(text) - len(part)) + extra
    return reachable if reachable < least else sum_of(text) + extra


def _decode(data: bytes, encoding: str) -> DecodedText:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        faults = text.count(REPLACEMENT)
        if faults > _MANY_FAULTS:
            return DecodedText(text, encoding, faults)
        text = data.decode(encoding, _ERRORS)
    if encoding in _PAIRS and any(map(_is_shifted, _BEHIND_ASCII.finditer(text))):
        text = _realigned(data, text, encoding)
    return DecodedText(text.replace(_LOST, REPLACEMENT), encoding, text.count(_LOST))


def _is_shifted(behind: re.Match[str]) -> bool:
    piece = behind.group()
    return sum(map(likelihood_of, piece)) < _SHIFTED * len(piece)


def _realigned(data: bytes, text: str, encoding: str) -> str:
    """Return the text with the lines read again in which a lost first byte shifted the pairs."""
    sources, lines = data.split(b"\n"), text.split("\n")
    if len(sources) != len(lines):  # a lost byte took an end of line with it
        return text
    return "\n".join(
        _line_realigned(source, line, encoding) for source, line in zip(sources, lines, strict=True)
    )


def _line_realigned(source: bytes, line: str, encoding: str) -> str:
    start = 0
    for _ in range(_MOST_SHIFTS):
        behind = next(
            (one for one in _BEHIND_ASCII.finditer(line, start) if _is_shifted(one)), None
        )
        if behind is None:
            break
        start = behind.end()
        read = line[: behind.start()]
        # A lone surrogate, which stands for a lost byte, is written as that one byte.
        place = len(read.encode(encoding, "surrogateescape"))
        if source[place - 1 : place] != read[-1:].encode():  # not every pair is written back alike
            continue
        rest = source[place + 1 :].decode(encoding, _ERRORS)
        piece = rest[: len(behind.group())]
        if sum_of(piece) - sum_of(behind.group()) > _CLEARER * len(piece):
            line = read + _LOST + rest
            start = len(read)
    return line


def _mend(error: UnicodeError) -> tuple[str, int]:
    """Mark what cannot be decoded and go on where the likeliest text follows."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    end = error.end
    # The end of a line is no part of a character, whatever stands before it.
    is_inside = error.object[error.start + 1 : error.start + 2] not in (b"\n", b"\r")
    if error.encoding in _PAIRS and error.start + 2 < len(error.object) and is_inside:
        places = (error.start + 1, error.start + 2)
        end = max(places, key=lambda place: _promise(error.object, place, error.encoding))
    return _LOST * (end - error.start), end


def _promise(data: bytes, place: int, encoding: str) -> float:
    piece = data[place : place + _LOOK_AHEAD]
    text = piece.decode(encoding, "replace")
    return sum_of(text) / len(piece)


codecs.register_error(_ERRORS, _mend)


def _is_note(found: DecodedText) -> bool:
    """Return whether ordinary Chinese characters stand among many of ASCII.

    They are too few to be told by their commonness. What the accents of other languages make of
    two bytes is no character of GB 2312.
    """
    wide = "".join(one for one in found.text if one >= "\x80")
    if found.encoding != _COMMONEST or found.bad_bytes or len(wide) > _NOTE * len(found.text):
        return False
    return wide.encode("gb2312", "ignore").decode("gb2312") == wide


def _second_opinion(data: bytes, found: DecodedText) -> DecodedText:
    """Return what chardet makes of a text that is hardly Chinese, else ``found``."""
    import chardet  # heavy, and wanted for few files

    encoding = chardet.detect(data[:_SAMPLE_BYTES]).get("encoding")
    if not encoding:
        return found
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError):
        return found
    blanks = text.count(" ") + text.count("\n")
    letters = {one for one in text[:_SAMPLE_BYTES] if one.isalpha()}
    is_language = blanks >= _MIN_BLANKS * len(text) and len(letters) >= _MIN_LETTERS
    return DecodedText(text, encoding.lower()) if is_language else found


# NUL is left out: the tail of a file that a power cut caught is often full of them.
_CONTROLS = "".join(map(chr, range(1, 32))).translate({ord(one): None for one in "\t\n\v\f\r\x1a"})


def _unless_nonsense(
    found: DecodedText, sampled: Counter[str] | None = None, *, marked: bool = False
) -> DecodedText | None:
    """Return None for what no one would call a text, else ``found``.

    ``sampled``: how often each character comes in its first part, if that is counted already.
    """
    whole = len(found.text) - found.bad_bytes
    # A cut at both ends of a short piece is no nonsense yet.
    if found.bad_bytes > max(_MAX_BAD_SHARE * whole, min(_CUT_BYTES, whole / 2)):
        return None
    if sampled is None:
        sampled = Counter(found.text[:_SAMPLE_BYTES])
    counts = sampled if len(found.text) <= _SAMPLE_BYTES else Counter(found.text)
    controls = sum(counts[one] for one in _CONTROLS)
    wide = wide_of(counts)
    impossible = sum(count for one, count in wide.items() if likelihood_of(one) <= IMPOSSIBLE)
    if controls + impossible > _MAX_BAD_SHARE * (sum(wide.values()) + controls):
        return None
    return found if marked or mean_of(sampled) >= _LEAST.get(found.encoding, BAD_BYTE) else None
