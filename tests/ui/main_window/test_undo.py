"""Whatever changes the text at one command is one step back and one step forth, to the letter."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafting.text.span import Span
from ui.actions.table import ACTIONS

SPEECH = (
    "在全县春耕备耕现场会上的讲话\n同志们：\n今天开这个会，我讲三点意见。\n"
    "一、把水源管起来\n清河湾县的水库见底了，要一座一座地看。\n"
    "（一）查水库。管好闸门，备足沙袋。\n（二）清渠道。渠道要通到田头。\n"
    "二、把责任压下去\n重点抓好二个层面，要一抓到底，要一抓到底。\n"
    "三、把農資備齊\n種子、化肥要提前到村，𠮷水乡先行一步。\n"
    "散会以后，各乡镇当天\n就要动起来。谢谢大家。"
)
WRAPPED = "春分已过，田里等水，\n人等通知，\n不能再等。"


@pytest.fixture
def three_parts(running, qtbot):
    """The window with a speech of three parts, checked once."""
    running.document.show_text(SPEECH)
    running.settle(qtbot)
    return running


def caret_to(one, words, length=0):
    start = one.editor.text().index(words)
    one.editor.select(Span(start, start + length))


def parts(action, words):
    def act(one, _qtbot):
        caret_to(one, words)
        one.action(action)

    return act


def inserted(spec_id):
    def act(one, _qtbot):
        caret_to(one, "水库", 2)
        one.action(spec_id)

    return act


def joined(one, _qtbot):
    caret_to(one, "散会", len("散会以后，各乡镇当天\n就要动起来"))
    one.action("lines_join")


def split(one, _qtbot):
    caret_to(one, "管好闸门")
    one.action("lines_split")


def simplified(one, _qtbot):
    caret_to(one, "三、", 0)
    one.action("lines_simplify")


def pasted(one, _qtbot):
    QApplication.clipboard().setText(WRAPPED)
    caret_to(one, "水库", 2)
    one.action("paste")


def pasted_as_it_is(one, _qtbot):
    QApplication.clipboard().setText(WRAPPED)
    caret_to(one, "水库", 2)
    one.action("paste_plain")


def pasted_300(one, _qtbot):
    QApplication.clipboard().setText("\n".join(f"第{n}段，各村照办。" for n in range(300)))
    caret_to(one, "散会")
    one.action("paste")


def cut(one, _qtbot):
    caret_to(one, "一、", 40)
    one.action("cut")


def dropped(one, qtbot):
    qtbot.waitUntil(lambda: one.wiring.desk.outline.is_shown_of(SPEECH), timeout=8000)
    spans = [one.editor.text().index(words) for words in ("一、", "三、")]
    first, third = (Span(place, place + 2) for place in spans)
    one.wiring.writing.structure.drop(third, first, is_behind=False)


def mended(one, _qtbot):
    one.action("next_finding")
    one.action("fix")


def mended_all(one, _qtbot):
    one.action("fix_all")


def replaced_all(one, qtbot):
    one.action("replace")
    bar = one.wiring.edits.find_bar
    bar.look_for("要")
    bar._replacement.setText("务必")
    qtbot.wait(50)
    bar.replace_all()
    bar.close_bar()


COMMANDS = {
    "up": parts("part_up", "把责任"),
    "down": parts("part_down", "把水源"),
    "promote": parts("part_promote", "查水库"),
    "demote": parts("part_demote", "把责任"),
    "insert": parts("part_insert", "清河湾"),
    "delete": parts("part_delete", "把责任"),
    "join": joined,
    "split": split,
    "simplify": simplified,
    "paste": pasted,
    "paste plain": pasted_as_it_is,
    "paste 300 paragraphs": pasted_300,
    "cut": cut,
    "drop": dropped,
    "fix": mended,
    "fix all": mended_all,
    "replace all": replaced_all,
} | {one.id: inserted(one.id) for one in ACTIONS if one.inserts or one.id.startswith("insert_d")}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_one_step_back_and_forth(three_parts, qtbot, command):
    COMMANDS[command](three_parts, qtbot)
    changed = three_parts.editor.text()
    assert changed != SPEECH
    three_parts.action("undo")
    assert three_parts.editor.text() == SPEECH
    assert not three_parts.editor.can_undo
    three_parts.action("redo")
    assert three_parts.editor.text() == changed


def test_renumbering_is_one_step(three_parts, qtbot):
    torn = SPEECH.replace("二、", "四、").replace("三点", "五点")
    three_parts.document.show_text(torn)
    three_parts.settle(qtbot)
    three_parts.action("part_renumber")
    assert three_parts.editor.text() == SPEECH
    three_parts.action("undo")
    assert three_parts.editor.text() == torn


def test_any_row_of_commands_goes_back_to_the_letter_and_forth_again(three_parts, qtbot):
    chance = random.Random(3)  # noqa: S311 - repeatable, nothing secret
    steps = ["up", "down", "promote", "demote", "insert", "delete", "renumber"]
    texts = [SPEECH]
    for _ in range(40):
        places = [one for one in range(len(texts[-1])) if texts[-1][one] == "、"]
        place = chance.choice(places or [0])
        three_parts.editor.select(Span(place, place))
        three_parts.action(f"part_{chance.choice(steps)}")
        if three_parts.editor.text() != texts[-1]:
            texts.append(three_parts.editor.text())
    assert len(texts) > 15
    for text in reversed(texts[:-1]):
        three_parts.action("undo")
        assert three_parts.editor.text() == text
    for text in texts[1:]:
        three_parts.action("redo")
        assert three_parts.editor.text() == text


def compose(editor, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def test_composing_keeps_its_letters_the_history_and_the_findings(three_parts, qtbot):
    editor = three_parts.editor
    marks = editor.mark_places()
    assert marks
    caret_to(three_parts, "清河湾")
    before = editor.text()
    for letters in ("s", "sh", "shui", "shui'ku"):
        compose(editor, letters)
        qtbot.wait(30)
        assert editor.text() == before
        assert editor.textCursor().block().layout().preeditAreaText() == letters
        assert not editor.can_undo
        assert editor.mark_places() == marks
    three_parts.settle(qtbot)  # a check in between takes nothing away
    assert editor.is_composing
    assert editor.textCursor().block().layout().preeditAreaText() == "shui'ku"
    compose(editor, commit="水库")
    assert editor.text() == before.replace("清河湾", "水库清河湾", 1)
    three_parts.action("undo")
    assert editor.text() == before
    compose(editor, "bu")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text().count("bu") <= 1
    compose(editor)
    three_parts.settle(qtbot)
    assert len(editor.mark_places()) == len(marks)
