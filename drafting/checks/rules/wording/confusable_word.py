"""Words that are often written with a wrong character.

What it does:
    Looks for the wrong forms of a word list (布署, 按装, 高屋建领) and offers the right one.
Why:
    A spelling program does not know them, since each character is a right one.
Limits:
    Only forms that are wrong in every reading are listed; wider wordings in which they are right
    (目的的, 大会报告) stand beside them. Titles in 《》 are never touched, older forms not in
    quotations; a variant that the dictionary lists too (成份) is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.preferred_forms import iter_wrong_forms, wrong_words
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    table = context.lexicons.table("checks_confusable_words")
    for form in iter_wrong_forms(draft.text, table):
        severity = Severity.WARNING if form.is_variant else None
        yield RULE.finding(form.span, form.message, fixes=form.fixes, severity=severity)


RULE = Rule(
    code="WD001",
    name="confusable-word",
    summary="易混、易错的词",
    severity=Severity.ERROR,
    check=_check,
    words=lambda lexicons: (wrong_words(lexicons.table("checks_confusable_words")),),
    why="这是常见的错别字，读音字形都像，念稿时不觉得，印出来就是差错。",
    source="《现代汉语词典》第7版；《第一批异形词整理表》（GF 1001—2001）",
    flagged=(
        "同志们：\n各镇要按照县里的布署，抓紧行动。",
        "同志们：\n监控设备要在月底前按装到位。",
        "同志们：\n这个思路高屋建领，要认真领会。",
        "同志们：\n守好一方平安，是我们的份内之事，也是干部的本份。",
        "同志们：\n年底要算清帐，该兑现的兑现。",
        "同志们：\n要再接再励，一如继往抓好落实。",
    ),
    clean=(
        "同志们：\n各镇要按照县里的部署，抓紧行动，把设备安装到位。",
        "同志们：\n刚才大会报告讲得很全面，要推动治理走向正规化。",
        "同志们：\n要帮助下岗职工实现再就业；试飞飞行成功；严控实行成本。",
        "同志们：\n按规定货币资金要专户存放，不要有别的目的的人来插手。",
        "同志们：\n碑上刻着“拚搏”二字，还有“横空出世，莽崑仑”的诗句。",
        "同志们：\n完成本份额度的三成，各月份内要均衡投放，受灾户先住帐篷。",
        "同志们：\n县政协做了大量工作，校舍已全部竣工，领导小组职责明确，坍塌防治跟上了。",
        "同志们：\n既使干部受教育、又使群众得实惠，打破这一惯例，采取销号管理，认清形式主义的危害。",
        "同志们：\n不能只做业务、以点代面，要摆脱消极情绪，补上记录薄弱的环节，各尽职守。",
    ),
)
