"""Mined phrases of a library: counted, looked up, kept in step, and gone when speeches go."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from drafting.corpus import phrases
from drafting.corpus.library import Library, open_library
from drafting.corpus.phrases_index import heading_text
from drafting.corpus.phrases_lookup import CorpusPhrases, list_phrases, source_line
from drafting.corpus.phrases_mining import is_up_to_date, refresh_phrases
from drafting.corpus.speeches import add_speeches, remove_speeches
from drafting.model.phrase import PhraseKind
from drafting.parsing.parser import parse_draft
from drafting.workspace.library.records import speech_record

_TOWNS = ("青石镇", "柳湾乡", "云岭镇", "白沙乡", "黑松镇", "三河乡")
_TOPICS = ("春耕", "防汛", "造林", "修路", "招商", "安居")
_WORDS = "要得该须应再"


def make_speech(number: int):
    town, topic = _TOWNS[number], _TOPICS[number]
    text = (
        f"在全县{topic}工作会议上的讲话\n（202{number}年3月{number + 1}日）\n同志们：\n"
        f"今天，我们召开全县{topic}工作会议，主要任务是安排{topic}。刚才，{town}作了发言，"
        "我都赞成，请大家对照抓好落实。下面，我讲两点意见。\n"
        f"一、看清{topic}的形势\n{town}的同志说得好，{topic}{_WORDS[number]}拧成一股绳、使出一股劲。"
        f"围绕{topic}，务必{_WORDS[number]}把账算清。\n"
        f"二、抓好{topic}的落实\n{town}要带头，其他乡镇要拧成一股绳、使出一股劲。"
        f"要在{topic}调度上下功夫，{town}每周报一次。\n"
        f"同志们，{topic}任务已经明确。让我们把担子挑起来，为{town}交出一份好答卷！"
    )
    record = speech_record(parse_draft(text), f"{number}.txt")
    about = replace(
        record.particulars, date=dt.date(2020 + number, 3, number + 1), speaker=f"周启{number}"
    )
    return replace(record, particulars=about)


SPEECHES = [make_speech(number) for number in range(6)]


def refreshed(library: Library, records=SPEECHES) -> CorpusPhrases:
    add_speeches(library, records)
    refresh_phrases(library, lambda _: True)
    return CorpusPhrases(library)


def texts_of(library: Library) -> dict[str, int]:
    return {one.text: one.documents for one in list_phrases(library, 2, 1000)}


def everything(library: Library) -> bytes:
    with library.reading() as connection:
        rows = [
            repr(connection.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'phrase%'"
            ).fetchall()
        ]
    return "\n".join(rows).encode()


def test_phrases_are_counted_in_all_speeches(library: Library):
    refreshed(library)
    found = {one.text: one for one in list_phrases(library, 2, 1000)}
    both = found["拧成一股绳、使出一股劲"]
    assert (both.documents, both.count) == (6, 12)
    assert found["围绕{甲}，务必{乙}"].documents == 6
    assert found["让我们把担子挑起来"].kind in (PhraseKind.CALL, PhraseKind.CLOSING)
    assert found["我都赞成"].kind is PhraseKind.ENDORSEMENT
    assert is_up_to_date(library)


def test_titles_and_dates_are_not_mined(library: Library):
    refreshed(library)
    assert not any("讲话" in text or "同志们：" in text for text in texts_of(library))


def test_one_more_speech_is_counted_without_mining_anew(library: Library, monkeypatch):
    refreshed(library, SPEECHES[:5])
    before = texts_of(library)["我都赞成"]
    monkeypatch.setattr("drafting.corpus.phrases_mining._RENEWED_AT", 1)
    monkeypatch.setattr("drafting.corpus.phrases_mining._mine_all", None)
    add_speeches(library, [SPEECHES[5]])
    assert not is_up_to_date(library)
    assert refresh_phrases(library, lambda _: True)
    assert texts_of(library)["我都赞成"] == before + 1
    one = CorpusPhrases(library).matching("我都赞成")[0]
    assert CorpusPhrases(library).provenance([one.id])[one.id].last_used == "2025-03-06"


def test_counting_alone_equals_mining_anew(library: Library, tmp_path, monkeypatch):
    refreshed(library)
    with open_library(tmp_path / "另一个.db") as other:
        refreshed(other, SPEECHES[:5])
        monkeypatch.setattr("drafting.corpus.phrases_mining._mine_all", None)
        monkeypatch.setattr("drafting.corpus.phrases_mining._RENEWED_AT", 1)
        add_speeches(other, [SPEECHES[5]])
        refresh_phrases(other, lambda _: True)
        whole, alone = texts_of(library), texts_of(other)
    assert {text: alone[text] for text in alone if text in whole} == {
        text: whole[text] for text in alone if text in whole
    }
    assert len(alone) > 10


def test_removal_takes_counts_back_and_leaves_no_trace(library: Library):
    refreshed(library)
    own = replace(make_speech(0), text_hash="another", title="在乡镇的讲话")
    own = replace(own, text=own.text.replace("拧成一股绳", "攒成一团火"))
    twin = replace(own, text_hash="twin", text=own.text.replace("带头", "先行"))
    changed = add_speeches(library, [own, twin])
    refresh_phrases(library, lambda _: True)
    assert "攒成一团火" in everything(library).decode()
    remove_speeches(library, changed.added)
    assert "攒成一团火" not in everything(library).decode()
    assert texts_of(library)["我都赞成"] == 6
    refresh_phrases(library, lambda _: True)
    assert texts_of(library)["拧成一股绳、使出一股劲"] == 6


def test_removing_all_leaves_nothing(library: Library):
    refreshed(library)
    remove_speeches(library, range(1, 7))
    assert texts_of(library) == {}
    left = everything(library).decode()
    assert not any(town in left for town in _TOWNS)
    assert "挑起来" not in left


def test_unfit_speeches_teach_nothing(library: Library):
    add_speeches(library, SPEECHES)
    refresh_phrases(library, lambda record: record.date.year < 2022)
    assert texts_of(library)["我都赞成"] == 2
    with library.reading() as connection:
        assert phrases.unfit(connection) == {3, 4, 5, 6}


def test_work_that_is_no_longer_wanted_changes_nothing(library: Library):
    add_speeches(library, SPEECHES)
    assert not refresh_phrases(library, lambda _: True, lambda: False)
    assert texts_of(library) == {}
    assert not is_up_to_date(library)


def test_matching_by_characters_and_by_initials(library: Library):
    found = refreshed(library)
    assert found.matching("拧成")[0].phrase.text == "拧成一股绳、使出一股劲"
    assert found.matching("拧成一股绳、使出一")[0].phrase.text == "拧成一股绳、使出一股劲"
    assert "我都赞成" in [one.phrase.text for one in found.matching("wdzc")]
    assert found.matching("鹌鹑") == []


def test_what_is_used_more_meanwhile_comes_first(library: Library):
    refreshed(library)
    last = CorpusPhrases(library).matching("我")[-1]
    with library.writing() as connection:
        for speech in range(91, 99):
            phrases.add_uses(connection, speech, {last.id: 1})
    found = CorpusPhrases(library).matching("我")
    assert len(found) > 1
    assert found[0].id == last.id


def test_following_by_the_characters_before(library: Library):
    found = refreshed(library).following("同志们，造林任务已经明确。")
    assert found[0].phrase.text == "让我们把担子挑起来"
    assert 0 < found[0].weight <= 1


def test_topic_finds_what_such_parts_use(library: Library):
    found = refreshed(library)
    ids = found.about("抓好旱改水的落实").keys()
    with library.reading() as connection:
        rows = connection.execute("SELECT id, text FROM phrases").fetchall()
    used = {text for number, text in rows if number in ids}
    assert used
    assert "拧成一股绳、使出一股劲" not in used  # every part has it
    assert found.about("") == {}


def test_headings_of_the_same_build(library: Library):
    found = refreshed(library).headings_like("看清防火的形势")
    assert {one.text for one in found} >= {"看清春耕的形势", "抓好春耕的落实"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("一、看清形势", "看清形势"),
        ("（二）抓好栽植。", "抓好栽植"),
        ("一要提振精神，以更足的劲头跑好全程", "提振精神，以更足的劲头跑好全程"),
        ("第一，算账", "算账"),
        ("第一本是民心账", "第一本是民心账"),
    ],
)
def test_headings_lose_their_markers(raw, text):
    assert heading_text(raw) == text


def test_provenance_says_meeting_speaker_and_day(library: Library):
    found = refreshed(library)
    one = found.matching("我都赞成")[0]
    known = found.provenance([one.id])[one.id]
    assert known.last_used == "2025-03-06"
    assert known.sources[0] == "全县安居工作会议 · 周启5 · 2025年3月6日"
    assert len(known.sources) == 3
    assert source_line("春耕会上的讲话", None, None, None) == "春耕会"
    assert source_line("旧稿", None, None, None) == "旧稿"


def test_an_older_library_gets_its_phrases(tmp_path, monkeypatch):
    from drafting.corpus import library as library_module
    from drafting.corpus import migrations

    path = tmp_path / "旧.db"
    names = [one.name for one in migrations.MIGRATIONS]
    older = migrations.MIGRATIONS[: names.index("phrases")]
    for module in (migrations, library_module):
        monkeypatch.setattr(module, "MIGRATIONS", older)
    monkeypatch.setattr("drafting.corpus.speeches.INDEXERS", ())
    with open_library(path) as library:
        add_speeches(library, SPEECHES)
    monkeypatch.undo()
    with open_library(path) as library:
        assert refresh_phrases(library, lambda _: True)
        assert texts_of(library)["我都赞成"] == 6


def test_uses_are_packed_and_unpacked():
    uses = {7: 3, 70_000: 1}
    assert phrases.unpack_uses(phrases.pack_uses(uses)) == uses
