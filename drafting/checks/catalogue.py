"""All rules by name: a frozen program does not see imports made at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.rules.drafts import locked_wording_lost
from drafting.checks.rules.expressions import (
    former_organisation_name,
    incomplete_series,
    inexact_expression,
    outdated_expression,
    quotation_differs,
    short_name_at_first_mention,
)
from drafting.checks.rules.layout import (
    font_missing,
    heading_at_page_foot,
    orphan_character,
    title_break,
    title_too_long,
)
from drafting.checks.rules.names import (
    address_form,
    inconsistent_naming,
    name_misspelt,
    order_differs,
    post_differs,
)
from drafting.checks.rules.numbers import (
    approximate_doubled,
    approximate_pair_mark,
    contradiction_of_direction,
    decrease_by_multiples,
    figure_differs,
    impossible_date,
    ling_form,
    mixed_numeral_forms,
    parts_and_total,
    range_unit_lost,
    weekday_differs,
    year_shortened,
)
from drafting.checks.rules.punctuation import (
    book_title_mark,
    date_in_quotes_mark,
    ellipsis_or_dash_form,
    enumeration_comma_misused,
    full_stop_in_heading,
    half_width_mark,
    mark_after_heading_number,
    quote_direction,
    repeated_mark,
    salutation_mark,
    space_between_han,
    unpaired_mark,
)
from drafting.checks.rules.repetition import (
    doubled_word,
    meeting_differs,
    overlap_with_library,
    point_made_twice,
    repeated_passage,
    repeated_sentence,
    repeated_set_phrase,
    same_beginning,
    word_crowded_in_sentence,
)
from drafting.checks.rules.residue import (
    foreign_place,
    garbled_text,
    placeholder_left,
    spun_text,
    stale_year,
    unlike_source,
    web_residue,
    wrong_level,
)
from drafting.checks.rules.speaking import (
    breathless_clause,
    figure_crowded_sentence,
    homophone_risk,
    long_sentence,
    over_time,
    rare_character,
    read_aloud_bracket,
    role_mismatch,
)
from drafting.checks.rules.structure import (
    broken_parallel_headings,
    cut_off_ending,
    displaced_ordinal,
    heading_level_skipped,
    heading_number_gap,
    heading_without_text,
    listed_count_differs,
    lone_subheading,
    missing_closing,
    missing_salutation,
    mixed_series,
    promise_not_kept,
    unbalanced_sections,
)
from drafting.checks.rules.wording import (
    absolute_wording,
    banned_word,
    collocation,
    colloquialism,
    confusable_word,
    contextual_misspelling,
    de_di_de,
    liang_not_er,
    mixed_sentence,
    near_set_phrase,
    redundancy,
    traditional_or_variant_left,
)
from drafting.errors import UsageError

if TYPE_CHECKING:
    from drafting.checks.base import Rule

RULES: tuple[Rule, ...] = (
    heading_number_gap.RULE,
    heading_level_skipped.RULE,
    mixed_series.RULE,
    promise_not_kept.RULE,
    listed_count_differs.RULE,
    missing_salutation.RULE,
    lone_subheading.RULE,
    unbalanced_sections.RULE,
    displaced_ordinal.RULE,
    cut_off_ending.RULE,
    heading_without_text.RULE,
    broken_parallel_headings.RULE,
    missing_closing.RULE,
    repeated_set_phrase.RULE,
    repeated_sentence.RULE,
    repeated_passage.RULE,
    overlap_with_library.RULE,
    word_crowded_in_sentence.RULE,
    doubled_word.RULE,
    same_beginning.RULE,
    point_made_twice.RULE,
    meeting_differs.RULE,
    placeholder_left.RULE,
    foreign_place.RULE,
    stale_year.RULE,
    wrong_level.RULE,
    web_residue.RULE,
    garbled_text.RULE,
    unlike_source.RULE,
    spun_text.RULE,
    confusable_word.RULE,
    near_set_phrase.RULE,
    contextual_misspelling.RULE,
    traditional_or_variant_left.RULE,
    redundancy.RULE,
    de_di_de.RULE,
    liang_not_er.RULE,
    collocation.RULE,
    mixed_sentence.RULE,
    colloquialism.RULE,
    absolute_wording.RULE,
    banned_word.RULE,
    half_width_mark.RULE,
    unpaired_mark.RULE,
    mark_after_heading_number.RULE,
    full_stop_in_heading.RULE,
    enumeration_comma_misused.RULE,
    repeated_mark.RULE,
    ellipsis_or_dash_form.RULE,
    quote_direction.RULE,
    space_between_han.RULE,
    salutation_mark.RULE,
    book_title_mark.RULE,
    date_in_quotes_mark.RULE,
    impossible_date.RULE,
    weekday_differs.RULE,
    year_shortened.RULE,
    range_unit_lost.RULE,
    mixed_numeral_forms.RULE,
    figure_differs.RULE,
    parts_and_total.RULE,
    contradiction_of_direction.RULE,
    ling_form.RULE,
    approximate_doubled.RULE,
    decrease_by_multiples.RULE,
    approximate_pair_mark.RULE,
    outdated_expression.RULE,
    incomplete_series.RULE,
    inexact_expression.RULE,
    former_organisation_name.RULE,
    quotation_differs.RULE,
    short_name_at_first_mention.RULE,
    name_misspelt.RULE,
    post_differs.RULE,
    order_differs.RULE,
    inconsistent_naming.RULE,
    address_form.RULE,
    breathless_clause.RULE,
    rare_character.RULE,
    read_aloud_bracket.RULE,
    over_time.RULE,
    role_mismatch.RULE,
    homophone_risk.RULE,
    long_sentence.RULE,
    figure_crowded_sentence.RULE,
    locked_wording_lost.RULE,
    title_break.RULE,
    orphan_character.RULE,
    font_missing.RULE,
    title_too_long.RULE,
    heading_at_page_foot.RULE,
)

_BY_CODE = {rule.code: rule for rule in RULES}


def rule_by_code(code: str) -> Rule:
    """Return the rule of that code.

    Raises:
        UsageError: there is none.
    """
    rule = _BY_CODE.get(code.upper())
    if rule is None:
        raise UsageError(f"没有编号为“{code}”的规则，可用 rules 命令查看全部规则。")
    return rule


def rule_codes(name: str) -> set[str]:
    """Return the codes that ``name`` stands for: itself, those of a group (``RS``), or none."""
    return {rule.code for rule in RULES if name in (rule.code, rule.group)}
