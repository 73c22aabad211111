"""What a reader of a web page sees is imported; all else is listed."""

from __future__ import annotations

import pytest

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes
from drafting.importers.web.page import decode_page, read_web_page
from drafting.model.imported import ImportedText, Omission
from tests.clock import seconds
from tests.importers.mutants import MUTANTS, count_ends

SPEECH = (
    "在云岭县护林防火会上的讲话",
    "同志们：",
    "入秋以来，全县三个月没下透雨，山上的草一点就着。下面我讲两点。",
    "一、看住人，管住火",
    "各乡镇要把护林员的名册再对一遍，山口有人守，坟头有人看。",
    "谢谢大家。",
)
PAGE = "<html><head><title>讲话</title></head><body>{}</body></html>".format(
    "".join(f"<p>{one}</p>\n" for one in SPEECH)
)


def page(source: str) -> ImportedText:
    return read_web_page(source.encode(), "网页.html")


def listed(source: str) -> dict[str, tuple[int, int]]:
    return {one.kind: (one.count, one.characters) for one in page(source).omissions}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>甲</p><p>乙</p>", "甲\n乙"),
        ("甲<div>乙<div>丙</div>丁</div>戊", "甲\n乙\n丙\n丁\n戊"),
        ("<p>第一行<br>第二行<br/>\n第三行<br></p>", "第一行\n第二行\n第三行"),
        ("<p>上<br><br><br><br>下", "上\n\n下"),
        ("<p>收成\n   好于去年，Q1 of\n the year</p>", "收成好于去年，Q1 of the year"),
        ("<b>云岭</b>\n<i>县</i> <u>good</u> year", "云岭县 good year"),
        ("<table><tr><td>乡镇<td>亩数<tr><td>石门<td>30<tr><td></table>", "乡镇\n亩数\n石门\n30"),
        ("<ol><li>修渠<li><p>修路</p><li value=7>修桥</ol>", "1.修渠\n2.修路\n7.修桥"),
        ("<ol start=3 type=a><li>x y<li>甲</ol>", "c. x y\nd.甲"),
        ("<ol reversed><li>甲<li>乙</ol>", "2.甲\n1.乙"),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", "一、甲\n二、乙"),
        ("<ol style='list-style:none'><li>甲<li>乙</ol>", "甲\n乙"),
        ("<ul><li>甲<ol><li>乙</ol><li>丙</ul>", "甲\n1.乙\n丙"),
        ("<dl><dt>一<dd>二</dl><hr><h1>三</h1>四", "一\n二\n三\n四"),
        ("<pre>\n 甲  乙\n\n\n\n丙 </pre>", " 甲  乙\n\n\n\n丙 "),
        ("&lt;p&gt;&amp;&nbsp;&#38215;&#x9555;&ldquo;&middot;&rdquo;&hellip;", "<p>&\xa0镇镕“·”…"),
        ("<p>&#147;引&#148;<q>话</q></p>", "“引”“话”"),
        ("<ruby>镕<rp>(</rp><rt>róng</rt><rp>)</rp></ruby>同志", "镕同志"),
        ("首页 &gt; 要闻<script>var a='乙'</script><style>p{}</style><p>甲", "首页 > 要闻\n甲"),
        ("<span style='display:block'>甲</span><span style='DISPLAY: Block'>乙</span>", "甲\n乙"),
        ("<p>甲<![endif]-->乙<!-- 丙 --><!--[if gte mso 9]><xml>丁</xml><![endif]--></p>", "甲乙"),
        ("<p>未关<b>的<div>标签</p>也</span>在", "未关的\n标签\n也在"),
        ("<p>a < b &undefined; &</p>", "a < b &undefined; &"),
        ("<center>标题</center><font>文</font><unknown>字</unknown>", "标题\n文字"),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn></math><p>\u3000\u3000甲</p>", "x=1\n\u3000\u3000甲"),
    ],
)
def test_what_is_seen(source: str, text: str) -> None:
    assert page(source).text == text


def test_numbers_that_word_wrote_out() -> None:
    source = """<p class=MsoListParagraph><![if !supportLists]><span lang=EN-US><span
    style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
    </span></span></span><![endif]>抓骨干工程</p>
    <p><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span
    style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span>要点</p>
    <p><span style="mso-list:Ignore">1.<span>&nbsp;</span></span>GPS</p>"""
    assert page(source).text == "（一）抓骨干工程\n要点\n1. GPS"
    assert listed(source) == {"特殊符号": (1, 1)}


def test_everything_left_out_is_listed() -> None:
    source = """<title>网站名</title><nav><a>首页</a><a>要闻</a></nav><p>甲<rt>yǐ</rt></p>
    <div hidden>藏一。</div><p style="color:red; display : none">藏二</p><del>删去</del>
    <img src=a.png alt="会场"><img src=b.png><svg><text>图</text></svg><video>放</video>
    <iframe src=x>框</iframe><button>分享</button><select><option>选项</select>
    <input type=hidden><input value=x><textarea>填</textarea><noscript>请启用脚本</noscript>
    <div style='mso-element:comment-list'>批语</div><span style='visibility:hidden'>藏三</span>"""
    assert page(source).text == "甲"
    assert listed(source) == {
        "网页标题": (1, 3),
        "导航栏": (1, 4),
        "拼音注音": (1, 2),
        "隐藏文字": (1, 3),
        "不显示的网页文字": (2, 4),
        "修订中删除的文字": (1, 2),
        "图片": (3, 3),
        "音频或视频": (1, 1),
        "内嵌页面": (1, 1),
        "表单控件": (4, 5),
        "备用内容": (1, 5),
        "批注": (1, 2),
    }


@pytest.mark.parametrize(
    "hiding",
    [
        "<font class='jammer'>6J$de]g</font>",
        "<span style='display:none'>:H0 ,d</span>",
        "<font style='font-size:0px;color:#fff'>本文来自某网</font>",
        "<font style='FONT-SIZE: 0'>3I;%</font>",
        "<span style='position:absolute; left:-9999px'>复制无效</span>",
        "<font color=white>]b[5f2</font>",
        "<span style='color: rgb(250, 250, 250)'>]b[5f2</span>",
        "<span class='icon' aria-hidden='true'>expand_more</span>",
        "<span class='sr-only'>当前位置</span>",
    ],
)
def test_what_a_page_hides_in_a_line_is_left_out(hiding: str) -> None:
    source = f"<p>把账算清。{hiding}</p><p>{hiding}把事办实。</p>"
    assert page(source).text == "把账算清。\n把事办实。"
    assert listed(source)["不显示的网页文字"][0] == 2
    assert all(one.is_beside_text for one in page(source).omissions)


@pytest.mark.parametrize(
    "shown",
    [
        "<div style='font-size:0'><p style='font-size:16px'>把账算清</p></div>",
        "<h1><span style='color:#fff'>把账算清</span></h1>",
        "<p style='background:#c00'>一、<span style='color:#fff'>把账算清</span></p>",
        "<table bgcolor=#003366><tr><td>一、<font color=#ffffff>把账算清</font></td></tr></table>",
        "<p>一、<span style='color:#333;font-size:0.9em'>把账算清</span></p>",
        "<p style='text-indent:-24px;margin-left:-120px'>把账算清</p>",
        "<p>一、<span aria-hidden=true>把账算清</span></p>",
        "<div aria-hidden=true><p>把账算清</p></div>",
        "<p class=MsoNormal>把账算清<o:p></o:p></p>",
    ],
)
def test_what_a_page_shows_stays(shown: str) -> None:
    assert page(shown).text.removeprefix("一、") == "把账算清"


def test_the_settings_of_word_are_no_text() -> None:
    source = """<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
    <xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom><w:Compatibility/>
    </w:WordDocument></xml><template><p>模板</p></template><p>把账算清</p>"""
    assert page(source).text == "把账算清"
    assert listed(source) == {"Word 的设置": (1, 7)}


BIG5 = "同志們：縣裡開會，講兩件事，請大家記好。"


@pytest.mark.parametrize(
    ("said", "codec", "text"),
    [
        # Many pages say gb2312 and hold characters that it has not.
        ("gb2312", "gb18030", "朱镕同志在会上"),
        ("GBK", "gbk", "朱镕同志在会上"),
        ("gb18030", "gb18030", "㐂𠀀同志"),
        ("utf-8", "utf-8", "朱镕"),
        ("big5", "big5", BIG5),
        ("Big5-HKSCS", "big5hkscs", "同志們，㗎啲"),
        ("no-such", "gb18030", "各乡镇要把名册再对一遍"),
    ],
)
def test_encodings_that_the_page_names(said: str, codec: str, text: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">'
    assert read_web_page(f"{head}<p>{text}</p>".encode(codec), "a.htm").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-le"])
def test_encodings_that_nobody_names(encoding: str) -> None:
    imported = read_web_page(PAGE.encode(encoding), "a.html")
    assert imported.text == "\n".join(SPEECH)


def test_the_page_is_not_believed_against_its_bytes() -> None:
    for said in ("gb2312", "iso-8859-1", "utf-16", "no-such"):
        data = f"<meta charset='{said}'>{PAGE}".encode()
        assert read_web_page(data, "a.html").text == "\n".join(SPEECH)
    short = "<meta charset=gbk><p>镕".encode("gb18030")
    assert read_web_page(short, "a.html").text == "镕"


def test_a_damaged_byte_is_counted_and_cuts_nothing() -> None:
    data = bytearray(("<meta charset=gbk>" + PAGE).encode("gb18030"))
    data[data.index("山口".encode("gb18030"))] = 0xFF
    imported = read_web_page(bytes(data), "a.html")
    assert imported.text.endswith("谢谢大家。")
    kinds = {one.kind: one.count for one in imported.omissions}
    assert kinds["无法辨认的字节"] == imported.text.count("\ufffd") > 0
    decoded = decode_page(bytes(data))
    assert decoded is not None
    assert decoded.encoding == "gb18030"


def test_nul_bytes_are_counted() -> None:
    assert page("<p>甲\0乙</p>") == ImportedText(
        "甲乙", page("<p>甲乙</p>").runs, (Omission("空字节", 1),), "utf-8"
    )


def test_places() -> None:
    imported = page("<p>甲乙<br>丙</p><ol><li>丁</ol>")
    assert imported.text == "甲乙\n丙\n1.丁"
    assert [(one.start, one.end, one.paragraph) for one in imported.runs] == [(0, 4, 0), (7, 8, 1)]


def test_three_hundred_levels() -> None:
    for tag in ("div", "b", "span", "table><tr><td", "blockquote", "ul><li"):
        assert page(f"<{tag}>" * 300 + "深处的字").text == "深处的字"


def test_a_node_of_ten_megabytes() -> None:
    text = "秋粮入库，颗粒归仓，" * 340_000
    data = f"<p>{text}</p>".encode()
    assert len(data) > 10_000_000
    begun = seconds()
    assert read_web_page(data, "a.html").text == text
    assert seconds() - begun < 4


def test_many_nodes_stay_linear() -> None:
    begun = seconds()
    assert len(page("<p>甲 <!-- --> <b>乙</b>\n" * 60_000).text) == 4 * 60_000 - 1
    assert len(page("<br> <!-- -->" * 100_000 + "甲").text) == 1
    assert seconds() - begun < 5


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.html", b"", "empty"),
        ("a.html", b"<html><script>x()</script></html>", "empty"),
        ("a.html", b"<frameset><frame src=a.html></frameset>", "empty"),
        ("a.htm", b"\xff\xd8\xff\xe0 JFIF", "wrong-type"),
        ("a.htm", b"\xff" * 900, "unknown-encoding"),
        ("a.html", b"x" * (20 * 1024 * 1024 + 1), "too-large"),
    ],
)
def test_pages_that_cannot_be_read(name: str, data: bytes, code: str) -> None:
    with pytest.raises(ImportProblem) as caught:
        import_bytes(data, name)
    assert caught.value.code == code
    assert str(caught.value).count("。") == 1


@pytest.mark.parametrize("name", ["讲话.doc", "讲话.docx", "讲话.rtf", "讲话.pdf", "讲话.mht", "-"])
def test_a_page_under_another_name_is_read(name: str) -> None:
    for head in ("", "<!-- 由系统导出 -->\n", "<?xml version='1.0'?>", "<!DOCTYPE html>"):
        assert import_bytes((head + PAGE).encode(), name).text == "\n".join(SPEECH)


def test_mutants_of_pages_end_in_text_or_a_message() -> None:
    samples = [PAGE.encode(), ("<meta charset=gbk>" + PAGE).encode("gb18030"),
               "<ol><li>甲<ruby>字<rt>zì</rt></ruby><table><tr><td>乙<pre>丙".encode()]  # fmt: skip
    texts, messages = count_ends(samples, "a.html", seed=31)
    assert texts + messages == MUTANTS
    assert texts > MUTANTS // 2
