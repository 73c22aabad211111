"""What is said once of state secrets, at the first start and in 关于."""

from __future__ import annotations

SECRETS_NOTICE = (
    "涉密提示：装了本程序的电脑并不因此就能处理国家秘密。涉密文稿只能在经批准的涉密设备上起草。"
    "本程序默认稿件为内部；“清除”是删去本机留存的内容，不等于按规定销毁载体。"
)
