"""The structure that comes from the child is the one that is read here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from drafting.errors import DraftingError
from drafting.model.particulars import Particulars, SpeechType
from drafting.parsing.parser import parse_draft
from drafting.workspace.drafts.opening import parse_text
from drafting.workspace.live import structure
from drafting.workspace.live.child import CheckingChild
from drafting.workspace.live.messages import draft_from, draft_to
from drafting.workspace.live.structure import text_structure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPEECH = """在石桥乡防汛工作会议上的讲话
同志们：
今天开这个会，是要把防汛的事再排一遍。下面，我讲三点意见。
一、看清形势。今年雨来得早，一要早看，二要早报，三要早撤。
（一）水库。坝上坝下都要有人。
（二）河道。夜里也要巡。
二、把人撤出来
三、把责任落下去
同志们，汛期不等人。谢谢大家！
"""
LONG = SPEECH.replace("水库。", "水库。" + "坝上要有人守，坝下要有人巡。" * 20)
PARTICULARS = Particulars(kind=SpeechType.MOBILISATION, speaker="贺长川", slot_minutes=12.5)


@pytest.fixture
def child() -> Iterator[CheckingChild]:
    one = CheckingChild()
    yield one
    one.close()


def test_nothing_is_begun_for_a_window_that_was_closed(child: CheckingChild) -> None:
    child.close()
    with pytest.raises(DraftingError, match="没有完成"):
        child.request({"word": "structure"}, 5, "这一次没有完成。")
    assert child._child is None


@pytest.mark.parametrize(
    "text", ["", "\n\n", "一、", "1,2\n😀二、甲\n", SPEECH, SPEECH * 3, LONG * 2]
)
def test_a_draft_comes_back_from_its_message(text: str) -> None:
    draft = parse_draft(text, revision=7, particulars=PARTICULARS)
    message = json.loads(json.dumps(draft_to(draft)))
    again = draft_from(message, text, 7)
    assert again == draft
    assert again.outline == draft.outline


def test_every_shipped_speech_comes_back_from_its_message(project: Path) -> None:
    files = sorted((project / "resources" / "library").glob("*.txt"))
    assert files
    for path in files:
        draft = parse_text(path.read_text(encoding="utf-8"), 3)
        again = draft_from(json.loads(json.dumps(draft_to(draft))), draft.text, 3)
        assert again == draft
        assert again.outline == draft.outline


def test_a_warm_child_reads_the_text(child: CheckingChild, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = text_structure(child, SPEECH, 4, PARTICULARS)  # read here: the child has not begun
    child.request({"word": "structure", "text": "", "revision": 0, "particulars": {}}, 60, "")

    def read_here(*_arguments: object) -> None:
        raise AssertionError("read here")

    monkeypatch.setattr(structure, "parse_text", read_here)
    warm = text_structure(child, SPEECH, 4, PARTICULARS)
    assert warm == cold
    assert warm.draft.outline == cold.draft.outline
    assert len(cold.draft.headings) == 5
    assert cold.draft.promises[0].kept


def test_where_the_child_fails_the_text_is_read_here(
    child: CheckingChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    child.request({"word": "structure", "text": "", "revision": 0, "particulars": {}}, 60, "")
    monkeypatch.setattr(structure, "WORD", "no such word")
    assert text_structure(child, SPEECH, 4, PARTICULARS).draft == parse_text(SPEECH, 4, PARTICULARS)
    assert not child.is_warm
