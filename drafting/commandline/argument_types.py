"""What single arguments are made of, with a Chinese word for what is wrong."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from drafting.files.undecoded import as_utf8
from drafting.model.particulars import SpeechType
from drafting.text.typed_dates import NoSuchDateError, typed_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

# No returned file has more marks; a slip of the finger (1-9999999999) must not fill the memory.
MOST_MARKS = 100_000


def whole_date(text: str) -> dt.date:
    """Return a date written YYYY-MM-DD, or in another usual form with its year.

    Raises:
        argparse.ArgumentTypeError: it is none or does not exist.
    """
    try:
        return typed_date(text, None)
    except NoSuchDateError as error:
        raise argparse.ArgumentTypeError(f"日期“{text}”应写作 2026-10-20 的形式") from error


def rule_codes(text: str) -> tuple[str, ...]:
    """Return codes of rules or groups, in capitals (``st,RS001``).

    Raises:
        argparse.ArgumentTypeError: none is given.
    """
    codes = tuple(
        code.strip().upper() for code in text.replace("，", ",").split(",") if code.strip()
    )
    if not codes:  # no rule at all would look like a text without faults
        raise argparse.ArgumentTypeError("没有写规则编号")
    return codes


def positive(text: str) -> int:
    """Return a whole number from 1 upwards.

    Raises:
        argparse.ArgumentTypeError: it is something else.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”应为正整数")
    return int(text)


def mark_numbers(text: str) -> Collection[int]:
    """Return numbers from 1 upwards (``1,3-5``); ``all`` holds every one.

    Raises:
        argparse.ArgumentTypeError: it is something else.
    """
    if text.strip().lower() == "all":
        return range(1, sys.maxsize)
    numbers: set[int] = set()
    for piece in text.replace("，", ",").split(","):
        first, _, last = piece.strip().partition("-")
        if not first.isdecimal() or not (last or first).isdecimal():
            raise argparse.ArgumentTypeError(f"“{text}”应写作 1,3-5 或 all 的形式")
        numbers |= set(range(int(first), min(int(last or first), MOST_MARKS) + 1))
    return numbers


def speech_kind(text: str) -> SpeechType:
    """Return a kind of speech by its Chinese name.

    Raises:
        argparse.ArgumentTypeError: there is none of that name.
    """
    for kind in SpeechType:
        if kind.value == as_utf8(text):
            return kind
    names = "、".join(kind.value for kind in SpeechType)
    raise argparse.ArgumentTypeError(f"没有“{text}”这一类，可用的有{names}")
