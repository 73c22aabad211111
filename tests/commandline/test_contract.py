"""The JSON of every command has exactly the keys of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]

STRUCTURE = {
    "title", "subtitle", "salutation", "speaker", "date", "script", "text", "opening", "headings",
    "items", "promises", "closing", "characters", "minutes", "cleaning",
}  # fmt: skip
FINDING = {
    "code", "name", "severity", "start", "end", "line", "column", "text", "message", "why",
    "fixes", "related",
}  # fmt: skip
RULE = {
    "code", "name", "summary", "group", "severity", "default_on", "source", "flagged", "clean",
}  # fmt: skip
SAMPLES = ("sample_mobilisation", "sample_economic", "sample_inspection")


@pytest.fixture
def sample(project: Path) -> Path:
    return project / "resources" / "samples" / "sample_mobilisation.txt"


def test_structure(call: Call, sample: Path) -> None:
    shape = call("structure", sample, "--json").json
    assert set(shape) == STRUCTURE
    assert set(shape["opening"]) == {"start", "end", "moves"}
    assert {frozenset(one) for one in shape["headings"]} == {
        frozenset({"level", "marker", "text", "run_in", "start", "end"})
    }
    assert {frozenset(one) for one in shape["promises"]} == {
        frozenset({"text", "count", "found", "start", "end", "kept"})
    }
    assert set(shape["closing"]) == {"start", "end"}


def test_structure_of_several_speeches(call: Call, project: Path, tmp_path: Path) -> None:
    texts = [
        (project / "resources" / "samples" / f"{name}.txt").read_text(encoding="utf-8").strip()
        for name in SAMPLES
    ]
    file = tmp_path / "合订.txt"
    file.write_text("\n\n".join(texts), encoding="utf-8")
    several = call("structure", file, "--json").json
    assert set(several) == STRUCTURE | {"speeches"}
    keys = ("title", "salutation", "speaker", "date")
    for text, speech in zip(texts, several["speeches"], strict=True):
        file.write_text(text, encoding="utf-8")
        alone = call("structure", file, "--json").json
        assert {key: speech[key] for key in keys} == {key: alone[key] for key in keys}
        inside = [
            (one["level"], one["marker"] + one["text"])
            for one in several["headings"]
            if speech["start"] <= one["start"] < speech["end"]
        ]
        assert inside == [(one["level"], one["marker"] + one["text"]) for one in alone["headings"]]
    file.write_text("\n\n".join(texts), encoding="utf-8")
    lines = call("structure", file).out.splitlines()
    titles = [line[3:] for line in lines if line.startswith("标题：")]
    assert lines[-1].startswith("预告")
    assert [line[:2] for line in lines if line[0] != "　"].count("标题") == len(SAMPLES)
    before_second = lines[: lines.index(f"标题：{several['speeches'][1]['title']}")]
    assert any(line.startswith("预告“三笔账”") for line in before_second)
    template = call("template", "from", file)
    assert template.out.count("讲话\n") == 1
    assert "文件里有 3 篇讲话，照第一篇做。" in template.err
    assert titles == [speech["title"] for speech in several["speeches"]]


@pytest.mark.parametrize("name", SAMPLES)
def test_structure_golden(call: Call, project: Path, name: str) -> None:
    """The whole answer for the shipped samples; rewrite the file only after reading the change."""
    shape = call("structure", project / "resources" / "samples" / f"{name}.txt", "--json").json
    golden = project / "tests" / "commandline" / "golden" / f"{name}.json"
    assert shape == json.loads(golden.read_text(encoding="utf-8"))


def test_clean(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "网页.txt"
    page.write_text("在全县防汛会上的讲话\n同志们:\n要把防汛抓紧,抓实。\n", encoding="utf-8")
    shape = call("clean", page, "--json").json
    assert set(shape) == {"text", "steps"}
    assert shape["text"] == "在全县防汛会上的讲话\n同志们：\n要把防汛抓紧，抓实。"
    assert {one["kind"] for one in shape["steps"]} == {"half-width-punctuation"}
    assert set(shape["steps"][0]) >= {"kind", "count", "samples"}


def test_lines_that_may_be_a_pages_are_told(call: Call, sample: Path, tmp_path: Path) -> None:
    page = tmp_path / "旧稿.txt"
    page.write_text(f"{sample.read_text(encoding='utf-8').rstrip()}\n关键词：实", encoding="utf-8")
    answer = call("clean", page, "--json")
    told = answer.json["steps"][-1]
    assert told.keys() == {"kind", "count", "samples", "line"}
    assert (told["kind"], told["samples"]) == ("doubtful-line", ["关键词：实"])
    assert answer.json["text"].endswith("\n关键词：实")
    assert "像是网页上的，请看一看（未改动）：1 处，“关键词：实”" in answer.err


def test_clean_writes_its_text(call: Call, sample: Path, tmp_path: Path) -> None:
    answer = call("clean", sample, "-o", tmp_path / "清稿.txt", "--json")
    written = (tmp_path / "清稿.txt").read_text(encoding="utf-8")
    assert written == answer.json["text"] + "\n"


def test_check(call: Call, sample: Path) -> None:
    answer = call("check", sample, "--json")
    assert answer.code == 1
    (one,) = answer.json["files"]
    assert set(one) == {"path", "text", "cleaning", "findings", "stats"}
    assert set(one["stats"]) == {"characters", "minutes", "sentences", "by_severity", "seconds"}
    assert one["findings"]
    for finding in one["findings"]:
        assert set(finding) == FINDING
        assert one["text"][finding["start"] : finding["end"]] == finding["text"]
        line = one["text"].split("\n")[finding["line"] - 1]
        assert line[finding["column"] - 1 :].startswith(finding["text"].split("\n")[0])
        for related in finding["related"]:
            assert set(related) - {"source"} == {"start", "end", "text"}
        for fix in finding["fixes"]:
            assert set(fix) == {"title", "edits", "applicability"}
            assert fix["applicability"] in {"safe", "ask"}


def test_every_fix_mends_its_finding(call: Call, sample: Path, tmp_path: Path) -> None:
    (one,) = call("check", sample, "--json").json["files"]
    for finding in one["findings"]:
        for fix in finding["fixes"]:
            text = one["text"]
            for edit in sorted(fix["edits"], key=lambda e: -e["start"]):
                text = text[: edit["start"]] + edit["replacement"] + text[edit["end"] :]
            mended = tmp_path / "mended.txt"
            mended.write_text(text, encoding="utf-8")
            (after,) = call("check", mended, "--raw", "--json").json["files"]
            # A crowded phrase is thinned place by place: its count in the message goes down.
            key = (finding["code"], finding["text"], finding["message"])
            before, left = (
                [(o["code"], o["text"], o["message"]) for o in one_file["findings"]].count(key)
                for one_file in (one, after)
            )
            assert left < before, finding["message"]


def test_raw_leaves_cleaning_out(call: Call, sample: Path) -> None:
    (raw,) = call("check", sample, "--raw", "--json").json["files"]
    (clean,) = call("check", sample, "--json").json["files"]
    assert raw["cleaning"] == []
    codes = {one["code"] for one in raw["findings"]} - {one["code"] for one in clean["findings"]}
    assert "PU001" in codes


@pytest.mark.parametrize("others", [0, 3])
def test_raw_takes_what_stands_around_the_article_of_a_page(
    call: Call, sample: Path, tmp_path: Path, others: int
) -> None:
    lines = "".join(f"<p>{line}</p>" for line in sample.read_text(encoding="utf-8").split("\n"))
    links = "<div><a href=1>首页</a></div><div><a href=2>政务公开</a></div>"
    pages = [tmp_path / f"{number}.html" for number in range(others + 1)]
    for page in pages:
        page.write_text(f"{links}<div>{lines}</div>", encoding="utf-8")
    (clean, *_) = call("check", *pages, "--json").json["files"]
    (raw, *_) = call("check", *pages, "--raw", "--json").json["files"]
    assert "政务公开" not in clean["text"]
    assert raw["text"].startswith("首页\n政务公开\n")


def test_select_and_ignore(call: Call, sample: Path) -> None:
    (one,) = call("check", sample, "--json", "--select", "WD").json["files"]
    assert {finding["code"][:2] for finding in one["findings"]} == {"WD"}
    (one,) = call("check", sample, "--json", "--ignore", "WD,RS001").json["files"]
    assert not any(finding["code"].startswith(("WD", "RS001")) for finding in one["findings"])


def test_rules(call: Call) -> None:
    rules = call("rules", "--json").json["rules"]
    assert all(set(rule) == RULE for rule in rules)
    assert len({rule["code"] for rule in rules}) == len(rules)
    (one,) = call("rules", "st004", "--json").json["rules"]
    assert one["code"] == "ST004"
    assert one["flagged"]
    assert "为什么" in call("rules", "ST004").out


def test_export(call: Call, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "讲话.docx"
    shape = call("export", sample, target, "--json").json
    assert set(shape) == {"path", "layout", "warnings"}
    first = target.read_bytes()
    call("export", sample, target)
    assert target.read_bytes() == first


def test_export_batch_overwrites_nothing(call: Call, project: Path, tmp_path: Path) -> None:
    paths = [project / "resources" / "samples" / f"{name}.txt" for name in SAMPLES]
    assert call("export", *paths, "--out-dir", tmp_path).code == 0
    assert call("export", paths[0], "--out-dir", tmp_path).code == 0
    names = sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".docx")
    assert names == sorted([*(f"{name}.docx" for name in SAMPLES), "sample_mobilisation（2）.docx"])


def test_export_puts_speaker_and_date_under_the_title(
    call: Call, project: Path, tmp_path: Path
) -> None:
    speech = tmp_path / "a.txt"
    speech.write_text("在全县防汛会上的讲话\n同志们：\n要抓紧。\n", encoding="utf-8")
    target = tmp_path / "a.docx"
    options = ("--speaker", "县长　李明远", "--date", "2026-06-01")
    assert call("export", speech, target, *options).code == 0
    shape = call("structure", target, "--json").json
    assert shape["title"] == "在全县防汛会上的讲话"
    assert shape["date"] == "2026-06-01"
    assert "李明远" in shape["text"].split("\n")[1]


@pytest.mark.parametrize(
    ("head", "warning"),
    [
        ("在会上的讲话\n县长　李明远\n（2026年5月1日）\n", "稿中已写有讲话人“县长　李明远”"),
        ("", "稿件没有标题，讲话人、日期没有加上。"),
    ],
)
def test_export_tells_which_speaker_and_date_it_left_out(
    call: Call, tmp_path: Path, head: str, warning: str
) -> None:
    speech = tmp_path / "a.txt"
    speech.write_text(f"{head}同志们：\n要抓紧。\n", encoding="utf-8")
    options = ("--speaker", "周启明", "--date", "2026-06-01", "--json")
    warnings = call("export", speech, tmp_path / "a.docx", *options).json["warnings"]
    assert any(one.startswith(warning) for one in warnings)


def test_export_puts_speaker_and_date_under_the_subtitle(call: Call, tmp_path: Path) -> None:
    speech, target = tmp_path / "a.txt", tmp_path / "a.docx"
    speech.write_text("在会上的讲话\n县长　李明远\n同志们：\n要抓紧。\n", encoding="utf-8")
    assert call("export", speech, target, "--date", "2026-06-01").code == 0
    lines = call("structure", target, "--json").json["text"].split("\n")
    assert lines[1:3] == ["县长　李明远", "（2026年6月1日）"]
    title = "迎难而上　实干兴县\n——在全县防汛工作会议上的讲话"
    speech.write_text(f"{title}\n同志们：\n要抓紧。\n", encoding="utf-8")
    options = ("--speaker", "县长\n李明远", "--date", "2026-06-01")
    assert call("export", speech, target, *options).code == 0
    lines = call("structure", target, "--json").json["text"].split("\n")
    assert lines[1:4] == [title.split("\n")[1], "县长　李明远", "（2026年6月1日）"]


def test_export_tells_which_characters_have_no_known_reading(call: Call, tmp_path: Path) -> None:
    speech = tmp_path / "a.txt"
    speech.write_text("在𠮷村的讲话\n同志们：\n请𠮷村的翀同志讲。\n", encoding="utf-8")
    options = ("--layout", "reading", "--pinyin", "--json")
    warnings = call("export", speech, tmp_path / "a.docx", *options).json["warnings"]
    assert "已注音（生僻字，1 处）：翀（chōng）。" in warnings
    assert any(one.startswith("未能注音：𠮷") for one in warnings)


def test_templates(call: Call, tmp_path: Path, sample: Path) -> None:
    templates = call("template", "list", "--json").json["templates"]
    assert {"mobilisation", "economic_work", "inspection"} <= {one["id"] for one in templates}
    for template in templates:
        shape: dict[str, Any] = call("template", "new", template["id"], "--json").json
        assert set(shape) == {"text", "slots"}
        assert all(slot in shape["text"] for slot in shape["slots"])
    target = tmp_path / "新稿.jianggao"
    assert call("template", "from", sample, "-o", target).code == 0
    assert call("structure", target, "--json").json["headings"]
    source = json.loads(target.read_text(encoding="utf-8"))["source"]
    assert source["text"] == call("structure", sample, "--json").json["text"]
    assert source["title"] in source["text"]


def test_suggest(call: Call, sample: Path) -> None:
    options = ("--section", "closing", "--draft", sample, "-n", 5, "--json")
    suggestions = call("suggest", *options).json["suggestions"]
    assert len(suggestions) == 5
    keys = {"text", "kind", "score", "used_in_draft", "documents", "last_used", "sources"}
    assert all(set(one) == keys for one in suggestions)
    assert {one["kind"] for one in suggestions} <= {"closing", "call"}
