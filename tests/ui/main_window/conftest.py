"""A whole window with the real use cases, but checks of our own that need no child process."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from drafting.checks.report import CheckReport
from drafting.model.finding import Applicability, Finding, Fix, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.workspace.live.draft import CheckedStep
from ui.context.app_context import AppContext
from ui.context.use_cases import UseCases
from ui.jobs.background import BackgroundJobs
from ui.main_window.frame.window import MainWindow
from ui.main_window.wiring import Wiring
from ui.settings_store.store import SettingsStore

SPEECH = (
    "在全县春耕备耕现场会上的讲话\n同志们：\n今天开这个会，我讲两点意见。\n"
    "一、把水源管起来\n清河湾县的水库见底了，要一座一座地看。\n"
    "二、把责任压下去\n重点抓好二个层面，要一抓到底，要一抓到底。"
)

PAUSES = {
    "checking.session.STRUCTURE_DELAY_MS": 8,
    "checking.session.CHECK_DELAY_MS": 30,
    "library.overlap._DELAY_MS": 90,
    "checking.statistics._DELAY_MS": 70,
}


class FakeCases(UseCases):
    """Objects to 二个 (a safe fix), a step later to 一抓到底 (a fix to ask for); counts checks."""

    checked = 0

    def check(self, snapshot, step):
        self.checked += step is None
        text = snapshot.text
        ignored = {one.text for one in snapshot.suppressions}
        found = []
        for words, better, severity, kind in (
            ("二个", "两个", Severity.ERROR, Applicability.SAFE),
            ("一抓到底", "抓出结果", Severity.WARNING, Applicability.ASK),
        ):
            place = text.find(words) if step or kind is Applicability.SAFE else -1
            while place >= 0 and words not in ignored:
                span = Span(place, place + len(words))
                fix = Fix(f"改为“{better}”", (TextEdit(span, better),), kind)
                found.append(Finding("WD007", "名", severity, span, "说明", "道理", (fix,)))
                place = text.find(words, place + 1)
        report = CheckReport(snapshot.revision, tuple(found), 0, (), 0.0)
        return CheckedStep(report, None if step else "draft")


@dataclass
class Running:
    window: MainWindow
    wiring: Wiring
    context: AppContext
    faults: list = field(default_factory=list)

    @property
    def editor(self):
        return self.wiring.desk.editor

    @property
    def document(self):
        return self.wiring.document

    def action(self, name):
        self.window.actions_by_id[name].trigger()

    def settle(self, qtbot):
        """Wait until the use cases are there, checks and jobs have come back."""
        jobs, locks, wiring = self.context.jobs, self.document.locks, self.wiring
        qtbot.waitUntil(
            lambda: (
                wiring.is_warm and jobs.pending + locks.pending == 0 and not wiring.checks.is_busy
            ),
            timeout=8000,
        )


@pytest.fixture(autouse=True)
def told(monkeypatch, dressed):
    """What message boxes would say; none is shown, since nobody could answer it."""
    told = []
    messages = "ui.dialogs.frame.messages"
    monkeypatch.setattr(f"{messages}.show_problem", lambda _parent, text: told.append(text))
    monkeypatch.setattr(f"{messages}.ask_save", lambda _parent, _name: "cancel")
    return told


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch):
    """A tenth of the time for which the sessions wait until a writer pauses: most tests wait."""
    for name, milliseconds in PAUSES.items():
        monkeypatch.setattr(f"ui.main_window.{name}", milliseconds)


@pytest.fixture
def begun(qtbot, data_folder):
    """The window as it is shown first, when only what a page needs is built."""
    faults = []
    context = AppContext(
        data_folder, SettingsStore(data_folder), BackgroundJobs(), FakeCases(data_folder),
        faults.append,
    )  # fmt: skip
    window = MainWindow(context.settings)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    wiring = Wiring(window, context)
    wiring.begin([])
    window.show()
    yield Running(window, wiring, context, faults)
    wiring.shut_down()
    assert faults == []


@pytest.fixture
def running(begun, qtbot):
    """The whole window."""
    begun.settle(qtbot)
    return begun


@pytest.fixture
def within(running, qtbot, monkeypatch):
    """Open a dialog by its action and let a function act in it."""

    def open_dialog(kind, action, act):
        done = []

        def run(self):
            qtbot.addWidget(self)
            self.show()
            act(self)
            done.append(True)
            return 0

        monkeypatch.setattr(kind, "exec", run)
        running.action(action)
        qtbot.waitUntil(lambda: bool(done), timeout=8000)
        running.settle(qtbot)

    return open_dialog


@pytest.fixture
def writing(running, qtbot):
    """The window with a speech in it, checked once."""
    running.document.show_text(SPEECH)
    running.settle(qtbot)
    return running


@pytest.fixture
def saved(writing, qtbot, tmp_path):
    """The file of that speech, saved as a draft."""
    path = tmp_path / "春耕.jianggao"
    writing.document._save_to(path, None)
    writing.settle(qtbot)
    return path
