"""Faults are told with their place and never with the text of a draft."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QtMsgType

from ui.error_reporting.hooks import FaultHandler, log_qt_message
from ui.error_reporting.log import LOG, LOG_FILE
from ui.error_reporting.report import build_report, summary_of

WORDS = "某位领导的原话"


def failing(text):
    raise ValueError(f"cannot handle {text}")


def caught():
    try:
        try:
            failing(WORDS)
        except ValueError as error:
            raise RuntimeError(WORDS) from error
    except RuntimeError as error:
        return error


def test_a_report_names_places_and_causes_and_no_text():
    report = build_report(caught())
    assert WORDS not in report
    assert "RuntimeError" in report
    assert "ValueError" in report
    assert "test_error_reporting.py" in report
    assert "failing" in report
    assert "讲稿 " in report


def test_a_circle_of_causes_ends():
    first, second = ValueError("a"), KeyError("b")
    first.__cause__, second.__cause__ = second, first
    assert build_report(first).count("KeyError") == 1


@pytest.fixture
def log(tmp_path):
    LOG.open(tmp_path)
    yield tmp_path / LOG_FILE
    LOG.close()


def test_the_log_holds_kind_and_place_only(log):
    shown = []
    FaultHandler(shown.append).handle(caught())
    written = log.read_text(encoding="utf-8")
    assert WORDS not in written
    assert WORDS not in shown[0]
    assert "RuntimeError" in written


def test_messages_of_qt_are_logged_with_their_category(log):
    class Context:
        category = "qt.text"

    log_qt_message(QtMsgType.QtWarningMsg, Context(), "m" * 1000)
    log_qt_message(QtMsgType.QtDebugMsg, Context(), "quiet")
    written = log.read_text(encoding="utf-8")
    assert "qt qt.text: mmm" in written
    assert len(written) < 400
    assert "quiet" not in written


def test_a_fault_while_one_is_shown_is_only_logged(log):
    handler = None
    shown = []

    def show(report):
        shown.append(report)
        handler.handle(KeyError("second"))

    handler = FaultHandler(show)
    handler.excepthook(ValueError, ValueError("first"), None)
    assert len(shown) == 1
    assert "KeyError" in log.read_text(encoding="utf-8")


def test_the_same_fault_is_shown_once():
    shown = []
    handler = FaultHandler(shown.append)
    for _ in range(3):
        handler.handle(caught())
    assert len(shown) == 1


def test_a_log_that_cannot_be_written_is_no_fault(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    LOG.open(blocked / "below")
    LOG.write("warning", "nowhere")
    LOG.close()
    assert blocked.read_bytes() == b""


def test_a_large_log_is_set_aside(tmp_path):
    (tmp_path / LOG_FILE).write_bytes(b"x" * 300_000)
    LOG.open(tmp_path)
    LOG.write("error", "new")
    LOG.close()
    assert len(list(tmp_path.iterdir())) == 2
    assert (tmp_path / LOG_FILE).read_text(encoding="utf-8").endswith("error new\n")


def test_a_summary_is_one_line():
    assert "\n" not in summary_of(caught())
