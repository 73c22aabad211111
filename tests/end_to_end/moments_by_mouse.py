"""The five moments without a keyboard shortcut: everything but the words is clicked."""

from __future__ import annotations

from tests.end_to_end.moments import FAULT, TASK, Moments


class ByMouse(Moments):
    """Nothing is pressed but letters."""

    def fill_library(self) -> None:
        """Click the tile of the start page."""
        hands = self.hands
        hands.click("放入示例讲话")
        library = self.wiring.library_desk.library
        hands.wait_for(lambda: library.records and not library.is_busy, "an empty library")
        hands.click("关闭")
        hands.wait_for_dialog(is_open=False)

    def write(self) -> None:
        """The menu 文件; a slot is chosen by a double click."""
        hands = self.hands
        self.choose("文件", "新建讲话稿")
        hands.wait_for_title("新建讲话稿")
        hands.click("经济工作会议讲话")
        hands.click("场合")
        hands.write("Hewan")
        hands.click("2 点")
        hands.click("新建")
        text = self.wait_for_text(lambda text: "二、" in text, "no skeleton")
        assert "Hewan" in text
        assert "三、" not in text
        hands.write("first")
        self.wait_for_text(lambda text: "first" in text, "the first slot stays")
        self.copy_elsewhere(f"{FAULT}\n{TASK}\n")
        self.choose("编辑", "粘贴")
        self.wait_for_text(lambda text: TASK in text, "not pasted")
        hands.click("保存")
        hands.answer_file_dialog(self.draft)
        self.wait_for_file(self.draft)
        assert TASK in self.saved()["text"]

    def find(self) -> None:
        """The tabs 素材 and 检索."""
        hands = self.hands
        hands.click("素材", kind="PageTab")
        panel = self.wiring.desk.phrases
        hands.wait_for(panel.current, "no phrases")
        before = len(self.text())
        hands.click(hands.names("ListItem")[0], times=2)
        self.wait_for_text(lambda text: len(text) > before, "no phrase")
        hands.click("检索素材库")
        hands.write("2026")
        search = self.wiring.desk.search
        hands.wait_for(lambda: search.query() and search._record is not None, "nothing found")
        before = len(self.text())
        hands.click("插入所选")
        self.wait_for_text(lambda text: len(text) > before + 5, "no passage")

    def check(self) -> None:
        """The menu 校核, and the buttons of the cards."""
        hands = self.hands
        self.choose("校核", "校核")
        self.wait_for_findings(lambda codes: "WD001" in codes, "布署 is not found")
        hands.click("全部问题")
        hands.click("用词")
        hands.click("为什么")
        hands.wait_for_dialog()
        hands.click("关闭")
        hands.wait_for_dialog(is_open=False)
        hands.click("改为“部署”")
        self.wait_for_text(lambda text: "部署" in text and "布署" not in text, "not mended")
        before = len(self.findings())
        hands.click("忽略")
        hands.click("忽略此处")
        self.wait_for_findings(lambda codes: len(codes) < before, "not ignored")

    def put_out(self) -> None:
        """The buttons of the toolbar and the menu 文件."""
        hands = self.hands
        hands.click("版式")
        hands.click("大字版")
        hands.click("打印预览")
        hands.wait_for_title("打印预览")
        hands.click("下一页")
        hands.click("关闭")
        hands.wait_for_dialog(is_open=False)
        hands.click("导出")
        hands.answer_file_dialog(self.word)
        self.wait_for_file(self.word)
        self.choose("文件", "任务清单")
        hands.wait_for_title("任务清单")
        hands.click("存成 Word 或表格")
        hands.answer_file_dialog(self.tasks)
        self.wait_for_file(self.tasks)
        hands.click("关闭")
        hands.wait_for_dialog(is_open=False)

    def revise(self) -> None:
        """A part dragged in the outline; the dialogs of 文件."""
        hands = self.hands
        self.choose("文件", "定稿次")
        hands.wait_for_title("定为哪一稿")
        hands.click("确定")
        hands.wait_for_dialog(is_open=False)
        self.drag_a_part()
        self.choose("文件", "版本")
        hands.wait_for_title("版本")
        before = self.text()
        hands.click("取回整稿")
        self.wait_for_text(lambda text: text != before, "not taken back")
        hands.click("关闭")
        hands.wait_for_dialog(is_open=False)
        self.choose("文件", "取回批改稿")
        hands.answer_file_dialog(self.returned)
        hands.wait_for_title("取回批改稿")
        for button in ("接受", "拒绝", "接受并锁定", "照此修改"):
            hands.click(button)
        self.wait_for_text(lambda text: "全部修好" in text or "县水务局" in text, "no marks")

    def drag_a_part(self) -> None:
        """Drag the second part before the first; undo and redo it by their buttons."""
        hands, text = self.hands, self.text()
        first, second = self.titles_of_parts()
        hands.drag(second, first, share=0.1)
        moved = self.wait_for_text(lambda now: now != text, "not moved")
        assert moved.index(second.partition("、")[2]) < moved.index(first.partition("、")[2])
        hands.click("撤销")
        self.wait_for_text(lambda now: now == text, "undo does not give the text back")
        hands.click("重做")
        self.wait_for_text(lambda now: now == moved, "redo does not move again")

    def titles_of_parts(self) -> list[str]:
        """Return what the outline calls the two parts."""
        rows = [one.rpartition("（")[0] for one in self.hands.names("TreeItem")]
        return [one for one in rows if one.startswith(("一、", "二、"))]

    def leave(self) -> None:
        """The button 保存, then the menu."""
        self.hands.click("保存")
        self.hands.wait_for(lambda: not self.wiring.document.is_dirty, "not saved")
        self.choose("文件", "退出")

    def choose(self, menu: str, row: str) -> None:
        """Click a row of a menu."""
        self.hands.click(menu)
        self.hands.click(row)
