"""Whether WordprocessingML elements stand in the order that ECMA-376 Part 1 prescribes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# The children that a parent may have, in order (17.3, 17.6, 17.7, 17.8, 17.15).
ORDER = {
    "document": "body",
    "body": "p sectPr",
    "p": "pPr r",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked rsid pPr rPr",
    "settings": "writeProtection view zoom bordersDoNotSurroundHeader bordersDoNotSurroundFooter "
    "gutterAtTop defaultTabStop evenAndOddHeaders bookFoldRevPrinting characterSpacingControl "
    "noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat docVars rsids themeFontLang",
    "compat": "doNotExpandShiftReturn useFELayout compatSetting",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "ftr": "p",
    "hdr": "p",
    "ruby": "rubyPr rt rubyBase",
    "rubyPr": "rubyAlign hps hpsRaise hpsBaseText lid dirty",
    "rt": "r",
    "rubyBase": "r",
}
# A run's content comes in any order after its properties.
_FREE = {"r": "rPr"}


def iter_faults(xml: bytes) -> Iterator[str]:
    """Yield each element that stands where the schema does not allow it."""
    for parent in ET.fromstring(xml).iter():  # noqa: S314 - our own file
        name = parent.tag.removeprefix(W)
        children = [child.tag.removeprefix(W) for child in parent]
        if name in _FREE:
            if _FREE[name] in children[1:]:
                yield f"{name}: {children}"
            continue
        order = ORDER.get(name, "").split()
        places = [order.index(child) if child in order else -1 for child in children]
        if -1 in places or places != sorted(places):
            yield f"{name}: {children}"
