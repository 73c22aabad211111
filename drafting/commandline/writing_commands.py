"""``template`` and ``suggest``: what helps to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.commandline.output import print_json, print_lines, say
from drafting.commandline.reading_commands import open_input, tell_omissions
from drafting.commandline.shapes import suggestion_shape
from drafting.commandline.targets import output_path
from drafting.files.draft_file import DRAFT_SUFFIX, DraftFile
from drafting.workspace.drafts.particulars_fields import particulars_to
from drafting.workspace.drafts.saving import save_draft, save_text
from drafting.workspace.library.opening import chosen_library
from drafting.workspace.library.phrases import opened_phrases
from drafting.workspace.writing.suggesting import finishing_first, suggest_for
from drafting.workspace.writing.templating import (
    derived_speech,
    list_templates,
    new_from_template,
    particulars_for,
)

if TYPE_CHECKING:
    import argparse

    from drafting.model.draft import Draft
    from drafting.model.phrase import Suggestion
    from drafting.suggestions.library import PhraseLibrary
    from drafting.templates.skeleton import Skeleton


def run(call: argparse.Namespace) -> int:
    """Carry out one of the two commands and return the exit code."""
    return _template(call) if call.command == "template" else _suggest(call)


def _template(call: argparse.Namespace) -> int:
    if call.word == "list":
        templates = [{"id": one.id, "name": one.name} for one in list_templates()]
        if call.json:
            print_json({"templates": templates})
        else:
            print_lines(f"{one['id']}\t{one['name']}" for one in templates)
        return 0
    if call.word == "new":
        skeleton = new_from_template(call.id, points=call.points)
        known = particulars_to(particulars_for(call.id))
        _hand_over(call, skeleton, DraftFile(text=skeleton.text, particulars=known))
    else:
        opened = open_input(call.file, changes=call.changes)
        tell_omissions(opened.imported)
        if opened.draft.speeches:
            say(f"文件里有 {len(opened.draft.speeches)} 篇讲话，照第一篇做。")
        derived = derived_speech(opened.draft)
        _hand_over(call, derived.skeleton, derived.draft_file)
    return 0


def _hand_over(call: argparse.Namespace, skeleton: Skeleton, draft_file: DraftFile) -> None:
    if call.output is not None:
        target = output_path(call.output, getattr(call, "file", ""))
        if target.suffix.lower() == DRAFT_SUFFIX:
            save_draft(target, draft_file)
        else:
            save_text(target, skeleton.text + "\n")
    if call.json:
        print_json({"text": skeleton.text, "slots": list(skeleton.slots)})
    elif call.output is None:
        print_lines([skeleton.text])


def _suggest(call: argparse.Namespace) -> int:
    draft = None if call.draft is None else open_input(call.draft).draft
    with opened_phrases(chosen_library(call.library), say) as library:
        suggestions = _found(call, draft, library)
    if call.json:
        print_json({"suggestions": [suggestion_shape(one) for one in suggestions]})
    else:
        print_lines(map(_suggestion_line, suggestions))
    return 0


def _found(
    call: argparse.Namespace, draft: Draft | None, library: PhraseLibrary | None
) -> list[Suggestion]:
    """Return what finishes the words begun before the caret, then what fits the place."""

    def find(query: str) -> list[Suggestion]:
        return suggest_for(
            call.before,
            call.section,
            call.topic,
            "" if draft is None else draft.text,
            query,
            limit=call.n,
            library=library,
            particulars=None if draft is None else draft.particulars,
        )

    return finishing_first(find, call.before)[: call.n]


def _suggestion_line(one: Suggestion) -> str:
    columns = [one.phrase.text, one.phrase.kind.label, f"本稿 {one.used_in_draft}"]
    if one.sources:
        columns += [f"素材库 {one.documents} 篇", one.sources[0]]
    return "\t".join(columns)
