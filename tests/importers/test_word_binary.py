"""Old Word files made by hand: pieces, fields, marks, deletions, numbers, Word 6."""

from __future__ import annotations

import random
import struct

import pytest

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes
from drafting.importers.word_binary.reader import WordBinary, read_word_binary
from drafting.model.imported import ImportedText, Omission
from tests.clock import seconds
from tests.importers.old_word import TEXT_AT, OldWord, container

DELETED, VANISH, SYMBOL = b"\x00\x08\x01", b"\x3c\x08\x01", b"\x09\x6a\x03\x00\xfe\xf0"
IN_TABLE = b"\x16\x24\x01"


def wide(text: str) -> tuple[bytes, bool]:
    return text.encode("utf-16-le", "surrogatepass"), False


def narrow(text: str) -> tuple[bytes, bool]:
    return text.encode("cp1252"), True


def read(made: OldWord) -> ImportedText:
    """Read a file, once the account of its characters is right."""
    data = made.data()
    word = WordBinary(data, "旧稿.doc")
    imported = word.read()
    walker = word.walker
    assert walker.kept + walker.marks + sum(walker.characters.values()) == len(word.text)
    assert import_bytes(data, "旧稿.doc") == imported
    return imported


def problem(data: bytes, name: str = "旧稿.doc") -> ImportProblem:
    with pytest.raises(ImportProblem) as caught:
        import_bytes(data, name)
    assert str(caught.value).startswith(f"无法打开“{name}”：")
    assert str(caught.value).count("。") == 1
    return caught.value


def listed(imported: ImportedText) -> dict[str, tuple[int, int]]:
    return {one.kind: (one.count, one.characters) for one in imported.omissions}


def test_pieces_of_one_and_of_two_bytes() -> None:
    made = OldWord([wide("同志们：\r去年产值"), narrow("12.5 “bn” – "), wide("😀元。\r")])
    imported = read(made)
    assert imported.text == "同志们：\n去年产值12.5 “bn” – 😀元。"
    assert imported.omissions == ()
    places = [(one.part, one.paragraph, one.offset) for one in imported.runs]
    assert places == [("body", 0, 0), ("body", 1, 0)]


def test_pieces_stand_in_the_order_of_the_table_not_of_the_file() -> None:
    made = OldWord([wide("后。\r"), wide("前，")])
    streams = made.streams()
    at = streams["1Table"].index(struct.pack("<BI", 2, 28)) + 5
    table = struct.pack("<3I", 0, 2, 5)
    table += struct.pack("<HIH", 0, TEXT_AT + 6, 0) + struct.pack("<HIH", 0, TEXT_AT, 0)
    streams["1Table"] = streams["1Table"][:at] + table
    assert read_word_binary(container(streams), "a.doc").text == "前，后。"


def test_table_zero_and_a_flag_that_is_wrong() -> None:
    for flags in (0, 0x0200):
        made = OldWord([wide("正文。\r")], flags=flags)
        streams = made.streams()
        assert read_word_binary(container(streams), "a.doc").text == "正文。"
        streams["0Table"] = streams.pop("1Table")
        assert read_word_binary(container(streams), "a.doc").text == "正文。"


def test_pictures_of_eight_megabytes_do_not_matter() -> None:
    streams = {"Data": bytes(8_000_000)} | OldWord([wide("正文。\r")]).streams()
    assert read_word_binary(container(streams), "a.doc").text == "正文。"


def test_fields_give_their_result() -> None:
    text = (
        "看\x13 HYPERLINK \x13 PAGE \x14九\x15 \x14县\x13 REF a \x14政\x15府\x15网，"
        "\x13 TC \x15无果；开\x14头\x15和\x13尾\r"
    )
    imported = read(OldWord([wide(text)]))
    assert imported.text == "看县政府网，无果；开头和尾"
    codes = len(" HYPERLINK \x13 PAGE \x14九\x15 \x14") + 1 + len("\x13 REF a \x14\x13 TC \x15")
    assert listed(imported) == {"域代码": (3, codes)}


def test_a_note_of_pronunciation_keeps_its_base() -> None:
    made = OldWord(
        [wide('党的\x13 EQ \\* jc0 \\* "Font:宋体" \\o\\ad(\\s\\up 9(lǐng),领)\x15导\r')]
    )
    assert read(made).text == "党的领导"


def test_marks_of_all_kinds() -> None:
    text = (
        "甲\x02乙\x05丙\x0b丁\x1e戊\x1f己\x01庚\x08辛\x10壬\t癸\r"
        "\x0c子\x0c丑\x0c\r格一\x07格二\r续\x07\x07\x07尾\ud800\r"
    )
    imported = read(OldWord([wide(text)]))
    assert imported.text == "甲乙丙\n丁-戊己庚辛壬\t癸\n子\n丑\n格一\n格二\n续\n尾\ufffd"
    assert listed(imported) == {
        "图片": (1, 1), "图形": (1, 1), "控制字符": (1, 1), "无法辨认的字符": (1, 0),
    }  # fmt: skip


def test_empty_paragraphs_of_a_cell_are_no_empty_lines() -> None:
    made = OldWord(
        [wide("\r甲\r\r\x07乙\r")],
        paragraphs=[(2, b"\0\0"), (10, b"\0\0" + IN_TABLE), (14, b"\0\0")],
    )
    assert read(made).text == "\n甲\n乙"


def test_deleted_hidden_and_symbols() -> None:
    made = OldWord(
        [wide("留删除藏起(同意(完\r")],
        runs=[(2, b""), (6, DELETED), (10, VANISH), (12, SYMBOL), (20, b"")],
    )
    imported = read(made)
    assert imported.text == "留☑同意(完"
    assert listed(imported) == {"修订中删除的文字": (1, 2), "隐藏文字": (1, 2)}
    unknown = SYMBOL[:-2] + b"\x01\xf0"
    imported = read(OldWord([wide("甲(乙\r")], runs=[(2, b""), (4, unknown), (8, b"")]))
    assert imported.text == "甲乙"
    assert imported.omissions == (Omission("特殊符号", 1, 1),)


def test_a_deleted_mark_joins_paragraphs() -> None:
    text = "上半\r下半\r全删\r末\r"
    made = OldWord(
        [wide(text)],
        runs=[(4, b""), (6, DELETED), (12, b""), (18, DELETED), (22, b"")],
    )
    assert read(made).text == "上半下半\n末"


def test_tracked_changes_by_choice() -> None:
    inserted = b"\x01\x08\x01"
    data = OldWord(
        [wide("同志们\r新增\r删去先增后删完\r")],
        runs=[(8, b""), (14, inserted), (18, DELETED), (26, inserted + DELETED), (30, b"")],
    ).data()
    accepted, original = import_bytes(data, "a.doc"), import_bytes(data, "a.doc", "original")
    assert accepted.text == "同志们\n新增\n完"
    assert accepted.omissions == (Omission("修订中删除的文字", 1, 6),)
    assert original.text == "同志们\n删去完"
    assert listed(original) == {"修订中新增的文字": (2, 6)}


def test_changes_of_a_fast_saved_piece() -> None:
    deletion = [b"\x00\x08\x01"]
    pieces = [wide("留一"), wide("删掉"), wide("藏着"), wide("留二\r")]
    made = OldWord(pieces, groups=deletion, changes={1: 1, 2: 0x5C << 1 | 1 << 8})
    imported = read(made)
    assert imported.text == "留一留二"
    assert listed(imported) == {"修订中删除的文字": (1, 2), "隐藏文字": (1, 2)}


def test_stories_in_order() -> None:
    stories = [
        "正文\x02，\x02完。\r",
        "\x02 注甲\r\x02 注乙\r接着\r\r",
        "\x03\r\r\x04\r\r\r\r页眉字\r页脚字\r",
        "",
        "\x05批注一\r\x05批\r",
        "\x02 尾注\r\r",
        "框一\r框二\r\r",
        "框在页眉\r",
    ]
    headers = struct.pack("<14I", 0, 2, 3, 5, 6, 7, 8, 8, 12, 12, 16, 16, 16, 99)
    made = OldWord(
        [wide("".join(stories) + "\r")],
        counts=[len(one) for one in stories],
        places={
            3: struct.pack("<4I", 0, 5, 13, 0),
            11: headers,
            47: struct.pack("<3I", 0, 5, 0),
        },
    )
    imported = read(made)
    assert imported.text == "正文，完。\n注1： 注甲\n注2： 注乙\n接着\n注3： 尾注\n框一\n框二"
    assert {one.part for one in imported.runs} == {"body", "footnotes", "endnotes", "textboxes"}
    assert listed(imported) == {
        "批注": (2, 4), "页眉": (1, 3), "页脚": (1, 3), "页眉页脚中的文本框": (1, 4),
    }  # fmt: skip


def word_6(text: bytes, *, language: int = 0x0804, version: int = 101, flags: int = 0) -> bytes:
    document = bytearray(TEXT_AT) + text
    struct.pack_into("<HH2xHHH", document, 0, 0xA5DC, version, language, 0, flags)
    struct.pack_into("<II", document, 0x18, TEXT_AT, TEXT_AT + len(text))
    struct.pack_into("<I", document, 0x34, len(text))
    return container({"WordDocument": bytes(document)})


CHINESE = "各位代表：今年全县粮食总产量达到五十万吨，比上年增长百分之三。\r请予审议。\r"
TRADITIONAL = "各位代表：今年全縣糧食總產量達到五十萬噸，比上年增長百分之三。\r請予審議。\r"


@pytest.mark.parametrize("language", [0x0804, 0x0409])
@pytest.mark.parametrize(("text", "encoding"), [(CHINESE, "gbk"), (TRADITIONAL, "big5")])
def test_word_6_in_chinese_codes(text: str, encoding: str, language: int) -> None:
    data = word_6(text.encode(encoding), language=language)
    word = WordBinary(data, "a.doc")
    assert word.read().text == text.replace("\r", "\n").strip()
    assert word.walker.kept + word.walker.marks == len(text.encode(encoding))


def test_word_6_in_other_languages() -> None:
    for text, language, encoding in (
        ("Café “à la carte” – déjà vu.", 0x040C, "cp1252"),
        ("Доклад о работе совета за прошлый год.", 0x0419, "cp1251"),
        ("Zpráva o činnosti za minulý rok.", 0x0405, "cp1250"),
    ):
        data = word_6(text.encode(encoding) + b"\r", language=language)
        assert read_word_binary(data, "a.doc").text == text


def test_word_95_of_east_asia_stores_two_bytes_each() -> None:
    pairs = b"".join(
        one.encode("gbk").rjust(2, b"\0")[::-1] for one in "各位代表：\r共 15 万吨。\r"
    )
    document = bytearray(TEXT_AT) + pairs
    struct.pack_into("<HH2xHHH", document, 0, 0xA697, 104, 0x0804, 0, 0x1000)
    struct.pack_into("<II", document, 0x18, TEXT_AT, TEXT_AT + len(pairs))
    struct.pack_into("<I", document, 0x34, len(pairs) // 2)
    data = container({"WordDocument": bytes(document)})
    assert read_word_binary(data, "a.doc").text == "各位代表：\n共 15 万吨。"


def test_chinese_in_single_bytes_of_a_later_file() -> None:
    text = CHINESE.encode("gbk")
    assert read(OldWord([(text, True)])).text == CHINESE.replace("\r", "\n").strip()
    # Western letters stay what they are, in a Chinese file too.
    made = OldWord(
        [
            wide("品牌："),
            narrow("Café Crème, “Déjà vu” – Ärzte, Œuvre, Čapek".replace("Č", "É")),
            wide("\r"),
        ]
    )
    assert read(made).text.startswith("品牌：Café Crème, “Déjà vu” –")


def test_what_is_no_readable_word_file() -> None:
    good = OldWord([wide("正文。\r")])
    streams = good.streams()
    locked = OldWord([wide("正文。\r")], flags=0x0300).data()
    obfuscated = OldWord([wide("正文。\r")], flags=0x8300).data()
    assert problem(locked).code == problem(obfuscated).code == "encrypted"
    assert "取消密码" in problem(locked).advice
    assert problem(container({"EncryptedPackage": b"x"})).code == "encrypted"
    assert problem(container({"Workbook": b"x"})).reason == "它其实是电子表格"
    assert problem(container({"PowerPoint Document": b"x"}), "a.wps").reason == "它其实是演示文稿"
    assert problem(container({"CONTENTS": b"x"}), "a.wps").code == "unsupported"
    assert problem(container({"Other": b"x"})).code == "unsupported"
    assert problem(container({"WordDocument": b"\xdb\xa5\x2d\0"})).reason.startswith(
        "它是 Word 2.0"
    )
    assert problem(b"\xdb\xa5\x2d\0" + bytes(900)).code == "unsupported"
    assert problem(container({"WordDocument": b"x" * 900})).code == "damaged"
    assert problem(container({"WordDocument": streams["WordDocument"]})).code == "damaged"
    assert problem(container({})).code in ("damaged", "unsupported")
    assert problem(good.data()[:700]).code == "damaged"
    assert problem(OldWord([wide("\r \r")]).data()).code == "empty"
    assert problem(OldWord([wide("\x01\r")]).data()).reason == "里面没有可读的正文（只有图片 1 处）"


def test_other_contents_under_an_old_name() -> None:
    assert problem(b"").code == "empty"
    assert import_bytes("各位代表：今天开会。".encode("gbk"), "旧稿.doc").encoding == "gb18030"
    assert problem(b"\xff\xd8\xff\xe0 JFIF").reason == "它其实是图片，扩展名不对"
    noise = random.Random(5).randbytes(3000)  # noqa: S311 - noise, no secret
    assert problem(noise, "老稿.wps").reason == "它是早期 WPS 的专用格式"
    assert problem(noise, "老稿.doc").code == "wrong-type"
    made = OldWord([wide("正文。\r")]).data()
    for name in ("a.doc", "a.DOT", "a.wps", "a.wpt", "-", "讲话稿"):
        assert import_bytes(made, name).text == "正文。"
    assert import_bytes(made, "a.docx").text == "正文。"


def test_text_that_the_file_has_lost_is_listed() -> None:
    streams = OldWord([wide("前言。" + "正文，" * 3000 + "\r")]).streams()
    streams["WordDocument"] = streams["WordDocument"][:8192]
    imported = read_word_binary(container(streams), "a.doc")
    assert imported.text.startswith("前言。正文，")
    assert len(imported.text) == 3072
    assert listed(imported) == {"文件缺损处丢失的文字": (1, 9004 - 3072)}


def test_more_text_than_the_head_counts_is_listed() -> None:
    imported = read(OldWord([wide("正文。\r多出的字\r")], counts=[4]))
    assert imported.text == "正文。"
    assert listed(imported) == {"不属于正文的文字": (1, 4)}


@pytest.mark.parametrize(
    "text",
    [
        "\x13" * 400_000 + "\x15" * 400_000,
        "\x13LINK \x14" * 60_000 + "\x15" * 60_000,
        "\r" * 200_000,
        "\x07\x0c" * 100_000,
        "甲\x0c" * 100_000,
        "(" * 200_000,
        "\ud800\x02" * 100_000,
        "甲" * 1_000_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    data = OldWord([wide(text + "完\r")], runs=[(2 * len(text), SYMBOL)]).data()
    begun = seconds()
    assert read_word_binary(data, "a.doc").text.endswith("完")
    assert seconds() - begun < 3


def test_pieces_over_the_same_bytes_are_bounded() -> None:
    streams = OldWord([wide("甲" * 100_000)]).streams()
    count = 10_000
    table = struct.pack(f"<{count + 1}I", *range(0, 100_000 * count + 1, 100_000))
    table += struct.pack("<HIH", 0, TEXT_AT, 0) * count
    clx = struct.pack("<BI", 2, len(table)) + table
    document = bytearray(streams["WordDocument"])
    struct.pack_into("<II", document, 0x9A + 8 * 33, 0, len(clx))
    begun = seconds()
    data = container({"WordDocument": bytes(document), "1Table": clx})
    assert problem(data).code == "damaged"
    assert seconds() - begun < 2
