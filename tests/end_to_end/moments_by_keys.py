"""The five moments without a mouse: menus by Alt, dialogs by Tab, Space and Enter."""

from __future__ import annotations

from tests.end_to_end.moments import FAULT, TASK, Moments


class ByKeys(Moments):
    """Nothing is pointed at."""

    def fill_library(self) -> None:
        """Tab to the tile of the start page, Enter."""
        hands = self.hands
        hands.tab_to("放入示例讲话")
        hands.keys("Return")
        library = self.wiring.library_desk.library
        hands.wait_for(lambda: library.records and not library.is_busy, "an empty library")
        hands.keys("Escape")
        hands.wait_for_dialog(is_open=False)

    def write(self) -> None:
        """The menu 文件, N; then slot by slot with Tab."""
        hands = self.hands
        hands.keys("alt+f", "n")
        hands.wait_for_title("新建讲话稿")
        hands.keys("Down", "alt+o")
        hands.write("Hewan")
        hands.tab_to("2 点")
        hands.keys("space")
        hands.tab_to("新建")
        hands.keys("Return")
        text = self.wait_for_text(lambda text: "二、" in text, "no skeleton")
        assert "Hewan" in text
        assert "三、" not in text
        hands.write("first")
        hands.keys("Tab")
        hands.write("second")
        self.wait_for_text(lambda text: "first" in text and "second" in text, "slots stay")
        hands.keys("ctrl+End", "Return")
        self.copy_elsewhere(f"{FAULT}\n{TASK}")
        hands.keys("alt+e", "p")
        self.wait_for_text(lambda text: text.endswith(TASK), "not pasted")
        hands.keys("alt+f", "s")
        hands.answer_file_dialog(self.draft)
        self.wait_for_file(self.draft)
        assert TASK in self.saved()["text"]

    def find(self) -> None:
        """The menu 素材: set phrases by their initials, then a search with what it found."""
        hands = self.hands
        hands.keys("alt+m", "m")
        hands.wait_for(lambda: self.wiring.desk.phrases.current() is not None, "no phrases")
        hands.write("nxjl")
        hands.keys("Return")
        self.wait_for_text(lambda text: "凝心聚力" in text, "no phrase")
        hands.keys("alt+m", "k")
        hands.write("2026")
        search = self.wiring.desk.search
        hands.wait_for(lambda: search.query() and search._record is not None, "nothing found")
        before = len(self.text())
        hands.keys("Down")  # from the line in the toolbar into what was found
        hands.tab_to("插入所选")
        hands.keys("Return")
        self.wait_for_text(lambda text: len(text) > before + 5, "no passage")
        hands.keys("F6")

    def check(self) -> None:
        """The menu 校核, and the cards of the findings."""
        hands = self.hands
        hands.keys("alt+c", "c")
        self.wait_for_findings(lambda codes: "WD001" in codes, "布署 is not found")
        hands.menu_keys("alt+v", "g", "q")
        while self.shown_code() != "WD001":
            hands.keys("Down")
        hands.keys("alt+c", "w")
        hands.wait_for_dialog()
        hands.keys("Escape")
        hands.wait_for_dialog(is_open=False)
        hands.keys("alt+c", "f")
        self.wait_for_text(lambda text: "部署" in text and "布署" not in text, "not mended")
        before = len(self.findings())
        hands.menu_keys("alt+v", "g", "q")
        hands.keys("Home", "alt+c", "i")
        self.wait_for_findings(lambda codes: len(codes) < before, "not ignored")
        hands.keys("F6")

    def put_out(self) -> None:
        """The menus 版式 and 文件."""
        hands = self.hands
        hands.keys("alt+l", "Down", "Return")
        hands.keys("alt+f", "p")
        hands.wait_for_title("打印预览")
        hands.keys("Next", "Escape")
        hands.keys("alt+f", "w")
        hands.answer_file_dialog(self.word)
        self.wait_for_file(self.word)
        hands.keys("alt+f", "k")
        hands.wait_for_title("任务清单")
        hands.tab_to("存成 Word 或表格")
        hands.keys("Return")
        hands.answer_file_dialog(self.tasks)
        self.wait_for_file(self.tasks)
        hands.keys("Escape")

    def revise(self) -> None:
        """Name a round, change a sentence, take it back; accept, refuse and lock marks."""
        hands = self.hands
        hands.keys("alt+f", "d")
        hands.wait_for_title("定为哪一稿")
        hands.keys("Return")
        hands.wait_for_title("讲稿")
        hands.keys("ctrl+End")
        hands.write("late words")
        hands.keys("alt+f", "v")
        hands.wait_for_title("版本")
        hands.tab_to("取回此处")
        hands.keys("Return")
        self.wait_for_text(lambda text: "late words" not in text, "not taken back")
        hands.keys("Escape")
        hands.keys("alt+f", "g")
        hands.answer_file_dialog(self.returned)
        hands.wait_for_title("取回批改稿")
        hands.keys("alt+a", "alt+r", "alt+l")
        hands.tab_to("照此修改")
        hands.keys("Return")
        self.wait_for_text(lambda text: "全部修好" in text or "县水务局" in text, "no marks")

    def leave(self) -> None:
        """The menu 文件: S, then X."""
        self.hands.keys("alt+f", "s")
        self.hands.wait_for(lambda: not self.wiring.document.is_dirty, "not saved")
        self.hands.keys("alt+f", "x")

    def shown_code(self) -> str:
        """Return the code of the finding that is marked."""
        panel = self.wiring.desk.findings
        return str(self.hands.ask(lambda: getattr(panel.current(), "code", "")))
