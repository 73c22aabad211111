"""What is not taken over, by the names that the user reads: one name for one thing."""

from __future__ import annotations

DELETED = "修订中删除的文字"
INSERTED = "修订中新增的文字"
HIDDEN = "隐藏文字"
UNSHOWN = "不显示的网页文字"  # menus, buttons, letters against copying: no sentence in it
OVERPRINTED = "叠在别的文字上的文字"
PINYIN = "拼音注音"
SYMBOL = "特殊符号"
PICTURE = "图片"
OBJECT = "嵌入对象"
FIELD_CODE = "域代码中的文字"
ALTERNATIVE = "备用内容"
CONTROL_CHARACTER = "控制字符"
AROUND = "正文以外的网页文字"
