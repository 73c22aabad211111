"""The copy that a leader reads from: his type, hard words with pinyin, times in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.lexicons.lexicons import load_lexicons
from drafting.model.draft import BlockKind
from drafting.model.reading import HardKind, MarginNote, ReadingAid
from drafting.pagination.layout_sizes import resized
from drafting.readings.hard_words import faulty_readings, hard_words
from drafting.settings.catalogue import READING_NAMES, READING_TIME_MARKS, READING_WORD_LIST
from drafting.text.spoken import count_syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from drafting.model.reading import HardWord
    from drafting.settings.profile import Leader, OfficeProfile
    from drafting.workspace.office.files import Office

READING_LAYOUT = "reading"
# More would run off the page.
_LONGEST_LIST = 24


def speaker_of(draft: Draft, profile: OfficeProfile) -> Leader | None:
    """Return the leader of the profile who gives the speech, None where it is nobody known."""
    named = draft.particulars.speaker or ""
    block = draft.first(BlockKind.SPEAKER)
    if block is not None:
        named += block.span.of(draft.text)
    dense = "".join(named.split())
    date = draft.particulars.date
    names = dict.fromkeys(leader.name for leader in profile.leaders if leader.name in dense)
    return profile.leader(next(iter(names)), date) if names else None


def reading_layout(layout: PageLayout, leader: Leader | None) -> PageLayout:
    """Return the reading layout in the type that ``leader`` wants; other layouts as they are."""
    if layout.id != READING_LAYOUT or leader is None or leader.large_type is None:
        return layout
    return resized(layout, leader.large_type.points, leader.large_type.pitch)


def wants_pinyin(layout: PageLayout, leader: Leader | None) -> bool:
    """Return whether ``leader`` wants pinyin where nobody says otherwise."""
    is_reading = layout.id == READING_LAYOUT
    return (
        is_reading
        and leader is not None
        and bool(leader.large_type and leader.large_type.has_pinyin)
    )


def reading_aid(
    draft: Draft, layout: PageLayout, office: Office, *, has_pinyin: bool
) -> ReadingAid:
    """Return what helps to read ``draft`` aloud from ``layout``."""
    profile, settings = office.profile, office.settings
    words: tuple[HardWord, ...] = ()
    if has_pinyin:
        has_names = settings.of(READING_NAMES)
        words = hard_words(draft, load_lexicons(), profile, has_names=has_names)
    notes: list[MarginNote] = []
    if words and settings.of(READING_WORD_LIST):
        notes.append(_word_list(draft, words))
    if layout.id == READING_LAYOUT and settings.of(READING_TIME_MARKS):
        leader = speaker_of(draft, profile)
        speed = profile.speed_of(leader.name if leader else None)
        notes += _iter_time_marks(draft, speed)
    kept = tuple(name for name in _names(profile) if name) if layout.keeps_whole else ()
    return ReadingAid(words, kept, tuple(notes))


def told_words(draft: Draft, aid: ReadingAid, profile: OfficeProfile) -> list[str]:
    """Return sentences on what bears its pinyin, by reason, and what could not."""
    told = []
    for kind in HardKind:
        read = [one for one in aid.hard_words if one.kind is kind and any(one.syllables)]
        if read:
            words = dict.fromkeys(_with_pinyin(draft, word) for word in read)
            told.append(f"已注音（{kind.value}，{len(read)} 处）：{'、'.join(words)}。")
    unknown = dict.fromkeys(
        word.span.of(draft.text) for word in aid.hard_words if not any(word.syllables)
    )
    if unknown:
        told.append(f"未能注音：{'、'.join(unknown)}，请在单位档案的“读音”中写明。")
    if aid.hard_words and (faulty := faulty_readings(profile)):
        listed = "、".join(f"“{one}”" for one in faulty)
        told.append(f"单位档案中 {listed} 的读音与字数不符，未采用，请改正。")
    return told


def _with_pinyin(draft: Draft, word: HardWord) -> str:
    return f"{word.span.of(draft.text)}（{' '.join(word.syllables)}）"


def _word_list(draft: Draft, words: tuple[HardWord, ...]) -> MarginNote:
    listed = {
        word.span.of(draft.text): " ".join(word.syllables) for word in words if any(word.syllables)
    }
    lines = ["难读字词"]
    for word, pinyin in listed.items():
        # The margin is too narrow for a name and its pinyin in one line.
        lines += [f"{word} {pinyin}"] if len(word) == 1 else [word, pinyin]
    if len(lines) > _LONGEST_LIST:
        lines[_LONGEST_LIST:] = [f"……共 {len(listed)} 个"]
    return MarginNote(_first_place(draft), tuple(lines))


def _first_place(draft: Draft) -> int:
    spoken = (block.span.start for block in draft.blocks if block.kind is not BlockKind.EMPTY)
    return next(spoken, 0)


def _iter_time_marks(draft: Draft, speed: int) -> Iterator[MarginNote]:
    """Yield a mark beside each part: the minute that it begins in and how long it takes."""
    starts = [heading.span.start for heading in draft.headings if heading.level == 1]
    for start, end in zip(starts, [*starts[1:], len(draft.text)], strict=True):
        before = count_syllables(draft.text[:start]) / speed
        own = count_syllables(draft.text[start:end]) / speed
        yield MarginNote(start, (f"第 {int(before) + 1} 分钟起", f"约 {max(round(own), 1)} 分钟"))


def _names(profile: OfficeProfile) -> tuple[str, ...]:
    names = [one.name for one in profile.leaders]
    names += [one.name for one in profile.parts]
    names += [*profile.own_names, *(one.word for one in profile.readings)]
    return tuple(dict.fromkeys(names))
