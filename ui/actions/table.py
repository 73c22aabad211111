"""Every action of the window in one table: words, menu, keys, tooltip."""

from __future__ import annotations

from typing import NamedTuple

MENUS = (
    ("file", "文件(&F)"),
    ("edit", "编辑(&E)"),
    ("insert", "插入(&I)"),
    ("phrases", "素材(&M)"),
    ("check", "校核(&C)"),
    ("layout", "版式(&L)"),
    ("view", "视图(&V)"),
    ("help", "帮助(&H)"),
)


class ActionSpec(NamedTuple):
    """One action; ``text`` is what it does, ``inserts`` the characters that it puts at the caret.

    ``needs_draft``: it is grey while the start page is shown. ``keys`` are written as Qt writes
    them. ``separated``: a line stands above it in its menu. ``short`` are the words of its button.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    short: str = ""
    needs_draft: bool = True
    checkable: bool = False
    separated: bool = False
    inserts: str = ""


_FILE = (
    ActionSpec("new", "file", "新建讲话稿(&N)…", ("Ctrl+N",), "选讲话种类和点数，搭起骨架", "新建",
               needs_draft=False),
    ActionSpec("new_blank", "file", "新建空白稿(&B)", ("Ctrl+Shift+N",), "从空白页写起",
               needs_draft=False),
    ActionSpec("open", "file", "打开(&O)…", ("Ctrl+O",), "打开讲稿、Word、WPS、网页或文本文件",
               "打开", needs_draft=False),
    ActionSpec("recent", "file", "最近的文件(&R)", needs_draft=False),
    ActionSpec("start_page", "file", "关闭稿件(&L)", ("Ctrl+W", "Ctrl+F4"), "关闭稿件，回到起始页"),
    ActionSpec("save", "file", "保存(&S)", ("Ctrl+S",), "保存讲稿", "保存", separated=True),
    ActionSpec("save_as", "file", "另存为(&A)…", ("Ctrl+Shift+S", "F12"), "换个名字或位置保存"),
    ActionSpec("export_word", "file", "导出(&W)…", ("Ctrl+E",), "按所选版式导出 Word 或 PDF 文件",
               "导出"),
    ActionSpec("tasks", "file", "任务清单(&K)…", tip="列出谁做什么、何时完成，存成 Word 或表格"),
    ActionSpec("preview", "file", "打印预览(&P)…", ("Ctrl+P",), "看印出来的样子，可直接打印",
               "打印预览"),
    ActionSpec("describe", "file", "讲话情况(&Q)…",
               tip="日期、讲话人、种类等：校核、时长、大字版照此，也可写到标题下", separated=True),
    ActionSpec("name_round", "file", "定稿次(&D)…", ("Ctrl+Alt+S",),
               "把现在的稿子定为一稿、送审稿等"),
    ActionSpec("versions", "file", "版本(&V)…", ("Ctrl+Alt+V",), "看以前各稿，对照、取回"),
    ActionSpec("take_marks", "file", "取回批改稿(&G)…", ("Ctrl+Alt+G",),
               "打开领导改过的 Word 文件，逐处接受、拒绝或锁定"),
    ActionSpec("compare_files", "file", "与旧稿对照(&C)…", tip="与另一个文件对照，可导出花脸稿",
               needs_draft=False),
    ActionSpec("settings", "file", "设置(&T)…", ("Ctrl+,",), "留存、外观等设置", needs_draft=False,
               separated=True),
    ActionSpec("profile", "file", "单位档案(&U)…", tip="本地的地名、领导、部门和用语",
               needs_draft=False),
    ActionSpec("quit", "file", "退出(&X)", ("Ctrl+Q",), "退出讲稿", needs_draft=False),
)  # fmt: skip

_EDIT = (
    ActionSpec("undo", "edit", "撤销(&U)", ("Ctrl+Z",), "撤销上一步", "撤销"),
    ActionSpec("redo", "edit", "重做(&R)", ("Ctrl+Y", "Ctrl+Shift+Z"), "重做撤销的一步", "重做"),
    ActionSpec("cut", "edit", "剪切(&T)", ("Ctrl+X",), separated=True),
    ActionSpec("copy", "edit", "复制(&C)", ("Ctrl+C",)),
    ActionSpec("paste", "edit", "粘贴(&P)", ("Ctrl+V",),
               "粘贴文字并清理网页残留、断行、半角标点等，可撤销清理"),
    ActionSpec("paste_plain", "edit", "原样粘贴(&B)", ("Ctrl+Shift+V",), "粘贴文字，不作清理"),
    ActionSpec("select_all", "edit", "全选(&A)", ("Ctrl+A",)),
    ActionSpec("find", "edit", "查找(&F)…", ("Ctrl+F",), "在稿件中查找", separated=True),
    ActionSpec("replace", "edit", "替换(&H)…", ("Ctrl+H",), "在稿件中查找并替换"),
    ActionSpec("goal", "edit", "字数和时长(&W)…", ("Ctrl+Shift+G",),
               "定下目标字数和议程时间，状态栏随写随看"),
    ActionSpec("parts", "edit", "层次(&V)", separated=True),
    ActionSpec("tidy", "edit", "整理(&L)"),
    ActionSpec("lock", "edit", "锁定所选句子(&K)", ("Ctrl+L",),
               "锁住领导定下的话：改动时先问，丢了会报", separated=True),
    ActionSpec("note", "edit", "便签(&N)…", ("Ctrl+Alt+M",),
               "给自己留个记号：不打印、不导出、不计字数"),
    ActionSpec("next_note", "edit", "下一条便签(&E)", ("Ctrl+Alt+N",), "到下一条便签"),
    ActionSpec("kept_words", "edit", "便签和锁定的句子(&Z)…",
               tip="列出全部便签和锁定的句子，可到那里、删除或解锁"),
)  # fmt: skip

_TIDY = (
    ActionSpec("lines_join", "tidy", "合并所选行(&J)", ("Ctrl+J",), "把断开的几行接成一段"),
    ActionSpec("lines_split", "tidy", "按句分段(&D)", ("Ctrl+Shift+J",), "所选段落每句另起一段"),
    ActionSpec("lines_simplify", "tidy", "繁体转简体(&G)",
               tip="把所选文字（未选时为全文）转为简体"),
    ActionSpec("cleaning_report", "tidy", "清理报告(&L)…", tip="看打开文件时清理了什么，可撤销清理",
               separated=True),
)  # fmt: skip

_PARTS = (
    ActionSpec("part_up", "parts", "上移(&U)", ("Alt+Shift+Up",),
               "本部分与前一部分对调，序号随之理顺"),
    ActionSpec("part_down", "parts", "下移(&D)", ("Alt+Shift+Down",),
               "本部分与后一部分对调，序号随之理顺"),
    ActionSpec("part_promote", "parts", "升一级(&P)", ("Alt+Shift+Left",), "如（一）升为一、"),
    ActionSpec("part_demote", "parts", "降一级(&L)", ("Alt+Shift+Right",), "如二、降为（一）"),
    ActionSpec("part_insert", "parts", "插入同级部分(&I)", ("Alt+Shift+N",),
               "在本部分之后加一部分，序号和预告随之改好", separated=True),
    ActionSpec("part_delete", "parts", "删除本部分(&X)", ("Alt+Shift+Del",),
               "连同下面各层一起删除，序号和预告随之改好"),
    ActionSpec("part_renumber", "parts", "理顺全文序号和预告(&R)", ("Alt+Shift+R",),
               "序号依次排好，“讲几点”的数目与实有的一致", separated=True),
)  # fmt: skip

_INSERT = (
    ActionSpec("insert_date", "insert", "今天的日期(&D)", ("Alt+Shift+D",),
               "插入今天的日期（如2026年1月1日）"),
    ActionSpec("insert_date_han", "insert", "汉字日期(&H)", ("Alt+Shift+H",),
               "插入今天的日期（如二〇二六年一月一日）"),
    ActionSpec("insert_dash", "insert", "破折号 ——", inserts="——", separated=True),
    ActionSpec("insert_ellipsis", "insert", "省略号 ……", inserts="……"),
    ActionSpec("insert_zero", "insert", "汉字零 〇", inserts="〇"),
    ActionSpec("insert_quotes", "insert", "引号 “”", ("Ctrl+'",), inserts="“”"),
    ActionSpec("insert_titles", "insert", "书名号 《》", inserts="《》"),
    ActionSpec("insert_brackets", "insert", "六角括号 〔〕", inserts="〔〕"),
)  # fmt: skip

_PHRASES = (
    ActionSpec("complete", "phrases", "光标处提示(&C)", ("Alt+/", "Ctrl+Space"),
               "接着写：补全刚打的字，或列出此处可用的套话"),
    ActionSpec("complete_typing", "phrases", "边写边提示(&W)", checkable=True,
               tip="打出套话的开头就在光标处提示，Tab 插入，Esc 关闭"),
    ActionSpec("phrases", "phrases", "此处可用的套话(&M)", ("Ctrl+M",),
               "列出光标处可用的套话，回车插入"),
    ActionSpec("search_library", "phrases", "检索素材库(&K)…", ("Ctrl+K",),
               "在以前的讲话里找一句话", needs_draft=False),
    ActionSpec("borrowed", "phrases", "本稿引用的出处(&Y)…",
               tip="看从素材库插入的段落各出自哪篇讲话"),
    ActionSpec("library", "phrases", "素材库(&B)…", ("Ctrl+Shift+B",),
               "看素材库里有什么，添加、整理以前的讲话", needs_draft=False, separated=True),
    ActionSpec("library_folder", "phrases", "添加以前的讲话(&A)…",
               tip="把一个文件夹里的讲话稿放进素材库", needs_draft=False),
    ActionSpec("template_from", "phrases", "以一篇旧稿为范(&T)…",
               tip="从任何一篇讲话取出骨架，另起一稿", needs_draft=False, separated=True),
)  # fmt: skip

_CHECK = (
    ActionSpec("check", "check", "校核(&C)", ("Ctrl+F7",), "马上校核全文并列出问题", "校核"),
    ActionSpec("overlap", "check", "查重(&D)", ("Ctrl+Shift+F7",),
               "看稿件与素材库里的讲话有哪些雷同", "查重"),
    ActionSpec("next_finding", "check", "下一处问题(&N)", ("F7",), "到下一处问题", separated=True),
    ActionSpec("previous_finding", "check", "上一处问题(&P)", ("Shift+F7",), "到上一处问题"),
    ActionSpec("fix", "check", "按建议修改(&F)", ("Ctrl+Return",), "按第一种改法修改当前问题",
               separated=True),
    ActionSpec("fix_here", "check", "光标处的改法(&H)…", ("Alt+Return",),
               "列出光标处问题的全部改法、换一种说法"),
    ActionSpec("fix_all", "check", "一并改好无须斟酌的(&S)", ("Ctrl+Shift+Return",),
               "把无须斟酌的改法一次改好，可撤销"),
    ActionSpec("ignore", "check", "忽略此处(&I)", ("Ctrl+I",), "不再提示当前问题"),
    ActionSpec("reason", "check", "为什么(&W)", ("Ctrl+F1",), "看这条规则的道理和出处"),
    ActionSpec("annotate", "check", "存批注稿(&A)…",
               tip="另存一个 Word 文件，查出的问题写成批注；由 Word 打开又没有改过的，版式不变",
               separated=True),
    ActionSpec("ignored", "check", "忽略清单(&G)…", tip="看忽略了什么，可以取回", needs_draft=False,
               separated=True),
    ActionSpec("rules", "check", "校核规则(&R)…", tip="看每条规则的道理和例子，可打开或关闭",
               needs_draft=False),
)  # fmt: skip

_VIEW = (
    ActionSpec("zoom_in", "view", "放大(&I)", ("Ctrl++", "Ctrl+="), "放大页面（Ctrl+滚轮）"),
    ActionSpec("zoom_out", "view", "缩小(&O)", ("Ctrl+-",), "缩小页面（Ctrl+滚轮）"),
    ActionSpec("zoom_fit", "view", "适合窗口宽度(&W)", ("Ctrl+0",), "页面随窗口宽窄"),
    ActionSpec("zoom_actual", "view", "实际大小(&A)", ("Ctrl+1",), "与印出来的一样大"),
    ActionSpec("show_outline", "view", "提纲栏(&L)", ("Ctrl+Shift+L",), "显示或隐藏提纲",
               checkable=True, separated=True),
    ActionSpec("show_side", "view", "素材与问题栏(&R)", ("Ctrl+Shift+R",),
               "显示或隐藏素材与问题", checkable=True),
    ActionSpec("go", "view", "转到(&G)"),
    ActionSpec("focus_mode", "view", "专注(&Z)", ("F8",), "只留稿面，写到的一段之外变淡",
               checkable=True, separated=True),
    ActionSpec("full_screen", "view", "全屏(&F)", ("F11",), "全屏显示", needs_draft=False,
               checkable=True),
    ActionSpec("schemes", "view", "配色(&S)", needs_draft=False, separated=True),
)  # fmt: skip

_GO = (
    ActionSpec("go_text", "go", "稿件(&E)", ("F6",), "光标回到稿件；在旁边各栏里按 Esc 也行"),
    ActionSpec("go_outline", "go", "提纲(&T)", ("Alt+1",), "光标到提纲"),
    ActionSpec("go_findings", "go", "问题(&Q)", ("Alt+2",), "光标到问题列表"),
    ActionSpec("go_phrases", "go", "素材(&M)", ("Alt+3",), "光标到素材"),
    ActionSpec("go_overlap", "go", "雷同(&C)", ("Alt+4",), "光标到雷同列表"),
    ActionSpec("go_statistics", "go", "统计(&J)", ("Alt+5",), "看篇幅、时间、句长和套话疏密"),
)  # fmt: skip

_SCHEMES = (
    ActionSpec("scheme_system", "schemes", "跟随系统(&S)", needs_draft=False, checkable=True),
    ActionSpec("scheme_light", "schemes", "浅色(&G)", needs_draft=False, checkable=True),
    ActionSpec("scheme_dark", "schemes", "深色(&D)", needs_draft=False, checkable=True),
    ActionSpec("scheme_contrast", "schemes", "高对比度(&H)", needs_draft=False, checkable=True,
               tip="黑底白字，边框加粗，不靠颜色区分"),
)  # fmt: skip

_HELP = (
    ActionSpec(
        "help", "help", "帮助(&H)", ("F1",), "怎样起草、取材、校核、出稿、改稿", needs_draft=False
    ),
    ActionSpec("shortcuts", "help", "快捷键(&K)", ("Ctrl+/",), "列出全部快捷键", needs_draft=False),
    ActionSpec("about", "help", "关于讲稿(&A)", needs_draft=False, separated=True),
)

ACTIONS = (
    *_FILE, *_EDIT, *_PARTS, *_TIDY, *_INSERT, *_PHRASES, *_CHECK, *_VIEW, *_GO, *_SCHEMES, *_HELP,
)  # fmt: skip

# None is a line between two groups; the menu of layouts hangs on the button ``layouts``.
TOOLBAR = (
    "new", "open", "save", None, "undo", "redo", None, "check", "overlap", None, "layouts",
    "export_word", "preview",
)  # fmt: skip
PRIMARY = "export_word"
# Menus inside menus: their actions name the action that opens them.
SUBMENUS = ("parts", "tidy", "go", "schemes")
EXCLUSIVE = (("scheme_system", "scheme_light", "scheme_dark", "scheme_contrast"),)
_KEY_WORDS = {
    "Return": "回车", "Space": "空格", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→",
    "Del": "Delete",
}  # fmt: skip


def shown_keys(keys: str) -> str:
    """Return keys as they stand on a keyboard in China: ``Ctrl+Return`` is Ctrl+回车."""
    *held, last = keys.rsplit("+", 1) if keys[-1] != "+" else (keys,)
    return "+".join((*held, _KEY_WORDS.get(last, last)))
