"""关于: version, what it is for, the notice on secrets, whose work it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.dialog_frame import FramedDialog
from ui.dialogs.plain_view import PlainView
from ui.models.secrets_notice import SECRETS_NOTICE
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_OFFLINE = "本程序离线运行，不联网，不上传任何文字。"
_LICENCES = (
    ("讲稿", "MIT"),
    ("Qt 6、PySide6", "LGPL-3.0"),
    ("CPython", "PSF-2.0"),
    ("jieba", "MIT"),
    ("opencc-python-reimplemented", "Apache-2.0"),
    ("python-docx", "MIT"),
    ("lxml", "BSD-3-Clause"),
    ("chardet", "0BSD"),
    ("pypinyin", "MIT"),
    ("ahocorasick-rs", "Apache-2.0"),
    ("rjieba", "MIT"),
    ("rapidfuzz", "MIT"),
    ("numpy", "BSD-3-Clause 等"),
    ("fpdf2", "LGPL-3.0"),
    ("fonttools", "MIT"),
    ("pillow", "MIT-CMU"),
    ("defusedxml", "PSF-2.0"),
    ("olefile", "BSD-2-Clause"),
    ("selectolax", "MIT"),
    ("pypdf", "BSD-3-Clause"),
    ("tomli-w", "MIT"),
    ("typing-extensions", "PSF-2.0"),
)


class AboutDialog(FramedDialog):
    """Shows the version given."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__("讲稿", parent, note=f"版本 {version} · 领导讲话稿的起草与校核")
        self.setWindowTitle("关于讲稿")
        self.body.addWidget(PlainLabel(_OFFLINE, wrap=True))
        self.body.addWidget(PlainLabel(SECRETS_NOTICE, wrap=True, role="warning"))
        self.body.addWidget(PlainLabel("所用软件与许可", role="caption"))
        licences = PlainView("许可", self)
        licences.show_text("\n".join(f"{name}　{licence}" for name, licence in _LICENCES))
        self.body.addWidget(licences, 1)
        close = self.add_button("关闭", "primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        self.resize_within_screen(480, 440)
