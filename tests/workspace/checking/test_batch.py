"""Many files are checked by children as they are here: in order, past the bad ones."""

from __future__ import annotations

import datetime as dt
import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drafting.files.draft_file import DraftFile, encode_draft
from drafting.importers.safe_import import end_children
from drafting.processes.child import ChildFault
from drafting.processes.pool import ChildPool
from drafting.workspace.checking import batch
from drafting.workspace.checking.batch import CheckedText, answer_check_file, check_files
from drafting.workspace.checking.wish import CheckWish, options_for, wish_from, wish_to
from drafting.workspace.drafts.opening import open_file, parse_text
from drafting.workspace.office.files import Office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafting.workspace.checking.draft import CheckOptions
    from drafting.workspace.drafts.opening import OpenedFile

SPEECH = (
    "在云岭县第{}次防汛调度会上的讲话\n同志们：\n今天的会议很重要。下面，我讲三点意见。\n"
    "一、认清形势\n雨水来得早，各镇要防范与未然。\n二、压实责任\n各镇要守好自己的渠。\n"
)
WISH = CheckWish(date=dt.date(2026, 5, 8), ignore=("RS006",))


@pytest.fixture(autouse=True)
def children(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(batch, "_FEW", 3)
    monkeypatch.setattr(batch.os, "cpu_count", lambda: 2)
    yield
    end_children()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Ten texts, a file that cannot be read, a draft of which a locked wording is gone."""
    for number in range(10):
        path = tmp_path / f"{number:02}.txt"
        path.write_text(SPEECH.format(number).replace("，各", ", 各"), encoding="utf-8")
    (tmp_path / "05.docx").write_bytes(b"PK\x03\x04")
    saved = DraftFile(text=SPEECH.format(10), locked=("大堤不能垮",))
    (tmp_path / "10.jianggao").write_bytes(encode_draft(saved))
    return sorted(tmp_path.iterdir())


def checked(files: list[Path], wish: CheckWish, *, raw: bool = False) -> list[tuple[object, ...]]:
    """What is found in each file, without the time that it took and where it was done."""
    found: list[tuple[object, ...]] = []
    for one in check_files(files, wish, options_for(wish, Office()), raw=raw):
        if isinstance(one.outcome, CheckedText):
            report = one.outcome.report
            shown = [(finding.code, finding.span, finding.message) for finding in report.findings]
            found.append((one.path, one.outcome.text, one.outcome.steps, shown))
        else:
            found.append((one.path, str(one.outcome)))
    return found


def checked_here(
    files: list[Path], wish: CheckWish, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[object, ...]]:
    with monkeypatch.context() as patch:
        patch.setattr(batch.os, "cpu_count", lambda: 1)
        return checked(files, wish)


def test_a_draft_is_compared_with_the_speech_that_it_was_made_from(tmp_path: Path) -> None:
    """Here, in a child, and not where the call names another speech."""
    old = SPEECH.format(9).replace("雨水来得早", "去年投入86万元，雨水来得早")
    new = old.replace("雨水来得早，各镇要防范", "今年雨水来得迟，各镇也要防范")
    draft = tmp_path / "11.jianggao"
    draft.write_bytes(encode_draft(DraftFile(text=new, source={"text": old})))
    wish = replace(WISH, select=("RS007",))
    here = checked([draft], wish)[0][3]
    assert [code for code, _, message in here if "86万元" in message] == ["RS007"]
    saved = {"particulars": {}, "locked": [], "made_from": old}
    asked = {"wish": json.dumps(wish_to(wish)), "raw": False, "text": new, "draft": saved}
    answer = answer_check_file(asked)
    assert "RS007" in str(answer["report"])
    other = replace(wish, source=parse_text(SPEECH.format(3)))
    assert checked([draft], other)[0][3] == []


def test_children_find_what_is_found_here(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One text is checked here, where it waits until a child has checked another one."""
    old = open_file(files[0]).draft
    wish = replace(WISH, source=old, beside=(old,), locked=("守好大堤",))
    here: list[str] = []
    answered = threading.Semaphore(0)
    request, check = ChildPool.request, batch.check_opened

    def asked(self: ChildPool, payload: dict[str, object], timeout: float) -> dict[str, object]:
        answer = request(self, payload, timeout)
        if payload["word"] == batch.WORD:
            answered.release()
        return answer

    def checked_by_us(opened: OpenedFile, options: CheckOptions) -> CheckedText:
        here.append(opened.draft.text)
        # The first answer is that of a child that loads its tables.
        assert len(here) > 1 or all(answered.acquire(timeout=30) for _ in range(2))
        return check(opened, options)

    with monkeypatch.context() as patch:
        patch.setattr(ChildPool, "request", asked)
        patch.setattr(batch, "check_opened", checked_by_us)
        there = checked(files, wish)
    assert 0 < len(here) < len(files) - 1
    assert there == checked_here(files, wish, monkeypatch)
    assert [one[0] for one in there] == files
    found = dict(zip([path.name for path in files], map(str, there), strict=True))
    assert "ST004" in found["00.txt"]
    assert "无法打开" in found["05.docx"]
    # A draft's own wordings must survive beside those of the old speech.
    assert "大堤不能垮" in found["10.jianggao"]
    assert all("守好大堤" in one for name, one in found.items() if name != "05.docx")


def test_what_children_fail_at_is_done_here(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> dict[str, object]:
        raise ChildFault("died")

    monkeypatch.setattr(ChildPool, "request", refused)
    texts = [one for one in files if one.suffix != ".docx"]
    assert checked(texts, WISH) == checked_here(texts, WISH, monkeypatch)


def test_a_text_is_checked_as_it_stands_where_that_is_wanted() -> None:
    text = SPEECH.format(1).replace("，各", ", 各")
    request = {"wish": json.dumps(wish_to(WISH)), "text": text}
    assert answer_check_file({**request, "raw": True})["text"] == text
    assert answer_check_file({**request, "raw": False})["text"] != text


def test_nothing_is_begun_once_it_is_closed(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is when the user cancels."""
    checked = check_files(files * 20, WISH, options_for(WISH, Office()))
    first = next(checked)
    assert first.path == files[0]
    begun: list[Path] = []
    monkeypatch.setattr(batch, "safe_import", begun.append)
    checked.close()
    assert len(begun) < 2
    assert isinstance(first.outcome, CheckedText)


def test_a_wish_travels_whole(tmp_path: Path) -> None:
    draft = parse_text(SPEECH.format(1))
    wish = CheckWish(
        select=("ST",), ignore=("RS006",), date=dt.date(2026, 5, 8), source=draft, beside=(draft,),
        locked=("守好大堤",), library=tmp_path / "a.db", profile=tmp_path / "b.toml",
        layout="official",
    )  # fmt: skip
    assert wish_from(wish_to(wish)) == wish
    assert wish_from(wish_to(CheckWish())) == CheckWish()
