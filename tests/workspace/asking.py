"""A full check by the service, step after step as the window asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.checks.report import CheckReport
    from drafting.workspace.checking.messages import AskedText
    from drafting.workspace.live.checks import CheckService


def full_report(service: CheckService, asked: AskedText) -> CheckReport:
    """Return what the last step tells."""
    step = service.check_step(asked)
    while step.following is not None:
        step = service.check_step(asked, step.following)
    return step.report
