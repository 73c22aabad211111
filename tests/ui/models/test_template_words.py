"""Templates in the window's words."""

from __future__ import annotations

from drafting.templates.catalogue import list_templates
from ui.models.template_words import TemplateChoice, summary_of


def test_every_template_says_what_it_serves_and_how_long_it_is() -> None:
    templates: tuple[TemplateChoice, ...] = list_templates()
    for template in templates:
        summary = summary_of(template)
        assert any(name in summary for name in template.names)
        assert len(summary_of(template, 2)) <= len(summary)
        assert summary.endswith(" 字")
        assert f"{template.length[1]:,}" in summary
