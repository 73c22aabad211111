"""Rows of numbered members that change their form on the way (第一…二是…, 一、…2、…)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafting.text.span import Span


class Member(NamedTuple):
    """One number of a row: its form, its value and where it stands."""

    form: str
    number: int
    span: Span


def iter_changes(members: Iterable[Member], reach: int) -> Iterator[tuple[Member, Member]]:
    """Yield each member that goes on a row of another form, with the member it goes on from.

    A member that counts on from one of its own form is no change, and neither is one that stands
    more than ``reach`` characters behind the row it could go on, or one that comes back to the
    form the row had before (二是…三要…四是…): the odd one alone is told.
    """
    last: dict[str, Member] = {}
    odd: dict[Member, str] = {}
    for member in members:
        own = last.get(member.form)
        last[member.form] = member
        if member.number < 2 or (own is not None and own.number == member.number - 1):
            continue
        others = [
            one
            for form, one in last.items()
            if form != member.form
            and one.number == member.number - 1
            and member.span.start - one.span.end <= reach
            and (own is None or own.span.start < one.span.start)
        ]
        if others:
            before = max(others, key=lambda one: one.span.start)
            if odd.get(before) != member.form:
                odd[member] = before.form
                yield before, member
