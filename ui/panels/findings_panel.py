"""What the checks object to: cards, gravest first, walked by arrow keys, mended by a button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from drafting.model.severity import IgnoreReach
from drafting.model.standing import Standing, count_standings, standing_of, told_counts
from ui.models.finding_rows import MOST_ALONE, has_safe_fix, in_order, kind_of, rows_of
from ui.panels.action_keys import with_keys
from ui.panels.card_list import CardList
from ui.panels.finding_filter import FindingFilter
from ui.panels.flow_row import FlowRow
from ui.panels.focus_panel import FocusPanel
from ui.panels.words_button import WordsButton
from ui.style.announcing import announce
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.finding import Finding
    from ui.models.finding_rows import Kind


_REACHES = (
    (IgnoreReach.PLACE, "忽略此处"),
    (IgnoreReach.DRAFT, "本稿都忽略"),
    (IgnoreReach.OFFICE, "本单位都忽略"),
)
_SIDE = 16  # where all words begin and end, in pixels
_BEHIND = 3  # one edit rarely mends more
_CHECKING = "正在校核…"
_ALL_TIP = with_keys("把无须斟酌的改法一次改好，可撤销", "fix_all")


class FindingsPanel(FocusPanel):
    """Emits what the user wants; ``place_chosen`` carries the span of a related place.

    ``group_fix_requested`` carries all findings of one kind, of which the safe fixes are wanted,
    ``group_ignore_requested`` those of a group that are to be shown no more.
    """

    finding_chosen = Signal(object)
    fix_requested = Signal(object, object)
    ignore_requested = Signal(object, object)
    reason_requested = Signal(str)
    place_chosen = Signal(object)
    fix_all_safe_requested = Signal()
    group_fix_requested = Signal(object)
    group_ignore_requested = Signal(object)
    ignored_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("问题")
        self._all: list[Finding] = []
        self._findings: list[Finding] = []  # those that the filter lets through
        self._text = ""
        self._opened: set[Kind] = set()
        self._ignored: Finding | None = None
        self._behind: list[tuple[Finding, str]] = []
        self._list = CardList(self)
        self._list.current_changed.connect(self.finding_chosen)
        self.finding_chosen.connect(self._say)
        self._list.fix_requested.connect(self.fix_requested)
        self._list.ignore_asked.connect(self._show_ignore_menu)
        self._list.reason_requested.connect(self.reason_requested)
        self._list.place_chosen.connect(self.place_chosen)
        self._list.group_toggled.connect(self._toggle)
        self._list.group_fix_requested.connect(self._ask_group_fix)
        self._menu = self._make_menu()
        margins = QMargins(_SIDE, 8, _SIDE, 0)
        self._hint = PlainLabel("", self, wrap=True, role="second", margins=margins)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._make_header())
        column.addLayout(self._make_choices())
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)
        self.hand_focus_to(self._list)
        self.setMinimumWidth(260)
        self.show_checking()

    def show_findings(self, findings: Sequence[Finding], text: str, ignored: int = 0) -> None:
        """Show ``findings`` of ``text``, open slots and then the gravest first.

        The current one stays current. ``ignored`` more are not shown because the user does not want
        to see them.
        """
        self._all = in_order(findings)
        self.filter.offer(self._all)
        self.filter.setVisible(len(self._all) > 1)
        self._ignored_link.show_words(f"已忽略 {ignored}", "看忽略了什么，可以取回")
        self._ignored_link.setVisible(ignored > 0)
        self._show_chosen(text)

    def _show_chosen(self, text: str) -> None:
        chosen, old_text = self.current(), self._text
        self._findings = [one for one in self._all if self.filter.lets(one)]
        self._text = text
        again = -1
        if chosen is not None:
            again = _same_again(chosen, chosen.span.of(old_text), self._findings, text)
        self._list.show_findings(self._findings, rows_of(self._findings, self._opened), again)
        self._show_header()
        self._hint.setText("没有发现问题。")
        self._hint.setVisible(not self._findings)

    def leave(self, mended: Finding) -> None:
        """Mark nothing where ``mended`` was marked; the next one is what stands behind it."""
        if self.current() is mended:
            behind = self._findings[self._list.current() + 1 :][:_BEHIND]
            self._behind = [(one, one.span.of(self._text)) for one in behind]
            self._list.set_current(-1)

    def show_checking(self) -> None:
        """Say that the first result for a draft is still to come."""
        self._opened.clear()
        self.show_findings((), "")
        self._header.show_widgets([])  # no figures, not even noughts
        self._hint.setText(_CHECKING)

    def show_failure(self, reason: str) -> None:
        """Say that the check was not completed, above the findings that were known before."""
        self._hint.setText(reason)
        self._hint.show()

    def current(self) -> Finding | None:
        """Return the marked finding, or None."""
        number = self._list.current()
        return self._findings[number] if 0 <= number < len(self._findings) else None

    def choose_next(self, caret: int = 0) -> None:
        """Mark the next finding and say so: at first the one behind ``caret``, last then first.

        Where the marked one was mended, it goes on with what stood behind it.
        """
        if self._list.current() >= 0:
            self._choose(self._list.current() + 1)
            return
        places = (
            _same_again(one, wording, self._findings, self._text) for one, wording in self._behind
        )
        behind = next((one for one in places if one >= 0), -1)
        self._choose(behind if behind >= 0 else self._first_behind(caret))

    def choose_previous(self) -> None:
        """Mark the finding before (before the first the last) and say so."""
        self._choose(max(self._list.current(), 0) - 1)

    def set_current_position(self, position: int) -> None:
        """Mark the finding that covers ``position``, silently; keep the mark where none does.

        A marked one that covers it too stays marked: findings lie over and beside each other.
        """
        marked = self.current()
        if marked is not None and marked.span.start <= position <= marked.span.end:
            return
        for number, finding in enumerate(self._findings):
            if finding.span.start <= position <= finding.span.end:
                if number != self._list.current():
                    self._list.set_current(number)
                return

    def _make_header(self) -> QHBoxLayout:
        self._header = FlowRow(self, gap=0)
        self._counts: dict[Standing, WordsButton] = {}
        for standing in Standing:
            button = WordsButton("count", self._header)
            button.clicked.connect(partial(self._jump_to, standing))
            self._counts[standing] = button
        self._ignored_link = WordsButton("quiet", self)
        self._ignored_link.clicked.connect(self.ignored_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE - 4, 0, _SIDE - 9, 0)  # less what the buttons leave free
        row.setSpacing(0)
        row.addWidget(self._header, 1)
        row.addWidget(self._ignored_link, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _make_choices(self) -> QHBoxLayout:
        self.filter = FindingFilter(self)
        self.filter.changed.connect(lambda: self._show_chosen(self._text))
        self._fix_all = WordsButton("link", self)
        self._fix_all.clicked.connect(self.fix_all_safe_requested)
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE - 9, 0, _SIDE - 5, 0)
        row.setSpacing(0)
        row.addWidget(self.filter)
        row.addStretch(1)
        row.addWidget(self._fix_all)
        return row

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for reach, words in _REACHES:
            action = menu.addAction(words)
            action.triggered.connect(partial(self._ignore, reach))
        self._ignore_group = menu.addAction("")
        self._ignore_group.triggered.connect(self._ask_group_ignore)
        return menu

    def _show_header(self) -> None:
        told = told_counts(count_standings(self._all))
        for standing, count in told:
            button, word = self._counts[standing], standing.label
            dot = "" if standing is Standing.SUGGESTION else "  ·"
            button.show_words(f"{word} {count}{dot}", f"到第一处{word}")
            button.setAccessibleName(f"{word} {count}")
            button.setEnabled(count > 0)
        self._header.show_widgets([self._counts[standing] for standing, _count in told])
        safe = sum(has_safe_fix(one) for one in self._all)
        self._fix_all.show_words(f"一并改好 {safe} 处", _ALL_TIP)
        self._fix_all.setVisible(safe > 0)

    def _toggle(self, finding: Finding) -> None:
        self._opened ^= {kind_of(finding)}
        marked = self._list.current()
        rows = rows_of(self._findings, self._opened)
        self._list.show_findings(self._findings, rows, marked)
        self._list.bring_into_sight(marked if marked >= 0 else self._findings.index(finding))
        self._list.setFocus()

    def _ask_group_fix(self, finding: Finding) -> None:
        self.group_fix_requested.emit(self._like(finding))

    def _ask_group_ignore(self) -> None:
        if self._ignored is not None:
            self.group_ignore_requested.emit(self._like(self._ignored))

    def _like(self, finding: Finding) -> list[Finding]:
        """Return the findings shown that are of one kind with this one."""
        kind = kind_of(finding)
        return [one for one in self._findings if kind_of(one) == kind]

    def _first_behind(self, place: int) -> int:
        """Return the number of the first finding from a place on, or 0."""
        starts = ((one.span.start, number) for number, one in enumerate(self._findings))
        return min((one for one in starts if one[0] >= place), default=(0, 0))[1]

    def _jump_to(self, standing: Standing) -> None:
        if not any(standing_of(one) is standing for one in self._findings):
            self.filter.choose("")
        for number, finding in enumerate(self._findings):
            if standing_of(finding) is standing:
                self._choose(number)
                return

    def _choose(self, number: int) -> None:
        if self._findings:
            number %= len(self._findings)
            self._list.set_current(number)
            self.finding_chosen.emit(self._findings[number])

    def _say(self, finding: Finding) -> None:
        """Say the finding: the keys stay on the page or on the list."""
        place = f"第 {self._findings.index(finding) + 1} 条，共 {len(self._findings)} 条"
        title, standing = finding.title or finding.name, standing_of(finding).label
        announce(self, f"{standing}：{title}。{finding.message}。{place}")

    def _show_ignore_menu(self, finding: Finding, place: QPoint) -> None:
        self._ignored = finding
        count = len(self._like(finding))
        self._ignore_group.setText(f"同类 {count} 处都忽略")
        self._ignore_group.setVisible(count > MOST_ALONE)
        self._menu.popup(place)

    def _ignore(self, reach: IgnoreReach) -> None:
        if self._ignored is not None:
            self.ignore_requested.emit(self._ignored, reach)


def _same_again(chosen: Finding, wording: str, findings: Sequence[Finding], text: str) -> int:
    """Return the number of the finding that is ``chosen``, of that wording, or -1."""
    same = (
        (abs(one.span.start - chosen.span.start), number)
        for number, one in enumerate(findings)
        if one.code == chosen.code and one.span.of(text) == wording
    )
    return min(same, default=(0, -1))[1]
