"""What bears its pinyin: rare characters, the office's readings, leaders' names once."""

from __future__ import annotations

import pytest

from drafting.lexicons.lexicons import load_lexicons
from drafting.model.reading import HardKind
from drafting.parsing.parser import parse_draft
from drafting.readings.hard_words import faulty_readings, hard_words
from drafting.readings.several import living_readings
from drafting.settings.profile import Leader, OfficeProfile, Reading
from drafting.text.characters import is_han


def found(text, profile=None, **options):
    draft = parse_draft(text)
    words = hard_words(draft, load_lexicons(), profile or OfficeProfile(), **options)
    return [(word.span.of(text), " ".join(word.syllables), word.kind) for word in words]


@pytest.mark.parametrize(
    ("word", "place", "pinyin"),
    [
        ("筚路蓝缕", 0, "bì"),
        ("颟顸", 1, "hān"),
        ("擘画", 0, "bò"),
        ("恪尽职守", 0, "kè"),
        ("囿于成见", 0, "yòu"),
        ("怙恶不悛", 3, "quān"),
        ("推诿扯皮", 1, "wěi"),
    ],
)
def test_rare_characters_are_read_as_in_their_word(word, place, pinyin):
    text = f"讲话\n同志们：\n不能“{word}”。"
    words = {one: reading for one, reading, _ in found(text)}
    assert words[word[place]] == pinyin


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("在湫头镇调研", ("qiū", "jiǎo")),
        ("街道湫隘", ("jiǎo",)),
        ("荥经县和荥阳市", ("yíng",)),
        ("漯河市", ("luò",)),
        ("莘莘学子", ("shēn",)),
        ("未雨绸缪", ("móu",)),
        ("赵晟同志", ("shèng", "chéng")),
        ("砥砺前行", ("dǐ",)),
    ],
)
def test_a_reading_is_certain_only_where_the_word_tells(text, readings):
    several = load_lexicons().table("reading_several")
    rare = next(at for at, one in enumerate(text) if one in "湫荥漯莘缪晟砥")
    assert living_readings(text, rare, several) == readings


def test_a_character_without_a_known_reading_bears_not_itself():
    text = "讲话\n同志们：\n请𠮷村的同志发言，𠮷。"
    assert [pinyin for _, pinyin, _ in found(text)] == ["", ""]


def test_common_characters_bear_none():
    assert found("讲话\n同志们：\n要发扬艰苦奋斗的作风，二〇二六年再上台阶。GDP 增长 5%。") == []


def test_every_rare_character_is_marked_wherever_it_stands(project):
    known = set("".join(load_lexicons().table("common_characters").column("characters"))) | {"〇"}
    for path in sorted((project / "resources" / "library").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        words = hard_words(parse_draft(text), load_lexicons(), OfficeProfile())
        marked = {word.span.start for word in words}
        assert marked == {at for at, one in enumerate(text) if is_han(one) and one not in known}
        assert all(word.syllables != ("",) for word in words)


def test_the_offices_reading_goes_before_the_dictionary():
    profile = OfficeProfile(readings=(Reading("六安", "lù ān"), Reading("行不行", "xíng")))
    text = "讲话\n同志们：\n六安的经验，行不行？再看六安。"
    assert found(text, profile) == [("六安", "lù ān", HardKind.OFFICE)] * 2
    assert faulty_readings(profile) == ("行不行",)


def test_names_are_marked_once_and_their_surnames_read_as_surnames():
    profile = OfficeProfile(leaders=tuple(map(Leader, ("单雪松", "尉迟明", "解小平", "周明远"))))
    text = (
        "讲话\n县长　周明远\n同志们：\n单雪松同志、尉迟明同志讲了。单雪松同志还要抓，解小平配合。"
    )
    assert found(text, profile) == [
        ("单雪松", "shàn xuě sōng", HardKind.NAME),
        ("尉迟明", "yù chí míng", HardKind.NAME),
        ("解小平", "xiè xiǎo píng", HardKind.NAME),
    ]
    assert found(text, profile, has_names=False) == []


def test_a_rare_character_in_an_unmarked_mention_of_a_name_is_marked():
    profile = OfficeProfile(leaders=(Leader("王翀"),))
    text = "讲话\n同志们：\n王翀讲了。请王翀抓。"
    assert found(text, profile) == [
        ("王翀", "wáng chōng", HardKind.NAME),
        ("翀", "chōng", HardKind.RARE),
    ]
