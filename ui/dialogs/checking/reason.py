"""为什么: a rule's reason, its source, and examples of what it flags and what it spares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.checking.rule_explanation import RuleExplanation
from ui.dialogs.frame.dialog import FramedDialog, scrolled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.dialogs.checking.rule_explanation import ExplainedRule


class ReasonDialog(FramedDialog):
    """Shows one rule."""

    def __init__(self, rule: ExplainedRule, parent: QWidget | None = None) -> None:
        note = f"{rule.code} · {rule.severity.label}"
        super().__init__(rule.summary or rule.name, parent, note=note)
        self.body.addWidget(scrolled(RuleExplanation(rule), "规则说明"), 1)
        close = self.add_button("关闭", "primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        self.resize_within_screen(560, 520)


def show_reason(parent: QWidget | None, rule: ExplainedRule) -> None:
    """Show ``rule`` until the user closes it."""
    dialog = ReasonDialog(rule, parent)
    dialog.exec()
    dialog.deleteLater()
