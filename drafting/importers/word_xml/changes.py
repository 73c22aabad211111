"""Tracked changes of a Word file: what each of the two ways of reading them leaves out.

ECMA-376 part 1, 17.13.5: insertions and deletions mark runs, paragraph marks, table rows and
cells; a change of properties keeps the former ones inside the present ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.omissions import DELETED, INSERTED
from drafting.importers.word_xml.package import child, short_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from drafting.model.imported import Changes

MOVED = "修订中移走的文字"
MOVED_HERE = "修订中移来的文字"

_CHANGED = {"w:pPr": "w:pPrChange", "w:rPr": "w:rPrChange"}


@dataclass(frozen=True, slots=True)
class ChangesView:
    """One way to read tracked changes.

    ``left_out`` gives the elements that are no text by the name under which they are listed,
    ``marks`` what makes a paragraph's end void, ``rows`` and ``cells`` what makes a table's row
    or cell void, ``former`` whether properties count as they were before.
    """

    left_out: Mapping[str, str]
    marks: tuple[str, ...]
    row: str
    cell: str
    kind: str
    former: bool

    def former_of(self, present: _Element | None, name: str) -> _Element | None:
        """Return the properties (``w:pPr``, ``w:rPr``) that count for this way of reading."""
        if self.former:
            change = child(present, _CHANGED[name])
            if change is not None:
                return child(change, name)
        return present

    def joins_next(self, properties: _Element | None) -> bool:
        """Return whether a paragraph's end is void, so that the next one continues it."""
        mark = child(properties, "w:rPr")
        return mark is not None and any(child(mark, name) is not None for name in self.marks)

    def has_row(self, row: _Element) -> bool:
        """Return whether a table's row is there at all."""
        return child(row, "w:trPr", self.row) is None

    def has_cell(self, cell: _Element) -> bool:
        """Return whether a table's cell is there at all."""
        return child(cell, "w:tcPr", self.cell) is None

    def has_text(self, element: _Element) -> bool:
        """Return whether any text below ``element`` is read."""
        return any(
            one.text
            and short_name(one) not in self.left_out
            and not any(short_name(up) in self.left_out for up in one.iterancestors())
            for one in element.iter("{*}t", "{*}delText")
        )


_ACCEPTED = ChangesView(
    left_out={"w:del": DELETED, "w:delText": DELETED, "w:moveFrom": MOVED},
    marks=("w:del", "w:moveFrom"),
    row="w:del",
    cell="w:cellDel",
    kind=DELETED,
    former=False,
)
_ORIGINAL = ChangesView(
    left_out={"w:ins": INSERTED, "w:moveTo": MOVED_HERE},
    marks=("w:ins", "w:moveTo"),
    row="w:ins",
    cell="w:cellIns",
    kind=INSERTED,
    former=True,
)


def changes_view(changes: Changes) -> ChangesView:
    """Return the way of reading that a caller names."""
    return _ORIGINAL if changes == "original" else _ACCEPTED
