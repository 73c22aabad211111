"""Encodings are told apart, damage is counted, nothing is cut."""

from __future__ import annotations

import codecs
import random
from typing import TYPE_CHECKING

import pytest

from drafting.importers.decoding import DecodedText, decode_text
from tests.clock import seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

SIMPLIFIED = """在全县秋粮收购工作调度会上的讲话
同志们：
今天把大家请到粮站的晒场上来开会，就是想让各乡镇都看一看，老百姓排队卖粮到底要等多久。\
刚才，清河湾镇、石桥乡的负责同志介绍了做法，讲得很实在，我都赞成。下面，我再强调三个问题。
一、收得进，农民心里才踏实
今年全县水稻种植面积二十六万亩，比去年增加三千多亩，单产也略有提高。丰收是好事，\
可是仓容不足、烘干能力跟不上，好事也可能变成难事。各收购点要提前腾仓，延长收购时间，\
做到车不过夜、粮不落地。县粮食局每天下午五点前汇总进度，遇到堵点当天解决。
二、存得好，质量责任要分清
入库的每一批粮食都要检验登记，谁签字谁负责。对水分超标的，既不能一拒了之，也不能降低标准，\
要帮助农户就近烘干。审计部门提前介入，收购资金专户管理，严禁打白条。
三、卖得出，价格要有底气
我们不能只盯着最低收购价。加工企业要同合作社签订长期合同，优质优价；\
供销社要把“云岭香米”的牌子擦亮，争取年内进入省城二十家超市。
同志们，秋收不等人。会后请大家马上分头行动，确保颗粒归仓！谢谢大家。
"""
TRADITIONAL = """在全縣秋糧收購工作調度會上的講話
各位同仁：
今天把大家請到糧站的曬場上來開會，就是想讓各鄉鎮都看一看，老百姓排隊賣糧到底要等多久。\
剛才，清河灣鎮的負責同志介紹了做法，講得很實在，我都贊成。下面，我再強調三個問題。
一、收得進，農民心裡才踏實
今年全縣水稻種植面積二十六萬畝，比去年增加三千多畝，單產也略有提高。豐收是好事，\
可是倉容不足、烘乾能力跟不上，好事也可能變成難事。各收購點要提前騰倉，延長收購時間，\
做到車不過夜、糧不落地。縣糧食局每天下午五點前匯總進度，遇到堵點當天解決。
二、存得好，品質責任要分清
入庫的每一批糧食都要檢驗登記，誰簽字誰負責。對水分超標的，既不能一拒了之，也不能降低標準，\
要幫助農戶就近烘乾。審計部門提前介入，收購資金專戶管理，嚴禁打白條。
"""
KINDS = [
    ("utf-8", SIMPLIFIED),
    ("utf-8", TRADITIONAL),
    ("gb18030", SIMPLIFIED),
    ("gb18030", TRADITIONAL),
    ("big5hkscs", TRADITIONAL),
    ("utf-16-le", SIMPLIFIED),
    ("utf-16-be", SIMPLIFIED),
]


def decoded(data: bytes) -> DecodedText:
    found = decode_text(data)
    assert found is not None
    return found


@pytest.mark.parametrize(("encoding", "text"), KINDS)
def test_whole_texts(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding)) == DecodedText(text, encoding)
    assert decoded((text * 200).encode(encoding)).text == text * 200


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
def test_marks_decide_and_go(mark: bytes, encoding: str) -> None:
    assert decoded(mark + "好".encode(encoding)) == DecodedText("好", encoding)
    assert decoded(mark).text == ""


def windows(data: bytes, size: int, step: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data) - size, step)]


@pytest.mark.parametrize("size", [100, 500])
@pytest.mark.parametrize(("encoding", "text"), KINDS)
def test_windows_cut_at_any_byte(encoding: str, text: str, size: int) -> None:
    for window in windows(text.encode(encoding), size, 7):
        found = decoded(window)
        assert found.encoding == encoding
        assert found.bad_bytes <= 6
        # A cut pair of bytes may take its neighbour with it, no more.
        whole = found.text.strip("\ufffd")
        assert any(whole[first:] in text for first in range(3))


@pytest.mark.parametrize(
    "hanzi",
    [
        "第三季度",
        "办公室印",
        "县长讲话",
        "请示报告",
        "效益挂钩",
        "贪污腐败",
        "壁垒森严",
        "抓住抓牢",
    ],
)
def test_mostly_ascii_with_four_hanzi(hanzi: str) -> None:
    line = "http://www.example.com/2026/10/20/index.html?id=1 " * 4
    for encoding in ("gb18030", "utf-8"):
        data = (line + hanzi + line).encode(encoding)
        assert decoded(data) == DecodedText(line + hanzi + line, encoding)


def test_short_texts() -> None:
    for text in ("同志们", "好", "讲话", "2026年"):
        for encoding in ("utf-8", "gb18030"):
            assert decoded(text.encode(encoding)).text == text
    assert decoded(b"plain ASCII\r\n") == DecodedText("plain ASCII\r\n", "utf-8")
    assert decoded("plain ASCII".encode("utf-16-le")).text == "plain ASCII"


@pytest.mark.parametrize(("encoding", "text"), KINDS)
def test_a_damaged_byte_costs_a_character_or_two(encoding: str, text: str) -> None:
    """A byte overwritten by 0xFF: counted, and all other lines stay whole."""
    chance = random.Random(7)  # noqa: S311
    whole = text.encode(encoding)
    lines = text.split("\n")
    for _ in range(60):
        place = chance.randrange(len(whole))
        found = decoded(whole[:place] + b"\xff" + whole[place + 1 :])
        assert found.encoding == encoding
        damaged = [one for one in found.text.split("\n") if one not in lines]
        assert len(damaged) <= 2
        if not encoding.startswith("utf-16"):  # there 0xFF may be half of a character
            assert found.bad_bytes >= 1
            assert found.text.count("\ufffd") == found.bad_bytes
        kept = sum(one in found.text for one in set(text))
        assert kept >= len(set(text)) - 3


def test_resynchronising_keeps_the_rest_of_the_line() -> None:
    """A lost lead byte must not turn what follows into other characters."""
    text = "各收购点要提前腾仓延长收购时间做到车不过夜粮不落地" * 3
    data = bytearray(text.encode("gb18030"))
    data[40] = 0xFF
    found = decoded(bytes(data))
    assert found.text.replace("\ufffd", "") == text[:20] + text[21:]
    assert found.bad_bytes == 2


@pytest.mark.parametrize("damage", [b"?", b"\0", b" "])
@pytest.mark.parametrize(
    ("encoding", "text", "places"),
    [
        ("gb18030", "各村今年提前把水加到位，做到事不出村。\n第二行一字不少。", range(3, 15)),
        # Half the second bytes of Big5 are ASCII, where its pairs find their way back themselves.
        ("big5hkscs", "防汛工作會議上的講話提綱，請各地認真抓好。\n第二行一字不少。", (7,)),
    ],
)
def test_a_lost_first_byte_shifts_no_pairs(
    encoding: str, text: str, places: Sequence[int], damage: bytes
) -> None:
    """What stands for it is a byte of ASCII, so that every pair behind it can be decoded."""
    for at in places:
        data = bytearray(text.encode(encoding))
        data[2 * at : 2 * at + 1] = damage
        found = decoded(bytes(data))
        shown = damage.decode()
        assert found == DecodedText(f"{text[:at]}{shown}\ufffd{text[at + 1 :]}", encoding, 1)


def test_a_cut_that_looks_like_a_mark_is_none() -> None:
    """The second byte of ， and the first of 曾 are those of a mark; what follows is Chinese."""
    text = "曾经得到了改进，但是现在的问题是各乡镇应当继续努力，把事情做实。" * 2
    data = ("，" + text).encode("utf-16-le")[1:]
    assert data.startswith(codecs.BOM_UTF16_LE)
    found = decoded(data)
    assert found.encoding == "utf-16-le"
    assert found.text.endswith("把事情做实。")


def test_the_end_of_a_line_is_part_of_no_character() -> None:
    data = "今年的工作要抓紧。\n第二行一字不少。".encode("gb18030")
    cut = data.replace("。\n".encode("gb18030"), b"\xa1\n")
    assert decoded(cut).text == "今年的工作要抓紧\ufffd\n第二行一字不少。"


def test_figures_before_rare_words_are_no_damage() -> None:
    text = "全年新增3个镬爨馕、12处罅隙，共38.6公里。\nA级饕餮纹鎏金罍1件。"
    assert decoded(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 10,
        b"\xff" * 100_000,
        b"\xff\n" * 100,
        b"\xff \xfe \xfd" * 100,
        b"\xff\xfd\xff\xfc\x80" * 500,
        bytes(range(1, 32)) * 50,
        random.Random(1).randbytes(20_000),  # noqa: S311
        random.Random(2).randbytes(300),  # noqa: S311
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    assert decode_text(data) is None


def test_other_languages_go_to_chardet() -> None:
    russian = "Сегодня мы собрались, чтобы обсудить уборку урожая и хранение зерна. " * 8
    assert decoded(russian.encode("windows-1251")).text == russian
    assert decoded(russian.encode("utf-8")).text == russian
    french = "Le maire a présenté les résultats de l'été à la préfecture, très satisfait. " * 8
    assert decoded(french.encode("latin-1")).text == french


@pytest.mark.parametrize(
    "data",
    [
        SIMPLIFIED.encode("gb18030") * 3000,
        (SIMPLIFIED.encode("gb18030") + b"\xff\x80") * 3000,
        SIMPLIFIED.encode("utf-8") * 4000 + b"\xff" * 20_000,
        "讲".encode() * 1_700_000,
    ],
)
def test_five_megabytes_are_quick(data: bytes) -> None:
    begun = seconds()
    assert len(decoded(data).text) > 1_000_000
    assert seconds() - begun < 3


def test_figures_on_the_measuring_data(shared) -> None:
    """The requirement: all right at 500 bytes, at least 98 % at 100."""
    chance = random.Random(20)  # noqa: S311
    texts = [
        path.read_text(encoding="utf-8")[:20_000]
        for path in sorted(shared.glob("seeds/*.txt"))
        + sorted(shared.glob("data/speeches_dev/*.txt"))[::8]
    ]
    for size, least in ((100, 0.98), (500, 1.0), (5000, 1.0)):
        right = tried = 0
        for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
            for _ in range(60):
                data = chance.choice(texts).encode(encoding, "ignore")
                start = chance.randrange(max(len(data) - size, 1))
                found = decode_text(data[start : start + size])
                tried += 1
                right += found is not None and found.encoding == encoding and found.bad_bytes <= 6
        assert right / tried >= least, f"{size} bytes: {right} of {tried}"
