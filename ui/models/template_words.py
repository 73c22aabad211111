"""What the window says of a template: its name, what else it serves, how long it runs."""

from __future__ import annotations

from typing import Protocol


class TemplateChoice(Protocol):
    """What the window needs to know of a template (``drafting.templates`` hands them out)."""

    @property
    def id(self) -> str:
        """Return its stable name."""

    @property
    def name(self) -> str:
        """Return what it is called."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return further kinds of meetings that it serves."""

    @property
    def length(self) -> tuple[int, int]:
        """Return the usual range in characters."""


class NewSpeechChoice(TemplateChoice, Protocol):
    """What the dialog of a new speech needs besides: points and salutations of the kind."""

    @property
    def points(self) -> tuple[int, int]:
        """Return the least and the greatest number of points; (0, 0) where it has none."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """Return who gives such speeches (主要领导), the most usual first."""

    @property
    def salutations(self) -> tuple[str, ...]:
        """Return how such speeches begin, the usual way first; one may have two lines."""


def summary_of(template: TemplateChoice, most_names: int | None = None) -> str:
    """Return what the template serves (``most_names`` of them) and how long such a speech is."""
    low, high = template.length
    others = [name for name in template.names if name not in template.name]
    serves = "、".join(others[:most_names])
    length = f"{low:,}–{high:,} 字"
    return f"{serves} · {length}" if serves else length


def about_of(template: NewSpeechChoice) -> str:
    """Return the summary of a kind, with who usually speaks."""
    speakers = "、".join(template.speakers)
    return f"{summary_of(template)}\n一般由{speakers}讲" if speakers else summary_of(template)
