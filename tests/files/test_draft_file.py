"""The .jianggao codec."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.errors import ImportProblem
from drafting.files.draft_file import DraftFile, decode_draft, encode_draft

DRAFT = DraftFile(
    text="在云岭县冬修水利现场会上的讲话\n同志们：\n一、抢时间\n",
    particulars={"speaker": "某某", "slot_minutes": 15},
    suppressions=({"code": "RP001", "quote": "抢时间"},),
    locked=("这句话不能改。",),
    source={"title": "去年的讲话", "hash": "ab" * 32, "text": "旧文"},
    revision=7,
    extra={"colour": "red", "未来的键": [1, {"a": None}]},
)


def test_round_trip_keeps_everything() -> None:
    data = encode_draft(DRAFT)
    assert decode_draft(data, "x.jianggao") == DRAFT
    assert encode_draft(decode_draft(data, "x")) == data


def test_the_file_can_be_read_without_the_program() -> None:
    written = encode_draft(DRAFT).decode("utf-8")
    assert "在云岭县冬修水利现场会上的讲话" in written
    assert written.startswith('{\n  "format": 1,')
    assert json.loads(written)["未来的键"] == [1, {"a": None}]
    assert "read_only" not in written


def test_extra_keys_never_hide_known_ones() -> None:
    draft = dataclasses.replace(DRAFT, extra={"text": "别的"})
    assert decode_draft(encode_draft(draft), "x").text == DRAFT.text


def test_a_newer_format_opens_read_only() -> None:
    content = json.loads(encode_draft(DRAFT)) | {"format": 2, "new": "thing"}
    draft = decode_draft(json.dumps(content).encode(), "x")
    assert draft.read_only
    assert draft.format == 2
    assert draft.text == DRAFT.text
    assert draft.extra["new"] == "thing"


def test_a_field_of_the_wrong_type_is_not_saved_over() -> None:
    content = json.loads(encode_draft(DRAFT)) | {"locked": {"a": 1}, "particulars": 3}
    draft = decode_draft(json.dumps(content).encode(), "x")
    assert draft.read_only
    assert draft.text == DRAFT.text
    assert draft.locked == ()
    assert draft.particulars == {}


def test_notepad_and_line_ends() -> None:
    data = b"\xef\xbb\xbf" + json.dumps({"format": 1, "text": "甲\r\n乙\r丙"}).encode()
    assert decode_draft(data, "x").text == "甲\n乙\n丙"


def test_half_characters_do_not_stay() -> None:
    draft = dataclasses.replace(DRAFT, text="坏\ud800字")
    assert decode_draft(encode_draft(draft), "x").text == "坏\ufffd字"
    assert decode_draft(rb'{"format": 1, "text": "\ud800\ud83d\ude00"}', "x").text == "\ufffd😀"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\0" * 4096, "empty"),
        (b"not json", "damaged"),
        (encode_draft(DRAFT)[:-40], "damaged"),
        (b"[1, 2]", "damaged"),
        (b"{}", "damaged"),
        (b'{"format": 1}', "damaged"),
        (b'{"format": true, "text": ""}', "damaged"),
        (b'{"format": 3, "body": "x"}', "newer-format"),
        (b'{"format": 1, "text": 5}', "damaged"),
        (b"\xff\xfe\x00", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b'{"format": 1, "text": "x", "revision": ' + b"9" * 5000 + b"}", "damaged"),
    ],
)
def test_bad_files_have_a_message(data: bytes, code: str) -> None:
    with pytest.raises(ImportProblem) as caught:
        decode_draft(data, "坏稿.jianggao")
    assert caught.value.code == code
    assert str(caught.value).startswith("无法打开“坏稿.jianggao”：")
    assert str(caught.value).count("。") == 1


# The first texts cost the tables of all characters, which a slow machine takes seconds to make.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_any_text_survives(text: str, particulars: dict[str, str]) -> None:
    draft = DraftFile(text=text.replace("\r", ""), particulars=particulars)
    assert decode_draft(encode_draft(draft), "x") == draft


@given(st.binary())
def test_any_bytes_end_in_a_draft_or_a_message(data: bytes) -> None:
    with pytest.raises(ImportProblem, match=r"^无法打开“x”：") as caught:
        decode_draft(data, "x")  # no random bytes make a draft
    assert caught.value.code in {"empty", "damaged"}
